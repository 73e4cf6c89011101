import type { Bilingual, Language } from '#domain/language.ts';

/** A person of the workspace. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** What the person does in the company. */
  readonly role: Bilingual;
};

export function languageOf({ locale }: Person): Language {
  return locale.startsWith('de') ? 'de' : 'en';
}

export function personCalled(id: string, people: readonly Person[]): Person {
  const person = people.find((one) => one.id === id);
  if (!person) throw new RangeError(`The workspace has no ${id}.`);
  return person;
}

/** A channel, or the direct messages between a person and the assistant. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Whether the assistant was invited; without that it hears and says nothing here. */
  readonly hasAssistant: boolean;
  /** Who is in it; everybody where nobody is named. */
  readonly members?: readonly string[];
};

export const team = { id: 'TLOCAL', domain: 'local' } as const;
export const assistant = { user: 'ULEITPLANKE', bot: 'BLEITPLANKE', name: 'leitplanke' } as const;
/** Who speaks where the workspace itself has something to say. */
export const system = 'UWORKSPACE';
export const appId = 'ALEITPLANKE';
export const token = 'xoxb-in-memory';

/** Who is in the workspace unless somebody else is wanted. */
export const people: readonly Person[] = [
  { id: 'UANNA', name: 'Anna', locale: 'de-DE', role: { de: 'Marketing', en: 'Marketing' } },
  {
    id: 'UBEN',
    name: 'Ben',
    locale: 'en-GB',
    role: { de: 'Marketingleitung', en: 'Head of marketing' },
  },
  { id: 'ULEA', name: 'Lea', locale: 'de-DE', role: { de: 'Compliance', en: 'Compliance' } },
];

export const channels: readonly Channel[] = [
  { id: 'CMARKETING', name: 'marketing', kind: 'public', hasAssistant: true },
  { id: 'CALLGEMEIN', name: 'allgemein', kind: 'public', hasAssistant: false },
  {
    id: 'CLEITUNG',
    name: 'leitung',
    kind: 'private',
    hasAssistant: true,
    members: ['UANNA', 'UBEN'],
  },
  { id: 'CCOMPLIANCE', name: 'compliance', kind: 'private', hasAssistant: true, members: ['ULEA'] },
];

/** The direct messages of a person with the assistant. */
export function directMessages(person: string): Channel {
  const members = [person];
  return { id: `D${person}`, name: 'directmessage', kind: 'im', hasAssistant: true, members };
}

export function isMember(person: string, { members }: Channel): boolean {
  return members === undefined || members.includes(person);
}

/** How Slack calls a channel towards an app: private places by what they are. */
export function nameForApps({ kind, name }: Channel): string {
  return { public: name, private: 'privategroup', im: 'directmessage' }[kind];
}
