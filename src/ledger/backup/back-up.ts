import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '#domain/problem.ts';
import { copyDatabase, hashOfFile, syncFile } from '#ledger/backup/copy.ts';
import { manifestName } from '#ledger/backup/manifest.ts';
import type { Manifest } from '#ledger/backup/manifest.ts';
import { guarded } from '#ledger/database.ts';
import { verifyLedger } from '#ledger/verify.ts';

const keysLiveMs = 14 * 24 * 60 * 60 * 1000;

// The desk before the log, so that it names no decision that the log lacks; the log before the keys,
// so that no text lacks its key.
const databases = [
  ['desk.db', 'log/desk.db'],
  ['ledger.db', 'log/ledger.db'],
  ['keys.db', 'keys/keys.db'],
] as const;
const others = [
  ['signing-key.pem', 'keys/signing-key.pem'],
  ['kek', 'keys/kek'],
] as const;

/** Copies log, keys and desk while the program runs, checks the copy, and puts it in place when it is whole. */
export async function backUp(options: {
  readonly folder: string;
  readonly out: string;
  readonly workspace: string;
  readonly now: Date;
}): Promise<Manifest> {
  const { folder, now } = options;
  const out = resolve(options.out);
  refuseTaken(out);
  const draft = `${out}.part`;
  guarded(draft, () => {
    rmSync(draft, { recursive: true, force: true });
    for (const part of ['log', 'keys'])
      mkdirSync(join(draft, part), { recursive: true, mode: 0o700 });
  });
  try {
    const files = await copyAll(folder, draft);
    const ledger = join(draft, 'log/ledger.db');
    const { ok, problems, size, root, vkey } = await verifyLedger(ledger);
    if (!ok) throw unsound(problems[0]?.what ?? '');
    const manifest: Manifest = {
      form: 1,
      at: now.toISOString(),
      workspace: options.workspace,
      size,
      root,
      vkey,
      deleteKeysBy: new Date(now.getTime() + keysLiveMs).toISOString().slice(0, 10),
      files,
    };
    guarded(out, () => putInPlace(draft, out, manifest));
    return manifest;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function copyAll(folder: string, draft: string): Promise<Record<string, string>> {
  for (const [name, target] of databases) {
    if (existsSync(join(folder, name))) await copyDatabase(join(folder, name), join(draft, target));
  }
  for (const [name, target] of others) {
    if (!existsSync(join(folder, name))) continue;
    copyFileSync(join(folder, name), join(draft, target));
    syncFile(join(draft, target));
  }
  const targets = [...databases, ...others].map(([, target]) => target);
  const copied = targets.filter((target) => existsSync(join(draft, target)));
  return Object.fromEntries(copied.map((target) => [target, hashOfFile(join(draft, target))]));
}

/** The manifest comes last: with it the backup counts as finished. */
function putInPlace(draft: string, out: string, manifest: Manifest): void {
  const path = join(draft, manifestName);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  for (const part of ['log', 'keys', '.']) syncFile(join(draft, part));
  if (existsSync(out)) rmSync(out, { recursive: true });
  renameSync(draft, out);
  syncFile(join(out, '..'));
}

function refuseTaken(out: string): void {
  if (!existsSync(out) || guarded(out, () => readdirSync(out)).length === 0) return;
  throw new Problem(
    'usage',
    { de: `${out} ist nicht leer.`, en: `${out} is not empty.` },
    {
      remedy: {
        de: 'Nennen Sie einen neuen Ordner, zum Beispiel mit dem Datum im Namen.',
        en: 'Name a new folder, for example with the date in its name.',
      },
    },
  );
}

function unsound(what: string): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Das Protokoll besteht die Prüfung nicht, deshalb entstand keine Sicherung: ${what}`,
      en: `The log does not pass verification, so there is no backup: ${what}`,
    },
    {
      remedy: {
        de: 'Rufen Sie „leitplanke log verify“ auf, und behalten Sie die letzte gute Sicherung.',
        en: 'Run "leitplanke log verify", and keep the last good backup.',
      },
    },
  );
}
