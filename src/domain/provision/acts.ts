import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import { match, pattern, wordEnd } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Part } from '#domain/provision/place.ts';

/** An act of the EU by its number, and the instrument if it is known by a name. */
export type Act = { readonly part: Part; readonly known: InstrumentId | undefined };

const number = pattern(
  String.raw` ?(?:\((EU|EC|EEC|EG|EWG)\) )?(?:No |Nr\. )?(\d{2,4}/\d{1,4})(?:/(EU|EC|EEC|EG|EWG))?${wordEnd}`,
);

/** Reads the number of an act of the EU: "(EU) 2024/900", "2002/58/EG". */
export function readAct(text: string, at: number): Read<Act> | undefined {
  const read = match(number, text, at);
  const [, before, digits, behind] = read?.value ?? [];
  if (read === undefined || digits === undefined) return undefined;
  const start = before === undefined ? '' : `(${inEnglish(before)}) `;
  const rest = behind === undefined ? '' : `/${inEnglish(behind)}`;
  const part: Part = { unit: 'act', mark: `${start}${digits}${rest}` };
  const known = instrumentIds.find((id) => instruments[id].act === digits);
  return { value: { part, known }, end: read.end };
}

function inEnglish(community: string): string {
  return community.toUpperCase().replace('EWG', 'EEC').replace('EG', 'EC');
}
