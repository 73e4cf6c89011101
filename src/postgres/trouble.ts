import { Problem } from '#domain/problem.ts';
import type { Bilingual } from '#domain/language.ts';

/** What to say where an address leads to no database. */
export function wrongAddress(): Problem {
  return unavailable(
    {
      de: 'LEITPLANKE_DATABASE_URL ist keine Adresse einer PostgreSQL-Datenbank',
      en: 'LEITPLANKE_DATABASE_URL is not the address of a PostgreSQL database',
    },
    {
      de: 'Sie hat die Form postgres://NAME:PASSWORT@RECHNER:5432/DATENBANK; Sonderzeichen im Passwort schreiben Sie als %-Zeichenfolge.',
      en: 'It has the form postgres://NAME:PASSWORD@HOST:5432/DATABASE; special characters in the password are written percent-encoded.',
    },
  );
}

/** What a failure of the server means to a person; undefined for one that is a bug of ours. */
export function problemFrom(place: string, cause: unknown): Problem | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (isBug(code)) return undefined;
  if (isDamage(code)) return otherTables(place, cause);
  const known = reasons.find(([pattern]) => pattern.test(code));
  const [, what, remedy] = known ?? unreachable;
  // Never the message itself: it may quote what was sent.
  return unavailable(filled(what, place), filled(remedy, place), strippedOf(code));
}

/** What to say when tables are not what this program made. */
export function otherTables(place: string, cause?: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new Problem(
    'log.damaged',
    {
      de: `Die Tabellen in ${place} sind nicht die, die dieses Programm angelegt hat.`,
      en: `The tables in ${place} are not those that this program made.`,
    },
    {
      remedy: {
        de: '„leitplanke log verify“ zeigt, wie weit das Protokoll heil ist. Spielen Sie dann eine Sicherung der Datenbank ein.',
        en: '"leitplanke log verify" shows how far the log is whole. Then restore a backup of the database.',
      },
      cause: strippedOf(code),
    },
  );
}

type Reason = readonly [RegExp, what: Bilingual, remedy: Bilingual];

// PostgreSQL's own error codes, https://www.postgresql.org/docs/current/errcodes-appendix.html
const reasons: readonly Reason[] = [
  [
    /^28/,
    {
      de: 'Die Datenbank {place} lässt uns mit diesem Namen und Passwort nicht ein',
      en: 'The database {place} does not let us in with this name and password',
    },
    {
      de: 'Prüfen Sie Name und Passwort in LEITPLANKE_DATABASE_URL und die Zugangsregeln des Servers (pg_hba.conf).',
      en: 'Check name and password in LEITPLANKE_DATABASE_URL and the access rules of the server (pg_hba.conf).',
    },
  ],
  [
    /^3D000$/,
    { de: 'Die Datenbank {place} gibt es nicht', en: 'There is no database {place}' },
    {
      de: 'Legen Sie sie an (createdb), oder nennen Sie in LEITPLANKE_DATABASE_URL eine andere.',
      en: 'Create it (createdb), or name another one in LEITPLANKE_DATABASE_URL.',
    },
  ],
  [
    /^(42501|25006)$/,
    {
      de: 'In der Datenbank {place} fehlt ein Recht',
      en: 'A right is missing in the database {place}',
    },
    {
      de: 'Geben Sie dieser Rolle die Rechte an den Schemas (beim ersten Start: GRANT CREATE ON DATABASE); schreiben muss der Hauptserver können, keine Kopie.',
      en: 'Grant this role its rights on the schemas (for the first start: GRANT CREATE ON DATABASE); it must be the primary server, not a copy.',
    },
  ],
  [
    /^(53|57014|55P03|25P03|40)/,
    {
      de: 'Der Server {place} ist überlastet oder sein Speicher ist voll',
      en: 'The server {place} is overloaded, or its disk is full',
    },
    {
      de: 'Prüfen Sie freien Speicherplatz und die Zahl der Verbindungen (max_connections); versuchen Sie es dann noch einmal.',
      en: 'Check free disk space and the number of connections (max_connections); then try again.',
    },
  ],
  [
    /^(58|XX)/,
    {
      de: 'Der Server {place} meldet einen Fehler seines Speichers',
      en: 'The server {place} reports a fault of its storage',
    },
    {
      de: 'Sehen Sie in das Protokoll des Servers, und prüfen Sie dann mit „leitplanke log verify“.',
      en: 'Look into the log of the server, then check with "leitplanke log verify".',
    },
  ],
];

const unreachable: Reason = [
  /^/,
  {
    de: 'Die Datenbank {place} ist nicht erreichbar',
    en: 'The database {place} cannot be reached',
  },
  {
    de: 'Prüfen Sie, ob PostgreSQL läuft und ob Rechner und Port in LEITPLANKE_DATABASE_URL stimmen; versuchen Sie es dann noch einmal.',
    en: 'Check that PostgreSQL is running and that host and port in LEITPLANKE_DATABASE_URL are right; then try again.',
  },
];

/** Statements are ours: one that the server cannot parse, or a value that it cannot hold, is a bug. */
function isBug(code: string): boolean {
  return /^(42601|22...|0A000|25P02)$/.test(code) || code.startsWith('ERR_INVALID');
}

/** A table, a column or a rule that is not as it was made. */
function isDamage(code: string): boolean {
  return /^(23...|42P01|42703|42883|42P10|3F000|P0001)$/.test(code);
}

function unavailable(what: Bilingual, remedy: Bilingual, cause?: unknown): Problem {
  return new Problem(
    'log.unavailable',
    { de: `${what.de}.`, en: `${what.en}.` },
    { remedy, cause },
  );
}

function filled({ de, en }: Bilingual, place: string): Bilingual {
  return { de: de.replace('{place}', place), en: en.replace('{place}', place) };
}

function strippedOf(code: string): Error {
  return new Error(code === '' ? 'no connection' : `PostgreSQL ${code}`);
}
