import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '#assistant/ledger.ts';
import type { Call, Command } from '#cli/command.ts';
import type { Config } from '#config.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { StoredEntry } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';
import { openLedger, workspaceFolder } from '#house.ts';
import { verifyLedger } from '#ledger/verify.ts';

const words = {
  de: {
    empty: 'Das Protokoll ist leer.',
    erased: 'Die Texte dieses Eintrags sind gelöscht oder gesperrt.',
    intact: (size: number) => `Unversehrt: ${size} Einträge.`,
    broken: 'Das Protokoll ist BESCHÄDIGT:',
    restore:
      'Heben Sie die Datei als Beweis auf, und spielen Sie die letzte Sicherung ein, die "log verify" besteht.',
  },
  en: {
    empty: 'The log is empty.',
    erased: 'The texts of this entry have been erased or are locked.',
    intact: (size: number) => `Intact: ${size} entries.`,
    broken: 'The log is DAMAGED:',
    restore: 'Keep the file as evidence, and restore the latest backup that passes "log verify".',
  },
} as const;

/** `log list|show|verify`: the decision log as a compliance lead reads it. */
export const logCommand: Command = {
  usage: 'log list|show REF|verify [--limit 20] [--json]',
  summary: {
    de: 'Entscheidungsprotokoll lesen und prüfen',
    en: 'read and verify the decision log',
  },
  help: {
    de: 'list    die neuesten Einträge (--limit)\nshow    ein Eintrag mit seinem Text, z. B. log show EC-2026-7K3M-9QXZ\nverify  rechnet alles aus der Datei nach; Endstatus 69, wenn etwas nicht stimmt',
    en: 'list    the newest entries (--limit)\nshow    one entry with its text, e.g. log show EC-2026-7K3M-9QXZ\nverify  recomputes everything from the file; exit status 69 if anything is wrong',
  },
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  async run(call) {
    const [action, reference, ...rest] = call.words;
    const isShow = action === 'show' && reference !== undefined;
    if (
      rest.length > 0 ||
      !(isShow || ((action === 'list' || action === 'verify') && !reference))
    ) {
      const typed = ['log', ...call.words].join(' ');
      throw new Problem(
        'usage',
        { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
        {
          remedy:
            'leitplanke log list, leitplanke log show EC-2026-7K3M-9QXZ, leitplanke log verify',
        },
      );
    }
    if (action === 'verify') return verify(call);
    if (isShow) return withLedger(call, (ledger) => show(call, ledger, reference));
    const limit = limitIn(call);
    return withLedger(call, (ledger) => list(call, ledger, limit));
  },
};

/** Reading opens what is there; it never makes a new log where one was expected. */
async function withLedger(
  { config }: Call,
  work: (ledger: Pick<Ledger, 'read' | 'open'>) => Promise<number>,
): Promise<number> {
  if (!existsSync(ledgerPath(config)))
    return work({ read: async () => [], open: async () => ({}) });
  const ledger = openLedger(config);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

function limitIn({ flags }: Call): number {
  const limit = Number(flags['limit'] ?? 20);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new Problem(
    'usage',
    { de: '--limit braucht eine ganze Zahl über 0.', en: '--limit needs a whole number above 0.' },
    { remedy: 'leitplanke log list --limit 50' },
  );
}

async function list(
  { terminal, flags, language }: Call,
  ledger: Pick<Ledger, 'read'>,
  limit: number,
): Promise<number> {
  const entries = await ledger.read({ limit });
  if (entries.length === 0) terminal.out(words[language].empty);
  for (const stored of entries) {
    terminal.out(flags['json'] === true ? stored.line : lineOf(stored));
  }
  return exitStatus.done;
}

function lineOf({ index, entry }: StoredEntry): string {
  const verdict = entry.kind === 'decision' ? (entry.body.verdict ?? '-') : '-';
  const when = entry.at.slice(0, 16).replace('T', ' ');
  return [String(index).padStart(5), when, entry.ref, entry.kind.padEnd(8), verdict].join('  ');
}

async function show(
  { terminal, flags, language }: Call,
  ledger: Pick<Ledger, 'read' | 'open'>,
  typed: string,
): Promise<number> {
  const reference = readReference(typed);
  const [stored] = reference ? await ledger.read({ reference, limit: 1 }) : [];
  if (!stored) {
    throw new Problem(
      'input.missing',
      { de: `Einen Eintrag ${typed} gibt es nicht.`, en: `There is no entry ${typed}.` },
      {
        remedy: {
          de: '„leitplanke log list“ zeigt die Aktenzeichen.',
          en: '"leitplanke log list" shows the references.',
        },
      },
    );
  }
  if (flags['json'] === true) {
    terminal.out(stored.line);
    return exitStatus.done;
  }
  terminal.out(lineOf(stored));
  terminal.out(JSON.stringify(stored.entry.body, null, 2));
  const texts = Object.entries(await ledger.open(stored.entry)).filter(([name]) => name !== 'salt');
  if (texts.length === 0) terminal.out(words[language].erased);
  for (const [name, text] of texts) terminal.out(`\n${name}:\n${text}`);
  return exitStatus.done;
}

/** From the file alone, so that a log which no longer opens is still examined. */
async function verify({ config, terminal, language, flags }: Call): Promise<number> {
  const path = ledgerPath(config);
  if (!existsSync(path)) {
    terminal.out(words[language].empty);
    return exitStatus.done;
  }
  const found = await verifyLedger(path);
  if (flags['json'] === true) terminal.out(JSON.stringify(found));
  if (!found.ok) {
    const places = found.problems.map(({ index, ref, what }) =>
      [index, ref, what].filter((one) => one !== undefined).join('  '),
    );
    throw new Problem('log.damaged', [words[language].broken, ...places].join('\n  '), {
      remedy: words[language].restore,
    });
  }
  if (flags['json'] !== true) {
    terminal.out(
      `${words[language].intact(found.size)}\n  root ${found.root}\n  key  ${found.vkey}`,
    );
  }
  return exitStatus.done;
}

function ledgerPath(config: Config): string {
  return join(workspaceFolder(config), 'ledger.db');
}
