import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { App, ReceiverEvent } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { stoppedClock } from '#clock.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace, type Workspace } from '#playground/workspace.ts';
import { botScopes } from '#slack/manifest.ts';
import type { Tokens } from '#slack/socket.ts';
import { today } from '../samples.ts';

/** A workspace in memory behind real sockets: its Web API over HTTP, its events by Socket Mode. */
export type SocketServer = {
  readonly workspace: Workspace;
  readonly tokens: Tokens & { readonly apiUrl: string };
  /** How many lines are open. */
  readonly lines: () => number;
  /** Asks for a new connection, as Slack does every few hours. */
  readonly renew: () => void;
  /** Delivers the last event once more, as Slack does when it has missed the acknowledgement. */
  readonly repeat: () => void;
  /** Takes in nothing more and says nothing more, but lets no line go. */
  readonly fallSilent: () => void;
  /** From now on a method is refused before it reaches the workspace; without an error it works again. */
  readonly refuse: (method: string, error?: string) => void;
};

/** Starts a server on any free port; it ends with the test. */
export async function aSocketServer({
  scopes = botScopes,
  takesLines = true,
}: {
  readonly scopes?: readonly string[];
  readonly takesLines?: boolean;
} = {}): Promise<SocketServer> {
  const clock = stoppedClock(`${today}T09:00:00.000Z`);
  const workspace = inMemoryWorkspace({ clock, scopes });
  const refused = new Map<string, string>();
  const server = createServer((request, response) => {
    void answer(request, response, { workspace, scopes, refused });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const socket = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    if (!takesLines) stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else socket.handleUpgrade(request, stream, head, (line) => socket.emit('connection', line));
  });
  const events = eventsOver(socket, origin);
  workspace.receiver.init({ processEvent: events.deliver } as App);
  onTestFinished(async () => {
    for (const line of socket.clients) line.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });

  return {
    workspace,
    tokens: { botToken: token, appToken, apiUrl: `${origin}/api/` },
    lines: () => openLines(socket).length,
    renew: () => events.send({ type: 'disconnect', reason: 'refresh_requested' }),
    repeat: events.repeat,
    fallSilent: () => {
      for (const line of socket.clients) line.pause();
    },
    refuse: (method, error) => void (error ? refused.set(method, error) : refused.delete(method)),
  };
}

const appToken = 'xapp-local';
const behind = 'https://workspace.invalid';

/** Answers calls with the app-level token itself, and lets the workspace answer all others. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    workspace,
    scopes,
    refused,
  }: {
    readonly workspace: Workspace;
    readonly scopes: readonly string[];
    readonly refused: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const { url = '', headers } = request;
  const body = await text(request);
  const say = (result: string, status = 200) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-oauth-scopes': scopes.join(',') })
      .end(result);

  const method = url.replace('/api/', '');
  const isKnown = headers.authorization === `Bearer ${appToken}`;
  const error = refused.get(method);
  if (error) say(JSON.stringify({ ok: false, error }));
  else if (method === 'apps.connections.open') {
    const link = { ok: true, url: `ws://${headers.host}/link/?ticket=1` };
    say(JSON.stringify(isKnown ? link : { ok: false, error: 'invalid_auth' }));
  } else {
    const { authorization = '', 'content-type': type = '' } = headers;
    const init = { method: 'POST', headers: { authorization, 'content-type': type }, body };
    const answered = await workspace.clientOptions.fetch(`${behind}${url}`, init);
    say(await answered.text(), answered.status);
  }
}

const Acknowledged = z.object({ envelope_id: z.string(), payload: z.looseObject({}) });

/** Puts what the workspace sends into envelopes, and hands back how they were acknowledged. */
function eventsOver(socket: WebSocketServer, origin: string) {
  const envelopes: Readonly<Record<string, unknown>>[] = [];
  const waiting = new Map<string, (payload: Readonly<Record<string, unknown>>) => void>();
  socket.on('connection', (line) => {
    line.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = Acknowledged.parse(JSON.parse(data.toString()));
      waiting.get(id)?.(payload);
    });
    line.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  const send = (message: Readonly<Record<string, unknown>>) =>
    openLines(socket)[0]?.send(JSON.stringify(message).replaceAll(behind, origin));

  return {
    send,
    deliver: async ({ body, ack }: ReceiverEvent) => {
      const id = `envelope-${envelopes.length + 1}`;
      const envelope = { envelope_id: id, type: typeOf(body), payload: body };
      envelopes.push(envelope);
      const payload = await new Promise<Readonly<Record<string, unknown>>>((resolve) => {
        waiting.set(id, resolve);
        send(envelope);
      });
      await ack(Object.keys(payload).length > 0 ? payload : undefined);
    },
    repeat: () => send({ ...envelopes.at(-1), retry_attempt: 1, retry_reason: 'timeout' }),
  };
}

function typeOf(body: ReceiverEvent['body']): string {
  if (body['type'] === 'event_callback') return 'events_api';
  return body['command'] === undefined ? 'interactive' : 'slash_commands';
}

function openLines({ clients }: WebSocketServer): readonly WebSocket[] {
  return [...clients].filter((line) => line.readyState === WebSocket.OPEN);
}
