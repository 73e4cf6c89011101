import type { Ledger } from '#assistant/ledger.ts';
import { replay as replayed, type KnowledgeSource, type Replay } from '#assistant/replay.ts';
import type { DecisionEntry } from '#assistant/replay-message.ts';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { openedLedger } from '#cli/log/opened-store.ts';
import { replayWords } from '#cli/log/replay-words.ts';
import { noSuchEntry } from '#cli/log/show.ts';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';
import { buildHouse } from '#house.ts';
import { knowledgeIn } from '#knowledge/bundle.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** `log replay`: reckons decisions anew from their entries and tells what comes out otherwise. */
export const replay: LogAction = {
  usage: 'replay REF|--all [--messages] [--json]',
  help: {
    de: 'rechnet eine Entscheidung (oder alle: --all) aus ihrem Eintrag neu; --messages schreibt auch die Nachricht neu; Endstatus 69 bei Abweichung',
    en: 'recomputes a decision (or --all) from its entry; --messages also rewrites its message; exit status 69 if anything differs',
  },
  operands: [0, 1],
  async run(call, [typed]) {
    if ((typed === undefined) === (call.flags['all'] !== true)) throw neitherNorBoth();
    return openedLedger(call, async (ledger) => {
      const knowledgeOf = knowledgeFrom(call, ledger);
      const decisions = typed === undefined ? allDecisions(ledger) : oneDecision(ledger, typed);
      const house = await houseFor(call, ledger);
      const counts = { same: 0, different: 0, 'not-replayable': 0, erased: 0, rewritten: 0 };
      const wanting = new Set<string>();
      for await (const entry of decisions) {
        const found = await replayed(entry, ledger, knowledgeOf, house);
        counts[found.outcome] += 1;
        if (found.message === 'erased') counts.erased += 1;
        if (found.message === 'rewritten') counts.rewritten += 1;
        if (found.outcome === 'not-replayable') wanting.add(found.knowledge);
        tell(call, found, typed !== undefined);
      }
      return conclude(call, counts, wanting);
    });
  },
};

type Counts = Readonly<Record<Replay['outcome'] | 'erased' | 'rewritten', number>>;

/** Who writes messages anew; it takes the reader, so only where that is asked for. */
async function houseFor({ config, flags, terminal }: Call, ledger: Ledger) {
  if (flags['messages'] !== true) return undefined;
  return buildHouse(config, { ledger, progress: terminal.err });
}

/** The version in use, or one that is kept in the log; the last one found stays at hand. */
function knowledgeFrom({ config }: Call, ledger: Pick<LedgerStore, 'blob'>): KnowledgeSource {
  const present = loadKnowledge(config.knowledgeFolder);
  const kept = new Map([[present.version, present]]);
  const missing = new Set<string>();
  return async (version) => {
    if (missing.has(version)) return undefined;
    const known = kept.get(version);
    if (known) return known;
    const blob = await ledger.blob(version);
    const found = blob && knowledgeIn(blob.bytes, version);
    if (found) kept.set(version, found);
    else missing.add(version);
    return found;
  };
}

async function* allDecisions(ledger: Pick<Ledger, 'read'>): AsyncGenerator<DecisionEntry> {
  const limit = 100;
  for (let after = -1; ;) {
    const page = await ledger.read({ kind: 'decision', after, oldestFirst: true, limit });
    for (const { entry } of page) if (entry.kind === 'decision') yield entry;
    after = page.at(-1)?.index ?? after;
    if (page.length < limit) return;
  }
}

async function* oneDecision(
  ledger: Pick<Ledger, 'read'>,
  typed: string,
): AsyncGenerator<DecisionEntry> {
  const reference = readReference(typed);
  const [stored] = reference ? await ledger.read({ reference, limit: 1 }) : [];
  if (!stored) throw noSuchEntry(typed);
  if (stored.entry.kind !== 'decision') throw notADecision(typed);
  yield stored.entry;
}

/** Every difference is told; what came out the same only where one was asked for. */
function tell({ terminal, flags, language }: Call, found: Replay, isAlone: boolean): void {
  if (flags['json'] === true) {
    if (isAlone || found.outcome !== 'same') terminal.out(JSON.stringify(found));
    return;
  }
  const word = replayWords[language];
  if (isAlone) {
    terminal.out(
      `${found.reference}  ${word.outcome[found.outcome]}; ${word.message[found.message]}`,
    );
  }
  for (const { what, recorded, replayed: now } of found.differences) {
    terminal.out(
      `${found.reference}  ${word.parts[what]}\n  ${word.was}  ${recorded}\n  ${word.is}  ${now}`,
    );
  }
}

function conclude(
  { terminal, flags, language }: Call,
  counts: Counts,
  wanting: ReadonlySet<string>,
): number {
  const word = replayWords[language];
  if (flags['json'] === true) terminal.out(JSON.stringify({ ...counts, wanting: [...wanting] }));
  else
    terminal.out(
      word.counts(counts.same, counts.different, counts['not-replayable'], counts.erased),
    );
  if (flags['messages'] === true && flags['json'] !== true) {
    terminal.out(word.rewritten(counts.rewritten));
  }
  for (const version of wanting) terminal.err(word.wanting(version));
  // What was not reckoned has not passed.
  const isNothingReckoned = counts.same === 0 && counts['not-replayable'] > 0;
  return counts.different > 0 || isNothingReckoned ? exitStatus.unavailable : exitStatus.done;
}

function neitherNorBoth(): Problem {
  return new Problem(
    'usage',
    {
      de: '„log replay“ braucht ein Aktenzeichen oder --all.',
      en: '"log replay" needs a reference or --all.',
    },
    { remedy: 'leitplanke log replay EC-2026-7K3M-9QXZ, leitplanke log replay --all' },
  );
}

function notADecision(typed: string): Problem {
  return new Problem(
    'input.invalid',
    {
      de: `${typed} ist keine Entscheidung über eine Kampagne: Da ist nichts neu zu rechnen.`,
      en: `${typed} is not a decision on a campaign: there is nothing to recompute.`,
    },
    {
      remedy: {
        de: '„leitplanke log list“ zeigt in der vierten Spalte die Art.',
        en: '"leitplanke log list" shows the kind in the fourth column.',
      },
    },
  );
}
