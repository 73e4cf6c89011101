import type { Instrument } from '#domain/provision/instrument.ts';
import type { Part } from '#domain/provision/place.ts';
import { inEnglish } from '#domain/provision/spelling.ts';

/** Whether the instrument has such a place; undefined where its extent is not known. */
export function hasPlace(instrument: Instrument, parts: readonly Part[]): boolean | undefined {
  const known = parts.map((part, index) => {
    const whole = inEnglish(instrument, parts.slice(0, index)).slice(instrument.en.length + 1);
    return isWithin(part.mark, instrument.ends?.[index === 0 ? part.unit : whole]);
  });
  if (known.includes(false)) return false;
  return known.length > 0 && known.every((answer) => answer === true) ? true : undefined;
}

// Laws are amended by inserting: whether there is a "6a" this table cannot know.
function isWithin(mark: string, end: number | string | undefined): boolean | undefined {
  if (end === undefined) return undefined;
  if (typeof end === 'string') return /^[a-z]$/.test(mark) ? mark <= end : undefined;
  const number = Number.parseFloat(mark);
  if (Number.isNaN(number)) return undefined;
  if (number > end || number < 1) return false;
  return /^[\d.]+$/.test(mark) ? true : undefined;
}
