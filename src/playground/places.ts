/** A person of the workspace. */
export type Person = { readonly id: string; readonly name: string; readonly locale: string };

/** A channel, or the direct messages between a person and the assistant. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Whether the assistant was invited; without that it hears and says nothing here. */
  readonly hasAssistant: boolean;
};

export const team = { id: 'TLOCAL', domain: 'local' } as const;
export const assistant = { user: 'ULEITPLANKE', bot: 'BLEITPLANKE', name: 'leitplanke' } as const;
export const token = 'xoxb-in-memory';

/** Who is in the workspace unless somebody else is wanted. */
export const people: readonly Person[] = [
  { id: 'UANNA', name: 'Anna', locale: 'de-DE' },
  { id: 'UBEN', name: 'Ben', locale: 'en-GB' },
];

export const channels: readonly Channel[] = [
  { id: 'CMARKETING', name: 'marketing', kind: 'public', hasAssistant: true },
  { id: 'CALLGEMEIN', name: 'allgemein', kind: 'public', hasAssistant: false },
  { id: 'CLEITUNG', name: 'leitung', kind: 'private', hasAssistant: true },
];

/** The direct messages of a person with the assistant. */
export function directMessages(person: string): Channel {
  return { id: `D${person}`, name: 'directmessage', kind: 'im', hasAssistant: true };
}
