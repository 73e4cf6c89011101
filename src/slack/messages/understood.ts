import type { types } from '@slack/bolt';
import type { Thread } from '#assistant/desk.ts';
import type { Answered } from '#domain/answer.ts';
import type { FactCatalog, FactValue } from '#domain/fact.ts';
import { actionIds } from '#slack/action-ids.ts';
import { rowId } from '#slack/card-ids.ts';
import { labelOf } from '#slack/fact-labels.ts';
import { cardWords } from '#slack/messages/card-words.ts';
import { buttonOf, rowOf } from '#slack/messages/controls.ts';
import type { Part } from '#slack/messages/room.ts';
import { personCalled, quoted, slackText, type SlackText } from '#slack/messages/slack-text.ts';

const quoteMax = 200;

/** What was read and waits for one click: one line for each fact, with the words it was read from. */
export function understoodPart(answered: Answered, catalog: FactCatalog): Part {
  const { language, facts } = answered;
  const word = cardWords[language];
  const lines = waitingIn(answered).map((id) => {
    const fact = facts[id];
    const statement = statementOf(id, fact?.value ?? '', catalog, answered);
    if (fact?.quote === undefined) return slackText`• ${statement}`;
    const [open, close] = word.quote;
    return slackText`• ${statement} (${open}${quoted(fact.quote, quoteMax)}${close})`;
  });
  return { id: 'understood', heading: slackText`*${word.understood}*`, lines };
}

/** The part of it that is shown, by fact: what one click confirms. */
export function shownOf(answered: Answered, lines: number): Readonly<Record<string, FactValue>> {
  const shown = waitingIn(answered).slice(0, lines);
  return Object.fromEntries(
    shown.flatMap((id) => {
      const fact = answered.facts[id];
      return fact ? [[id, fact.value]] : [];
    }),
  );
}

/** "All correct" and "Change". */
export function understoodRow({ language, op }: Answered): readonly types.ActionsBlock[] {
  const word = cardWords[language];
  return rowOf(
    [
      buttonOf({ id: actionIds.confirm, label: word.confirm, value: op, isPrimary: true }),
      buttonOf({ id: actionIds.change, label: word.change, value: op }),
    ],
    rowId({ decision: op }),
  );
}

/** Who has stated what, person by person, and what nobody knew. */
export function statedParts(
  answered: Answered,
  { given, declined }: Pick<Thread, 'given' | 'declined'>,
  catalog: FactCatalog,
): readonly Part[] {
  const word = cardWords[answered.language];
  const persons = [...new Set(Object.values(given).map(({ by }) => by))];
  const byPerson = persons.map((person) => ({
    heading: slackText`*${word.confirmedBy}* ${personCalled(person)}`,
    lines: Object.entries(given)
      .filter(([, { by }]) => by === person)
      .map(([id, { value }]) => slackText`• ${statementOf(id, value, catalog, answered)}`),
  }));
  const open = declined.flatMap((id) => catalog.get(id)?.ask[answered.language] ?? []);
  const unknown = {
    heading: slackText`*${word.declined}*`,
    lines: open.map((ask) => slackText`• ${ask}`),
  };
  return [...byPerson, unknown].map((part) => ({ id: 'stated', ...part }));
}

/** A fact as question and answer. */
function statementOf(
  id: string,
  value: FactValue,
  catalog: FactCatalog,
  { language }: Answered,
): SlackText {
  const definition = catalog.get(id);
  if (!definition) return slackText`${id}: ${String(value)}`;
  return slackText`${definition.ask[language]} *${labelOf(definition, value, language)}*`;
}

/** What somebody has answered with "I don't know" does not wait any more. */
function waitingIn({ toConfirm, declined }: Answered): readonly string[] {
  return toConfirm.filter((id) => !declined.includes(id));
}
