import { Problem } from '#domain/problem.ts';

/** One thing that is wrong in a knowledge file, where, and what was probably meant. */
export type Fault = {
  readonly file: string;
  readonly line?: number | undefined;
  readonly message: string;
  readonly suggestion?: string | undefined;
};

/** One line for a person: `controls/de/x.yaml:7: unknown fact "chanel" (did you mean "channels"?)`. */
export function faultLine({ file, line, message, suggestion }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${message}${suggestion ? ` (did you mean "${suggestion}"?)` : ''}`;
}

const shownMax = 40;

/** The refusal to start on half a rule base. */
export function knowledgeProblem(faults: readonly Fault[], folder: string): Problem {
  const shown = faults.slice(0, shownMax).map(faultLine);
  const more = faults.length > shownMax ? [`... and ${faults.length - shownMax} more`] : [];
  return new Problem(
    'knowledge.invalid',
    [`The knowledge in ${folder} has ${faults.length} fault(s):`, ...shown, ...more].join('\n  '),
    { remedy: 'Mend the lines named above, then run "leitplanke knowledge check".' },
  );
}

/** The known name nearest to a misspelt one, if any is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (!best || distance < best.distance) best = { name: candidate, distance };
  }
  return best && best.distance <= Math.max(2, name.length / 3) ? best.name : undefined;
}

/** Levenshtein distance. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, match] of [...other].entries()) {
      const swap = (row[j] ?? 0) + (letter === match ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
