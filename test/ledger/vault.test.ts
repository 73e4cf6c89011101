import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { lock, unlock } from '#ledger/cipher.ts';
import { sqliteVault } from '#ledger/vault.ts';
import { aFolder, seeded } from './samples.ts';

const at = '2026-11-23T10:00:00.000Z';

function aVault(path = join(aFolder(), 'keys.db'), seed = 'vault') {
  const vault = sqliteVault(path, seeded('kek')(32), seeded(seed));
  onTestFinished(() => vault.close());
  return { vault, path };
}

test('what is locked opens with its key and its context alone, and only unchanged', () => {
  const random = seeded('cipher');
  const [key, other] = [random(32), random(32)];
  const box = lock(key, Buffer.from('secret'), 'op 1', random);

  expect(unlock(key, box, 'op 1')?.toString()).toBe('secret');
  expect(unlock(other, box, 'op 1')).toBeUndefined();
  expect(unlock(key, box, 'op 2')).toBeUndefined();
  expect(unlock(key, box.subarray(0, 20), 'op 1')).toBeUndefined();
  for (let place = 0; place < box.length; place++) {
    const changed = Buffer.from(box);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unlock(key, changed, 'op 1')).toBeUndefined();
  }
});

test('the person behind a pseudonym is known until forgotten', () => {
  const { vault } = aVault();
  const pseudonym = vault.pseudonymOf('U0ERIKA', at);

  expect(vault.personOf(pseudonym)).toBe('U0ERIKA');
  vault.forget('U0ERIKA');
  expect(vault.personOf(pseudonym)).toBeUndefined();
  expect(vault.pseudonymOf('U0ERIKA', at)).not.toBe(pseudonym);
});

test('a key serves one person for one day', () => {
  const { vault } = aVault();
  const [one, other] = [vault.pseudonymOf('U1', at), vault.pseudonymOf('U2', at)];
  const key = vault.keyFor(one, at);

  expect(vault.keyFor(one, '2026-11-23T23:59:59.999Z')).toEqual(key);
  expect(vault.keyFor(one, '2026-11-24T00:00:00.000Z').id).not.toBe(key.id);
  expect(vault.keyFor(other, at).id).not.toBe(key.id);
  expect(vault.keyOf(key.id)).toEqual(key.secret);
});

test('when another process is quicker, its pseudonym and its key hold', () => {
  const { vault: other, path } = aVault();
  const hurry = { act: (): unknown => undefined };
  const random = (size: number) => {
    hurry.act();
    return seeded(`slow ${size}`)(size);
  };
  const slow = sqliteVault(path, seeded('kek')(32), random);
  onTestFinished(() => slow.close());

  hurry.act = () => other.pseudonymOf('U1', at);
  const pseudonym = slow.pseudonymOf('U1', at);
  hurry.act = () => other.keyFor(pseudonym, at);
  const key = slow.keyFor(pseudonym, at);

  expect(pseudonym).toBe(other.pseudonymOf('U1', at));
  expect(key).toEqual(other.keyFor(pseudonym, at));
});

test('to forget one person leaves the others', () => {
  const { vault } = aVault();
  const [one, other] = [vault.pseudonymOf('U1', at), vault.pseudonymOf('U2', at)];
  const [gone, kept] = [vault.keyFor(one, at), vault.keyFor(other, at)];

  expect(vault.forget('U1')).toEqual({ pseudonyms: 1, keys: 1 });

  expect(vault.keyOf(gone.id)).toBeUndefined();
  expect(vault.keyOf(kept.id)).toEqual(kept.secret);
  expect(() => vault.keyFor(one, '2026-11-25T10:00:00.000Z')).toThrow(
    expect.objectContaining({ code: 'log.unavailable' }),
  );
});

test('sealed records that were swapped are noticed', () => {
  const { vault, path } = aVault();
  const keys = ['U1', 'U2'].map((person) => vault.keyFor(vault.pseudonymOf(person, at), at));
  const db = new DatabaseSync(path);
  const rows = db.prepare('SELECT id, box FROM secret').all();
  const swap = db.prepare('UPDATE secret SET box = ? WHERE id = ?');
  swap.run(rows[0]?.['box'] ?? null, rows[1]?.['id'] ?? null);
  swap.run(rows[1]?.['box'] ?? null, rows[0]?.['id'] ?? null);
  db.close();

  for (const { id } of keys) {
    expect(() => vault.keyOf(id)).toThrow(expect.objectContaining({ code: 'log.damaged' }));
  }
});

test('another key does not open the vault', () => {
  const { path } = aVault();

  expect(() => sqliteVault(path, seeded('other')(32), seeded('x'))).toThrow(
    expect.objectContaining({ code: 'config.invalid' }),
  );
});
