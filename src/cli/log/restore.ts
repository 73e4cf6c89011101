import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { folderIn, refuseDatabase } from '#cli/log/backup.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { anchorPath, workspaceFolder } from '#house.ts';
import { anchorFile } from '#ledger/anchors/anchor-file.ts';
import { unreadable } from '#ledger/anchors/words.ts';
import { readManifest } from '#ledger/backup/manifest.ts';
import type { Manifest } from '#ledger/backup/manifest.ts';
import { planRestore } from '#ledger/backup/plan.ts';
import type { Plan } from '#ledger/backup/plan.ts';
import { restore as putInPlace } from '#ledger/backup/restore.ts';
import type { Restored } from '#ledger/backup/restore.ts';

/** `log restore`: puts a backup in place that is proved to be the beginning of this log. */
export const restore: LogAction = {
  usage: 'restore --from FOLDER [--dry-run]',
  help: {
    de: 'spielt eine Sicherung ein, die nachweislich der Anfang dieses Protokolls ist; was war, bleibt daneben liegen',
    en: 'restores a backup that is proved to be the beginning of this log; what was there is kept aside',
  },
  operands: [0, 0],
  async run(call) {
    const { config, language, terminal, flags } = call;
    const from = folderIn(call, 'from');
    refuseDatabase(config);
    const manifest = readManifest(from);
    refuseOtherWorkspace(manifest, config);
    const anchor = anchorFile(anchorPath(config));
    const { anchored, damaged } = await anchor.kept();
    if (damaged > 0) throw unreadable(anchor.place, damaged);
    const folder = workspaceFolder(config);
    const plan = await planRestore(folder, from, manifest, { anchored, place: anchor.place });
    for (const line of planLines(plan, manifest, language)) terminal.out(line);
    if (flags['dry-run'] === true) {
      terminal.out(language === 'de' ? 'Nichts wurde geändert.' : 'Nothing was changed.');
      return exitStatus.done;
    }
    const restored = putInPlace(folder, from, manifest, systemClock.now());
    for (const line of restoredLines(restored, language)) terminal.out(line);
    return exitStatus.done;
  },
};

function planLines(plan: Plan, { at }: Manifest, language: Language): readonly string[] {
  const { size, lost, inside, beyond = 0 } = plan;
  const german = language === 'de';
  return [
    german
      ? `Die Sicherung vom ${at} ist unversehrt: ${size} Einträge, ${inside} Anker darin.`
      : `The backup of ${at} is intact: ${size} entries, ${inside} anchors inside.`,
    lost > 0 &&
      (german
        ? `${lost} spätere Einträge sind nicht darin; sie bleiben in der beiseitegelegten Datei.`
        : `${lost} later entries are not in it; they stay in the file that is kept aside.`),
    beyond > 0 &&
      (german
        ? `Verankert waren ${beyond} Einträge: „log verify --anchors“ wird das melden, bis Sie die Ankerdatei beiseitelegen.`
        : `${beyond} entries were anchored: "log verify --anchors" will say so until you move the anchor file aside.`),
  ].filter((line) => line !== false);
}

function restoredLines({ placed, stayed, aside }: Restored, language: Language): readonly string[] {
  const german = language === 'de';
  const keys = placed.includes('keys.db');
  return [
    `${german ? 'Eingespielt' : 'Restored'}: ${placed.join(', ')}`,
    stayed.length > 0 && `${german ? 'Geblieben' : 'Stayed'}: ${stayed.join(', ')}`,
    aside !== undefined && `${german ? 'Beiseitegelegt' : 'Kept aside'}: ${aside}`,
    keys &&
      (german
        ? 'Wen Sie nach dieser Sicherung gelöscht haben, den löschen Sie jetzt noch einmal: Seine Schlüssel sind zurück.'
        : 'Whomever you erased after this backup, erase again now: their keys are back.'),
  ].filter((line) => line !== false);
}

function refuseOtherWorkspace({ workspace }: Manifest, config: Config): void {
  if (workspace === config.workspace) return;
  throw new Problem(
    'input.invalid',
    {
      de: `Das ist die Sicherung von „${workspace}“, nicht von „${config.workspace}“.`,
      en: `This is the backup of "${workspace}", not of "${config.workspace}".`,
    },
    { remedy: `LEITPLANKE_WORKSPACE=${workspace}` },
  );
}
