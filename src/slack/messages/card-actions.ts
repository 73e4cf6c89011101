import type { types } from '@slack/bolt';
import type { Thread } from '#assistant/desk.ts';
import type { Answered } from '#domain/answer.ts';
import { factInRole, type FactCatalog } from '#domain/fact.ts';
import { actionIds } from '#slack/action-ids.ts';
import { cardWords } from '#slack/messages/card-words.ts';
import { buttonOf, labelMax, rowOf } from '#slack/messages/controls.ts';
import { plain } from '#slack/messages/message.ts';

/** What one can do with an answer. */
export function actionsRow(
  answered: Answered,
  thread: Pick<Thread, 'given' | 'declined' | 'origin'>,
  more: { readonly hasChange: boolean; readonly catalog: FactCatalog },
): readonly types.ActionsBlock[] {
  const { op, language, verdict } = answered;
  const word = cardWords[language];
  const isStated = Object.keys(thread.given).length > 0 || thread.declined.length > 0;
  const isUrgent = verdict !== null && verdict !== 'allowed';
  return rowOf([
    buttonOf({
      id: actionIds.askCompliance,
      label: word.askCompliance,
      value: op,
      isPrimary: isUrgent,
    }),
    ...(isStated && !more.hasChange
      ? [buttonOf({ id: actionIds.change, label: word.changeStated, value: op })]
      : []),
    ...(describesCampaign(answered, more.catalog)
      ? [buttonOf({ id: actionIds.check, label: word.check, value: op })]
      : []),
    ...(thread.origin === undefined
      ? []
      : [buttonOf({ id: actionIds.share, label: word.share, value: op })]),
  ]);
}

/** Asks whether the answer helped. */
export function feedbackRow({ op, language }: Answered): types.ContextActionsBlock {
  const word = cardWords[language];
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionIds.feedback,
        positive_button: choiceOf(word.helpful, `helpful:${op}`),
        negative_button: choiceOf(word.unhelpful, `unhelpful:${op}`),
      },
    ],
  };
}

function choiceOf(label: string, value: string) {
  return { text: plain(label, labelMax), accessibility_label: label, value };
}

/** A question that tells through which channel something is to go describes a campaign. */
function describesCampaign(
  { kind, refused, verdict, facts }: Answered,
  catalog: FactCatalog,
): boolean {
  if (kind !== 'question' || refused) return false;
  const channels = factInRole(catalog, 'channels');
  const origin = channels && facts[channels.id]?.origin;
  return verdict !== null || origin === 'text' || origin === 'model';
}
