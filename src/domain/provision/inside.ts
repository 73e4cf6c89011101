import type { Act } from '#domain/provision/acts.ts';
import { hasPlace } from '#domain/provision/extent.ts';
import type { Instrument } from '#domain/provision/instrument.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import type { Read } from '#domain/provision/pattern.ts';
import { settle } from '#domain/provision/place.ts';
import type { Part, Place, Provision, Reading } from '#domain/provision/place.ts';

/** The provisions at these places of an instrument; nothing where not one of them fits. */
export function provisionsOf(
  id: InstrumentId,
  { value, end }: Read<readonly Place[]>,
  reading: Reading,
): Read<readonly Provision[]> | undefined {
  const provisions = value.flatMap((place) => provisionOf(id, place, reading) ?? []);
  return provisions.length === 0 ? undefined : { value: provisions, end };
}

/** The provisions at these places of an act of the EU, under its name if it has one. */
export function provisionsOfAct(
  id: InstrumentId,
  { part, known }: Act,
  places: Read<readonly Place[]>,
  reading: Reading,
): Read<readonly Provision[]> | undefined {
  if (known !== undefined) return provisionsOf(known, places, reading);
  const read = provisionsOf(id, places, reading);
  const value = read?.value.map((found) => ({ ...found, parts: [part, ...found.parts] }));
  return value && { value, end: places.end };
}

/** Tries the instruments that share a name: those first whose own words fit the place. */
export function firstReading<T>(
  ids: readonly InstrumentId[],
  read: (id: InstrumentId, reading: Reading) => T | undefined,
): T | undefined {
  for (const reading of ['strict', 'lenient'] as const) {
    for (const id of ids) {
      const found = read(id, reading);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Whether a hyphen is part of a number here, not a range. */
export function keepsHyphens({ style, country, en }: Instrument): boolean {
  return style === 'state' || country === 'FR' || en.endsWith(' USC');
}

const year = /^(?:19|20)\d\d$/;

/** Whether a number without any word can be a place of this instrument: not the "2018" of a law. */
export function canBePlace(instrument: Instrument, mark: string): boolean {
  const unit = instrument.style === 'sections' ? 'section' : 'article';
  return !year.test(mark) && hasPlace(instrument, [{ unit, mark }]) !== false;
}

function provisionOf(id: InstrumentId, place: Place, reading: Reading): Provision | undefined {
  const instrument = instruments[id];
  if (instrument.style === 'in-code') {
    const code = homeOf(instrument, place);
    return code && provisionOf(code, place, reading);
  }
  const parts = settle(place, instrument, reading);
  return parts && ownedBy(instrument, place, { instrument: id, parts });
}

function homeOf({ homes = {} }: Instrument, place: Place): InstrumentId | undefined {
  const mark = place.parts[0]?.mark ?? '';
  const [code] = Object.entries(homes).find(([, marks]) => marks.test(mark)) ?? [];
  return instrumentIds.find((id) => instruments[id].en === code);
}

// "15 USC 7704" is known as a section of the act that this part of the code holds.
function ownedBy(code: Instrument, place: Place, provision: Provision): Provision {
  const mark = place.parts[0]?.mark ?? '';
  const owner = instrumentIds.find((id) => instruments[id].homes?.[code.en]?.test(mark));
  if (owner === undefined) return provision;
  const isCited = instruments[owner].style === 'in-code';
  const within: readonly Part[] = isCited ? [{ unit: 'code', mark: code.en }] : [];
  return { instrument: owner, parts: [...within, ...provision.parts] };
}
