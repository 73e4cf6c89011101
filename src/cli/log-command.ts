import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { StoredEntry } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';
import { openLedger, workspaceFolder } from '#house.ts';
import type { LedgerStore } from '#ledger/store.ts';

const words = {
  de: {
    empty: 'Das Protokoll ist leer.',
    erased: 'Die Texte dieses Eintrags sind gelöscht oder gesperrt.',
    intact: (size: number) => `Unversehrt: ${size} Einträge.`,
    broken: 'BESCHÄDIGT:',
  },
  en: {
    empty: 'The log is empty.',
    erased: 'The texts of this entry have been erased or are locked.',
    intact: (size: number) => `Intact: ${size} entries.`,
    broken: 'DAMAGED:',
  },
} as const;

/** `log list|show|verify`: the decision log as a compliance lead reads it. */
export const logCommand: Command = {
  usage: 'log list|show REF|verify [--limit 20] [--json]',
  summary: { de: 'Entscheidungsprotokoll lesen und prüfen', en: 'read and verify the decision log' },
  help: {
    de: 'list    die neuesten Einträge (--limit)\nshow    ein Eintrag mit seinem Text, z. B. log show EC-2026-7K3M-9QXZ\nverify  rechnet alles aus der Datei nach; Endstatus 69, wenn etwas nicht stimmt',
    en: 'list    the newest entries (--limit)\nshow    one entry with its text, e.g. log show EC-2026-7K3M-9QXZ\nverify  recomputes everything from the file; exit status 69 if anything is wrong',
  },
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  async run(call) {
    const [action, reference, ...rest] = call.words;
    const isShow = action === 'show' && reference !== undefined;
    if (rest.length > 0 || !(isShow || ((action === 'list' || action === 'verify') && !reference))) {
      throw new Problem('usage', `"log ${call.words.join(' ')}" is not a command.`, {
        remedy: 'Use "log list", "log show REF" or "log verify".',
      });
    }
    return withLedger(call, async (ledger) => {
      if (isShow) return show(call, ledger, reference);
      return action === 'list' ? list(call, ledger) : verify(call, ledger);
    });
  },
};

/** Reading opens what is there; it never makes a new log where one was expected. */
async function withLedger(
  { config, terminal, language }: Call,
  work: (ledger: LedgerStore) => Promise<number>,
): Promise<number> {
  if (!existsSync(join(workspaceFolder(config), 'ledger.db'))) {
    terminal.out(words[language].empty);
    return exitStatus.done;
  }
  const ledger = openLedger(config);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function list({ terminal, flags, language }: Call, ledger: LedgerStore): Promise<number> {
  const limit = Number(flags['limit'] ?? 20);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new Problem('usage', '--limit needs a whole number above 0.', { remedy: 'log list --limit 50' });
  }
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
  ledger: LedgerStore,
  typed: string,
): Promise<number> {
  const reference = readReference(typed);
  const [stored] = reference ? await ledger.read({ reference, limit: 1 }) : [];
  if (!stored) {
    throw new Problem('input.missing', `There is no entry ${typed}.`, {
      remedy: 'leitplanke log list shows the references.',
    });
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

async function verify({ terminal, language, flags }: Call, ledger: LedgerStore): Promise<number> {
  const found = await ledger.verify();
  if (flags['json'] === true) terminal.out(JSON.stringify(found));
  else if (found.ok) {
    terminal.out(`${words[language].intact(found.size)}\n  root ${found.root}\n  key  ${found.vkey}`);
  } else {
    terminal.err(words[language].broken);
    for (const { index, ref, what } of found.problems) {
      terminal.err(`  ${[index, ref, what].filter((one) => one !== undefined).join('  ')}`);
    }
  }
  return found.ok ? exitStatus.done : exitStatus.unavailable;
}

