import { describe, expect, test } from 'vitest';
import { actions, anApp, button, channel, plain } from './an-app.ts';

describe('a message of the assistant', () => {
  test('can be changed, and shows that it was', async () => {
    const { workspace, client, post } = await anApp();
    const ts = await post([actions(button('1'))]);

    await client.chat.update({ channel, ts, text: 'Done' });

    expect(workspace.messages(channel)).toMatchObject([
      { ts, text: 'Done', blocks: [], edited: true },
    ]);
  });

  test.for([
    ['by somebody else', 'cant_update_message'],
    ['that is not there', 'message_not_found'],
    ['that only one person sees', 'message_not_found'],
  ] as const)('cannot be one %s', async ([which, error]) => {
    const { workspace, client } = await anApp();
    const theirs = workspace.say({ user: 'UANNA', channel, text: 'Hi' }).ts;
    const { message_ts: whispered = '' } = await client.chat.postEphemeral({
      channel,
      user: 'UANNA',
      text: 'x',
    });
    const ts = which.startsWith('by') ? theirs : which.endsWith('sees') ? whispered : '1.1';

    await expect(client.chat.update({ channel, ts, text: 'y' })).rejects.toMatchObject({
      data: { error },
    });
  });

  test('for one person goes to those who are there', async () => {
    const { workspace, client } = await anApp();
    const whisper = (to: string, user: string) =>
      client.chat.postEphemeral({ channel: to, user, text: 'x' });

    await whisper('CCOMPLIANCE', 'ULEA');

    expect(workspace.messages('CCOMPLIANCE')).toMatchObject([{ onlyFor: 'ULEA' }]);
    await expect(whisper('CCOMPLIANCE', 'UANNA')).rejects.toMatchObject({
      data: { error: 'user_not_in_channel' },
    });
  });

  test('has an address', async () => {
    const { client, post } = await anApp();
    const root = await post([], { text: 'Hi' });
    const ts = await post([], { thread_ts: root });

    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });

    expect(permalink).toBe(
      `https://workspace.invalid/archives/${channel}/p1795424400000002?thread_ts=${root}&cid=${channel}`,
    );
  });

  test('goes no further than the scopes of the app', async () => {
    const { client } = await anApp();

    await expect(client.conversations.open({ users: 'UANNA' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'im:write' },
    });
  });

  test('comes without the newer blocks where they are refused', async () => {
    const { workspace, post } = await anApp();
    const alert = { type: 'alert', text: plain('Careful') };
    workspace.refuseNewBlocks(true);

    await expect(post([alert])).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    workspace.refuseNewBlocks(false);
    await expect(post([alert])).resolves.toBeDefined();
  });
});
