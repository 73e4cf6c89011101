import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Case, Feedback, Role, Thread } from '#assistant/desk.ts';
import type { People } from '#assistant/desk.ts';
import { damaged, guarded, inOneStep } from '#desk/database.ts';
import { caseWithout, feedbackWithout, heldAbout, threadWithout } from '#desk/without-person.ts';
import { Problem } from '#domain/problem.ts';

/** What the desk in a SQLite file holds about a person. */
export function peopleIn(db: DatabaseSync, path: string): People {
  return {
    held: async (workspace, person) =>
      guarded(path, () => {
        const all = naming(db, path, workspace, person);
        const roles = db
          .prepare('SELECT role FROM role WHERE workspace = ? AND person = ? ORDER BY role')
          .all(workspace, person);
        const met = db.prepare('SELECT 1 FROM met WHERE workspace = ? AND person = ?');
        return heldAbout(person, {
          ...all,
          roles: roles.flatMap(({ role }) => Role.safeParse(role).data ?? []),
          met: met.get(workspace, person) !== undefined,
        });
      }),
    forget: async (workspace, person) =>
      guarded(path, () => {
        inOneStep(db, () => forget(db, path, workspace, person));
        wipe(db, path);
      }),
  };
}

/** The records of a workspace in which the id of a person stands. */
function naming(db: DatabaseSync, path: string, workspace: string, person: string) {
  const rows = <T>(table: 'thread' | 'review' | 'feedback', schema: z.ZodType<T>) =>
    db
      .prepare(`SELECT record FROM ${table} WHERE workspace = ? AND instr(record, ?) > 0`)
      .all(workspace, person)
      .map(({ record }) => parsed(record, schema, path));
  return {
    threads: rows('thread', Thread),
    cases: rows('review', Case),
    feedback: rows('feedback', Feedback),
  };
}

function forget(db: DatabaseSync, path: string, workspace: string, person: string): void {
  const { threads, cases, feedback } = naming(db, path, workspace, person);
  for (const thread of threads) {
    const key = [workspace, thread.place, thread.thread] as const;
    const rest = threadWithout(thread, person);
    const where = 'WHERE workspace = ? AND place = ? AND thread = ?';
    if (!rest) db.prepare(`DELETE FROM thread ${where}`).run(...key);
    else {
      db.prepare(`UPDATE thread SET record = ?, revision = ? ${where}`).run(
        ...anew(rest, Thread),
        ...key,
      );
    }
  }
  for (const one of cases) {
    const rest = caseWithout(one, person);
    const where = 'WHERE workspace = ? AND id = ?';
    if (!rest) db.prepare(`DELETE FROM review ${where}`).run(workspace, one.id);
    else {
      db.prepare(`UPDATE review SET record = ?, revision = ?, state = ? ${where}`).run(
        ...anew(rest, Case),
        rest.state,
        workspace,
        one.id,
      );
    }
  }
  for (const one of feedback) {
    const key = [workspace, one.decision, one.person] as const;
    const rest = feedbackWithout(one, person);
    const where = 'WHERE workspace = ? AND decision = ? AND person = ?';
    if (!rest) db.prepare(`DELETE FROM feedback ${where}`).run(...key);
    else db.prepare(`UPDATE feedback SET record = ? ${where}`).run(JSON.stringify(rest), ...key);
  }
  db.prepare('DELETE FROM met WHERE workspace = ? AND person = ?').run(workspace, person);
  db.prepare('DELETE FROM delivery WHERE workspace = ? AND instr(id, ?) > 0').run(
    workspace,
    person,
  );
}

/** With the next revision: who has read the record before must read it again. */
function anew<T extends { readonly revision: number }>(
  record: T,
  schema: z.ZodType<T>,
): readonly [record: string, revision: number] {
  const revision = record.revision + 1;
  return [JSON.stringify(schema.parse({ ...record, revision })), revision];
}

/** Writes the file anew and empties the log beside it, so that no page holds leftovers of earlier rows. */
function wipe(db: DatabaseSync, path: string): void {
  db.exec('PRAGMA temp_store = MEMORY; VACUUM');
  const [checkpoint] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  if (checkpoint?.['busy'] === 0) return;
  throw new Problem(
    'log.unavailable',
    {
      de: `Ein anderes Programm liest gerade aus ${path}; Reste können noch in der Datei stehen.`,
      en: `Another program is reading ${path}; leftovers may still be in the file.`,
    },
    {
      remedy: {
        de: 'Rufen Sie den Befehl noch einmal auf.',
        en: 'Call the command again.',
      },
    },
  );
}

function parsed<T>(record: unknown, schema: z.ZodType<T>, path: string): T {
  try {
    return schema.parse(JSON.parse(z.string().parse(record)));
  } catch (cause) {
    throw cause instanceof Error ? damaged(path, cause) : cause;
  }
}
