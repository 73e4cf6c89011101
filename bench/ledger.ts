import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { aDecision } from '../test/contracts/entries.ts';

/**
 * Measures the decision log against a plain table on the same disk, and how fast it verifies.
 * Usage: npm run -s bench:ledger [-- entries to verify, 100000]
 */
const goal = Number(process.argv[2] ?? 100_000);
const rounds = 12;
const roundMs = 250;
const mostBuildingMs = 180_000;

await compare();
await verifyMany();

/** Log and plain table take turns, so that a neighbour on the disk slows both. */
async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-bench-'));
  try {
    const ledger = aLedger(folder);
    const [one] = await bodiesOf(ledger);
    const plain = plainTable(join(folder, 'plain.db'), one);
    const turns: { plain: number[]; log: number[] }[] = [];
    for (let round = 0; round < rounds + 2; round += 1) {
      turns.push({
        plain: await timesOf(async () => plain()),
        log: await timesOf(async () => void (await ledger.append(aDecision()))),
      });
    }
    await ledger.close();
    const counted = turns.slice(2);
    const ratios = counted.map((turn) => turn.log.length / turn.plain.length);
    tell(
      'plain table',
      counted.flatMap((turn) => turn.plain),
    );
    tell(
      'decision log',
      counted.flatMap((turn) => turn.log),
    );
    console.log(
      `ratio          ${part(ratios, 0.5).toFixed(2)} (${part(ratios, 0).toFixed(2)} to ${part(ratios, 1).toFixed(2)}), ${rounds} paired rounds, one entry per commit, ${one.length} bytes`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In memory where there is a disk of that kind: the time of a check does not depend on fsync. */
async function verifyMany(): Promise<void> {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(place, 'leitplanke-bench-'));
  try {
    const ledger = aLedger(folder);
    const began = performance.now();
    let size = 0;
    for (; size < goal && performance.now() - began < mostBuildingMs; size += 1) {
      await ledger.append(aDecision({ actor: `U${size % 50}` }));
    }
    const built = performance.now() - began;
    await ledger.close();
    const bytes = statSync(join(folder, 'ledger.db')).size;
    console.log(
      `built          ${size} entries in ${seconds(built)} in ${place}, ${Math.round(bytes / size)} bytes of file per entry`,
    );
    const started = performance.now();
    const { ok } = await verifyLedger(join(folder, 'ledger.db'));
    const taken = performance.now() - started;
    console.log(
      `verified       ${ok ? 'whole' : 'NOT WHOLE'}, ${seconds(taken)}, ${Math.round((size / taken) * 1000)} entries/s, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB RSS`,
    );
    if (!ok || size < goal) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function aLedger(folder: string) {
  return sqliteLedger({ folder, workspace: 'T1', random: (size) => randomBytes(size) });
}

/** The bytes that an entry has in the log, for the plain table to hold as many. */
async function bodiesOf(ledger: ReturnType<typeof aLedger>): Promise<readonly [Buffer]> {
  const { index } = await ledger.append(aDecision());
  const [stored] = await ledger.read({ after: index - 1, limit: 1 });
  return [Buffer.from(stored?.line ?? '')];
}

function plainTable(path: string, body: Buffer): () => void {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE entry (idx INTEGER PRIMARY KEY, op TEXT NOT NULL UNIQUE, body BLOB) STRICT`);
  const insert = db.prepare('INSERT INTO entry (op, body) VALUES (?, ?)');
  return () => void insert.run(randomBytes(16).toString('hex'), body);
}

async function timesOf(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + roundMs;
  for (let now = performance.now(); now < end;) {
    await work();
    const then = performance.now();
    times.push(then - now);
    now = then;
  }
  return times;
}

function tell(name: string, times: readonly number[]): void {
  const rate = Math.round((times.length / (rounds * roundMs)) * 1000);
  const [p50, p99] = [part(times, 0.5), part(times, 0.99)];
  console.log(
    `${name.padEnd(14)} ${rate} entries/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
  );
}

function part(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
