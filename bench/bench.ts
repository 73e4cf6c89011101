import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answer } from '#assistant/answer.ts';
import { readConfig } from '#config.ts';
import { buildHouse } from '#house.ts';

/** Measures starts, warm answers and memory. Usage: npm run -s bench */
const folder = mkdtempSync(join(tmpdir(), 'leitplanke-bench-'));
const questions = [
  'Dürfen wir Bestandskunden per E-Mail ein neues Angebot schicken?',
  'Muss ein KI-Bild gekennzeichnet werden?',
  'May we upload our customer list to an ad platform to find similar people?',
  'How long do we have to keep proof of consent?',
];
const brief =
  'Wir schicken unseren Newsletter an 4.000 Menschen, die sich auf der Website angemeldet und per Link bestätigt haben. ' +
  'Jede Mail hat einen Abmeldelink. Öffnungen messen wir nicht. Die Texte entwirft eine KI, eine Kollegin prüft sie.';

try {
  console.log(`first start   ${await startMs()} ms until the page answers, then training`);
  console.log(`ready         ${await askMs()} ms for the first "ask" (trains the reader)`);
  console.log(`later "ask"   ${await askMs()} ms, whole process`);
  console.log(`later start   ${await startMs()} ms until the page answers`);
  await warm();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function warm(): Promise<void> {
  const environment = { ...process.env, LEITPLANKE_DATA: folder, LEITPLANKE_WORKSPACE: 'bench' };
  const house = await buildHouse(readConfig(environment));
  const runs = 400;
  const times: number[] = [];
  for (let run = 0; run < runs + 50; run += 1) {
    const isBrief = run % 5 === 4;
    const text = isBrief ? brief : (questions[run % questions.length] ?? '');
    const started = performance.now();
    await answer(
      {
        op: house.newOperation(),
        kind: isBrief ? 'brief' : 'question',
        text,
        markets: ['DE'],
        trustText: false,
        asker: 'bench',
        place: 'terminal',
        said: {},
        declined: [],
      },
      house,
    );
    if (run >= 50) times.push(performance.now() - started);
  }
  await house.ledger.close();
  times.sort((one, other) => one - other);
  const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1);
  console.log(
    `warm answer   p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${runs} runs, log on disk)`,
  );
  console.log(
    `memory        ${Math.round(process.memoryUsage().rss / 1_048_576)} MB RSS after that`,
  );
}

/** Until the page of `start` answers. */
async function startMs(): Promise<number> {
  const started = performance.now();
  const child = launch(['start'], { LEITPLANKE_PORT: '0' });
  let printed = '';
  const address = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(printed);
      if (match) found(match[0]);
    });
    child.on('exit', () => failed(new Error(`start ended: ${printed}`)));
  });
  await fetch(address);
  const took = Math.round(performance.now() - started);
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  console.log(
    `              ${/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? '?'} kB RSS of the server at that moment`,
  );
  child.removeAllListeners('exit');
  const ended = new Promise((done) => child.on('exit', done));
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function askMs(): Promise<number> {
  const started = performance.now();
  const child = launch(['ask', questions[0] ?? '', '--market', 'DE']);
  await new Promise((done) => child.on('exit', done));
  return Math.round(performance.now() - started);
}

function launch(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, LEITPLANKE_DATA: folder, NO_COLOR: '1', ...more };
  return spawn(process.execPath, [resolve('bin/leitplanke.mjs'), ...args], { env });
}
