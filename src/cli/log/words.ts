/** What the commands for the log say. */
export const words = {
  de: {
    empty: 'Das Protokoll ist leer.',
    erased: 'Die Texte dieses Eintrags sind gelöscht oder gesperrt.',
    intact: (size: number) => `Unversehrt: ${size} Einträge.`,
    broken: 'Das Protokoll ist BESCHÄDIGT:',
    restore:
      'Heben Sie die Datei als Beweis auf, und spielen Sie die letzte Sicherung ein, die "log verify" besteht.',
  },
  en: {
    empty: 'The log is empty.',
    erased: 'The texts of this entry have been erased or are locked.',
    intact: (size: number) => `Intact: ${size} entries.`,
    broken: 'The log is DAMAGED:',
    restore: 'Keep the file as evidence, and restore the latest backup that passes "log verify".',
  },
} as const;
