import { textsIn } from '#playground/limits.ts';
import type { Message } from '#playground/messages.ts';
import { targetsIn } from '#playground/targets.ts';
import type { Workspace } from '#playground/workspace.ts';

/** What a reader has read, by name: each brief and what it still takes to be allowed. */
export const briefs = {
  /** Allowed as soon as it is confirmed. */
  newsletter: {
    channels: { value: ['email'], quote: 'per E-Mail' },
    elements: { value: ['none'] },
    recipients: { value: ['consented_double_opt_in'], quote: 'unsere Abonnenten' },
  },
  /** Allowed when confirmed and when one question is answered. */
  picture: {
    channels: { value: ['social_post'], quote: 'on Instagram' },
    elements: { value: ['realistic_ai_media'], quote: 'an AI picture' },
  },
  /** Asks what only a form can answer. */
  somehow: {
    elements: { value: ['none'] },
    recipients: { value: ['consented_double_opt_in'] },
  },
  /** Asks what has too many answers for buttons. */
  calls: {
    channels: { value: ['phone_call'] },
    elements: { value: ['none'] },
    recipients: { value: ['own_buyers'] },
    audience: { value: ['businesses'] },
  },
} as const;

/** Everything that a message says, buttons left out. */
export function saidIn(message: Message | undefined): string {
  return (message?.blocks ?? []).flatMap(textsIn).join('\n');
}

/** Names of everything that can be pressed on a message. */
export function pressableOn(message: Message | undefined): readonly string[] {
  return targetsIn(message?.blocks ?? []).map(({ action }) => action);
}

/** The card that counts in a thread. */
export function cardIn(workspace: Workspace, channel: string, root: string): Message {
  const cards = workspace.thread(channel, root).filter(({ blocks, onlyFor }) => {
    return onlyFor === undefined && blocks.some(({ type }) => type === 'header');
  });
  const last = cards.at(-1);
  if (!last) throw new Error('There is no card.');
  return last;
}

/** What a person alone was told in a channel, the newest last. */
export function whisperedTo(
  workspace: Workspace,
  channel: string,
  user: string,
): readonly string[] {
  return workspace
    .messages(channel)
    .filter(({ onlyFor }) => onlyFor === user)
    .map(({ text }) => text);
}
