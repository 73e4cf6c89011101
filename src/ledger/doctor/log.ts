import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Problem } from '#domain/problem.ts';
import { checkpointSigner, originOf } from '#ledger/checkpoint.ts';
import { guarded, openDatabase } from '#ledger/database.ts';
import { attention, bad, ok } from '#ledger/doctor/finding.ts';
import type { Finding } from '#ledger/doctor/finding.ts';
import { wrappingKey } from '#ledger/key-files.ts';
import { checkWhole } from '#ledger/ledger-file.ts';
import { sqliteVault } from '#ledger/vault.ts';

/** What can be told of a log file at once, without reading all of it. */
export function checkLogFile(folder: string, now: Date): readonly Finding[] {
  const path = join(folder, 'ledger.db');
  return attempted(() =>
    guarded(path, () => {
      using db = openDatabase(path, { readOnly: true });
      const vkey = checkWhole(db, path);
      return [
        ok(`SQLite ${versionOf(db)}: sicher`, `SQLite ${versionOf(db)}: safe`),
        journalOf(db),
        headOf(db, now),
        signingKeyOf(folder, vkey),
      ];
    }),
  );
}

/** Whether the key store opens with its key. */
export function checkVault(folder: string, kek: string | undefined): readonly Finding[] {
  const [path, keyPath] = [join(folder, 'keys.db'), join(folder, 'kek')];
  // What is missing was told already, and a look must not make it.
  if (!existsSync(path) || (kek === undefined && !existsSync(keyPath))) return [];
  return attempted(() => {
    const key = wrappingKey(kek ?? readFileSync(keyPath, 'utf8'));
    sqliteVault(path, key, () => new Uint8Array()).close();
    return [ok('Schlüsselspeicher: öffnet sich', 'key store: opens')];
  });
}

function versionOf(db: DatabaseSync): string {
  return String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']);
}

function journalOf(db: DatabaseSync): Finding {
  const mode = String(db.prepare('PRAGMA journal_mode').get()?.['journal_mode']);
  if (mode === 'wal') return ok('Schreibweise: WAL, FULL', 'journal: WAL, FULL');
  return attention(
    { de: `Schreibweise: ${mode} statt WAL`, en: `journal: ${mode} instead of WAL` },
    {
      de: 'Spielen Sie die Datei mit „leitplanke log restore“ ein, oder stellen Sie sie mit „PRAGMA journal_mode = WAL“ um: Sonst warten Leser auf Schreiber.',
      en: 'Put the file in place with "leitplanke log restore", or set "PRAGMA journal_mode = WAL": otherwise readers wait for writers.',
    },
  );
}

function headOf(db: DatabaseSync, now: Date): Finding {
  const last = db.prepare('SELECT idx, at FROM entry ORDER BY idx DESC LIMIT 1').get();
  if (!last)
    return ok('Protokoll: noch leer, Kopf unterschrieben', 'log: still empty, head signed');
  const [size, at] = [Number(last['idx']) + 1, String(last['at'])];
  if (Date.parse(at) > now.getTime() + 1000) {
    return attention(
      {
        de: `Uhr: Der letzte Eintrag ist von ${at}, das liegt in der Zukunft`,
        en: `clock: the last entry is of ${at}, which lies ahead`,
      },
      { de: 'Stellen Sie die Uhr des Rechners.', en: 'Set the clock of the machine.' },
    );
  }
  return ok(
    `Protokoll: ${size} Einträge, letzter Kontrollpunkt ${at}`,
    `log: ${size} entries, last checkpoint ${at}`,
  );
}

function signingKeyOf(folder: string, vkey: string): Finding {
  const path = join(folder, 'signing-key.pem');
  // A missing file is told with the other key files.
  if (!existsSync(path)) return ok('Unterschrift: prüfbar', 'signature: can be checked');
  const remedy = {
    de: 'Legen Sie den Unterschriftsschlüssel dieses Protokolls zurück.',
    en: 'Put the signing key of this log back.',
  };
  try {
    const signer = checkpointSigner(originOf(vkey), createPrivateKey(readFileSync(path)));
    if (signer.vkey === vkey)
      return ok('Unterschrift: der Schlüssel passt', 'signature: the key fits');
  } catch {
    return bad(
      { de: `Unterschrift: ${path} ist unlesbar`, en: `signature: ${path} cannot be read` },
      remedy,
    );
  }
  return bad({ de: 'Unterschrift: fremder Schlüssel', en: 'signature: another key' }, remedy);
}

/** A problem is a finding here. */
function attempted(work: () => readonly Finding[]): readonly Finding[] {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Problem) return [findingOf(cause)];
    throw cause;
  }
}

/** A problem as the doctor tells it. */
export function findingOf(problem: Problem): Finding {
  const [de = '', ...deRemedy] = problem.toldIn('de').split('\n→ ');
  const [en = '', ...enRemedy] = problem.toldIn('en').split('\n→ ');
  return bad({ de, en }, { de: deRemedy.join(' '), en: enRemedy.join(' ') });
}
