import { describe, expect, test } from 'vitest';
import type { Clock } from '#assistant/house.ts';
import { stoppedClock } from '#clock.ts';
import { fieldsIn } from '#playground/fields.ts';
import { messagesBy } from '#playground/messages.ts';
import { channels, token } from '#playground/places.ts';
import { responseUrls } from '#playground/response-urls.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';

const clock = stoppedClock('2026-11-23T09:00:00.000Z');
const section = (length: number) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: 'x'.repeat(length) },
});

/** Calls a method as the Slack library does. */
async function call(method: string, fields: Record<string, unknown>, as: 'form' | 'json' = 'form') {
  const { clientOptions } = inMemoryWorkspace({ clock });
  const flat = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await clientOptions.fetch(`${clientOptions.slackApiUrl}${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body: as === 'json' ? JSON.stringify(fields) : new URLSearchParams(flat).toString(),
  });
  return response.json();
}

const post = (fields: Record<string, unknown>, as?: 'form' | 'json') =>
  call('chat.postMessage', { channel: 'CMARKETING', text: 'x', ...fields }, as);

describe('the workspace takes', () => {
  test.for([['form'], ['json']] as const)('a message sent as %s', async ([as]) => {
    expect(await post({ blocks: [section(3_000)] }, as)).toMatchObject({
      ok: true,
      channel: 'CMARKETING',
    });
  });

  test('50 blocks, and 13,200 characters in them', async () => {
    expect(await post({ blocks: Array.from({ length: 50 }, () => section(264)) })).toMatchObject({
      ok: true,
    });
  });

  test('a person for a channel: their direct messages', async () => {
    expect(await post({ channel: 'UANNA' })).toMatchObject({ ok: true, channel: 'DUANNA' });
  });

  test('words that look like JSON as words', () => {
    expect(
      fieldsIn('text=true&blocks=%5B1%5D&a=%7Bno', 'application/x-www-form-urlencoded'),
    ).toEqual({
      text: 'true',
      blocks: [1],
      a: '{no',
    });
  });
});

describe('the workspace refuses', () => {
  test.for([
    ['a text of 3,001 characters', { blocks: [section(3_001)] }, 'invalid_blocks'],
    ['an empty text', { blocks: [section(0)] }, 'invalid_blocks'],
    ['51 blocks', { blocks: Array.from({ length: 51 }, () => section(1)) }, 'invalid_blocks'],
    ['a block that it does not know', { blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
    [
      'a card of 13,500 characters',
      { blocks: Array.from({ length: 5 }, () => section(2_700)) },
      'msg_blocks_too_long',
    ],
    ['a text of 40,001 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['nothing at all', { text: '' }, 'no_text'],
    ['a channel that it does not have', { channel: 'CNOWHERE' }, 'channel_not_found'],
    ['a channel without the assistant', { channel: 'CALLGEMEIN' }, 'not_in_channel'],
    ['a thread that is not there', { thread_ts: '1.1' }, 'thread_not_found'],
  ] as const)('%s', async ([, fields, error]) => {
    expect(await post(fields)).toMatchObject({ ok: false, error });
  });

  test('a block with its place and its limit', async () => {
    expect(await post({ blocks: [section(1), section(3_001)] })).toMatchObject({
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    });
  });

  test('a method that it does not know, a person that it does not have, and a wrong token', async () => {
    expect(await call('chat.shout', {})).toMatchObject({ error: 'unknown_method' });
    expect(await call('users.info', { user: 'UNOBODY' })).toMatchObject({
      error: 'user_not_found',
    });
    const { clientOptions } = inMemoryWorkspace({ clock });
    const response = await clientOptions.fetch(`${clientOptions.slackApiUrl}auth.test`, {});
    expect(await response.json()).toMatchObject({ error: 'invalid_auth' });
  });
});

describe('the address for responses to a command', () => {
  const origin = {
    channel: channels[0] ?? { id: 'C1', name: 'x', kind: 'public', hasAssistant: true },
    user: 'UANNA',
  } as const;

  test('can be used five times', () => {
    const urls = responseUrls('https://x.example/', clock);
    const url = urls.issue(origin);

    const uses = Array.from({ length: 6 }, () => urls.use(url));

    expect(uses).toEqual([origin, origin, origin, origin, origin, 'used_url']);
  });

  test('runs out after 30 minutes', () => {
    const time = { at: Date.parse('2026-11-23T09:00:00.000Z') };
    const moving: Clock = { ...clock, now: () => new Date(time.at) };
    const urls = responseUrls('https://x.example/', moving);
    const url = urls.issue(origin);

    time.at += 30 * 60_000;
    expect(urls.use(url)).toEqual(origin);
    time.at += 1;
    expect(urls.use(url)).toBe('expired_url');
  });
});

test('messages have times of their own even when no time passes', () => {
  const messages = messagesBy(clock);

  const times = ['a', 'b'].map(
    (text) => messages.add({ channel: 'C1', user: 'U1', text, blocks: [] }).ts,
  );

  expect(times).toEqual(['1795424400.000001', '1795424400.000002']);
});
