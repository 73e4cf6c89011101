import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import { operationOf } from '#domain/reference.ts';
import { lock, unlock } from '#ledger/cipher.ts';
import type { Random } from '#ledger/cipher.ts';
import { createDatabase, damaged, guarded, openDatabase, transact } from '#ledger/database.ts';
import { prepared } from '#ledger/prepared.ts';
import { quarterOf, tagOf, vaultKeys } from '#ledger/vault-keys.ts';
import type { Keys } from '#ledger/vault-keys.ts';

/** Who stands behind a pseudonym, and the keys of their texts. What is deleted here is forgotten. */
export type Vault = {
  /** The pseudonym of a person: random, and another one each quarter. */
  pseudonymOf(person: string, at: string): string;
  /** The person behind a pseudonym, unless forgotten. */
  personOf(pseudonym: string): string | undefined;
  /** The key for the texts of one pseudonym on one day. */
  keyFor(pseudonym: string, at: string): { readonly id: string; readonly secret: Uint8Array };
  /** A key by its id, unless forgotten. */
  keyOf(id: string): Uint8Array | undefined;
  /** Every pseudonym of a person, and how many keys lock their texts. */
  heldOf(person: string): Held;
  /** Deletes every pseudonym and every key of a person. */
  forget(person: string): Forgotten;
  close(): void;
};

/** What leads from a person to entries and texts. */
export type Held = { readonly pseudonyms: readonly string[]; readonly keys: number };
export type Forgotten = { readonly pseudonyms: number; readonly keys: number };

const tables = `
  CREATE TABLE proof (id INTEGER PRIMARY KEY CHECK (id = 1), box BLOB NOT NULL) STRICT;
  CREATE TABLE subject (
    pseudonym TEXT PRIMARY KEY, quarter TEXT NOT NULL, tag BLOB NOT NULL UNIQUE, person BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE secret (
    id TEXT PRIMARY KEY,
    pseudonym TEXT NOT NULL REFERENCES subject ON DELETE CASCADE,
    day TEXT NOT NULL,
    box BLOB NOT NULL,
    UNIQUE (pseudonym, day)
  ) STRICT, WITHOUT ROWID;
`;

const Subject = z.object({ pseudonym: z.string(), person: z.instanceof(Uint8Array) }).optional();
const Secret = z.object({ id: z.string(), box: z.instanceof(Uint8Array) }).optional();
const Quarters = z.array(z.object({ quarter: z.string() }));

/** A vault in a SQLite file of its own; `kek` opens what is in it. */
export function sqliteVault(path: string, kek: Uint8Array, random: Random): Vault {
  return guarded(path, () => {
    const keys = vaultKeys(kek);
    createDatabase(path, random, (db) => {
      // No write-ahead log, which would keep copies of deleted rows.
      db.exec(`PRAGMA journal_mode = DELETE; ${tables}`);
      const proof = lock(keys.wrap, Buffer.from('ok'), 'proof', random);
      db.prepare('INSERT INTO proof VALUES (1, ?)').run(proof);
    });
    const db = openDatabase(path);
    // Deleted rows are overwritten.
    db.exec('PRAGMA secure_delete = ON');
    refuseOtherKey(db, path, keys.wrap);
    return vaultOn(db, path, keys, random);
  });
}

function vaultOn(db: DatabaseSync, path: string, keys: Keys, random: Random): Vault {
  const opened = (box: Uint8Array, context: string) => {
    const bytes = unlock(keys.wrap, box, context);
    if (!bytes) throw damaged(path, 'a sealed record was altered');
    return bytes;
  };

  return {
    pseudonymOf: (person, at) => guarded(path, () => pseudonymIn(db, { person, at, keys, random })),
    personOf: (pseudonym) =>
      guarded(path, () => {
        const sql = 'SELECT pseudonym, person FROM subject WHERE pseudonym = ?';
        const row = Subject.parse(db.prepare(sql).get(pseudonym));
        return row && opened(row.person, row.pseudonym).toString();
      }),
    keyFor: (pseudonym, at) =>
      guarded(path, () => {
        const row = secretRow(db, { pseudonym, day: at.slice(0, 10), keys, random });
        return { id: row.id, secret: opened(row.box, row.id) };
      }),
    keyOf: (id) =>
      guarded(path, () => {
        const row = Secret.parse(db.prepare('SELECT id, box FROM secret WHERE id = ?').get(id));
        return row && opened(row.box, row.id);
      }),
    heldOf: (person) => guarded(path, () => heldIn(db, person, keys)),
    forget: (person) => guarded(path, () => transact(db, () => forgetIn(db, person, keys))),
    close: () => db.close(),
  };
}

function pseudonymIn(
  db: DatabaseSync,
  { person, at, keys, random }: { person: string; at: string; keys: Keys; random: Random },
): string {
  const quarter = quarterOf(at);
  const tag = tagOf(person, quarter, keys);
  const find = prepared(db, 'SELECT pseudonym, person FROM subject WHERE tag = ?');
  const known = Subject.parse(find.get(tag));
  if (known) return known.pseudonym;

  const pseudonym = operationOf(random(16));
  const box = lock(keys.wrap, Buffer.from(person), pseudonym, random);
  // Another process may be quicker: then its pseudonym holds.
  db.prepare('INSERT INTO subject VALUES (?, ?, ?, ?) ON CONFLICT (tag) DO NOTHING').run(
    pseudonym,
    quarter,
    tag,
    box,
  );
  return Subject.parse(find.get(tag))?.pseudonym ?? pseudonym;
}

function secretRow(
  db: DatabaseSync,
  want: { pseudonym: string; day: string; keys: Keys; random: Random },
): { id: string; box: Uint8Array } {
  const find = prepared(db, 'SELECT id, box FROM secret WHERE pseudonym = ? AND day = ?');
  const known = Secret.parse(find.get(want.pseudonym, want.day));
  if (known) return known;

  const id = operationOf(want.random(16));
  const box = lock(want.keys.wrap, want.random(32), id, want.random);
  db.prepare('INSERT INTO secret VALUES (?, ?, ?, ?) ON CONFLICT (pseudonym, day) DO NOTHING').run(
    id,
    want.pseudonym,
    want.day,
    box,
  );
  return Secret.parse(find.get(want.pseudonym, want.day)) ?? { id, box };
}

function heldIn(db: DatabaseSync, person: string, keys: Keys): Held {
  const quarters = Quarters.parse(db.prepare('SELECT DISTINCT quarter FROM subject').all());
  const find = prepared(db, 'SELECT pseudonym, person FROM subject WHERE tag = ?');
  const count = db.prepare('SELECT count(*) AS keys FROM secret WHERE pseudonym = ?');
  const pseudonyms = quarters.flatMap(({ quarter }) => {
    const found = Subject.parse(find.get(tagOf(person, quarter, keys)));
    return found ? [found.pseudonym] : [];
  });
  const counted = pseudonyms.map((pseudonym) => Number(count.get(pseudonym)?.['keys']));
  return { pseudonyms, keys: counted.reduce((sum, each) => sum + each, 0) };
}

function forgetIn(db: DatabaseSync, person: string, keys: Keys): Forgotten {
  const quarters = Quarters.parse(db.prepare('SELECT DISTINCT quarter FROM subject').all());
  const secrets = db.prepare(
    'DELETE FROM secret WHERE pseudonym IN (SELECT pseudonym FROM subject WHERE tag = ?)',
  );
  const subjects = db.prepare('DELETE FROM subject WHERE tag = ?');
  const deleted = quarters.map(({ quarter }) => {
    const tag = tagOf(person, quarter, keys);
    const dropped = Number(secrets.run(tag).changes);
    return { keys: dropped, pseudonyms: Number(subjects.run(tag).changes) };
  });
  return {
    pseudonyms: deleted.reduce((sum, each) => sum + each.pseudonyms, 0),
    keys: deleted.reduce((sum, each) => sum + each.keys, 0),
  };
}

function refuseOtherKey(db: DatabaseSync, path: string, wrap: Uint8Array): void {
  const row = z
    .object({ box: z.instanceof(Uint8Array) })
    .optional()
    .parse(db.prepare('SELECT box FROM proof').get());
  if (!row) throw damaged(path, 'the key store is empty');
  if (unlock(wrap, row.box, 'proof')) return;
  db.close();
  throw new Problem(
    'config.invalid',
    { de: `Der Schlüssel passt nicht zu ${path}.`, en: `The key does not open ${path}.` },
    {
      remedy: {
        de: 'Nehmen Sie den Schlüssel, mit dem die Datei angelegt wurde: die Datei „kek“ daneben oder den eingestellten (LEITPLANKE_KEK).',
        en: 'Use the key that the file was made with: the `kek` file beside it, or the configured one (LEITPLANKE_KEK).',
      },
    },
  );
}
