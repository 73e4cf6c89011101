import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { House } from '#assistant/house.ts';
import { factInRole, type FactDefinition } from '#domain/fact.ts';
import { Language } from '#domain/language.ts';
import { verdictAnswers } from '#domain/verdict-words.ts';
import type { Checked } from '#slack/brief.ts';
import { viewIds } from '#slack/action-ids.ts';
import { labelMax } from '#slack/messages/controls.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { plain, sectionOf } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import { factInput, inputId } from '#slack/views/fact-input.ts';
import type { Form } from '#slack/views/filled.ts';

/** The blocks of the form. */
export const briefBlocks = {
  title: 'title',
  brief: 'brief',
  channels: 'channels',
  markets: 'markets',
  launch: 'launch',
} as const;

const roles = ['channels', 'markets', 'launch'] as const;
const titleMax = 150;
const briefMax = 3_000;

/** Where the form was opened, and in which language. */
const BriefOrigin = z.object({ channel: z.string(), language: Language });
type BriefOrigin = z.infer<typeof BriefOrigin>;

/** The form for a brief. */
export function briefForm(
  language: Language,
  { knowledge, company }: Pick<House, 'knowledge' | 'company'>,
  given: { readonly channel: string; readonly brief: string },
): Form {
  const word = formWords[language];
  const metadata: BriefOrigin = { channel: given.channel, language };
  const markets = company.markets;
  return {
    type: 'modal',
    callback_id: viewIds.brief,
    notify_on_close: true,
    private_metadata: JSON.stringify(metadata),
    title: plain(word.brief, 24),
    submit: plain(word.check, 24),
    close: plain(word.cancel, 24),
    blocks: [
      textInput(briefBlocks.title, word.title, word.titleHint, {
        optional: true,
        max_length: titleMax,
      }),
      textInput(briefBlocks.brief, word.text, word.textHint, {
        optional: false,
        multiline: true,
        max_length: briefMax,
        initial: given.brief,
      }),
      ...factsOfBrief(knowledge).map(({ fact, role }) =>
        factInput(fact, {
          block: briefBlocks[role],
          language,
          canBeUnknown: false,
          ...(role === 'markets' ? { now: markets } : {}),
        }),
      ),
    ],
  };
}

/** The facts that the form asks for, each with the role that it plays. */
export function factsOfBrief({ facts }: House['knowledge']): readonly {
  readonly role: (typeof roles)[number];
  readonly fact: FactDefinition;
}[] {
  return roles.flatMap((role) => {
    const fact = factInRole(facts, role);
    return fact ? [{ role, fact }] : [];
  });
}

/** "Being checked". */
export function checkingForm(language: Language): Form {
  const word = formWords[language];
  const text = slackText`*${word.checking}*\n${word.checkingMore}`;
  return statusForm(language, [sectionOf(text)]);
}

/** The verdict, or why there is none. */
export function outcomeForm(outcome: Checked, language: Language): Form {
  const word = formWords[language];
  if ('trouble' in outcome) {
    return statusForm(language, [
      sectionOf(slackText`*${word.failed}*`),
      ...outcome.trouble.blocks,
    ]);
  }
  const { verdict } = outcome.answered;
  const result = verdict === null ? '' : verdictAnswers[language][verdict];
  const text = slackText`${word.done} *${result}*\n${word.doneMore}`;
  return statusForm(language, [sectionOf(text)]);
}

function statusForm(language: Language, blocks: readonly types.KnownBlock[]): Form {
  const word = formWords[language];
  return {
    type: 'modal',
    title: plain(word.brief, 24),
    close: plain(word.close, 24),
    blocks: [...blocks],
  };
}

/** Where a form was opened and in which language, as far as it still says so. */
export function briefOrigin(form: { readonly private_metadata: string }): BriefOrigin | undefined {
  try {
    return BriefOrigin.safeParse(JSON.parse(form.private_metadata)).data;
  } catch {
    return undefined;
  }
}

function textInput(
  block: string,
  label: string,
  hint: string,
  more: {
    readonly optional: boolean;
    readonly multiline?: boolean;
    readonly max_length: number;
    readonly initial?: string;
  },
): types.InputBlock {
  const { optional, initial = '', ...rest } = more;
  return {
    type: 'input',
    block_id: block,
    optional,
    label: plain(label, labelMax),
    hint: plain(hint, 500),
    element: {
      type: 'plain_text_input',
      action_id: inputId,
      ...rest,
      ...(initial === '' ? {} : { initial_value: initial }),
    },
  };
}
