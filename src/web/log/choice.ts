import { z } from 'zod';
import { Verdict } from '#domain/assessment.ts';
import type { EntryFilter, EntryKind } from '#domain/entry.ts';
import { factInRole } from '#domain/fact.ts';
import { readReference } from '#domain/reference.ts';
import { startOf } from '#web/log/moments.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    reference: (typed: string) =>
      `„${typed}“ kommt in keinem Aktenzeichen vor: Ein Aktenzeichen sieht aus wie EC-2026-7K3M-9QXZ. Geben Sie es ganz oder ein Stück davon ein.`,
    unknown: (typed: string) => `„${typed}“ steht nicht zur Wahl. Wählen Sie einen Wert der Liste.`,
    day: (typed: string) =>
      `„${typed}“ ist kein Tag des Kalenders. Schreiben Sie ihn als Jahr-Monat-Tag, zum Beispiel 2026-11-23.`,
    order: 'Der Zeitraum endet, bevor er beginnt. Vertauschen Sie „von“ und „bis“.',
  },
  en: {
    reference: (typed: string) =>
      `"${typed}" occurs in no reference: a reference looks like EC-2026-7K3M-9QXZ. Enter all of it or a piece of it.`,
    unknown: (typed: string) => `"${typed}" is not on the list. Choose one of its values.`,
    day: (typed: string) =>
      `"${typed}" is not a day of the calendar. Write it as year-month-day, for example 2026-11-23.`,
    order: 'The period ends before it begins. Swap "from" and "until".',
  },
} as const;

export const fields = [
  'reference',
  'kind',
  'verdict',
  'market',
  'release',
  'from',
  'until',
] as const;
export type Field = (typeof fields)[number];

/** Which entries somebody wants: as typed, as a filter, and what is wrong with it. */
export type Choice = {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  readonly filter: EntryFilter;
  readonly complaints: Readonly<Partial<Record<Field, string>>>;
};

/** Reads the fields of a form; an empty field chooses nothing. */
export function readChoice(fieldOf: (name: Field) => string | undefined, view: View): Choice {
  const typed: Partial<Record<Field, string>> = {};
  for (const name of fields) {
    const value = fieldOf(name)?.trim();
    if (value) typed[name] = value;
  }
  const read = fields.flatMap((name) => {
    const value = typed[name];
    return value === undefined ? [] : [{ name, ...readers[name](value, view) }];
  });
  const wrong = read.flatMap(({ name, complaint }) => (complaint ? [[name, complaint]] : []));
  const isBackwards = typed.from && typed.until && typed.until < typed.from && wrong.length === 0;
  return {
    typed,
    filter: Object.assign({}, ...read.map(({ filter }) => filter ?? {})),
    complaints: isBackwards ? { until: words[view.language].order } : Object.fromEntries(wrong),
  };
}

/** The choice as a query, for links; with more fields where they are given. */
export function queryOf({ typed }: Choice, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...typed, ...more }).toString();
  return query === '' ? '' : `?${query}`;
}

type Read = { readonly filter?: EntryFilter; readonly complaint?: string };
type Reader = (typed: string, view: View) => Read;

const readDay = (read: (day: string) => EntryFilter): Reader => {
  return (typed, { language }) =>
    z.iso.date().safeParse(typed).success
      ? { filter: read(typed) }
      : { complaint: words[language].day(typed) };
};

const readers: Readonly<Record<Field, Reader>> = {
  reference: (typed, { language }) => {
    const whole = readReference(typed);
    if (whole) return { filter: { reference: whole } };
    const part = typed.toUpperCase().replaceAll(/[\s-]/g, '');
    const exact = part.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
    return /^[0-9A-HJKMNP-TV-Z]{1,14}$/.test(exact)
      ? { filter: { referencePart: exact } }
      : { complaint: words[language].reference(typed) };
  },
  kind: (typed, { language }) =>
    isKind(typed) ? { filter: { kind: typed } } : { complaint: words[language].unknown(typed) },
  verdict: (typed, { language }) => {
    const verdict = Verdict.safeParse(typed);
    return verdict.success
      ? { filter: { verdict: verdict.data } }
      : { complaint: words[language].unknown(typed) };
  },
  market: (typed, { language, rooms }) =>
    factInRole(rooms.knowledge.facts, 'markets')?.options.some(({ id }) => id === typed)
      ? { filter: { market: typed } }
      : { complaint: words[language].unknown(typed) },
  release: (typed, { language, rooms }) => {
    if (typed === forReview) return { filter: { forReview: true } };
    const found = rooms.setUp.company().routes.find(({ route }) => routeChoice(route) === typed);
    return found
      ? { filter: { route: found.route } }
      : { complaint: words[language].unknown(typed) };
  },
  from: readDay((day) => ({ from: startOf(day) })),
  until: readDay((day) => ({ until: startOf(day, 1) })),
};

/** The choice of decisions with a point that a person has to judge. */
export const forReview = 'review';

/** The choice of decisions that are released this way. */
export function routeChoice(route: string): string {
  return `route:${route}`;
}

function isKind(text: string): text is EntryKind {
  return Object.hasOwn(terms.de.kind, text);
}
