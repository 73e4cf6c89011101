import { z } from 'zod';
import { Profile } from '#domain/company.ts';
import { factInRole, type FactCatalog, type FactDefinition } from '#domain/fact.ts';
import type { Bilingual } from '#domain/language.ts';

/** One detail of a profile that cannot be taken. */
export type Unfit = {
  /** A field of the profile, or a fact of its standing practice. */
  readonly field: string;
  readonly says: Bilingual;
  /** What was given and what could have been, where it is one name out of a list. */
  readonly given?: string | undefined;
  readonly known?: readonly string[] | undefined;
};

/** What each field of a profile has to be. */
const expected: Readonly<Record<string, Bilingual>> = {
  name: { de: 'Der Name der Firma fehlt.', en: 'The name of the company is missing.' },
  seat: {
    de: 'Nennen Sie das Land des Sitzes, zum Beispiel DE.',
    en: 'Name the country of the seat, such as DE.',
  },
  staff: {
    de: 'Die Zahl der Beschäftigten ist eine ganze Zahl ab 1.',
    en: 'The number of staff is a whole number from 1.',
  },
  markets: { de: 'Nennen Sie mindestens einen Markt.', en: 'Name at least one market.' },
  language: {
    de: 'Die Sprache ist Deutsch (de) oder Englisch (en).',
    en: 'The language is German (de) or English (en).',
  },
  contact: {
    de: 'Der Kontakt ist ein Name oder eine Adresse.',
    en: 'The contact is a name or an address.',
  },
  tools: { de: 'Nennen Sie die Werkzeuge mit Namen.', en: 'Name the tools.' },
};

const confirmation: Bilingual = {
  de: 'Eine Bestätigung braucht eine Antwort, einen Namen und einen Tag, bis zu dem sie gilt.',
  en: 'A confirmation needs an answer, a name, and a day until which it counts.',
};

/** What does not fit in a profile that somebody has handed in: its shape first, then its names. */
export function unfitIn(profile: unknown, catalog: FactCatalog): readonly Unfit[] {
  const read = Profile.safeParse(profile);
  if (read.success) return unknownIn(read.data, catalog);
  const fields = read.error.issues.map(({ path: [field = '', fact = field] }) =>
    field === 'facts'
      ? { field: String(fact), says: confirmation }
      : { field: String(field), says: expected[String(field)] ?? plainly(String(field)) },
  );
  const markets = Markets.safeParse(profile).data?.markets ?? [];
  const each = new Map(fields.map((one) => [one.field, one]));
  return [...each.values(), ...unknownMarkets(markets, catalog)];
}

/** Of a profile whose other fields may be amiss. */
const Markets = z.looseObject({ markets: Profile.shape.markets });

/** What a profile names that the vocabulary does not know. */
export function unknownIn(profile: Profile, catalog: FactCatalog): readonly Unfit[] {
  return [
    ...unknownMarkets(profile.markets, catalog),
    ...Object.entries(profile.facts).flatMap(([id, { value }]) => {
      const fact = catalog.get(id);
      return fact ? unfitPractice(fact, value) : [unknownFact(id, [...catalog.keys()])];
    }),
  ];
}

function unknownMarkets(markets: readonly string[], catalog: FactCatalog): readonly Unfit[] {
  const known = factInRole(catalog, 'markets')?.options.map((option) => option.id) ?? [];
  const list = known.join(' ');
  return markets
    .filter((market) => !known.includes(market))
    .map((market) => ({
      field: 'markets',
      says: {
        de: `den Markt „${market}“ gibt es nicht; es gibt ${list}`,
        en: `unknown market "${market}"; known are ${list}`,
      },
    }));
}

function unknownFact(id: string, known: readonly string[]): Unfit {
  const says = { de: `den Sachverhalt „${id}“ gibt es nicht`, en: `unknown fact "${id}"` };
  return { field: id, says, given: id, known };
}

function unfitPractice(fact: FactDefinition, value: string | readonly string[]): readonly Unfit[] {
  const field = fact.id;
  if (!fact.standing) {
    return [
      {
        field,
        says: {
          de: `„${field}“ betrifft eine einzelne Kampagne, nicht die ständige Praxis`,
          en: `"${field}" is about one campaign, not standing practice`,
        },
      },
    ];
  }
  // Two answers to a question that has one would both count as true.
  if (typeof value === 'object' && fact.kind !== 'choices') {
    return [
      { field, says: { de: `„${field}“ hat nur eine Antwort`, en: `"${field}" has one answer` } },
    ];
  }
  const known = fact.options.map((option) => option.id);
  return [value]
    .flat()
    .filter((option) => !known.includes(option))
    .map((given) => ({
      field,
      says: {
        de: `„${field}“ hat keine Antwort „${given}“`,
        en: `"${field}" has no option "${given}"`,
      },
      given,
      known,
    }));
}

function plainly(field: string): Bilingual {
  return { de: `„${field}“ gehört nicht in ein Profil`, en: `"${field}" is not part of a profile` };
}
