import { globSync, readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import { stoppedClock } from '#clock.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { actionIds, viewIds } from '#slack/action-ids.ts';
import { slackApp } from '#slack/app.ts';
import { botScopes, manifest } from '#slack/manifest.ts';

const ears = ['event', 'message', 'command', 'action', 'view', 'shortcut'] as const;

/** What the app has begun to listen to, by kind. */
const heard: Record<string, readonly unknown[]> = {};

beforeAll(async () => {
  const spies = ears.map((ear) => [ear, vi.spyOn(App.prototype, ear)] as const);
  const clock = stoppedClock('2026-11-23T09:00:00.000Z');
  const { receiver, clientOptions } = inMemoryWorkspace({ clock });
  await slackApp(nobody, {} as Desk, { receiver, token, clientOptions, report: nobody });
  for (const [ear, spy] of spies) heard[ear] = spy.mock.calls.map(([first]) => first);
  vi.restoreAllMocks();
});

function nobody(): never {
  throw new Error('Nobody has written anything yet.');
}

test('Slack sends every event that the app listens to, and no other', () => {
  const direct = heard['message']?.length ? ['message.im'] : [];

  expect(new Set([...(heard['event'] ?? []), ...direct])).toEqual(
    new Set(manifest.settings?.event_subscriptions?.bot_events),
  );
});

test('Slack knows every command that the app listens to, and no other', () => {
  const commands = manifest.features?.slash_commands?.map(({ command }) => command);

  expect(heard['command']).toEqual(commands);
});

test('buttons, forms and shortcuts reach the app', () => {
  const shortcuts = manifest.features?.shortcuts?.map(({ callback_id: id }) => id) ?? [];
  const isInteractive = [heard['action'], heard['view'], heard['shortcut']].some(
    (one) => one?.length,
  );

  expect(manifest.settings?.interactivity?.is_enabled).toBe(isInteractive);
  expect(heard['shortcut']?.filter((pattern) => !takesAll(pattern))).toEqual(shortcuts);
});

test.for(Object.values(actionIds))('somebody listens to the button "%s"', (id) => {
  const isHeard = heard['action']?.some((pattern) => fits(pattern, id) || fits(pattern, `${id}:x`));

  expect(isHeard).toBe(true);
});

test.for(Object.values(viewIds))('somebody takes the form "%s"', (id) => {
  expect(heard['view']?.some((pattern) => fits(pattern, id))).toBe(true);
});

/** Whether a listener's pattern names this id; one that takes everything names nothing. */
function fits(pattern: unknown, id: string): boolean {
  if (typeof pattern === 'string') return pattern === id;
  if (pattern instanceof RegExp) return !takesAll(pattern) && pattern.test(id);
  if (typeof pattern !== 'object' || pattern === null) return false;
  const { action_id: action, callback_id: view } = pattern as Record<string, unknown>;
  return fits(action, id) || fits(view, id);
}

/** Whether it is there for what is outdated or unknown. */
function takesAll(pattern: unknown): boolean {
  return pattern instanceof RegExp && pattern.test('anything else');
}

/** What each method asks for, as Slack documents it. */
const scopeOf: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'apps.connections.open': undefined,
  'chat.delete': 'chat:write',
  'chat.getPermalink': undefined,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
  'views.push': undefined,
  'views.update': undefined,
};

const sources = globSync('src/slack/**/*.ts').map((path) => readFileSync(path, 'utf8'));

/** The methods of the Web API that the code calls. */
const called = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/\bclient\s*\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g)].map(([, method = '']) => method),
  ),
);

test('the app asks for the scopes of what it hears and calls, and for no other', () => {
  const scopes = [...called].map((method) => {
    expect(Object.keys(scopeOf)).toContain(method);
    return scopeOf[method];
  });
  const { bot_events: events = [] } = manifest.settings?.event_subscriptions ?? {};
  const needed = [
    ...scopes,
    events.includes('app_mention') ? 'app_mentions:read' : undefined,
    events.includes('message.im') ? 'im:history' : undefined,
    heard['command']?.length ? 'commands' : undefined,
    sources.some((text) => text.includes("'file_input'")) ? 'files:read' : undefined,
  ].filter((scope) => scope !== undefined);

  expect(new Set(needed)).toEqual(new Set(botScopes));
  expect(manifest.oauth_config?.scopes?.bot).toEqual(botScopes);
});

test('the manifest keeps the lengths that Slack allows', () => {
  const { name, description = '', long_description: long = '' } = manifest.display_information;

  expect(name.length).toBeLessThanOrEqual(35);
  expect(description.length).toBeLessThanOrEqual(140);
  expect(long.length).toBeGreaterThanOrEqual(174);
  expect(long.length).toBeLessThanOrEqual(4_000);
});
