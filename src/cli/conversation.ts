import { answer } from '#assistant/answer.ts';
import type { House } from '#assistant/house.ts';
import type { Call } from '#cli/command.ts';
import type { Answered } from '#domain/answer.ts';
import { questionsMax } from '#domain/asking.ts';
import type { FactDefinition, FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Request } from '#domain/request.ts';

const words = {
  de: {
    confirm:
      'Stimmt alles, was ich verstanden habe? [j = ja, n = einzeln durchgehen, Eingabe = später] ',
    keep: 'stimmt? [j/n] ',
    choose: 'Nummer (mehrere mit Komma), ? = weiß nicht, Eingabe = überspringen: ',
    wrong: 'Bitte eine Nummer aus der Liste.',
  },
  en: {
    confirm: 'Is everything I understood correct? [y = yes, n = one by one, Enter = later] ',
    keep: 'correct? [y/n] ',
    choose: 'number (several with commas), ? = I do not know, Enter = skip: ',
    wrong: 'Please a number from the list.',
  },
} as const;

/** Confirms what was read and asks what is open, until nothing is left or the person stops. */
export async function converse(
  request: Request,
  first: Answered,
  house: House,
  call: Call,
  show: (answered: Answered) => void,
): Promise<Answered> {
  let answered = first;
  let said = request.said;
  let declined = request.declined;
  for (;;) {
    const confirmed = await confirmRead(answered, house, call);
    const asked = await askOpen(answered, house, call);
    const stated = { ...confirmed.said, ...asked.said };
    const unknown = [...confirmed.declined, ...asked.declined];
    if (Object.keys(stated).length + unknown.length === 0) return answered;
    said = { ...said, ...stated };
    declined = [...declined, ...unknown];
    answered = await answer(
      { ...request, op: house.newOperation(), follows: answered.op, said, declined },
      house,
    );
    show(answered);
  }
}

/** What a person has stated in one round, and what is not known. */
type Replies = {
  readonly said: Readonly<Record<string, FactValue>>;
  readonly declined: readonly string[];
};

async function confirmRead(
  answered: Answered,
  house: House,
  { terminal, language }: Call,
): Promise<Replies> {
  if (answered.toConfirm.length === 0) return { said: {}, declined: [] };
  const word = words[language];
  const reply = (await terminal.ask(word.confirm)).toLowerCase();
  const said: Record<string, FactValue> = {};
  const declined: string[] = [];
  for (const id of reply === '' ? [] : answered.toConfirm) {
    const value = answered.facts[id]?.value;
    const fact = house.knowledge.facts.get(id);
    if (value === undefined || !fact) continue;
    if (isYes(reply)) {
      said[id] = value;
      continue;
    }
    const shown = `${fact.ask[language]} ${labels(fact, [value].flat().map(String), language)}: ${word.keep}`;
    if (isYes((await terminal.ask(shown)).toLowerCase())) said[id] = value;
    else {
      const other = await chooseValue(fact, { terminal, language });
      if (other === 'unknown') declined.push(id);
      else if (other !== undefined) said[id] = other.value;
    }
  }
  return { said, declined };
}

async function askOpen(answered: Answered, house: House, call: Call): Promise<Replies> {
  const said: Record<string, FactValue> = {};
  const declined: string[] = [];
  for (const id of answered.questions.slice(0, questionsMax)) {
    const fact = house.knowledge.facts.get(id);
    if (!fact) continue;
    const chosen = await chooseValue(fact, call);
    if (chosen === 'unknown') declined.push(id);
    else if (chosen !== undefined) said[id] = chosen.value;
  }
  return { said, declined };
}

async function chooseValue(
  fact: FactDefinition,
  { terminal, language }: Pick<Call, 'terminal' | 'language'>,
): Promise<{ value: FactValue } | 'unknown' | undefined> {
  const word = words[language];
  terminal.out(`\n${fact.ask[language]}${fact.hint ? `\n  (${fact.hint[language]})` : ''}`);
  for (const [index, option] of fact.options.entries()) {
    terminal.out(`  ${index + 1}  ${option.label[language]}`);
  }
  for (;;) {
    const reply = await terminal.ask(word.choose);
    if (reply === '') return undefined;
    if (reply === '?') return 'unknown';
    const chosen = reply.split(',').map((one) => fact.options[Number(one.trim()) - 1]?.id);
    const valid = chosen.filter((one) => one !== undefined);
    if (valid.length === chosen.length && (fact.kind === 'choices' || valid.length === 1)) {
      return { value: fact.kind === 'choices' ? valid : (valid[0] ?? '') };
    }
    terminal.out(word.wrong);
  }
}

function labels(fact: FactDefinition, values: readonly string[], language: Language): string {
  return values
    .map((value) => fact.options.find((option) => option.id === value)?.label[language] ?? value)
    .join(', ');
}

function isYes(reply: string): boolean {
  return ['j', 'ja', 'y', 'yes'].includes(reply);
}
