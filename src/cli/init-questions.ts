import type { Call } from '#cli/command.ts';
import { words } from '#cli/init-words.ts';
import { systemClock } from '#clock.ts';
import { confirmedDays, daysAfter, mayCountUntil, type Profile } from '#domain/company.ts';
import type { FactDefinition } from '#domain/fact.ts';
import { factsForMarkets } from '#domain/facts-for-markets.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { refuseNoMember } from '#set-up.ts';

/** The detail that a flag gives, or a person on the terminal. */
export async function answerFor(
  { flags, terminal }: Call,
  flag: string,
  question: string,
): Promise<string> {
  const given = flags[flag];
  if (typeof given === 'string') return given;
  if (terminal.isInteractive) return terminal.ask(question);
  throw new Problem(
    'usage',
    { de: `--${flag} fehlt.`, en: `--${flag} is missing.` },
    {
      remedy: {
        de: 'Ergänzen Sie es, oder rufen Sie init auf einem Terminal auf, das fragen kann. Mehr: leitplanke help init',
        en: 'Add it, or run init on a terminal that can ask. More: leitplanke help init',
      },
    },
  );
}

/** A list with commas that may be left out. */
export async function listFor(call: Call, flag: string, question: string): Promise<string[]> {
  const { flags, terminal } = call;
  if (flags[flag] === undefined && !terminal.isInteractive) return [];
  const answer = await answerFor(call, flag, question);
  return answer.split(',').flatMap((one) => one.trim() || []);
}

/** What is settled for all campaigns, as far as it matters in these markets. */
export async function askPractice(
  call: Call,
  knowledge: Knowledge,
  markets: readonly string[],
): Promise<Profile['facts']> {
  const { terminal, language } = call;
  if (!terminal.isInteractive) return {};
  const word = words[language];
  terminal.out(`\n${word.practice}`);
  const mattering = factsForMarkets(knowledge, markets);
  const facts = [...knowledge.facts.values()].filter(
    ({ id, standing }) => standing && mattering.has(id),
  );
  const settled = new Map<string, string | string[]>();
  for (const [index, fact] of facts.entries()) {
    terminal.out(`\n${word.progress(index + 1, facts.length)}`);
    const chosen = await choose(fact, call);
    if (typeof chosen === 'object') settled.set(fact.id, chosen.value);
  }
  if (settled.size === 0) return {};
  const confirmation = await askConfirmation(call);
  return Object.fromEntries([...settled].map(([id, value]) => [id, { value, ...confirmation }]));
}

/** Who confirms, and until when that counts: a year unless told. */
export async function askConfirmation(
  call: Call,
): Promise<{ readonly by: string; readonly until: string }> {
  const { flags, terminal, language } = call;
  const word = words[language];
  const today = systemClock.today();
  const usual = daysAfter(today, confirmedDays.usual);
  const by = await answerFor(call, 'by', word.by);
  const isAsked = terminal.isInteractive && flags['until'] === undefined;
  const said = isAsked ? await terminal.ask(word.until(usual)) : flags['until'];
  const until = typeof said === 'string' && said !== '' ? said : usual;
  if (mayCountUntil(until, today)) return { by, until };
  const most = daysAfter(today, confirmedDays.most);
  throw new Problem(
    'input.invalid',
    {
      de: `„${until}“ ist kein Tag, bis zu dem eine Bestätigung gelten kann.`,
      en: `"${until}" is not a day until which a confirmation can count.`,
    },
    {
      remedy: {
        de: `Nennen Sie einen Tag von ${today} bis ${most}, in dieser Schreibweise.`,
        en: `Name a day from ${today} to ${most}, spelt like this.`,
      },
    },
  );
}

/** What a person chooses by its number. */
export type Chosen = { readonly value: string | string[] } | 'each-time' | 'later';

/** Puts a question and its answers to a person until one of them is chosen. */
export async function choose(fact: FactDefinition, { terminal, language }: Call): Promise<Chosen> {
  const word = words[language];
  terminal.out(`${fact.ask[language]}${fact.hint ? `\n  (${fact.hint[language]})` : ''}`);
  for (const [index, option] of fact.options.entries())
    terminal.out(`  ${index + 1}  ${option.label[language]}`);
  for (;;) {
    const reply = await terminal.ask(word.number);
    if (reply === '') return 'later';
    if (reply === '-') return 'each-time';
    const numbers = reply.split(',');
    const chosen = numbers.flatMap((number) => fact.options[Number(number) - 1]?.id ?? []);
    const [first] = chosen;
    if (chosen.length === numbers.length && first !== undefined) {
      if (fact.kind === 'choices') return { value: chosen };
      if (chosen.length === 1) return { value: first };
    }
    terminal.out(word.wrong);
  }
}

/** The first compliance lead; nothing where nobody names one. */
export async function leadFor({ flags, terminal, language }: Call): Promise<string | undefined> {
  const given = flags['lead'];
  if (typeof given === 'string') {
    refuseNoMember(given);
    return given;
  }
  while (terminal.isInteractive) {
    const reply = await terminal.ask(words[language].lead);
    if (reply === '') return undefined;
    try {
      refuseNoMember(reply);
      return reply;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      terminal.out(error.toldIn(language));
    }
  }
  return undefined;
}
