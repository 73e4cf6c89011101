import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import { match, pattern, wordEnd } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Part, Provision } from '#domain/provision/place.ts';

const fileNumbers: ReadonlyMap<InstrumentId, RegExp> = new Map(
  instrumentIds.flatMap((id) => {
    const { number } = instruments[id];
    return number === undefined
      ? []
      : [[id, pattern(String.raw` ?(${number.source})${wordEnd}`, 'uy')] as const];
  }),
);

const margin = pattern(String.raw`,? (?:paras?|paragraphs?|rn|rdnr)\.? ?(\d{1,4})${wordEnd}`);

/** Reads the file number of a judgment or paper, and the paragraph in it. */
export function readDocument(
  text: string,
  at: number,
  id: InstrumentId,
): Read<Provision> | undefined {
  const tried = fileNumbers.get(id);
  const read = tried && match(tried, text, at);
  const mark = read?.value[1]?.replace(/^[a-z](?=-)/, (letter) => letter.toUpperCase());
  if (read === undefined || mark === undefined) return undefined;
  const inside = match(margin, text, read.end);
  const paragraph: readonly Part[] = inside
    ? [{ unit: 'margin', mark: inside.value[1] ?? '' }]
    : [];
  const parts: readonly Part[] = [{ unit: 'document', mark }, ...paragraph];
  return { value: { instrument: id, parts }, end: inside?.end ?? read.end };
}
