/** What the knowledge commands say. */
export const words = {
  de: {
    counts: (controls: number, passages: number) =>
      `${controls} Prüfpunkte, ${passages} Fundstellen, jede deutsch und englisch`,
    unused: (facts: string) => `Von keinem Prüfpunkt gefragt: ${facts}`,
    overdue: (count: number, oldest: string) =>
      `Seit über einem Jahr nicht mit dem Gesetz verglichen: ${count}, am längsten ${oldest}`,
    unverified: (no: number, partly: number) =>
      `Nicht überprüft: ${no} Fundstellen; nur zum Teil: ${partly} (knowledge check --all nennt sie)`,
    ahead: (what: string) => `Gilt bald: ${what}`,
    noDifference: 'Kein Unterschied.',
    added: 'neu',
    removed: 'entfallen',
    changed: 'geändert',
    parts: { facts: 'Angaben', controls: 'Prüfpunkte', passages: 'Fundstellen', packs: 'Pakete' },
    impact: (count: number, of: number) =>
      `Anderes Ergebnis bei ${count} von ${of} Kampagnen (Alltagsmuster und Entscheidungen im Protokoll):`,
  },
  en: {
    counts: (controls: number, passages: number) =>
      `${controls} controls, ${passages} passages, each in German and English`,
    unused: (facts: string) => `No control asks for: ${facts}`,
    overdue: (count: number, oldest: string) =>
      `Not compared with the law for over a year: ${count}, the longest ${oldest}`,
    unverified: (no: number, partly: number) =>
      `Not verified: ${no} passages; only in part: ${partly} (knowledge check --all names them)`,
    ahead: (what: string) => `Holds soon: ${what}`,
    noDifference: 'No difference.',
    added: 'new',
    removed: 'gone',
    changed: 'changed',
    parts: { facts: 'Facts', controls: 'Controls', passages: 'Passages', packs: 'Packs' },
    impact: (count: number, of: number) =>
      `Another verdict for ${count} of ${of} campaigns (everyday patterns and decisions in the log):`,
  },
} as const;
