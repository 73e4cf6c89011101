import type { Instrument, Style } from '#domain/provision/instrument.ts';
import type { Part, Unit } from '#domain/provision/place.ts';

/** The canonical name, in English: `GDPR Art. 6(1)(a)`. */
export function inEnglish(instrument: Instrument, parts: readonly Part[]): string {
  const steps = parts.map((part, index) => english(part, parts[index - 1], instrument));
  return [instrument.en, ...steps].join('').trimStart();
}

/** The name as it is cited in German: `Art. 6 Abs. 1 lit. a DSGVO`. */
export function inGerman(instrument: Instrument, parts: readonly Part[]): string {
  const steps = parts.map((part) => german(part, instrument));
  const [first = '', ...rest] = steps;
  switch (instrument.style) {
    case 'articles':
    case 'sections':
      return [...steps, instrument.de].join(' ');
    case 'numbered':
      return [...rest, instrument.de, ...steps.slice(0, 1)].join(' ');
    case 'policy':
      return [instrument.de, ...steps].join(' ');
    case 'document':
      return [`${instrument.de}${gap(first)}${first}`.trimStart(), ...rest].join(' ');
    case 'us':
    case 'state':
    case 'code':
    case 'in-code':
    case 'uk-act':
    case 'uk-rules':
    case 'ad-code':
    case 'name':
      return inEnglish(instrument, parts);
  }
}

const sectionSigns: Readonly<Partial<Record<Style, string>>> = {
  'uk-act': ' s. ',
  'ad-code': ' section ',
  code: ' ',
  'in-code': ' ',
};

const englishWords: Readonly<Partial<Record<Unit, string>>> = {
  article: ' Art. ',
  recital: ' Recital ',
  schedule: ' Sch. ',
  regulation: ' reg. ',
  rule: ' rule ',
  subparagraph: ' subpara. ',
  sentence: ' sentence ',
  margin: ' para. ',
};

function english(part: Part, before: Part | undefined, instrument: Instrument): string {
  const { unit, mark } = part;
  switch (unit) {
    case 'paragraph':
    case 'letter':
    case 'item':
      return `(${mark})`;
    case 'number':
      return isDefinition(before, instrument) ? `(${mark})` : ` Nr. ${mark}`;
    case 'section':
      return `${before?.unit === 'part' ? '.' : (sectionSigns[instrument.style] ?? ' §')}${mark}`;
    case 'annex':
      return ` ${annex(instrument.style === 'sections', mark)}`;
    case 'document':
      return `${gap(mark)}${mark}`;
    case 'article':
    case 'recital':
    case 'schedule':
    case 'regulation':
    case 'rule':
    case 'clause':
    case 'code':
    case 'act':
    case 'part':
    case 'subparagraph':
    case 'sentence':
    case 'margin':
      return `${englishWords[unit] ?? ' '}${mark}`;
  }
}

const germanWords: Readonly<Partial<Record<Unit, string>>> = {
  article: 'Art. ',
  section: '§ ',
  recital: 'Erwägungsgrund ',
  paragraph: 'Abs. ',
  letter: 'lit. ',
  item: 'Ziff. ',
  subparagraph: 'UAbs. ',
  sentence: 'Satz ',
  margin: 'Rn. ',
};

function german({ unit, mark }: Part, instrument: Instrument): string {
  if (unit === 'annex') return annex(true, mark);
  if (unit === 'act') return mark.replace('EEC', 'EWG').replace('EC', 'EG');
  if (unit === 'number') return `${numberWord(instrument)} ${mark}`;
  return `${germanWords[unit] ?? ''}${mark}`;
}

function numberWord(instrument: Instrument): string {
  if (instrument.country === 'AT') return 'Z';
  return instrument.country === 'CH' ? 'Ziff.' : 'Nr.';
}

function annex(isGerman: boolean, mark: string): string {
  return `${isGerman ? 'Anhang' : 'Annex'} ${mark}`.trimEnd();
}

function isDefinition(before: Part | undefined, instrument: Instrument): boolean {
  return before?.unit === 'article' && before.mark === instrument.definitions;
}

// The Commission's numbers stand close to their series: COM(2025) 837.
function gap(mark: string): string {
  return mark.startsWith('(') ? '' : ' ';
}
