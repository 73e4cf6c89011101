import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Case, Feedback, Role, Thread } from '#assistant/desk.ts';
import type { Cases, Desk, Feedbacks, Roles, Saved, Threads } from '#assistant/desk.ts';
import { damaged, guarded, inOneStep, openDesk } from '#desk/database.ts';
import { peopleIn } from '#desk/people.ts';

const week = 7 * 24 * 60 * 60 * 1000;

/** The desk in one SQLite file; several processes and several workspaces may share it. */
export function sqliteDesk(options: { folder: string; now: () => Date }): Desk {
  const path = join(options.folder, 'desk.db');
  const db = openDesk(path);

  return {
    ...guarded(path, () => ({
      threads: threadsIn(db, path),
      cases: casesIn(db, path),
      roles: rolesIn(db, path),
      feedback: feedbackIn(db, path),
      people: peopleIn(db, path),
    })),
    once: async (workspace, delivery) =>
      guarded(path, () => once(db, { workspace, delivery, now: options.now() })),
    meet: async (workspace, person) =>
      guarded(path, () => {
        const insert = db.prepare('INSERT INTO met VALUES (?, ?) ON CONFLICT DO NOTHING');
        return insert.run(workspace, person).changes === 1;
      }),
    close: async () => db.close(),
  };
}

function threadsIn(db: DatabaseSync, path: string): Threads {
  const find = db.prepare(
    'SELECT record FROM thread WHERE workspace = ? AND place = ? AND thread = ?',
  );
  const insert = db.prepare('INSERT INTO thread VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING');
  const update = db.prepare(
    `UPDATE thread SET record = ?, revision = revision + 1
     WHERE workspace = ? AND place = ? AND thread = ? AND revision = ?`,
  );

  return {
    find: async ({ workspace, place, thread }) =>
      guarded(path, () => recordIn(find.get(workspace, place, thread), Thread, path)),
    save: async (thread) =>
      guarded(path, () => {
        const { workspace, place, thread: id, revision } = thread;
        const record = recordOf(Thread, thread);
        return revision === 0
          ? saved(insert.run(workspace, place, id, record), revision)
          : saved(update.run(record, workspace, place, id, revision), revision);
      }),
  };
}

function casesIn(db: DatabaseSync, path: string): Cases {
  const find = db.prepare('SELECT record FROM review WHERE workspace = ? AND id = ?');
  const list = db.prepare(
    `SELECT record FROM review WHERE workspace = ? AND coalesce(?, state) = state
     ORDER BY created, id`,
  );
  const insert = db.prepare('INSERT INTO review VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING');
  const update = db.prepare(
    `UPDATE review SET state = ?, created = ?, record = ?, revision = revision + 1
     WHERE workspace = ? AND id = ? AND revision = ?`,
  );

  return {
    find: async (workspace, id) =>
      guarded(path, () => recordIn(find.get(workspace, id), Case, path)),
    list: async (workspace, state) =>
      guarded(path, () =>
        list.all(workspace, state ?? null).flatMap((row) => recordIn(row, Case, path) ?? []),
      ),
    save: async (one) =>
      guarded(path, () => {
        const { workspace, id, revision, state, created } = one;
        const record = recordOf(Case, one);
        return revision === 0
          ? saved(insert.run(workspace, id, state, created, record), revision)
          : saved(update.run(state, created, record, workspace, id, revision), revision);
      }),
  };
}

function rolesIn(db: DatabaseSync, path: string): Roles {
  const of = db.prepare('SELECT role FROM role WHERE workspace = ? AND person = ? ORDER BY role');
  const holders = db.prepare(
    'SELECT person FROM role WHERE workspace = ? AND role = ? ORDER BY person',
  );
  const all = db.prepare('SELECT person, role FROM role WHERE workspace = ? ORDER BY person, role');
  const drop = db.prepare('DELETE FROM role WHERE workspace = ? AND person = ?');
  const give = db.prepare('INSERT INTO role VALUES (?, ?, ?) ON CONFLICT DO NOTHING');

  return {
    of: async (workspace, person) => guarded(path, () => rolesAmong(of.all(workspace, person))),
    holders: async (workspace, role) =>
      guarded(path, () => holders.all(workspace, role).map((row) => String(row['person']))),
    all: async (workspace) =>
      guarded(path, () => {
        const rows = Map.groupBy(all.all(workspace), (row) => String(row['person']));
        return [...rows].map(([person, held]) => ({ person, roles: rolesAmong(held) }));
      }),
    assign: async (workspace, person, roles) =>
      guarded(path, () =>
        inOneStep(db, () => {
          drop.run(workspace, person);
          for (const role of roles) give.run(workspace, person, role);
        }),
      ),
  };
}

function feedbackIn(db: DatabaseSync, path: string): Feedbacks {
  const put = db.prepare('INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)');
  const list = db.prepare(
    'SELECT record FROM feedback WHERE workspace = ? ORDER BY at DESC, decision, person',
  );

  return {
    give: async (feedback) =>
      guarded(path, () => {
        const { workspace, decision, person, at } = Feedback.parse(feedback);
        put.run(workspace, decision, person, at, JSON.stringify(feedback));
      }),
    list: async (workspace) =>
      guarded(path, () =>
        list.all(workspace).flatMap((row) => recordIn(row, Feedback, path) ?? []),
      ),
  };
}

function once(
  db: DatabaseSync,
  { workspace, delivery, now }: { workspace: string; delivery: string; now: Date },
): boolean {
  const weekAgo = new Date(now.getTime() - week).toISOString();
  return inOneStep(db, () => {
    db.prepare('DELETE FROM delivery WHERE at < ?').run(weekAgo);
    const insert = db.prepare('INSERT INTO delivery VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    return insert.run(workspace, delivery, now.toISOString()).changes === 1;
  });
}

/** A role that this version does not know gives no rights. */
function rolesAmong(rows: readonly Record<string, unknown>[]): readonly Role[] {
  return rows.flatMap((row) => Role.safeParse(row['role']).data ?? []);
}

/** The record as it will be read: with the revision that saving gives it. */
function recordOf<T extends { readonly revision: number }>(
  schema: z.ZodType<T>,
  record: T,
): string {
  return JSON.stringify(schema.parse({ ...record, revision: record.revision + 1 }));
}

function recordIn<T>(row: unknown, schema: z.ZodType<T>, path: string): T | undefined {
  if (row === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(z.object({ record: z.string() }).parse(row).record));
  } catch (cause) {
    throw cause instanceof Error ? damaged(path, cause) : cause;
  }
}

function saved(result: { changes: number | bigint }, revision: number): Saved {
  return result.changes === 0 ? { saved: false } : { saved: true, revision: revision + 1 };
}
