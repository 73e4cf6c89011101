import { Case, Feedback, Role, Thread } from '#assistant/desk.ts';
import type { Cases, Desk, Feedbacks, Roles, Threads } from '#assistant/desk.ts';
import { peopleIn } from '#desk/postgres/people.ts';
import { recordIn, recordOf, saved } from '#desk/postgres/record.ts';
import { deskTables } from '#desk/postgres/tables.ts';
import type { Database, Row } from '#postgres/database.ts';
import { postgresDatabase } from '#postgres/database.ts';
import { bringUpToDate, quoted, refuseUnfit, takeTurn } from '#postgres/migration.ts';

const week = 7 * 24 * 60 * 60 * 1000;

export type PostgresDeskOptions = {
  /** `postgres://…` */
  readonly address: string;
  readonly now: () => Date;
  /** What the schema is called, where several installations share one database. */
  readonly name?: string | undefined;
  /** Somebody has made a backup, so that older tables may be changed. */
  readonly hasBackup?: boolean | undefined;
};

/** The desk in PostgreSQL; any number of processes and workspaces may share it. */
export async function postgresDesk(options: PostgresDeskOptions): Promise<Desk> {
  const { address, now, name = 'leitplanke', hasBackup } = options;
  const tables = deskTables(name);
  const db = postgresDatabase(address);
  try {
    await refuseUnfit(db);
    await db.transact(async (session) => {
      await takeTurn(session, tables.schema);
      await bringUpToDate(session, db.place, tables, { hasBackup });
    });
  } catch (cause) {
    await db.close();
    throw cause;
  }

  const at = quoted(tables.schema);
  return {
    threads: threadsIn(db, at),
    cases: casesIn(db, at),
    roles: rolesIn(db, at),
    feedback: feedbackIn(db, at),
    people: peopleIn(db, at),
    once: (workspace, delivery) => once(db, at, { workspace, delivery, now: now() }),
    async meet(workspace, person) {
      const sql = `INSERT INTO ${at}.met VALUES ($1, $2) ON CONFLICT DO NOTHING`;
      const { count } = await db.query(sql, [workspace, person]);
      return count === 1;
    },
    close: () => db.close(),
  };
}

function threadsIn(db: Database, at: string): Threads {
  const find = `SELECT record FROM ${at}.thread WHERE workspace = $1 AND place = $2 AND thread = $3`;
  const insert = `INSERT INTO ${at}.thread VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING`;
  const update = `UPDATE ${at}.thread SET record = $4, revision = revision + 1
    WHERE workspace = $1 AND place = $2 AND thread = $3 AND revision = $5`;

  return {
    async find({ workspace, place, thread }) {
      const { rows } = await db.query(find, [workspace, place, thread]);
      return recordIn(rows[0], Thread, db.place);
    },
    async save(one) {
      const { workspace, place, thread, revision } = one;
      const values = [workspace, place, thread, recordOf(Thread, one)];
      return saved(
        revision === 0
          ? await db.query(insert, values)
          : await db.query(update, [...values, revision]),
        revision,
      );
    },
  };
}

function casesIn(db: Database, at: string): Cases {
  const find = `SELECT record FROM ${at}.review WHERE workspace = $1 AND id = $2`;
  const list = `SELECT record FROM ${at}.review
    WHERE workspace = $1 AND coalesce($2, state) = state ORDER BY created, id`;
  const insert = `INSERT INTO ${at}.review VALUES ($1, $2, 1, $3, $4, $5) ON CONFLICT DO NOTHING`;
  const update = `UPDATE ${at}.review
    SET state = $3, created = $4, record = $5, revision = revision + 1
    WHERE workspace = $1 AND id = $2 AND revision = $6`;

  return {
    async find(workspace, id) {
      const { rows } = await db.query(find, [workspace, id]);
      return recordIn(rows[0], Case, db.place);
    },
    async list(workspace, state) {
      const { rows } = await db.query(list, [workspace, state ?? null]);
      return rows.flatMap((row) => recordIn(row, Case, db.place) ?? []);
    },
    async save(one) {
      const { workspace, id, revision, state, created } = one;
      const values = [workspace, id, state, created, recordOf(Case, one)];
      return saved(
        revision === 0
          ? await db.query(insert, values)
          : await db.query(update, [...values, revision]),
        revision,
      );
    },
  };
}

function rolesIn(db: Database, at: string): Roles {
  return {
    async of(workspace, person) {
      const sql = `SELECT role FROM ${at}.role WHERE workspace = $1 AND person = $2 ORDER BY role`;
      const { rows } = await db.query(sql, [workspace, person]);
      return rolesAmong(rows);
    },
    async holders(workspace, role) {
      const sql = `SELECT person FROM ${at}.role WHERE workspace = $1 AND role = $2 ORDER BY person`;
      const { rows } = await db.query(sql, [workspace, role]);
      return rows.map((row) => String(row['person']));
    },
    async all(workspace) {
      const sql = `SELECT person, role FROM ${at}.role WHERE workspace = $1 ORDER BY person, role`;
      const { rows } = await db.query(sql, [workspace]);
      const persons = Map.groupBy(rows, (row) => String(row['person']));
      return [...persons].map(([person, held]) => ({ person, roles: rolesAmong(held) }));
    },
    assign: (workspace, person, roles) =>
      db.transact(async (session) => {
        // Two who assign at once must not end with the roles of both.
        await takeTurn(session, `${at} roles`);
        await session.query(`DELETE FROM ${at}.role WHERE workspace = $1 AND person = $2`, [
          workspace,
          person,
        ]);
        await session.query(
          `INSERT INTO ${at}.role SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
          [workspace, person, [...roles]],
        );
      }),
  };
}

function feedbackIn(db: Database, at: string): Feedbacks {
  const put = `INSERT INTO ${at}.feedback VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (workspace, decision, person) DO UPDATE SET at = excluded.at, record = excluded.record`;
  const list = `SELECT record FROM ${at}.feedback
    WHERE workspace = $1 ORDER BY at DESC, decision, person`;

  return {
    async give(feedback) {
      const { workspace, decision, person, at: when } = Feedback.parse(feedback);
      await db.query(put, [workspace, decision, person, when, JSON.stringify(feedback)]);
    },
    async list(workspace) {
      const { rows } = await db.query(list, [workspace]);
      return rows.flatMap((row) => recordIn(row, Feedback, db.place) ?? []);
    },
  };
}

async function once(
  db: Database,
  at: string,
  { workspace, delivery, now }: { workspace: string; delivery: string; now: Date },
): Promise<boolean> {
  const weekAgo = new Date(now.getTime() - week).toISOString();
  await db.query(`DELETE FROM ${at}.delivery WHERE at < $1`, [weekAgo]);
  const { count } = await db.query(
    `INSERT INTO ${at}.delivery VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [workspace, delivery, now.toISOString()],
  );
  return count === 1;
}

/** A role that this version does not know gives no rights. */
function rolesAmong(rows: readonly Row[]): readonly Role[] {
  return rows.flatMap((row) => Role.safeParse(row['role']).data ?? []);
}
