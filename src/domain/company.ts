import { z } from 'zod';
import type { Route } from '#domain/knowledge.ts';
import { Language } from '#domain/language.ts';
import type { StandingPractice } from '#domain/settle.ts';

/** What a company has said about itself, and who releases its campaigns. */
export type Company = {
  readonly name: string;
  readonly language: Language;
  readonly markets: readonly string[];
  readonly contact?: string | undefined;
  /** The made-up company that stands in until one has been set up. */
  readonly isSample?: boolean | undefined;
  readonly practice: StandingPractice;
  readonly routes: readonly Route[];
  /** SHA-256 (hex) of profile and routes. */
  readonly version: string;
};

/** What a company puts on file about itself. */
export const Profile = z.strictObject({
  name: z.string().min(1),
  /** Country of the seat, such as DE. */
  seat: z.string().min(2),
  staff: z.int().min(1),
  markets: z.array(z.string()).min(1),
  language: Language,
  /** Whom staff ask where the assistant cannot help. */
  contact: z.string().optional(),
  tools: z.array(z.string()).default([]),
  /** Standing practice, by fact: with who confirmed it, and until when (ISO day) that counts. */
  facts: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/),
      z.strictObject({
        value: z.union([z.string(), z.array(z.string())]),
        by: z.string().min(1),
        until: z.iso.date(),
        evidence: z.string().optional(),
      }),
    )
    .default({}),
});
export type Profile = z.infer<typeof Profile>;

/** A practice whose confirmation has run out, or does so within the given number of days. */
export type Renewal = {
  readonly fact: string;
  readonly by: string;
  readonly until: string;
  readonly isOver: boolean;
};

/** What has to be confirmed again, the most urgent first. `today` is an ISO day. */
export function renewalsDue(
  practice: StandingPractice,
  today: string,
  withinDays: number,
): readonly Renewal[] {
  const horizon = daysAfter(today, withinDays);
  return Object.entries(practice)
    .filter(([, { until }]) => until <= horizon)
    .map(([fact, { by, until }]) => ({ fact, by, until, isOver: until < today }))
    .sort((one, other) => one.until.localeCompare(other.until));
}

/** Days that a confirmation counts unless somebody says otherwise, at most, and ahead of which it is due. */
export const confirmedDays = { usual: 365, most: 731, notice: 30 } as const;

/** The ISO day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a confirmation given today may count until this day (both ISO). */
export function mayCountUntil(day: string, today: string): boolean {
  return (
    z.iso.date().safeParse(day).success &&
    day >= today &&
    day <= daysAfter(today, confirmedDays.most)
  );
}
