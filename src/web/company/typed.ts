import { confirmedDays, daysAfter, mayCountUntil, type Profile } from '#domain/company.ts';
import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Bilingual, Language } from '#domain/language.ts';
import { unfitIn } from '#domain/unfit-profile.ts';
import { words } from '#web/company/words.ts';

/** What stands in the form, right or wrong: nothing that somebody has typed gets lost. */
export type Typed = {
  readonly name: string;
  readonly seat: string;
  readonly staff: string;
  readonly markets: readonly string[];
  readonly language: string;
  readonly contact: string;
  readonly tools: string;
  /** By fact. */
  readonly practice: Readonly<Record<string, TypedPractice | undefined>>;
  readonly by: string;
  readonly until: string;
};

export type TypedPractice = {
  /** None: to be asked every time. */
  readonly values: readonly string[];
  readonly evidence: string;
  readonly isAgain: boolean;
};

/** What is wrong, by field or fact. */
export type Complaints = ReadonlyMap<string, Bilingual>;

/** The facts that a company can settle for all its campaigns. */
export function standingFacts(catalog: FactCatalog): readonly FactDefinition[] {
  return [...catalog.values()].filter((fact) => fact.standing && fact.options.length > 0);
}

/** The names of the fields of one fact. */
export const fieldsOf = (fact: string) => ({
  value: `fact:${fact}`,
  evidence: `evidence:${fact}`,
  again: `again:${fact}`,
});

/** The form as it stands before anybody has typed. */
export function typedFrom(profile: Profile | undefined, language: Language, today: string): Typed {
  const facts = Object.entries(profile?.facts ?? {});
  return {
    name: profile?.name ?? '',
    seat: profile?.seat ?? '',
    staff: profile === undefined ? '' : String(profile.staff),
    markets: profile?.markets ?? [],
    language: profile?.language ?? language,
    contact: profile?.contact ?? '',
    tools: (profile?.tools ?? []).join('\n'),
    practice: Object.fromEntries(
      facts.map(([id, { value, evidence }]) => [
        id,
        { values: [value].flat(), evidence: evidence ?? '', isAgain: false },
      ]),
    ),
    by: '',
    until: daysAfter(today, confirmedDays.usual),
  };
}

/** The form as it was sent. */
export function typedIn(form: FormData, catalog: FactCatalog): Typed {
  const { text, texts } = readerOf(form);
  return {
    name: text('name'),
    seat: text('seat'),
    staff: text('staff'),
    markets: texts('markets'),
    language: text('language'),
    contact: text('contact'),
    tools: text('tools'),
    practice: Object.fromEntries(
      standingFacts(catalog).map(({ id }) => {
        const fields = fieldsOf(id);
        const values = texts(fields.value).filter((value) => value !== '');
        const isAgain = texts(fields.again).length > 0;
        return [id, { values, evidence: text(fields.evidence), isAgain }];
      }),
    ),
    by: text('by'),
    until: text('until'),
  };
}

/** The profile that was typed, or what is wrong with it; what nobody touched keeps who confirmed it. */
export function profileFrom(
  typed: Typed,
  { before, catalog, today }: Beside,
): { readonly profile: Profile } | { readonly complaints: Complaints } {
  const facts = Object.fromEntries(
    standingFacts(catalog).flatMap((fact) => {
      const entry = practiceFrom(fact, typed, before?.facts[fact.id]);
      return entry ? [[fact.id, entry]] : [];
    }),
  );
  const profile = {
    name: typed.name,
    seat: typed.seat.toUpperCase(),
    staff: /^\d{1,9}$/.test(typed.staff) ? Number(typed.staff) : 0,
    markets: [...typed.markets],
    language: typed.language === 'en' ? ('en' as const) : ('de' as const),
    ...(typed.contact === '' ? {} : { contact: typed.contact }),
    tools: typed.tools.split('\n').flatMap((line) => line.trim() || []),
    facts,
  };
  const isConfirmed = Object.entries(facts).some(([id, entry]) => entry !== before?.facts[id]);
  const unconfirmed = complaintsOf(typed, isConfirmed ? today : undefined);
  // A missing name or a wrong day is told once, where it was typed, and not at each fact.
  const complete = unconfirmed.size === 0 ? profile : { ...profile, facts: {} };
  const unfit = unfitIn(complete, catalog).map(({ field, says }) => [field, says] as const);
  const complaints = new Map([...unfit, ...unconfirmed]);
  return complaints.size > 0 ? { complaints } : { profile };
}

type Beside = {
  readonly before: Profile | undefined;
  readonly catalog: FactCatalog;
  readonly today: string;
};

type Entry = Profile['facts'][string];

/** What is wrong with who confirms, and until when; a day is looked at where `today` is given. */
export function complaintsOf(
  { by, until = '' }: { readonly by: string; readonly until?: string },
  today?: string,
): Complaints {
  const complaints = new Map<string, Bilingual>();
  if (by === '' || by.length > 100)
    complaints.set('by', { de: words.de.byMissing, en: words.en.byMissing });
  if (today !== undefined && !mayCountUntil(until, today))
    complaints.set('until', { de: words.de.untilWrong, en: words.en.untilWrong });
  return complaints;
}

/** Reads the texts of a form, without blanks around them. */
export function readerOf(form: FormData): {
  readonly text: (field: string) => string;
  readonly texts: (field: string) => readonly string[];
} {
  const texts = (field: string) =>
    form.getAll(field).flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
  return { texts, text: (field) => texts(field).at(0) ?? '' };
}

function practiceFrom(
  { id, kind }: FactDefinition,
  { practice, by, until }: Typed,
  before: Entry | undefined,
): Entry | undefined {
  const { values, evidence, isAgain } = practice[id] ?? {
    values: [],
    evidence: '',
    isAgain: false,
  };
  const [first] = values;
  if (first === undefined) return undefined;
  const isSame =
    before !== undefined &&
    !isAgain &&
    values.join() === [before.value].flat().join() &&
    evidence === (before.evidence ?? '');
  if (isSame) return before;
  const value = kind === 'choices' ? [...values] : first;
  return { value, by, until, ...(evidence === '' ? {} : { evidence }) };
}
