/** What `log export` says. */
export const exportWords = {
  de: {
    bundle: (out: string, first: number, last: number, size: number) =>
      `${out}: Einträge ${first} bis ${last} von ${size}. VERIFY.md darin sagt, wie man sie prüft.`,
    proof: (out: string, entry: string, index: number, size: number) =>
      `${out}: Beweis für Eintrag ${index} von ${size}; der Eintrag selbst: ${entry}.\nPrüfen: node verify.mjs ${out} ${entry} (verify.mjs und verify.py liegen in jedem Beweispaket)`,
    key: (vkey: string) => `Prüfschlüssel (geben Sie ihn auf anderem Weg weiter): ${vkey}`,
    heads: [
      'Nr.',
      'Zeit (UTC)',
      'Aktenzeichen',
      'Art',
      'Ergebnis',
      'Ergebnis je Markt',
      'Ort',
      'Pseudonym',
    ],
  },
  en: {
    bundle: (out: string, first: number, last: number, size: number) =>
      `${out}: entries ${first} to ${last} of ${size}. VERIFY.md in it says how to check them.`,
    proof: (out: string, entry: string, index: number, size: number) =>
      `${out}: proof of entry ${index} of ${size}; the entry itself: ${entry}.\nCheck: node verify.mjs ${out} ${entry} (verify.mjs and verify.py are in each evidence bundle)`,
    key: (vkey: string) => `Verifier key (pass it on another way): ${vkey}`,
    heads: [
      'No.',
      'Time (UTC)',
      'Reference',
      'Kind',
      'Result',
      'Result by market',
      'Place',
      'Pseudonym',
    ],
  },
} as const;
