import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import { privacyCommand } from '#cli/privacy-command.ts';
import { readConfig, type Config } from '#config.ts';
import { openDesk, openLedger, workspaceFolder } from '#house.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { aCase, aThread } from '../contracts/desk-bench.ts';
import { aDecision, anAnswer, anOp } from '../contracts/entries.ts';
import { aFolder } from '../ledger/samples.ts';
import { runs } from './log/a-call.ts';

const person = 'U0ERIKA';
const secret = 'Schreiben wir Frau Mustermann wegen Projekt Zugvogel an?';
const workspace = 'local';

/** A workspace in which Erika and others have asked, half of it before today; both files stay open. */
async function aUsedWorkspace(size = 40) {
  const config = readConfig({ LEITPLANKE_DATA: aFolder() });
  const [ledger, desk] = [await openLedger(config), await openDesk(config)];
  for (let number = 0; number < size; number++) {
    const isHers = number % 4 === 0;
    const actor = isHers ? person : `U0OTHER${number % 3}`;
    const texts = { text: isHers ? secret : 'Andere Frage', message: isHers ? secret : 'Ja.' };
    const at = `2026-${number % 8 < 4 ? '11' : '02'}-23T10:00:00.000Z`;
    const parts = { workspace, actor, private: texts, at };
    await ledger.append(number % 3 ? aDecision(parts) : anAnswer(parts));
    await desk.threads.save(
      aThread({ workspace, author: actor, thread: `${number}.0`, text: texts.text }),
    );
  }
  await ledger.append({ ...anAnswer({ workspace, actor: 'U0OTHER1' }), second: person });
  await fill(desk);
  return { config, ledger, desk };
}

async function fill(desk: Desk): Promise<void> {
  await desk.cases.save(aCase({ workspace, reason: secret }));
  await desk.cases.save(
    aCase({ workspace, id: 'case-2', requester: 'U0OTHER1', assignee: person, reply: secret }),
  );
  await desk.feedback.give({
    workspace,
    decision: anOp(),
    reference: 'EC-2026-7K3M-9QXZ',
    person,
    helpful: false,
    reason: secret,
    at: '2026-11-23T10:00:00.000Z',
  });
  await desk.roles.assign(workspace, person, ['lead']);
  await desk.roles.assign(workspace, 'U0OTHER1', ['lead']);
  await desk.meet(workspace, person);
}

const privacy = (config: Config, action: string, flags = {}) =>
  runs(
    {
      usage: '',
      help: { de: '', en: '' },
      operands: [1, 1],
      run: (call) => privacyCommand.run({ ...call, words: [action] }),
    },
    config,
    { flags: { user: person, ...flags } },
  );

/** The files of the workspace in which the bytes stand. */
function filesWith(text: string, config: Config): readonly string[] {
  const folder = workspaceFolder(config);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(text))
    .map(({ name }) => name);
}

async function close({ ledger, desk }: { ledger: LedgerStore; desk: Desk }): Promise<void> {
  await ledger.close();
  await desk.close();
}

test('a person gets all that is held about them, and it is on record', async () => {
  const { config, ...stores } = await aUsedWorkspace();
  const out = join(aFolder(), 'erika.json');

  expect(await privacy(config, 'export', { out })).toMatchObject({ status: 0 });

  const data = JSON.parse(readFileSync(out, 'utf8'));
  expect(data).toMatchObject({
    person,
    workspace,
    pseudonyms: [expect.any(String), expect.any(String)],
  });
  expect(data.entries).toHaveLength(11);
  expect(data.entries[0].texts).toEqual({ text: secret, message: secret });
  // What somebody else wrote is not hers to have.
  expect(data.entries.at(-1)).not.toHaveProperty('texts');
  expect(data.desk.threads).toHaveLength(10);
  expect(data.desk.cases).toHaveLength(2);
  const [last] = await stores.ledger.read({ limit: 1 });
  expect(last?.entry).toMatchObject({ kind: 'export', body: { format: 'person' } });
  await close(stores);
});

test('a dry run counts and touches nothing', async () => {
  const { config, ...stores } = await aUsedWorkspace();

  const { text } = await privacy(config, 'erase', { 'dry-run': true, json: true });

  expect(JSON.parse(text)).toMatchObject({
    erased: false,
    entries: 11,
    threads: 10,
    cases: 2,
    feedback: 1,
    roles: 1,
  });
  expect(await stores.ledger.head()).toMatchObject({ size: 41 });
  expect(filesWith(person, config)).not.toEqual([]);
  await close(stores);
});

test('after an erasure no file holds the texts or the id, and the log still verifies', async () => {
  const { config, ...stores } = await aUsedWorkspace();
  expect(filesWith(secret, config)).not.toEqual([]);

  const { status, text } = await privacy(config, 'erase');

  expect({ status, text }).toMatchObject({ status: 0, text: expect.stringContaining('forgotten') });
  // Others have the files open, so the write-ahead logs are still there.
  expect(filesWith(secret, config)).toEqual([]);
  expect(filesWith(person, config)).toEqual([]);
  expect(await stores.ledger.verify()).toMatchObject({ ok: true, problems: [] });
  const [last] = await stores.ledger.read({ limit: 1 });
  expect(last?.entry).toMatchObject({ kind: 'erasure', body: { pseudonyms: 2, keys: 2 } });
  expect(await stores.desk.threads.find(aThread({ workspace, thread: '1.0' }))).toBeDefined();
  await close(stores);
  expect(filesWith(secret, config)).toEqual([]);
  expect((await privacy(config, 'erase')).text).toContain('Nothing is held');
});

test('a person on legal hold is not erased', async () => {
  const { config, ...stores } = await aUsedWorkspace(4);
  const hold = join(workspaceFolder(config), 'legal-hold.txt');
  writeFileSync(hold, `# Klage 12/26\n${person} # bis 2027\n`);

  await expect(privacy(config, 'erase')).rejects.toMatchObject({ code: 'input.invalid' });

  expect(await stores.ledger.head()).toMatchObject({ size: 5 });
  await close(stores);
});

test('the last compliance lead is not erased before there is another', async () => {
  const { config, ...stores } = await aUsedWorkspace(4);
  await stores.desk.roles.assign(workspace, 'U0OTHER1', []);

  await expect(privacy(config, 'erase')).rejects.toMatchObject({ code: 'input.invalid' });

  expect(await stores.ledger.heldOf(person)).toMatchObject({ keys: 1 });
  await close(stores);
});

test('without a person nothing happens', async () => {
  const { config, ...stores } = await aUsedWorkspace(1);

  await expect(privacy(config, 'erase', { user: '' })).rejects.toMatchObject({ code: 'usage' });
  await close(stores);
});
