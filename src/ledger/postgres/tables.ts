import { hash } from 'node:crypto';
import type { Session } from '#postgres/database.ts';
import { quoted } from '#postgres/migration.ts';

/** Where the log of one workspace lies: its entries, and apart from them the keys of its texts. */
export type Place = {
  /** The schema, as it is called. */
  readonly schema: string;
  /** Both schemas, as SQL writes them. */
  readonly log: string;
  readonly keys: string;
};

const longestName = 63;

/** The schemas of one workspace: with rights of their own, and to be dropped alone. */
export function placeFor(name: string, workspace: string): Place {
  const named = (part: string) => {
    const whole = `${name}_${part}_${workspace}`;
    if (Buffer.byteLength(whole) <= longestName) return whole;
    return `${name}_${part}_${hash('sha256', workspace).slice(0, 32)}`;
  };
  return { schema: named('log'), log: quoted(named('log')), keys: quoted(named('keys')) };
}

/** The tables of a ledger, step by step. */
export function ledgerSteps(place: Place): readonly string[] {
  return [`${logTables(place.log)}${keyTables(place.keys)}`];
}

/** What the catalogue says of the tables that these steps make; another PostgreSQL says the same. */
const untouched = '9ea16852d42f0d7d7e7330d70c38a20d14bbdf397cddf58b9d4b636de6711a8c';

/** True while tables, columns, indexes and triggers are as they were made. */
export async function tablesAreUntouched(session: Session, place: Place): Promise<boolean> {
  return (await fingerprintOf(session, place)) === untouched;
}

/** The catalogue of both schemas in one hash. */
export async function fingerprintOf(session: Session, { log, keys }: Place): Promise<string> {
  const { rows } = await session.query(catalogue, [log, keys]);
  const lines = rows.map(({ what }) =>
    String(what).replaceAll(log, 'log').replaceAll(keys, 'keys'),
  );
  return hash('sha256', lines.toSorted().join('\n'));
}

const catalogue = `
  WITH part AS (
    SELECT oid, CASE oid WHEN $1::regnamespace THEN 'log' ELSE 'keys' END AS side
    FROM pg_namespace WHERE oid IN ($1::regnamespace, $2::regnamespace)
  ), rel AS (
    SELECT c.oid, side || '.' || relname AS name, relkind, relrowsecurity
    FROM pg_class c JOIN part ON part.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
  )
  SELECT concat_ws(' ', 'table', name, relkind, relrowsecurity) AS what FROM rel
  UNION ALL
  SELECT concat_ws(' ', 'column', name, attname, format_type(atttypid, atttypmod), attnotnull,
    attgenerated, attcollation::regcollation)
  FROM pg_attribute JOIN rel ON attrelid = rel.oid WHERE attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT concat_ws(' ', 'index', name, i.relname, indisunique, indisvalid, indkey)
  FROM pg_index JOIN rel ON indrelid = rel.oid JOIN pg_class i ON i.oid = indexrelid
  UNION ALL
  SELECT concat_ws(' ', 'trigger', name, tgname, tgtype, tgenabled, proname)
  FROM pg_trigger JOIN rel ON tgrelid = rel.oid JOIN pg_proc p ON p.oid = tgfoid
  WHERE NOT tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'rule', name, rulename) FROM pg_rewrite JOIN rel ON ev_class = rel.oid
  UNION ALL
  SELECT concat_ws(' ', 'function', side, proname, provolatile, prosrc)
  FROM pg_proc JOIN part ON part.oid = pronamespace
`;

const clear = (log: string, name: string, path: string) =>
  `${name} text COLLATE "C" GENERATED ALWAYS AS (${log}.json_of(body) #>> '{${path}}') STORED`;

// These stop accidents; an attacker is stopped by the tree and by checkpoints kept elsewhere.
const neverChanged = (log: string, table: string) =>
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${log}.${table}
   FOR EACH STATEMENT EXECUTE FUNCTION ${log}.refuse();`;

const logTables = (log: string) => `
  -- The bytes are always UTF-8, whatever a session is set to.
  CREATE FUNCTION ${log}.json_of(body bytea) RETURNS jsonb
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT convert_from(body, 'UTF8')::jsonb $$;
  CREATE FUNCTION ${log}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the decision log is append-only' USING ERRCODE = '23000';
    END $$;
  CREATE TABLE ${log}.entry (
    idx bigint PRIMARY KEY,
    op text COLLATE "C" NOT NULL UNIQUE,
    leaf bytea NOT NULL CHECK (length(leaf) = 32),
    body bytea,
    ${clear(log, 'at', 'at')},
    ${clear(log, 'kind', 'kind')},
    ${clear(log, 'verdict', 'body,verdict')},
    ${clear(log, 'pseudonym', 'pseudonym')},
    ${clear(log, 'ref', 'ref')}
  );
  CREATE UNIQUE INDEX entry_ref ON ${log}.entry (ref);
  CREATE INDEX entry_at ON ${log}.entry (at);
  CREATE INDEX entry_kind ON ${log}.entry (kind);
  CREATE INDEX entry_pseudonym ON ${log}.entry (pseudonym);
  CREATE TABLE ${log}.node (
    level integer, i bigint, hash bytea NOT NULL CHECK (length(hash) = 32), PRIMARY KEY (level, i)
  );
  CREATE TABLE ${log}.state (
    id integer PRIMARY KEY CHECK (id = 1), size bigint NOT NULL, frontier bytea NOT NULL
  );
  CREATE TABLE ${log}.checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
  CREATE TABLE ${log}.signer (since bigint PRIMARY KEY, vkey text NOT NULL);
  CREATE TABLE ${log}.blob (sha256 text PRIMARY KEY, kind text NOT NULL, bytes bytea NOT NULL);
  ${['entry', 'node', 'checkpoint', 'signer', 'blob'].map((table) => neverChanged(log, table)).join('\n')}
  CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON ${log}.state
    FOR EACH STATEMENT EXECUTE FUNCTION ${log}.refuse();
  CREATE FUNCTION ${log}.only_at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.idx IS DISTINCT FROM (SELECT coalesce(max(idx) + 1, 0) FROM ${log}.entry) THEN
        RAISE EXCEPTION 'the decision log is append-only' USING ERRCODE = '23000';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER only_at_the_end BEFORE INSERT ON ${log}.entry
    FOR EACH ROW EXECUTE FUNCTION ${log}.only_at_the_end();
`;

const keyTables = (keys: string) => `
  CREATE SCHEMA ${keys};
  CREATE TABLE ${keys}.proof (id integer PRIMARY KEY CHECK (id = 1), box bytea NOT NULL);
  CREATE TABLE ${keys}.signing (id integer PRIMARY KEY CHECK (id = 1), box bytea NOT NULL);
  CREATE TABLE ${keys}.subject (
    pseudonym text PRIMARY KEY, quarter text NOT NULL, tag bytea NOT NULL UNIQUE, person bytea NOT NULL
  );
  CREATE TABLE ${keys}.secret (
    id text PRIMARY KEY,
    pseudonym text NOT NULL REFERENCES ${keys}.subject ON DELETE CASCADE,
    day text NOT NULL,
    box bytea NOT NULL,
    UNIQUE (pseudonym, day)
  );
`;
