import type { Tables } from '#postgres/migration.ts';
import { quoted } from '#postgres/migration.ts';

/** The tables of a desk; every workspace of this database sits at the same one. */
export function deskTables(name: string): Tables {
  const schema = `${name}_desk`;
  return { schema, steps: [stepOne(quoted(schema))] };
}

// "C" compares bytes, as every other store of ours does.
const stepOne = (at: string) => `
  CREATE TABLE ${at}.thread (
    workspace text, place text, thread text, revision bigint NOT NULL, record text NOT NULL,
    PRIMARY KEY (workspace, place, thread)
  );
  CREATE TABLE ${at}.review (
    workspace text, id text COLLATE "C", revision bigint NOT NULL,
    state text NOT NULL, created text COLLATE "C" NOT NULL, record text NOT NULL,
    PRIMARY KEY (workspace, id)
  );
  CREATE TABLE ${at}.role (
    workspace text, person text COLLATE "C", role text COLLATE "C",
    PRIMARY KEY (workspace, person, role)
  );
  CREATE TABLE ${at}.delivery (
    workspace text, id text, at text COLLATE "C" NOT NULL, PRIMARY KEY (workspace, id)
  );
  CREATE TABLE ${at}.feedback (
    workspace text, decision text COLLATE "C", person text COLLATE "C",
    at text COLLATE "C" NOT NULL, record text NOT NULL,
    PRIMARY KEY (workspace, decision, person)
  );
  CREATE TABLE ${at}.met (workspace text, person text, PRIMARY KEY (workspace, person));
  CREATE INDEX delivery_at ON ${at}.delivery (at);
`;
