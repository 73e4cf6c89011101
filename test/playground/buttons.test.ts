import { describe, expect, test } from 'vitest';
import { assistant } from '#playground/places.ts';
import { actions, anApp, button, channel, plain, press, select } from './an-app.ts';

describe('a button that somebody presses', () => {
  test('tells the app who pressed what on which message', async () => {
    const heard: unknown[] = [];
    const { workspace, post } = await anApp((app) =>
      app.action('go:1', async ({ ack, body }) => {
        await ack();
        heard.push(body);
      }),
    );
    const root = workspace.say({ user: 'UANNA', channel, text: 'Hi' });
    const ts = await post([actions(button('1'))], { thread_ts: root.ts });

    await press(workspace, ts, 'go:1');

    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        team: { id: 'TLOCAL' },
        user: { id: 'UANNA', username: 'anna', team_id: 'TLOCAL' },
        container: { type: 'message', message_ts: ts, channel_id: channel, thread_ts: root.ts },
        channel: { id: channel, name: 'marketing' },
        message: { ts, thread_ts: root.ts, user: assistant.user, blocks: [{ block_id: 'row' }] },
        actions: [{ type: 'button', action_id: 'go:1', block_id: 'row', value: '1' }],
      },
    ]);
    expect(workspace.deliveries[0]?.ack).toBeDefined();
  });

  test('has to be on that message, and to be seen by that person', async () => {
    const { workspace, client, post } = await anApp();
    const ts = await post([actions(button('1'))]);
    const { message_ts: whispered = '' } = await client.chat.postEphemeral({
      channel,
      user: 'UBEN',
      text: 'x',
      blocks: [actions(button('2'))] as never,
    });

    const pressing = (message: string, action: string, value?: string) => () =>
      workspace.press({ user: 'UANNA', channel, message, action, ...(value ? { value } : {}) });

    expect(pressing(ts, 'other')).toThrow(RangeError);
    expect(pressing(ts, 'go:1', 'another value')).toThrow(RangeError);
    expect(pressing('1.1', 'go:1')).toThrow(RangeError);
    expect(pressing(whispered, 'go:2')).toThrow(RangeError);
  });

  test('can be a choice, a set of choices or a thumb', async () => {
    const heard: unknown[] = [];
    const { workspace, post } = await anApp((app) =>
      app.action(/.*/, async ({ ack, body }) => {
        await ack();
        heard.push('actions' in body ? body.actions[0] : undefined);
      }),
    );
    const thumbs = {
      type: 'feedback_buttons',
      action_id: 'thumbs',
      positive_button: { text: plain('Good'), value: 'yes' },
      negative_button: { text: plain('Bad'), value: 'no' },
    };
    const ts = await post([
      actions(select, { ...select, type: 'multi_static_select', action_id: 'some' }),
      { type: 'context_actions', elements: [thumbs] },
    ]);

    await press(workspace, ts, 'pick', 'b');
    workspace.press({ user: 'UANNA', channel, message: ts, action: 'some', value: ['a', 'b'] });
    await press(workspace, ts, 'thumbs', 'no');

    expect(heard).toMatchObject([
      { type: 'static_select', selected_option: { value: 'b' } },
      { type: 'multi_static_select', selected_options: [{ value: 'a' }, { value: 'b' }] },
      { type: 'feedback_buttons', value: 'no', text: { text: 'Bad' } },
    ]);
    expect(() =>
      workspace.press({ user: 'UANNA', channel, message: ts, action: 'pick', value: 'z' }),
    ).toThrow(RangeError);
  });

  test('can be answered in place of its message, beside it, or by taking it away', async () => {
    const { workspace, post } = await anApp((app) =>
      app.action(/^go:/, async ({ ack, action, respond }) => {
        await ack();
        const value = 'value' in action ? action.value : '';
        if (value === '1') await respond({ replace_original: true, text: 'Changed' });
        if (value === '2') await respond({ text: 'Only for you' });
        if (value === '3') await respond({ delete_original: true });
      }),
    );
    const [first, second, third] = await Promise.all(
      ['1', '2', '3'].map((value) => post([actions(button(value))])),
    );

    await press(workspace, first ?? '', 'go:1');
    await press(workspace, second ?? '', 'go:2');
    await press(workspace, third ?? '', 'go:3');

    expect(workspace.messages(channel)).toMatchObject([
      { ts: first, text: 'Changed', blocks: [], edited: true },
      { ts: second, text: 'x' },
      { text: 'Only for you', onlyFor: 'UANNA' },
    ]);
  });
});
