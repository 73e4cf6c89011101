import { hash } from 'node:crypto';
import type { Row, Session } from '#postgres/database.ts';

/** The rows of a query, some at a time: however many there are, few are in memory. */
export async function* cursorOver(
  session: Session,
  sql: string,
  atOnce: number,
): AsyncGenerator<Row, void, undefined> {
  // One name for each query that is read at the same time.
  const name = `c${hashOf(sql)}`;
  await session.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await session.query(`FETCH ${atOnce} FROM ${name}`);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await session.query(`CLOSE ${name}`);
}

function hashOf(text: string): string {
  return hash('sha256', text).slice(0, 16);
}
