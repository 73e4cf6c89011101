import { expect, onTestFinished, test, vi } from 'vitest';
import { Problem } from '#domain/problem.ts';
import { mentioning, typed } from '#playground/workspace.ts';
import { actionIds } from '#slack/action-ids.ts';
import { connectSlack, type Tokens } from '#slack/socket.ts';
import { aSocketServer, type SocketServer } from './a-socket-server.ts';
import { aDesk, coldMail, marketing } from './a-workspace.ts';
import { aHouse, readerOf } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

/** The assistant connected to a server; gives what the operator reads. */
async function connected(
  server: SocketServer,
  tokens: Partial<Tokens> = {},
): Promise<{ readonly stop: () => Promise<void>; readonly reports: readonly string[] }> {
  const house = aHouse({ reader: readerOf(coldMail) });
  const reports: string[] = [];
  const report = (line: string) => void reports.push(line);
  const given = { ...server.tokens, ...tokens };
  const { stop } = await connectSlack(given, () => house, aDesk(house), report);
  onTestFinished(stop);
  return { stop, reports };
}

const soon = { interval: 5, timeout: 5_000 };

/** Ben mentions the assistant; gives the thread once it has an answer. */
async function answered({ workspace }: SocketServer): Promise<string> {
  const { ts } = workspace.say({ channel: marketing, user: 'UBEN', text: mentioning(brief) });
  await vi.waitFor(() => expect(workspace.thread(marketing, ts)).toHaveLength(2), soon);
  return ts;
}

test('a mention in the real line is answered in its thread', async () => {
  const server = await aSocketServer();
  await connected(server);

  const thread = await answered(server);

  expect(server.workspace.thread(marketing, thread)[1]?.text).toContain('No, not like this.');
});

test('a slash command in the real line is answered in the direct messages', async () => {
  const server = await aSocketServer();
  await connected(server);

  const command = { user: 'UBEN', channel: marketing, command: '/ethics-check' };
  server.workspace.command({ ...command, text: typed(brief) });

  const shown = () => server.workspace.messages('DUBEN').map(({ text }) => text);
  await vi.waitFor(() => expect(shown().join('\n')).toContain('No, not like this.'), soon);
});

test('a command whose answer only the asker sees comes through the address that Slack gives for it', async () => {
  const server = await aSocketServer();
  await connected(server);

  const command = { user: 'UBEN', channel: marketing, command: '/ethics-check' };
  server.workspace.command({ ...command, text: 'help' });

  const last = () => server.workspace.messages(marketing).at(-1);
  await vi.waitFor(() => expect(last()).toMatchObject({ onlyFor: 'UBEN' }), soon);
});

test('a button in the real line changes its message', async () => {
  const server = await aSocketServer();
  await connected(server);
  const thread = await answered(server);
  const last = () => server.workspace.thread(marketing, thread).at(-1);

  const press = { user: 'UBEN', channel: marketing, action: actionIds.confirm };
  server.workspace.press({ ...press, message: last()?.ts ?? '' });

  await vi.waitFor(() => expect(last()?.edited).toBe(true), soon);
  expect(server.workspace.deliveries.at(-1)?.ack).toBeDefined();
});

test('an event that is delivered twice is answered once', async () => {
  const server = await aSocketServer();
  await connected(server);
  const thread = await answered(server);

  server.repeat();
  await answered(server);

  expect(server.workspace.thread(marketing, thread)).toHaveLength(2);
});

test('a line that Slack renews is opened again, even if Slack refuses at first', async () => {
  const server = await aSocketServer();
  const { reports } = await connected(server);

  server.refuse('apps.connections.open', 'internal_error');
  server.renew();
  await vi.waitFor(() => expect(reports.join('\n')).toContain('internal_error'), soon);
  server.refuse('apps.connections.open');
  await vi.waitFor(() => expect(server.lines()).toBe(1), soon);

  const thread = await answered(server);
  expect(server.workspace.thread(marketing, thread)).toHaveLength(2);
  expect(reports.at(-1)).toBe('slack: connected again');
});

test('who stops the assistant closes the line', async () => {
  const server = await aSocketServer();
  const { stop, reports } = await connected(server);
  expect(server.lines()).toBe(1);

  await stop();

  await vi.waitFor(() => expect(server.lines()).toBe(0), soon);
  expect(reports).toEqual([]);
});

test('a dead line does not keep the assistant from stopping', async () => {
  const server = await aSocketServer();
  const { stop } = await connected(server);

  server.fallSilent();

  await expect(stop()).resolves.toBeUndefined();
});

test.for([
  ['a wrong bot token', { botToken: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN', 'invalid_auth'],
  ['a wrong app token', { appToken: 'xapp-wrong' }, 'SLACK_APP_TOKEN', 'invalid_auth'],
  [
    'an address where nobody answers',
    { apiUrl: 'http://127.0.0.1:2/api/' },
    'slack.com',
    'ECONNREFUSED',
  ],
] as const)('%s is told at the start, with what to do', async ([, tokens, name, reason]) => {
  const server = await aSocketServer();

  const problem = await connected(server, tokens).catch((error: unknown) => error);

  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ code: 'slack.unavailable' });
  for (const language of ['de', 'en'] as const) {
    const told = problem instanceof Problem ? problem.toldIn(language) : '';
    expect(told).toContain(name);
    expect(told).toContain(reason);
    expect(told).not.toMatch(/xox|xapp-/);
  }
  expect(server.lines()).toBe(0);
});

test('a network that lets no socket through is told at the start', async () => {
  const server = await aSocketServer({ takesLines: false });

  const problem = await connected(server).catch((error: unknown) => error);

  expect(problem).toMatchObject({
    code: 'slack.unavailable',
    message: 'Slack cannot be reached (WebSocket).',
  });
});
