import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attention, bad, ok } from '#ledger/doctor/finding.ts';
import type { Finding } from '#ledger/doctor/finding.ts';

/** Files that hold keys: whoever reads one of them reads what the log seals. */
const secret = ['keys.db', 'kek', 'signing-key.pem'];
const all = ['ledger.db', 'desk.db', ...secret];

const little = 1024 ** 3;
const tooLittle = 100 * 1024 ** 2;

/** Whether anybody but the owner can read what lies in the folder of a workspace. */
export function checkRights(folder: string): Finding {
  const open = all.filter((name) => isOpenToOthers(join(folder, name)));
  if (open.length === 0 && !isOpenToOthers(folder)) {
    return ok('Rechte: nur für den Eigentümer', 'rights: the owner alone');
  }
  const names = open.length > 0 ? open.join(', ') : folder;
  const what = {
    de: `Rechte: auch andere können lesen: ${names}`,
    en: `rights: others can read as well: ${names}`,
  };
  const command = `chmod -R go-rwx ${folder}`;
  const remedy = { de: command, en: command };
  return open.some((name) => secret.includes(name)) ? bad(what, remedy) : attention(what, remedy);
}

/** Whether the keys are there, each in its own file. */
export function checkKeyFiles(folder: string, isKekGiven: boolean): readonly Finding[] {
  const needed = ['keys.db', 'signing-key.pem', ...(isKekGiven ? [] : ['kek'])];
  const missing = needed.filter((name) => !existsSync(join(folder, name)));
  const files =
    missing.length === 0
      ? ok(
          'Schlüsseldateien: vorhanden, vom Protokoll getrennt',
          'key files: there, apart from the log',
        )
      : bad(
          {
            de: `Schlüsseldateien fehlen: ${missing.join(', ')}`,
            en: `key files are missing: ${missing.join(', ')}`,
          },
          {
            de: 'Spielen Sie sie aus der Sicherung zurück: „leitplanke log restore --from ORDNER“.',
            en: 'Restore them from the backup: "leitplanke log restore --from FOLDER".',
          },
        );
  const source = isKekGiven
    ? ok(
        'Hauptschlüssel: aus der Einstellung LEITPLANKE_KEK',
        'key over all keys: from the setting LEITPLANKE_KEK',
      )
    : ok(
        'Hauptschlüssel: Datei „kek“ neben dem Protokoll; sicherer von außen mit LEITPLANKE_KEK',
        'key over all keys: file `kek` beside the log; safer from outside with LEITPLANKE_KEK',
      );
  return [files, source];
}

/** Whether there is room for more entries. */
export function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const size = `${(free / 1024 ** 3).toFixed(1)} GiB`;
  if (free >= little) return ok(`Platz: ${size} frei`, `disk: ${size} free`);
  const what = { de: `Platz: nur ${size} frei`, en: `disk: only ${size} free` };
  const remedy = {
    de: 'Schaffen Sie Platz: Ohne Platz gibt der Assistent keine Antwort.',
    en: 'Make room: without room the assistant gives no answer.',
  };
  return free < tooLittle ? bad(what, remedy) : attention(what, remedy);
}

function isOpenToOthers(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && process.platform !== 'win32' && (stat.mode & 0o077) !== 0;
}
