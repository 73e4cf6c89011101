import pg from 'pg';
import { wrongAddress, problemFrom } from '#postgres/trouble.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = { readonly rows: readonly Row[]; readonly count: number };

/** Something that runs statements, one after another. */
export type Session = {
  query(sql: string, values?: readonly unknown[]): Promise<Rows>;
};

/** A PostgreSQL database; whatever it refuses comes out as a `Problem` without a secret in it. */
export type Database = Session & {
  /** Server and database, for messages: never the user, never the password. */
  readonly place: string;
  /** Does all of the work or none of it. */
  transact<T>(work: (session: Session) => Promise<T>, mode?: Mode): Promise<T>;
  close(): Promise<void>;
};

/** `write` sees what others have committed at each statement, `snapshot` one moment throughout. */
export type Mode = 'write' | 'snapshot';

const begin: Readonly<Record<Mode, string>> = {
  // Spelled out: a server can be set to other defaults.
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

const int8 = 20;
const types = new pg.TypeOverrides();
// Sizes and indexes stay far below 2^53.
types.setTypeParser(int8, Number);

/** Prepares connections to a database; none is made before the first statement. */
export function postgresDatabase(address: string): Database {
  const place = placeOf(address);
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'leitplanke',
    max: 8,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    // A writer that hangs must not keep the others waiting for ever.
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
    types,
  });
  // An idle connection that breaks is replaced; the next statement tells what is wrong.
  pool.on('error', () => undefined);

  return {
    place,
    query: async (sql, values) =>
      resultOf(place, () => pool.query<Row>(sql, values && [...values])),
    transact: (work, mode = 'write') => transact(pool, place, mode, work),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

const ignore = () => undefined;

async function transact<T>(
  pool: pg.Pool,
  place: string,
  mode: Mode,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = await told(place, () => pool.connect());
  // Without a listener, a connection that breaks between two statements would end the process.
  client.on('error', ignore);
  const session: Session = {
    query: (sql, values) => resultOf(place, () => client.query<Row>(sql, values && [...values])),
  };
  let broken = true;
  try {
    await session.query(begin[mode]);
    const result = await work(session);
    await session.query('COMMIT');
    broken = false;
    return result;
  } finally {
    client.off('error', ignore);
    // A connection with a transaction that failed is closed: the server rolls back.
    client.release(broken);
  }
}

async function resultOf(place: string, run: () => Promise<pg.QueryResult<Row>>): Promise<Rows> {
  const { rows, rowCount } = await told(place, run);
  return { rows, count: rowCount ?? 0 };
}

async function told<T>(place: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw problemFrom(place, cause) ?? cause;
  }
}

/** Server and database of an address, without user and password. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) throw wrongAddress();
  const { protocol, host, pathname } = new URL(address);
  if (!/^postgres(ql)?:$/.test(protocol)) throw wrongAddress();
  return `${host}${pathname}`;
}
