import { expect, test } from 'vitest';
import { slackApp } from '#slack/app.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { sqliteDesk } from '#desk/sqlite.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aHouse, readerOf } from '../samples.ts';

test('x', async () => {
  const house = aHouse({ reader: readerOf({ channels: { value: ['email'], quote: 'by e-mail' }, elements: { value: ['none'] }, recipients: { value: ['without_consent'], quote: 'never agreed <!channel>' } }) });
  const ws = inMemoryWorkspace({ clock: house.clock });
  const desk = sqliteDesk({ folder: mkdtempSync(join(tmpdir(), 'x')), now: house.clock.now });
  const app = await slackApp(house, desk, { receiver: ws.receiver, token: 'xoxb-in-memory', clientOptions: ws.clientOptions, report: console.log });
  const m = ws.mention({ user: 'UANNA', channel: 'CMARKETING', text: 'Our newsletter goes to people who never agreed' });
  await ws.idle();
  console.log(JSON.stringify(ws.thread('CMARKETING', m.ts), null, 1));
  ws.command({ user: 'UANNA', channel: 'CMARKETING', command: '/ethics-check', text: 'Our newsletter goes to people who never agreed' });
  ws.command({ user: 'UANNA', channel: 'CALLGEMEIN', command: '/ethics-check', text: 'Our newsletter goes to people who never agreed' });
  await ws.idle();
  console.log(JSON.stringify(ws.calls.map(c => [c.method, c.fields.channel, c.fields.text])));
  console.log(JSON.stringify(ws.deliveries.map(c => c.ack)));
  await app.stop(); await desk.close();
  expect(1).toBe(1);
});
