import type { Anchored } from '#assistant/ledger.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { compared, insideLine, readAnchors } from '#cli/log/anchors.ts';
import { words } from '#cli/log/words.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { hasLedger, verifyLog } from '#house.ts';
import type { Verification } from '#ledger/verification.ts';

/** `log verify`: from the file alone, so that a log which no longer opens is still examined. */
export const verify: LogAction = {
  usage: 'verify [--anchors [FILE…]] [--json]',
  help: {
    de: 'rechnet alles aus der Datei nach, mit --anchors auch gegen die andernorts verwahrten Kontrollpunkte; Endstatus 69, wenn etwas nicht stimmt',
    en: 'recomputes everything from the file, with --anchors also against the checkpoints kept elsewhere; exit status 69 if anything is wrong',
  },
  operands: [0, 50],
  async run({ config, terminal, language, flags }, files) {
    const isAnchored = flags['anchors'] === true || files.length > 0;
    const anchors = isAnchored ? await readAnchors(config, files) : undefined;
    if (!(await hasLedger(config))) {
      // Anchors of a log that is gone: nothing is left of what they cover.
      const none = { ok: true, size: 0, root: '', vkey: keyOf(anchors?.anchored), problems: [] };
      if (anchors) compared({ ...none, wholeUpTo: 0 }, anchors);
      terminal.out(words[language].empty);
      return exitStatus.done;
    }
    const found = await verifyLog(config, {
      checkpoints: anchors?.anchored.map(({ note }) => note),
    });
    if (flags['json'] === true) terminal.out(JSON.stringify(found));
    if (anchors && !found.ok) terminal.err(placesIn(found));
    const comparison = anchors && compared(found, anchors);
    refuseDamaged(found, language);
    if (flags['json'] !== true) {
      terminal.out(
        `${words[language].intact(found.size)}\n  root ${found.root}\n  key  ${found.vkey}`,
      );
      if (comparison) terminal.out(insideLine(comparison, language));
    }
    return exitStatus.done;
  },
};

function refuseDamaged(found: Verification, language: Language): void {
  if (found.ok) return;
  throw new Problem('log.damaged', `${words[language].broken}\n  ${placesIn(found)}`, {
    remedy: words[language].restore,
  });
}

function placesIn({ problems }: Verification): string {
  const places = problems.map(({ index, ref, what }) =>
    [index, ref, what].filter((one) => one !== undefined).join('  '),
  );
  return places.join('\n  ');
}

function keyOf(anchored: readonly Anchored[] = []): string {
  return anchored[0]?.vkey ?? '';
}
