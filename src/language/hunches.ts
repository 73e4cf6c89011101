import { factsIn, type Condition } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactCatalog } from '#domain/fact.ts';
import type { Example } from '#language/examples.ts';
import type { Standing } from '#language/polarity.ts';

/** Whether a phrase speaks of a part of a list, denies it, has nothing to do with it, or may do so. */
type Verdict = 'speaks' | 'denies' | 'elsewhere' | 'unknown';

/** What the phrases of the vocabulary teach about one part of a list: a verdict for each phrase. */
export type HunchLesson = {
  readonly fact: string;
  readonly option: string;
  readonly verdicts: readonly Verdict[];
};

/** How the patterns of the lexicon read a phrase: the standing of one part of a list, if they find it. */
export type ReadPart = (
  example: Example,
  fact: string,
  option: string,
) => Standing | 'cue' | undefined;

/**
 * The patterns of the lexicon know a thing by many names, never by all. So the model learns from the
 * phrases that they recognise, and from those of the facts that only matter where the thing is there.
 */
export function hunchLessons(
  examples: readonly Example[],
  facts: FactCatalog,
  controls: readonly Control[],
  listed: ReadonlySet<string>,
  read: ReadPart,
): readonly HunchLesson[] {
  const belongings = belongingsIn(controls, listed);
  return [...facts.values()]
    .filter(({ id }) => listed.has(id))
    .flatMap(({ id, options }) =>
      options
        .filter(({ exclusive }) => !exclusive)
        .map(({ id: option }) => ({
          fact: id,
          option,
          verdicts: examples.map((example) =>
            verdictOn(example, { fact: id, option }, belongings, () => read(example, id, option)),
          ),
        })),
    );
}

type Part = { readonly fact: string; readonly option: string };

/** The parts of lists that a fact may belong to, and whether it is asked for nowhere else. */
type Belonging = { readonly parts: ReadonlySet<string>; readonly isSole: boolean };

function verdictOn(
  example: Example,
  part: Part,
  belongings: ReadonlyMap<string, Belonging>,
  read: () => Standing | 'cue' | undefined,
): Verdict {
  if (example.fact === part.fact) {
    if (example.option === part.option) return 'speaks';
    // Who is on a list is often told with more than one word at once.
    return example.option === undefined || read() === undefined ? 'denies' : 'unknown';
  }
  const standing = read();
  if (standing === 'stated') return 'speaks';
  if (standing === 'denied') return 'denies';
  const belonging = belongings.get(example.fact);
  const mayBelong = belonging?.parts.has(keyOf(part)) === true;
  if (standing !== undefined) return 'unknown';
  if (!mayBelong) return 'elsewhere';
  return belonging.isSole && example.option !== undefined ? 'speaks' : 'unknown';
}

/** Facts that are asked for only where a certain part of a list is there: who speaks of them speaks of it. */
function belongingsIn(
  controls: readonly Control[],
  listed: ReadonlySet<string>,
): ReadonlyMap<string, Belonging> {
  const belongings = new Map<string, { parts: Set<string>; isSole: boolean }>();
  for (const { status, when, requires } of controls) {
    if (status !== 'in-force') continue;
    const parts = partsIn(when, listed).map(keyOf);
    const asked = [when, requires].flatMap((part) => (part ? factsIn(part) : []));
    for (const fact of new Set(asked.filter((id) => !listed.has(id)))) {
      const own = belongings.getOrInsertComputed(fact, () => ({ parts: new Set(), isSole: true }));
      for (const part of parts) own.parts.add(part);
      own.isSole &&= parts.length === 1 && own.parts.size === 1;
    }
  }
  return belongings;
}

/** The parts of lists of which a condition needs one. */
function partsIn(condition: Condition, listed: ReadonlySet<string>): readonly Part[] {
  if (condition.kind === 'all') return condition.parts.flatMap((part) => partsIn(part, listed));
  if (condition.kind !== 'is' || !listed.has(condition.fact)) return [];
  return condition.values.map((option) => ({ fact: condition.fact, option }));
}

function keyOf({ fact, option }: Part): string {
  return `${fact} ${option}`;
}
