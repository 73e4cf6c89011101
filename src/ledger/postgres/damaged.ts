import { Problem } from '#domain/problem.ts';

const parts = {
  tables: {
    de: 'seine Tabellen oder Auslöser sind nicht die eines Protokolls',
    en: 'its tables or triggers are not those of a log',
  },
  head: { de: 'sein Kopf ist nicht der unterschriebene', en: 'its head is not what was signed' },
  end: {
    de: 'Einträge, Kopf und neuester Kontrollpunkt enden nicht gemeinsam',
    en: 'its entries, its head and its newest checkpoint end apart',
  },
  key: { de: 'seine Schlüssel passen nicht zu ihm', en: 'its keys do not belong to it' },
  tree: { de: 'dem Baum fehlt ein Knoten', en: 'the tree lacks a node' },
  entry: { de: 'ein Eintrag wurde verändert', en: 'an entry was altered' },
} as const;

/** What to say when a log in a database is not what was written. */
export function damagedAt(place: string, part: keyof typeof parts, index?: number): Problem {
  const { de, en } = parts[part];
  const number = index === undefined ? '' : ` ${index}`;
  return new Problem(
    'log.damaged',
    {
      de: `Das Protokoll ist beschädigt: ${de}${number} (${place}).`,
      en: `The decision log is damaged: ${en}${number} (${place}).`,
    },
    {
      remedy: {
        de: '„leitplanke log verify“ zeigt, wie weit es heil ist. Spielen Sie dann eine Sicherung der Datenbank ein.',
        en: '"leitplanke log verify" shows how far it is whole. Then restore a backup of the database.',
      },
    },
  );
}
