import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { openedLedger } from '#cli/log/opened-store.ts';
import { replayWords } from '#cli/log/replay-words.ts';
import type { Ledger } from '#assistant/ledger.ts';
import type { StoredEntry } from '#domain/entry.ts';
import { impactOf, type Impact } from '#domain/impact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { factsOf, topicsOf } from '#domain/logged-facts.ts';
import { Problem } from '#domain/problem.ts';
import { verdictNames } from '#domain/verdict-words.ts';
import type { Language } from '#domain/language.ts';
import { loadKnowledge } from '#knowledge/load.ts';

/** `log impact`: the decisions that another rule base would change, so that their owners can be told. */
export const impact: LogAction = {
  usage: 'impact --knowledge FOLDER [--json]',
  help: {
    de: 'Entscheidungen, die mit einem anderen Regelwerk anders herauskämen (--knowledge ORDNER)',
    en: 'decisions that another rule base would change (--knowledge FOLDER)',
  },
  operands: [0, 0],
  async run(call) {
    const { config, terminal, language, flags } = call;
    const folder = flags['knowledge'];
    if (typeof folder !== 'string' || folder === '') throw noFolder();
    const [present, other] = [loadKnowledge(config.knowledgeFolder), loadKnowledge(folder)];
    return openedLedger(call, async (ledger) => {
      const found = await impactOn(ledger, present, other);
      if (flags['json'] === true) {
        terminal.out(JSON.stringify({ before: present.version, after: other.version, ...found }));
        return exitStatus.done;
      }
      for (const one of found.changed) terminal.out(lineOf(one, [other, present], language));
      terminal.out(replayWords[language].impact(found.changed.length, found.decisions));
      return exitStatus.done;
    });
  },
};

/** A decision that comes out otherwise; the pseudonym leads to the person to be told. */
type Changed = Omit<Impact, 'campaign'> & {
  readonly reference: string;
  readonly at: string;
  readonly pseudonym: string;
  /** What was said then; the rule base may have changed since. */
  readonly recorded: string | null;
};

async function impactOn(
  ledger: Pick<Ledger, 'read'>,
  before: Knowledge,
  after: Knowledge,
): Promise<{ readonly decisions: number; readonly changed: readonly Changed[] }> {
  const changed: Changed[] = [];
  const limit = 100;
  let decisions = 0;
  for (let newest: number | undefined; ;) {
    const page = await ledger.read({ kind: 'decision', before: newest, limit });
    changed.push(...page.flatMap((stored) => changedBy(stored, before, after)));
    decisions += page.length;
    newest = page.at(-1)?.index;
    if (page.length < limit) return { decisions, changed };
  }
}

function changedBy({ entry }: StoredEntry, before: Knowledge, after: Knowledge): Changed[] {
  if (entry.kind !== 'decision') return [];
  const { ref: reference, at, pseudonym, body } = entry;
  const campaign = { id: reference, facts: factsOf(body), asOf: body.asOf, topics: topicsOf(body) };
  return impactOf([campaign], before, after).map((found) => ({
    reference,
    at,
    pseudonym,
    recorded: body.verdict,
    before: found.before,
    after: found.after,
    controls: found.controls,
  }));
}

function lineOf(
  { reference, at, before, after, controls }: Changed,
  bases: readonly Knowledge[],
  language: Language,
): string {
  const names = verdictNames[language];
  const all = bases.flatMap((base) => base.controls);
  const titles = controls.map((id) => all.find((one) => one.id === id)?.title[language] ?? id);
  return `${reference}  ${at.slice(0, 10)}  ${names[before]} → ${names[after]}\n  ${replayWords[language].controls} ${titles.join('; ')}`;
}

function noFolder(): Problem {
  return new Problem(
    'usage',
    { de: '--knowledge fehlt.', en: '--knowledge is missing.' },
    { remedy: 'leitplanke log impact --knowledge other/knowledge' },
  );
}
