/** What `log replay` and `log impact` say. */
export const replayWords = {
  de: {
    outcome: {
      same: 'kommt genauso heraus',
      different: 'kommt ANDERS heraus',
      'not-replayable': 'hier nicht nachrechenbar',
    },
    message: {
      same: 'Nachricht unverändert',
      rewritten: 'Nachricht neu geschrieben und gleich, Byte für Byte',
      different: 'Nachricht VERÄNDERT',
      erased: 'Texte gelöscht',
      none: 'ohne Nachricht',
    },
    parts: {
      verdict: 'Ergebnis',
      verdicts: 'Ergebnis je Markt',
      findings: 'Befunde',
      questions: 'Fragen',
      message: 'Nachricht',
    },
    was: 'im Protokoll',
    is: 'nachgerechnet',
    counts: (same: number, different: number, not: number, erased: number) =>
      `Nachgerechnet: ${same} gleich, ${different} anders, ${not} hier nicht nachrechenbar; bei ${erased} sind die Texte gelöscht.`,
    rewritten: (count: number) =>
      `Nachrichten: ${count} neu geschrieben und gleich, Byte für Byte (nur, wo Programm, Regelwerk, Profil und Leser dieselben sind).`,
    wanting: (version: string) =>
      `Dafür fehlt das Regelwerk ${version}: Nennen Sie seinen Ordner mit LEITPLANKE_KNOWLEDGE.`,
    impact: (changed: number, all: number) =>
      `${changed} von ${all} Entscheidungen kämen anders heraus.`,
    controls: 'wegen',
  },
  en: {
    outcome: {
      same: 'comes out the same',
      different: 'comes out DIFFERENTLY',
      'not-replayable': 'cannot be recomputed here',
    },
    message: {
      same: 'message unchanged',
      rewritten: 'message rewritten and the same, byte for byte',
      different: 'message CHANGED',
      erased: 'texts erased',
      none: 'no message',
    },
    parts: {
      verdict: 'verdict',
      verdicts: 'verdict by market',
      findings: 'findings',
      questions: 'questions',
      message: 'message',
    },
    was: 'on record',
    is: 'recomputed',
    counts: (same: number, different: number, not: number, erased: number) =>
      `Recomputed: ${same} same, ${different} different, ${not} not replayable here; the texts of ${erased} are erased.`,
    rewritten: (count: number) =>
      `Messages: ${count} rewritten and the same, byte for byte (only where program, rule base, profile and reader are the same).`,
    wanting: (version: string) =>
      `That takes the rule base ${version}: name its folder with LEITPLANKE_KNOWLEDGE.`,
    impact: (changed: number, all: number) =>
      `${changed} of ${all} decisions would come out differently.`,
    controls: 'because of',
  },
} as const;
