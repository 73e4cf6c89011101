import type { Desk } from '#assistant/desk.ts';
import { erasableOf, erasePerson, type Erasable } from '#assistant/erase-person.ts';
import { personalData } from '#assistant/export-person.ts';
import { recordExport } from '#assistant/record-export.ts';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { insistWritable, writeWhole } from '#cli/log/evidence-zip.ts';
import { openedLedger } from '#cli/log/opened-store.ts';
import { companyFilesNaming, personsOnHold } from '#cli/privacy-files.ts';
import { privacyWords } from '#cli/privacy-words.ts';
import { recordsIn } from '#cli/records.ts';
import { Problem } from '#domain/problem.ts';
import { openDesk } from '#house.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { fileSetUp } from '#set-up.ts';

/** `privacy`: hands over or erases what is held about one person. */
export const privacyCommand: Command = {
  usage: [
    'privacy export --user ID [--out FILE.json]',
    'privacy erase --user ID [--dry-run] [--json]',
  ].join('\n       leitplanke '),
  summary: {
    de: 'Daten einer Person herausgeben oder löschen',
    en: 'hand over or erase the data of a person',
  },
  help: {
    de: [
      'export  alles über eine Person (Slack-Kennung, etwa U0ERIKA) als JSON, Texte im Klartext',
      'erase   vergisst eine Person: Pseudonyme, Schlüssel, Gespräche, Rückfragen; das Protokoll bleibt prüfbar',
      '        --dry-run zählt nur; Kennungen in legal-hold.txt (Ordner des Workspace) sind gesperrt',
      'Beides steht danach im Protokoll.',
    ].join('\n'),
    en: [
      'export  all about a person (Slack id, such as U0ERIKA) as JSON, texts in clear',
      'erase   forgets a person: pseudonyms, keys, conversations, cases; the log can still be verified',
      '        --dry-run only counts; ids in legal-hold.txt (folder of the workspace) are on hold',
      'Both are on record in the log afterwards.',
    ].join('\n'),
  },
  options: {
    user: { type: 'string' },
    out: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(call) {
    const [action, ...rest] = call.words;
    const { user } = call.flags;
    const isWhole = rest.length === 0 && typeof user === 'string' && user !== '';
    if (isWhole && action === 'export') return handOver(call, user);
    if (isWhole && action === 'erase') return erase(call, user);
    const typed = ['privacy', ...call.words].join(' ');
    throw new Problem(
      'usage',
      {
        de: `„${typed}“ ist kein Befehl, oder --user fehlt.`,
        en: `"${typed}" is not a command, or --user is missing.`,
      },
      {
        remedy: 'leitplanke privacy export --user U0ERIKA, leitplanke privacy erase --user U0ERIKA',
      },
    );
  },
};

async function handOver(call: Call, person: string): Promise<number> {
  const { config, terminal, flags, language } = call;
  const { out } = flags;
  if (typeof out === 'string') insistWritable(out);
  return withStores(call, async (stores) => {
    const data = await personalData(person, stores);
    const [first, last] = [data.entries.at(0)?.index ?? 0, data.entries.at(-1)?.index ?? 0];
    await recordExport(
      { format: 'person', first, last },
      recordsIn({ config }, stores.ledger),
      'terminal',
    );
    const text = `${JSON.stringify(data, null, 2)}\n`;
    if (typeof out !== 'string') terminal.out(text.trimEnd());
    else {
      await writeWhole(out, async (write) => write(Buffer.from(text)));
      terminal.out(privacyWords[language].written(out));
    }
    return exitStatus.done;
  });
}

async function erase(call: Call, person: string): Promise<number> {
  const { config, terminal, flags, language } = call;
  const word = privacyWords[language];
  return withStores(call, async (stores) => {
    const held = await erasableOf(person, stores);
    const isDry = flags['dry-run'] === true;
    const reference = isDry ? undefined : await eraseNow(call, person, stores);
    const left = companyFilesNaming(person, config);
    if (flags['json'] === true) {
      terminal.out(
        JSON.stringify({ person, erased: !isDry, reference: reference ?? null, ...held, left }),
      );
      return exitStatus.done;
    }
    if (Object.values(held).every((count) => count === 0)) terminal.out(word.nothing(person));
    else {
      terminal.out(reference === undefined ? word.would(person) : word.erased(person, reference));
      terminal.out(linesOf(held, word.parts));
      if (!isDry) terminal.err(word.limits);
    }
    if (left.length > 0) terminal.err(word.left(left));
    return exitStatus.done;
  });
}

type Stores = {
  readonly ledger: LedgerStore;
  readonly desk: Desk;
  readonly workspace: string;
};

async function eraseNow(
  { config }: Call,
  person: string,
  stores: Stores,
): Promise<string | undefined> {
  const house = recordsIn({ config }, stores.ledger);
  const { knowledge } = house;
  const setUp = fileSetUp({ config, knowledge, house, desk: stores.desk, place: 'terminal' });
  return erasePerson(person, { ...stores, house, setUp, onHold: personsOnHold(config) });
}

async function withStores<T>(call: Call, work: (stores: Stores) => Promise<T>): Promise<T> {
  return openedLedger(call, async (ledger) => {
    const desk = await openDesk(call.config);
    try {
      return await work({ ledger, desk, workspace: call.config.workspace });
    } finally {
      await desk.close();
    }
  });
}

function linesOf(held: Erasable, parts: Readonly<Record<keyof Erasable, string>>): string {
  const names: readonly (keyof Erasable)[] = [
    'pseudonyms',
    'keys',
    'entries',
    'threads',
    'statements',
    'cases',
    'feedback',
    'roles',
  ];
  return names.map((name) => `${String(held[name]).padStart(7)}  ${parts[name]}`).join('\n');
}
