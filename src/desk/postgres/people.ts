import type { z } from 'zod';
import { Case, Feedback, Role, Thread } from '#assistant/desk.ts';
import type { People } from '#assistant/desk.ts';
import { recordIn, recordOf } from '#desk/postgres/record.ts';
import { caseWithout, feedbackWithout, heldAbout, threadWithout } from '#desk/without-person.ts';
import type { Database, Session } from '#postgres/database.ts';
import { insistOnRewriting, rewrite } from '#postgres/rewrite.ts';

type Whom = { readonly workspace: string; readonly person: string };
type Room = { readonly at: string; readonly place: string };

/** What the desk in PostgreSQL holds about a person. */
export function peopleIn(db: Database, at: string): People {
  const room = { at, place: db.place };
  return {
    held: (workspace, person) =>
      db.transact(async (session) => {
        const roles = await session.query(
          `SELECT role FROM ${at}.role WHERE workspace = $1 AND person = $2 ORDER BY role`,
          [workspace, person],
        );
        const met = await session.query(
          `SELECT 1 FROM ${at}.met WHERE workspace = $1 AND person = $2`,
          [workspace, person],
        );
        return heldAbout(person, {
          ...(await naming(session, room, { workspace, person })),
          roles: roles.rows.flatMap(({ role }) => Role.safeParse(role).data ?? []),
          met: met.count > 0,
        });
      }, 'snapshot'),
    async forget(workspace, person) {
      const names = ['thread', 'review', 'feedback', 'met', 'delivery'];
      const tables = names.map((name) => `${at}.${name}`);
      await db.transact(async (session) => {
        await insistOnRewriting(db, session, tables);
        await forget(session, room, { workspace, person });
      });
      await rewrite(db, tables);
    },
  };
}

/** The records of a workspace in which the id of a person stands. */
async function naming(session: Session, room: Room, whom: Whom, locking = '') {
  const rows = async <T>(table: string, schema: z.ZodType<T>) => {
    const found = await session.query(
      `SELECT record FROM ${room.at}.${table}
       WHERE workspace = $1 AND strpos(record, $2) > 0 ${locking}`,
      [whom.workspace, whom.person],
    );
    return found.rows.flatMap((row) => recordIn(row, schema, room.place) ?? []);
  };
  return {
    threads: await rows('thread', Thread),
    cases: await rows('review', Case),
    feedback: await rows('feedback', Feedback),
  };
}

async function forget(session: Session, room: Room, whom: Whom): Promise<void> {
  const { workspace, person } = whom;
  const { at } = room;
  // Who changes one of these records meanwhile waits, and then reads it again.
  const all = await naming(session, room, whom, 'FOR UPDATE');
  for (const one of all.threads) {
    await put(session, {
      table: `${at}.thread`,
      key: { workspace, place: one.place, thread: one.thread },
      rest: anew(threadWithout(one, person), Thread),
    });
  }
  for (const one of all.cases) {
    const rest = caseWithout(one, person);
    await put(session, {
      table: `${at}.review`,
      key: { workspace, id: one.id },
      rest: rest && { ...anew(rest, Case), state: rest.state },
    });
  }
  for (const one of all.feedback) {
    const rest = feedbackWithout(one, person);
    await put(session, {
      table: `${at}.feedback`,
      key: { workspace, decision: one.decision, person: one.person },
      rest: rest && { record: JSON.stringify(rest) },
    });
  }
  await session.query(`DELETE FROM ${at}.met WHERE workspace = $1 AND person = $2`, [
    workspace,
    person,
  ]);
  await session.query(`DELETE FROM ${at}.delivery WHERE workspace = $1 AND strpos(id, $2) > 0`, [
    workspace,
    person,
  ]);
}

type Values = Readonly<Record<string, string | number>>;

/** Writes what is left of a row, or removes it where nothing is. */
async function put(
  session: Session,
  { table, key, rest }: { table: string; key: Values; rest: Values | undefined },
): Promise<void> {
  const values = Object.values(key);
  const where = Object.keys(key)
    .map((name, number) => `${name} = $${number + 1}`)
    .join(' AND ');
  if (!rest) {
    await session.query(`DELETE FROM ${table} WHERE ${where}`, values);
    return;
  }
  const set = Object.keys(rest)
    .map((name, number) => `${name} = $${values.length + number + 1}`)
    .join(', ');
  await session.query(`UPDATE ${table} SET ${set} WHERE ${where}`, [
    ...values,
    ...Object.values(rest),
  ]);
}

/** With the next revision: who has read the record before must read it again. */
function anew<T extends { readonly revision: number }>(
  rest: T | undefined,
  schema: z.ZodType<T>,
): { readonly record: string; readonly revision: number } | undefined {
  return rest && { record: recordOf(schema, rest), revision: rest.revision + 1 };
}
