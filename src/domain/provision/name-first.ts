import { readAct } from '#domain/provision/acts.ts';
import { readDocument } from '#domain/provision/documents.ts';
import {
  canBePlace,
  firstReading,
  keepsHyphens,
  provisionsOf,
  provisionsOfAct,
} from '#domain/provision/inside.ts';
import type { Instrument } from '#domain/provision/instrument.ts';
import { instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import { readPlaces } from '#domain/provision/lists.ts';
import { nameBehind, namesAt } from '#domain/provision/names.ts';
import { match, pattern } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Place, Provision, Reading } from '#domain/provision/place.ts';

type References = Read<readonly Provision[]>;

// Between a law and a place of it: "GDPR's Art. 6", "UWG (Austria) §1", "DSGVO (Art. 6)".
const joint = pattern(String.raw`(?:['’]s)?\)?(?: \([^()\d]{1,24}\))?([,:]|-(?!\d)|) ?\(?`);

/** Reads an instrument and the places named behind it: "GDPR Art. 6(1)(a) and 7". */
export function readNameFirst(text: string, at: number): References | undefined {
  const named = namesAt(text, at);
  if (named === undefined) return undefined;
  const isPaused = match(joint, text, named.end)?.value[1] !== '';
  return firstReading(named.value, (id, reading) => {
    const read = readBehind(text, named.end, id, reading);
    // "under the GDPR, Art. 3 UWG": the place belongs to the law behind it.
    const isElsewhere = (isPaused || reading === 'lenient') && nameBehind(text, read?.end ?? at);
    return isElsewhere ? undefined : read;
  });
}

function readBehind(
  text: string,
  at: number,
  id: InstrumentId,
  reading: Reading,
): References | undefined {
  switch (instruments[id].style) {
    case 'name':
      return { value: [{ instrument: id, parts: [] }], end: at };
    case 'document': {
      const read = readDocument(text, at, id);
      return read && { value: [read.value], end: read.end };
    }
    case 'numbered':
      return readBehindAct(text, at, id, reading);
    case 'in-code': {
      const code = readCode(text, at);
      const read = readPlacesOf(text, code?.end ?? at, instruments[code?.value ?? id]);
      return read && provisionsOf(code?.value ?? id, read, reading);
    }
    case 'articles':
    case 'sections':
    case 'us':
    case 'state':
    case 'code':
    case 'uk-act':
    case 'uk-rules':
    case 'ad-code':
    case 'policy': {
      const read = readPlacesOf(text, at, instruments[id]);
      return read && provisionsOf(id, read, reading);
    }
  }
}

function readBehindAct(
  text: string,
  at: number,
  id: InstrumentId,
  reading: Reading,
): References | undefined {
  const act = readAct(text, at);
  if (act === undefined) return undefined;
  const { part, known } = act.value;
  const places = readPlacesOf(text, act.end, instruments[known ?? id]);
  const inside = places && provisionsOfAct(id, act.value, places, reading);
  if (inside !== undefined || known !== undefined) return inside;
  return { value: [{ instrument: id, parts: [part] }], end: act.end };
}

function readCode(text: string, at: number): Read<InstrumentId> | undefined {
  const named = namesAt(text, match(joint, text, at)?.end ?? at);
  const code = named?.value.find((id) => instruments[id].style === 'code');
  return named === undefined || code === undefined ? undefined : { value: code, end: named.end };
}

const codePart = pattern(String.raw`parts?\.? (?=\d)`);

function readPlacesOf(
  text: string,
  at: number,
  instrument: Instrument,
): Read<readonly Place[]> | undefined {
  const joined = match(joint, text, at)?.end ?? at;
  const start = (instrument.style === 'code' && match(codePart, text, joined)?.end) || joined;
  const manner = { instrumentFollows: false, hyphens: keepsHyphens(instrument) };
  const places = readPlaces(text, start, manner);
  const [first] = places?.value ?? [];
  const isClear = first?.bare === true ? isClearAlone(first, instrument, text, start) : true;
  return isClear ? places : undefined;
}

const endOfThought = pattern(String.raw` ?\d{1,5}[a-z]? ?(?:[?!.,;:)](?!\d)|$)`);
const numbered: ReadonlySet<string> = new Set(['us', 'state', 'code', 'in-code']);

// A number without any word behind a law: "TDDDG 25?" is a place, "GDPR 2018" and "GDPR 6 months" are not.
function isClearAlone(place: Place, instrument: Instrument, text: string, at: number): boolean {
  if (namesAt(text, at) !== undefined) return false;
  const mark = place.parts[0]?.mark ?? '';
  if (place.parts.length > 1 || numbered.has(instrument.style) || /^[LRD]/i.test(mark)) return true;
  return canBePlace(instrument, mark) && match(endOfThought, text, at) !== undefined;
}
