import { placeFor } from '#ledger/postgres/tables.ts';
import { quoted } from '#postgres/migration.ts';

/**
 * Statements that give a role no more than it takes to run: it adds to the log and reads it,
 * and can neither change nor remove an entry, nor switch off a trigger.
 */
export function leastRights(role: string, workspace: string, name = 'leitplanke'): string {
  const { log, keys } = placeFor(name, workspace);
  const desk = quoted(`${name}_desk`);
  const who = quoted(role);
  return [
    `-- Run as the owner of the tables (the role of the first start), in one go.`,
    `BEGIN;`,
    `GRANT USAGE ON SCHEMA ${log}, ${keys}, ${desk} TO ${who};`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${log} TO ${who};`,
    `GRANT INSERT ON ${['entry', 'node', 'checkpoint', 'blob'].map((table) => `${log}.${table}`).join(', ')} TO ${who};`,
    `GRANT UPDATE ON ${log}.state TO ${who};`,
    `GRANT SELECT ON ${keys}.proof, ${keys}.signing TO ${who};`,
    `GRANT SELECT, INSERT, DELETE ON ${keys}.subject, ${keys}.secret TO ${who};`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${desk} TO ${who};`,
    `-- To write tables anew after a person is forgotten (PostgreSQL 17 and later; before, run VACUUM FULL as the owner).`,
    `DO $$ BEGIN IF current_setting('server_version_num')::integer >= 170000 THEN`,
    `  EXECUTE ${literal(`GRANT MAINTAIN ON ${keys}.subject, ${keys}.secret TO ${who}`)};`,
    `  EXECUTE ${literal(`GRANT MAINTAIN ON ALL TABLES IN SCHEMA ${desk} TO ${who}`)};`,
    `END IF; END $$;`,
    `COMMIT;`,
  ].join('\n');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
