import { readAct } from '#domain/provision/acts.ts';
import type { Manner } from '#domain/provision/grammar.ts';
import {
  canBePlace,
  firstReading,
  keepsHyphens,
  provisionsOf,
  provisionsOfAct,
} from '#domain/provision/inside.ts';
import type { Instrument } from '#domain/provision/instrument.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import { readPlaces } from '#domain/provision/lists.ts';
import { firstNameBetween, nameBehind, namesAt } from '#domain/provision/names.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Place, Provision, Reading } from '#domain/provision/place.ts';

type Places = Read<readonly Place[]>;
type References = Read<readonly Provision[]>;

const manner: Manner = { instrumentFollows: true, hyphens: false };

/** Reads places and the instrument named behind them: "Art. 6 Abs. 1 lit. a und Art. 7 DSGVO". */
export function readPlaceFirst(text: string, at: number): References | undefined {
  const places = readPlaces(text, at, manner);
  if (places === undefined || isRestOfNumber(text, at)) return undefined;
  const named = nameBehind(text, places.end);
  const read =
    named &&
    firstReading(named.value, (id, reading) =>
      readBefore(text, at, { places, id, reading, end: named.end }),
    );
  return read ?? withoutName(places) ?? { value: [], end: firstNameBetween(text, at, places.end) };
}

type Before = {
  readonly places: Places;
  readonly id: InstrumentId;
  readonly reading: Reading;
  readonly end: number;
};

function readBefore(
  text: string,
  at: number,
  { places, id, reading, end }: Before,
): References | undefined {
  const instrument = instruments[id];
  if (instrument.style === 'numbered') {
    const act = readAct(text, end);
    return act && provisionsOfAct(id, act.value, { ...places, end: act.end }, reading);
  }
  const exact = keepsHyphens(instrument)
    ? readPlaces(text, at, { ...manner, hyphens: true })
    : places;
  if (exact?.end !== places.end || !isClear(exact, instrument, text)) return undefined;
  return provisionsOf(id, { ...exact, end }, reading);
}

// A number without any word before a law: "7a UWG" is a place; "3 GDPR issues" and "EUR 300 under the
// UWG" are not.
function isClear({ value, end }: Places, instrument: Instrument, text: string): boolean {
  const [place] = value;
  if (place === undefined || !place.bare || place.parts.length > 1) return true;
  const mark = place.parts[0]?.mark ?? '';
  if (value.length > 1 || namesAt(text, end + 1) === undefined) return false;
  return /[a-z.]/i.test(mark) || (instrument.style === 'sections' && canBePlace(instrument, mark));
}

// "3,000" and "25-1" are one number each.
function isRestOfNumber(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at)) && /[\d.,–-]/.test(text.charAt(at - 1));
}

const unmistakable = instrumentIds.flatMap((id) => {
  const { style, homes = {} } = instruments[id];
  return style === 'us' ? Object.values(homes).map((marks) => ({ id, marks })) : [];
});

// "1798.120" is said without its law, because no other law has such numbers.
function withoutName({ value, end }: Places): References | undefined {
  const owners = unmistakable.flatMap(({ id, marks }) => {
    const own = value.filter(({ parts }) => marks.test(parts[0]?.mark ?? ''));
    return provisionsOf(id, { value: own, end }, 'lenient') ?? [];
  });
  return owners[0];
}
