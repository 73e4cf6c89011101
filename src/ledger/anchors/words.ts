import type { Comparison } from '#ledger/anchors/compare.ts';
import type { Bilingual } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** What to say where a log is not the one that was anchored. */
export function contradicted(
  { firstBad, newest }: Comparison,
  log: { readonly size: number; readonly place: string },
): Problem | undefined {
  if (!firstBad) return undefined;
  const { size, at, why } = firstBad;
  const agreed: Bilingual = newest
    ? {
        de: ` Bis ${newest.size} Einträge stimmt es überein (${newest.at}).`,
        en: ` Up to ${newest.size} entries it agrees (${newest.at}).`,
      }
    : { de: '', en: '' };
  const what: Record<typeof why, Bilingual> = {
    shorter: {
      de: `Das Protokoll wurde zurückgesetzt: Am ${at} waren ${size} Einträge verankert, vorhanden sind ${log.size}.`,
      en: `The decision log was put back: ${size} entries were anchored at ${at}, ${log.size} are there.`,
    },
    other: {
      de: `Das Protokoll ist nicht mehr, was verankert wurde: Mit ${size} Einträgen stimmt es nicht mit dem Anker vom ${at} überein.`,
      en: `The decision log is no longer what was anchored: at ${size} entries it differs from the anchor of ${at}.`,
    },
    foreign: {
      de: `Das Protokoll ist ein anderes: Der Anker vom ${at} über ${size} Einträge trägt nicht die Unterschrift seines Schlüssels.`,
      en: `This is another decision log: the anchor of ${at} over ${size} entries is not signed by its key.`,
    },
  };
  return new Problem(
    'log.damaged',
    { de: what[why].de + agreed.de, en: what[why].en + agreed.en },
    {
      remedy: {
        de: `Heben Sie Protokoll und Anker (${log.place}) als Beweis auf, und klären Sie, wer Zugriff hatte. Haben Sie selbst eine Sicherung eingespielt oder ein neues Protokoll begonnen, legen Sie die Ankerdatei beiseite: Der nächste Start legt eine neue an.`,
        en: `Keep log and anchors (${log.place}) as evidence, and find out who had access. If you restored a backup or began a new log yourself, move the anchor file aside: the next start begins a new one.`,
      },
    },
  );
}

/** What to say where anchors cannot be read as they were written. */
export function unreadable(place: string, lines: number): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Die Anker sind beschädigt: ${lines} Zeilen sind nicht lesbar (${place}).`,
      en: `The anchors are damaged: ${lines} lines cannot be read (${place}).`,
    },
    {
      remedy: {
        de: 'Vergleichen Sie die Datei mit ihrer Sicherung; entfernen Sie nur Zeilen, deren Herkunft Sie kennen.',
        en: 'Compare the file with its backup; remove only lines whose origin you know.',
      },
    },
  );
}

/** What to say where anchors cannot be read at all. */
export function unreachable(place: string, cause: Error): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Die Anker sind nicht lesbar: ${cause.message} (${place}).`,
      en: `The anchors cannot be read: ${cause.message} (${place}).`,
    },
    {
      remedy: {
        de: 'Sorgen Sie dafür, dass der Ort erreichbar und lesbar ist (LEITPLANKE_ANCHORS).',
        en: 'Make sure that the place can be reached and read (LEITPLANKE_ANCHORS).',
      },
      cause,
    },
  );
}

/** What to say where a checkpoint could not be taken away from the log. */
export function notKept(place: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Problem(
    'log.unavailable',
    {
      de: `Der Kontrollpunkt des Protokolls ließ sich nicht verankern: ${reason} (${place}).`,
      en: `The checkpoint of the decision log could not be anchored: ${reason} (${place}).`,
    },
    {
      remedy: {
        de: 'Antworten gehen weiter. Sorgen Sie dafür, dass der Ort beschreibbar ist (LEITPLANKE_ANCHORS); „leitplanke log doctor“ zeigt den Stand.',
        en: 'Answers go on. Make sure that the place can be written (LEITPLANKE_ANCHORS); "leitplanke log doctor" shows how things stand.',
      },
      cause,
    },
  );
}
