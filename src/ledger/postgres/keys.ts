import { z } from 'zod';
import { operationOf } from '#domain/reference.ts';
import { lock, unlock } from '#ledger/cipher.ts';
import type { Random } from '#ledger/cipher.ts';
import type { Forgotten, Held, Vault } from '#ledger/vault.ts';
import { quarterOf, tagOf } from '#ledger/vault-keys.ts';
import type { Keys } from '#ledger/vault-keys.ts';
import { otherTables } from '#postgres/trouble.ts';
import type { Session } from '#postgres/database.ts';

/** The table of keys, and what opens it. */
export type KeyRoom = {
  /** The schema, as SQL writes it. */
  readonly at: string;
  /** The database, for messages. */
  readonly place: string;
  readonly keys: Keys;
  readonly random: Random;
};

/** What entries of one turn need of the vault; what is new is written by `save`. */
export type Turn = Pick<Vault, 'pseudonymOf' | 'keyFor'> & { save(): Promise<void> };

type Person = { readonly person: string; readonly at: string };

const Bytes = z.instanceof(Uint8Array);
const Subject = z.object({ tag: Bytes, pseudonym: z.string() });
const Secret = z.object({ id: z.string(), pseudonym: z.string(), day: z.string(), box: Bytes });

/** Fetches at once what is known of these persons. */
export async function turnFor(
  session: Session,
  room: KeyRoom,
  persons: readonly Person[],
): Promise<Turn> {
  const tags = persons.map(({ person, at }) => tagOf(person, quarterOf(at), room.keys));
  const days = persons.map(({ at }) => dayOf(at));
  const known = await session.query(
    `SELECT tag, pseudonym FROM ${room.at}.subject WHERE tag = ANY($1)`,
    [tags],
  );
  const locked = await session.query(
    `SELECT id, pseudonym, day, box FROM ${room.at}.secret JOIN ${room.at}.subject USING (pseudonym)
     WHERE tag = ANY($1) AND day = ANY($2)`,
    [tags, days],
  );
  const subjects = new Map(
    known.rows.map((row) => {
      const { tag, pseudonym } = Subject.parse(row);
      return [hexOf(tag), pseudonym];
    }),
  );
  const secrets = new Map(
    locked.rows.map((row) => {
      const { id, pseudonym, day, box } = Secret.parse(row);
      return [`${pseudonym} ${day}`, { id, secret: opened(room, box, id) }];
    }),
  );
  return turnOver(session, room, subjects, secrets);
}

function turnOver(
  session: Session,
  { at, keys, random }: KeyRoom,
  subjects: Map<string, string>,
  secrets: Map<string, { id: string; secret: Uint8Array }>,
): Turn {
  const newSubjects: (readonly [string, string, Uint8Array, Uint8Array])[] = [];
  const newSecrets: (readonly [string, string, string, Uint8Array])[] = [];
  return {
    pseudonymOf(person, when) {
      const quarter = quarterOf(when);
      const tag = tagOf(person, quarter, keys);
      const known = subjects.get(hexOf(tag));
      if (known !== undefined) return known;
      const pseudonym = operationOf(random(16));
      const box = lock(keys.wrap, Buffer.from(person), pseudonym, random);
      newSubjects.push([pseudonym, quarter, tag, box]);
      subjects.set(hexOf(tag), pseudonym);
      return pseudonym;
    },
    keyFor(pseudonym, when) {
      const day = dayOf(when);
      const known = secrets.get(`${pseudonym} ${day}`);
      if (known) return known;
      const id = operationOf(random(16));
      const secret = random(32);
      newSecrets.push([id, pseudonym, day, lock(keys.wrap, secret, id, random)]);
      secrets.set(`${pseudonym} ${day}`, { id, secret });
      return { id, secret };
    },
    async save() {
      for (const row of newSubjects) {
        await session.query(`INSERT INTO ${at}.subject VALUES ($1, $2, $3, $4)`, row);
      }
      for (const row of newSecrets) {
        await session.query(`INSERT INTO ${at}.secret VALUES ($1, $2, $3, $4)`, row);
      }
    },
  };
}

/** A key by its id, unless forgotten. */
export async function keyOf(
  session: Session,
  room: KeyRoom,
  id: string,
): Promise<Uint8Array | undefined> {
  const { rows } = await session.query(`SELECT box FROM ${room.at}.secret WHERE id = $1`, [id]);
  return rows[0] && opened(room, Bytes.parse(rows[0]['box']), id);
}

/** What leads from a person to entries and texts. */
export async function heldOf(session: Session, room: KeyRoom, person: string): Promise<Held> {
  const { rows } = await session.query(
    `SELECT pseudonym, (SELECT count(*) FROM ${room.at}.secret s WHERE s.pseudonym = o.pseudonym) AS keys
     FROM ${room.at}.subject o WHERE tag = ANY($1) ORDER BY quarter`,
    [await tagsOf(session, room, person)],
  );
  return {
    pseudonyms: rows.map(({ pseudonym }) => String(pseudonym)),
    keys: rows.reduce((sum, { keys }) => sum + Number(keys), 0),
  };
}

/** Deletes every pseudonym and every key of a person. */
export async function forget(session: Session, room: KeyRoom, person: string): Promise<Forgotten> {
  const tags = await tagsOf(session, room, person);
  const keys = await session.query(
    `DELETE FROM ${room.at}.secret
     WHERE pseudonym IN (SELECT pseudonym FROM ${room.at}.subject WHERE tag = ANY($1))`,
    [tags],
  );
  const pseudonyms = await session.query(`DELETE FROM ${room.at}.subject WHERE tag = ANY($1)`, [
    tags,
  ]);
  return { pseudonyms: pseudonyms.count, keys: keys.count };
}

/** The tables that hold something of a person. */
export function personalTables({ at }: KeyRoom): readonly string[] {
  return [`${at}.secret`, `${at}.subject`];
}

async function tagsOf(session: Session, room: KeyRoom, person: string): Promise<Uint8Array[]> {
  const { rows } = await session.query(`SELECT DISTINCT quarter FROM ${room.at}.subject`);
  return rows.map(({ quarter }) => tagOf(person, String(quarter), room.keys));
}

function opened({ keys, place }: KeyRoom, box: Uint8Array, context: string): Uint8Array {
  const bytes = unlock(keys.wrap, box, context);
  if (!bytes) throw otherTables(place);
  return bytes;
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
