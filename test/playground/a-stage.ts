import { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Part } from '#assistant/playground.ts';
import { stoppedClock } from '#clock.ts';
import { token } from '#playground/places.ts';
import { samples } from '#playground/samples.ts';
import { stageOf } from '#playground/stage.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { loggerTo } from '#slack/logger.ts';

const clock = stoppedClock('2026-11-23T09:00:00.000Z');
const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A message with buttons. */
const card = (text: string) => ({
  text,
  blocks: [
    { type: 'section' as const, text: plain(text) },
    {
      type: 'actions' as const,
      block_id: 'row',
      elements: [
        { type: 'button' as const, action_id: 'open', text: plain('Open') },
        { type: 'button' as const, action_id: 'nobody', text: plain('Nobody listens') },
      ],
    },
  ],
});

/** A stage, and an app behind it that answers in threads and opens a form at the press of a button. */
export async function aStage(listen: (app: App) => void = () => undefined) {
  const workspace = inMemoryWorkspace({ clock });
  const { receiver, clientOptions } = workspace;
  const app = new App({
    receiver,
    token,
    clientOptions,
    logger: loggerTo(() => undefined),
    convoStore: false,
    deferInitialization: true,
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ ...card(`Heard: ${event.text}`), thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say({ ...card('Heard'), thread_ts: message.ts });
  });
  app.command('/ethics-check', async ({ ack, command, say: post }) => {
    await ack();
    const { ts = '' } = await post('A check');
    await post({ text: `Checked: ${command.text}`, thread_ts: ts });
  });
  app.action('open', async ({ ack, body, client }) => {
    await ack();
    const trigger = 'trigger_id' in body ? body.trigger_id : '';
    await client.views.open({
      trigger_id: trigger,
      view: {
        type: 'modal',
        callback_id: 'form',
        title: plain('A form'),
        submit: plain('Send'),
        blocks: [
          {
            type: 'input',
            block_id: 'name',
            label: plain('Name'),
            element: { type: 'plain_text_input', action_id: 'text', max_length: 150 },
          },
        ],
      },
    });
  });
  listen(app);
  await app.init();
  onTestFinished(async () => void (await app.stop()));
  return { workspace, stage: stageOf(workspace, samples) };
}

type Stage = Awaited<ReturnType<typeof aStage>>['stage'];
export const say = (text: string, place = 'CMARKETING', thread?: string) =>
  ({ kind: 'say', text, place, thread }) as const;

/** The words of all parts. */
export function wordsOf(parts: readonly Part[] = []): string {
  return parts
    .flatMap((part) => ('lines' in part ? part.lines.flat().map(({ text }) => text) : []))
    .join(' ');
}

/** A thread in #marketing in which the assistant has answered Anna. */
export async function anAnswer(stage: Stage) {
  const done = await stage.act('UANNA', say('@leitplanke Hi'));
  const root = (done.ok && done.thread) || '';
  const message = stage.look('UANNA', 'CMARKETING', root)?.thread?.messages[1]?.id ?? '';
  return { root, message };
}

/** Anna has the form before her. */
export async function aForm(stage: Stage) {
  const { message } = await anAnswer(stage);
  const pressed = { kind: 'press', place: 'CMARKETING', message, values: [] } as const;
  await stage.act('UANNA', { ...pressed, control: 'row/open' });
  return stage.look('UANNA', 'CMARKETING')?.view?.id ?? '';
}
