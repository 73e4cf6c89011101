import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { ledgerPath } from '#cli/log/opened.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import type { Bilingual, Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { anchorPath, hasLedger, logPlace, openDesk, openLedger, workspaceFolder } from '#house.ts';
import { anchorFile } from '#ledger/anchors/anchor-file.ts';
import { checkAnchor, checkAnchorOf } from '#ledger/doctor/anchors.ts';
import { checkDisk, checkKeyFiles, checkRights } from '#ledger/doctor/files.ts';
import { attention, bad, ok } from '#ledger/doctor/finding.ts';
import type { Finding } from '#ledger/doctor/finding.ts';
import { checkLogFile, checkVault, findingOf } from '#ledger/doctor/log.ts';

const levels = {
  de: { ok: 'gut    ', attention: 'Achtung', bad: 'FEHLER ' },
  en: { ok: 'ok       ', attention: 'attention', bad: 'BAD      ' },
} as const;

/** `log doctor`: how log, keys, anchors and desk stand, without reading all of the log. */
export const doctor: LogAction = {
  usage: 'doctor [--json]',
  help: {
    de: 'Zustand von Protokoll, Schlüsseln, Ankern und Platz; Endstatus 69 bei einem Fehler',
    en: 'how log, keys, anchors and disk stand; exit status 69 if anything is bad',
  },
  operands: [0, 0],
  async run({ config, language, terminal, flags }) {
    const now = systemClock.now();
    const findings = await (config.databaseUrl === undefined
      ? examine(config, now)
      : examineDatabase(config, now));
    if (flags['json'] === true) terminal.out(JSON.stringify(findings));
    else for (const finding of findings) terminal.out(lineOf(finding, language));
    return findings.some(({ level }) => level === 'bad') ? exitStatus.unavailable : exitStatus.done;
  },
};

async function examine(config: Config, now: Date): Promise<readonly Finding[]> {
  const folder = workspaceFolder(config);
  const path = ledgerPath(config);
  const anchor = anchorFile(anchorPath(config));
  if (!existsSync(path)) {
    const { anchored } = await anchor.kept();
    const what = {
      de: `Protokoll: noch keines (${path})`,
      en: `log: none yet (${path})`,
    };
    return [anchored.length === 0 ? notBegun(what) : lost(what, anchor.place), checkDisk(folder)];
  }
  return [
    ...checkLogFile(folder, now),
    await checkAnchor(folder, anchor, now),
    ...checkKeyFiles(folder, config.kek !== undefined),
    ...checkVault(folder, config.kek),
    checkRights(folder),
    checkDisk(folder),
    await checkDesk(config, folder),
  ];
}

function notBegun(what: Bilingual): Finding {
  return attention(what, {
    de: 'Es entsteht mit der ersten Antwort.',
    en: 'The first answer begins it.',
  });
}

function lost(what: Bilingual, place: string): Finding {
  return bad(what, {
    de: `Es gab eines: ${place}. Spielen Sie eine Sicherung ein: „leitplanke log restore --from ORDNER“.`,
    en: `There was one: ${place}. Restore a backup: "leitplanke log restore --from FOLDER".`,
  });
}

/** Files and their rights are the database's own concern; anchors are ours. */
async function examineDatabase(config: Config, now: Date): Promise<readonly Finding[]> {
  try {
    const place = logPlace(config);
    if (!(await hasLedger(config))) {
      return [
        notBegun({ de: `Protokoll: noch keines (${place})`, en: `log: none yet (${place})` }),
      ];
    }
    const ledger = await openLedger(config);
    try {
      const { size } = await ledger.head();
      return [
        ok(`Protokoll: ${size} Einträge, ${place}`, `log: ${size} entries, ${place}`),
        await checkAnchorOf(ledger, anchorFile(anchorPath(config)), now),
      ];
    } finally {
      await ledger.close();
    }
  } catch (cause) {
    if (cause instanceof Problem) return [findingOf(cause)];
    throw cause;
  }
}

async function checkDesk(config: Config, folder: string): Promise<Finding> {
  if (!existsSync(join(folder, 'desk.db'))) {
    return attention(
      { de: 'Ablage: noch keine', en: 'desk: none yet' },
      { de: 'Sie entsteht mit dem ersten Start.', en: 'The first start begins it.' },
    );
  }
  try {
    await (await openDesk(config)).close();
    return ok('Ablage: öffnet sich', 'desk: opens');
  } catch (cause) {
    if (cause instanceof Problem) return findingOf(cause);
    throw cause;
  }
}

function lineOf(finding: Finding, language: Language): string {
  const line = `${levels[language][finding.level]}  ${finding.what[language]}`;
  return finding.level === 'ok' ? line : `${line}\n  → ${finding.remedy[language]}`;
}
