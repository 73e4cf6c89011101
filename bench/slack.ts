import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { readConfig } from '#config.ts';
import { buildHouse, openDesk } from '#house.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace, mentioning, typed } from '#playground/workspace.ts';
import { slackApp } from '#slack/app.ts';

/** Measures acknowledgements and cards in the workspace in memory, with real handlers, log and desk on disk. Usage: npm run -s bench:slack */
const atOnce = 200;
const perSecond = 20;
const seconds = 10;
const brief =
  'Wir schicken unseren Newsletter an alle, die sich auf der Website angemeldet und per Link bestätigt haben. ' +
  'Jede Mail hat einen Abmeldelink. Die Texte entwirft eine KI, eine Kollegin prüft sie.';
const question = 'Dürfen wir Bestandskunden per E-Mail ein neues Angebot schicken?';

const folder = mkdtempSync(join(tmpdir(), 'leitplanke-bench-'));
try {
  const config = readConfig({ LEITPLANKE_DATA: folder, LEITPLANKE_WORKSPACE: 'bench' });
  const house = await buildHouse(config);
  const desk = await openDesk(config);
  const workspace = inMemoryWorkspace({ clock: house.clock });
  const { receiver, clientOptions } = workspace;
  const app = await slackApp(() => house, desk, {
    receiver,
    token,
    clientOptions,
    report: console.error,
  });
  workspace.say({ user: 'UANNA', channel: 'DUANNA', text: typed(question) });
  await workspace.idle();

  await burst();
  await stream();

  await app.stop();
  await house.ledger.close();
  await desk.close();

  async function burst(): Promise<void> {
    const before = workspace.deliveries.length;
    const started = performance.now();
    for (let index = 0; index < atOnce; index += 1) {
      const text = mentioning(index % 2 === 0 ? question : brief);
      workspace.say({ user: 'UANNA', channel: 'CMARKETING', text });
    }
    await workspace.idle();
    const took = performance.now() - started;
    const acks = workspace.deliveries.slice(before).map(({ ack }) => ack?.ms ?? Number.NaN);
    console.log(
      `${atOnce} mentions at once   ack ${spread(acks)}; all answered after ${took.toFixed(0)} ms`,
    );
  }

  async function stream(): Promise<void> {
    const before = workspace.deliveries.length;
    const waits: Promise<number>[] = [];
    for (let index = 0; index < perSecond * seconds; index += 1) {
      const { ts } = workspace.say({
        user: 'UANNA',
        channel: 'DUANNA',
        text: typed(index % 2 === 0 ? question : brief),
      });
      waits.push(untilAnswered(ts));
      await after(1_000 / perSecond);
    }
    const times = await Promise.all(waits);
    const acks = workspace.deliveries.slice(before).map(({ ack }) => ack?.ms ?? Number.NaN);
    console.log(`${perSecond} questions a second   ack ${spread(acks)}`);
    console.log(`${' '.repeat(24)}final card ${spread(times)} (${seconds} s)`);
  }

  async function untilAnswered(ts: string): Promise<number> {
    const started = performance.now();
    while (workspace.thread('DUANNA', ts).length < 2) await after(5);
    return performance.now() - started;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) =>
    (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`;
}
