import type { types } from '@slack/bolt';
import type { Answered } from '#domain/answer.ts';
import { questionsMax } from '#domain/asking.ts';
import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { actionIds } from '#slack/action-ids.ts';
import { rowId } from '#slack/card-ids.ts';
import { cardWords } from '#slack/messages/card-words.ts';
import { buttonOf, labelMax, optionOf, rowOf } from '#slack/messages/controls.ts';
import { plain, sectionOf } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';

const buttonsMax = 4;

/** The questions that decide most, each with what answers it; `marks` gives the sources behind one. */
export function questionBlocks(
  answered: Answered,
  catalog: FactCatalog,
  marks: (ask: string) => string,
): readonly types.KnownBlock[] {
  const { language, op } = answered;
  const asked = answered.questions.slice(0, questionsMax).flatMap((id) => catalog.get(id) ?? []);
  return asked.flatMap((fact, index) => {
    const ask = fact.ask[language];
    const heading = index === 0 ? slackText`*${cardWords[language].questions}*\n` : slackText``;
    const hint = fact.hint ? slackText`\n${fact.hint[language]}` : slackText``;
    return [
      sectionOf(slackText`${heading}*${index + 1}.* ${ask} ${marks(ask)}${hint}`),
      ...rowOf(
        [
          ...answersFor(fact, language),
          buttonOf({ id: actionIds.dontKnow, label: cardWords[language].dontKnow }),
        ],
        rowId({ decision: op, fact: fact.id }),
      ),
    ];
  });
}

/** Buttons where they are few and short, else a list; what takes more than one choice gets a form. */
function answersFor(
  fact: FactDefinition,
  language: Language,
): readonly types.ActionsBlockElement[] {
  const { options } = fact;
  if (!['yes-no', 'form', 'choice'].includes(fact.kind)) {
    return [buttonOf({ id: actionIds.fill, label: cardWords[language].fill })];
  }
  const fit = options.every(({ label }) => label[language].length <= labelMax);
  if (options.length <= buttonsMax && fit) {
    return options.map(({ id, label }) =>
      buttonOf({ id: `${actionIds.state}:${id}`, label: label[language], value: id }),
    );
  }
  return [
    {
      type: 'static_select',
      action_id: actionIds.state,
      placeholder: plain(cardWords[language].choose, labelMax),
      options: options.map(({ id, label }) => optionOf(id, label[language])),
    },
  ];
}
