/** What the commands for the data of one person say. */
export const privacyWords = {
  de: {
    parts: {
      pseudonyms: 'Pseudonyme',
      keys: 'Schlüssel zu Texten',
      entries: 'Einträge im Protokoll (sie bleiben, ohne Namen und ohne Texte)',
      threads: 'Gespräche',
      statements: 'Angaben in Gesprächen anderer',
      cases: 'Rückfragen, gestellt oder beurteilt',
      feedback: 'Rückmeldungen zu Antworten',
      roles: 'Rollen',
    },
    nothing: (person: string) => `Über ${person} ist nichts gespeichert.`,
    would: (person: string) => `Über ${person} ist gespeichert (nichts gelöscht, --dry-run):`,
    erased: (person: string, reference: string) =>
      `${person} ist vergessen; im Protokoll unter ${reference}. Gelöscht:`,
    limits:
      'Sicherungen von keys.db und desk.db, die älter sind, öffnen die Texte noch: Löschen Sie sie nach spätestens 14 Tagen.',
    left: (files: readonly string[]) => `Die Kennung steht noch in: ${files.join(', ')}.`,
    written: (out: string) =>
      `${out}: alles, was über die Person gespeichert ist, im Klartext. Geben Sie die Datei nur ihr.`,
  },
  en: {
    parts: {
      pseudonyms: 'pseudonyms',
      keys: 'keys to texts',
      entries: 'entries of the log (they stay, without name and without texts)',
      threads: 'conversations',
      statements: 'statements in conversations of others',
      cases: 'cases, asked about or judged',
      feedback: 'feedback on answers',
      roles: 'roles',
    },
    nothing: (person: string) => `Nothing is held about ${person}.`,
    would: (person: string) => `Held about ${person} (nothing erased, --dry-run):`,
    erased: (person: string, reference: string) =>
      `${person} is forgotten; on record under ${reference}. Erased:`,
    limits:
      'Older backups of keys.db and desk.db still open the texts: delete them within 14 days.',
    left: (files: readonly string[]) => `The id still stands in: ${files.join(', ')}.`,
    written: (out: string) =>
      `${out}: all that is held about the person, in clear. Give the file to nobody else.`,
  },
} as const;
