import { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Clock } from '#assistant/house.ts';
import { stoppedClock } from '#clock.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace, type Workspace } from '#playground/workspace.ts';
import { loggerTo } from '#slack/logger.ts';

export const clock = stoppedClock('2026-11-23T09:00:00.000Z');
export const channel = 'CMARKETING';
export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const button = (value: string, more: object = {}) => ({
  type: 'button' as const,
  action_id: `go:${value}`,
  text: plain('Go'),
  value,
  ...more,
});
export const option = (value: string) => ({ text: plain(value), value });
export const select = {
  type: 'static_select' as const,
  action_id: 'pick',
  options: [option('a'), option('b')],
};
export const form = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
    {
      type: 'input' as const,
      block_id: 'where',
      label: plain('Where'),
      optional: true,
      element: { ...select, type: 'multi_static_select' as const },
    },
  ],
  ...more,
});

/** A workspace and a bare app in it. */
export async function anApp(listen: (app: App) => void = () => undefined, at: Clock = clock) {
  const workspace = inMemoryWorkspace({ clock: at });
  const { receiver, clientOptions } = workspace;
  const app = new App({
    receiver,
    token,
    clientOptions,
    logger: loggerTo(() => undefined),
    convoStore: false,
    deferInitialization: true,
  });
  listen(app);
  await app.init();
  onTestFinished(async () => void (await app.stop()));
  const { client } = app;
  const post = async (blocks: readonly object[], more: object = {}) => {
    const fields = { channel, text: 'x', blocks: [...blocks], ...more };
    const posted: Record<string, unknown> = {
      ...(await client.apiCall('chat.postMessage', fields)),
    };
    return String(posted['ts']);
  };
  return { workspace, client, post };
}

export const actions = (...elements: readonly object[]) => ({
  type: 'actions',
  block_id: 'row',
  elements,
});

/** Presses and waits. */
export async function press(workspace: Workspace, message: string, action: string, value?: string) {
  workspace.press({ user: 'UANNA', channel, message, action, ...(value ? { value } : {}) });
  await workspace.idle();
}

/** An app that opens a form at the press of a button, and a form that is open. */
export async function aForm(listen: (app: App) => void = () => undefined, view: object = form()) {
  const opened = await anApp((app) => {
    app.action('go:1', async ({ ack, client, body }) => {
      await ack();
      const trigger = 'trigger_id' in body ? body.trigger_id : '';
      await client.apiCall('views.open', { trigger_id: trigger, view });
    });
    listen(app);
  });
  const ts = await opened.post([actions(button('1'))]);
  await press(opened.workspace, ts, 'go:1');
  return { ...opened, ts };
}
