import { randomBytes } from 'node:crypto';
import type { NewEntry } from '#domain/entry.ts';
import { operationOf } from '#domain/reference.ts';

/** What a test may want to be different, whatever the kind of entry. */
type Parts = Partial<
  Pick<NewEntry, 'op' | 'at' | 'workspace' | 'actor' | 'second' | 'place' | 'private'>
>;

const hash = 'c0ffee'.repeat(11).slice(0, 64);

/** The least that every reply has. */
export const aReply = { citations: [], notices: [], language: 'de' } as const;

/** An operation id that no other test uses. */
export function anOp(): string {
  return operationOf(randomBytes(16));
}

/** An answer to a question about a rule. */
export function anAnswer(parts: Parts = {}): NewEntry {
  return { ...anEvent(parts), kind: 'answer', body: { refused: false, ...aReply } };
}

/** The judgement of a campaign, with every field that a decision can have. */
export function aDecision(parts: Parts = {}): NewEntry {
  return {
    ...anEvent(parts),
    kind: 'decision',
    body: {
      verdict: 'not_allowed',
      verdicts: { DE: 'not_allowed', 'US-CA': 'allowed_with_conditions' },
      asOf: '2026-11-23',
      asked: 'brief',
      route: 'lead',
      facts: [
        {
          fact: 'channel',
          value: ['email', 'post'],
          complete: false,
          origin: 'text',
          confirmed: false,
          unclear: ['sms'],
          span: [3, 17],
        },
        { fact: 'launch', value: '2026-12-01', origin: 'request', confirmed: true },
        { fact: 'recipients', value: 1200, origin: 'person', confirmed: true },
      ],
      unknown: ['prior_consent'],
      findings: [
        {
          control: 'uwg-7-email-consent',
          severity: 'blocker',
          outcome: 'breached',
          markets: ['DE'],
        },
        {
          control: 'gdpr-13',
          severity: 'condition',
          outcome: 'open',
          markets: ['DE'],
          missing: ['notice'],
        },
      ],
      questions: ['notice'],
      wayToYes: [{ changes: [{ fact: 'channel', value: ['post'] }], verdict: 'allowed' }],
      citations: [{ provision: 'UWG §7(2) Nr. 2', passage: 'de/uwg/7#2-2' }],
      notices: ['trusted-text'],
      language: 'de',
      follows: anOp(),
      found: ['eu/gdpr/13'],
      ms: { read: 2, assess: 1 },
    },
  };
}

/** One entry of every other kind. */
export function theOtherKinds(): readonly NewEntry[] {
  return [
    {
      ...anEvent(),
      kind: 'review',
      body: { case: 'case-1', decision: anOp(), action: 'released' },
    },
    { ...anEvent(), kind: 'override', body: { decision: anOp(), action: 'went-ahead' } },
    { ...anEvent(), kind: 'reveal', body: { pseudonym: anOp() } },
    { ...anEvent(), kind: 'export', body: { format: 'csv', first: 0, last: 12 } },
    { ...anEvent(), kind: 'erasure', body: { pseudonyms: 2, keys: 17 } },
    {
      ...anEvent(),
      kind: 'retention',
      body: {
        what: 'texts',
        before: '2026-08-25',
        ranges: [
          [0, 9],
          [12, 40],
        ],
      },
    },
    { ...anEvent(), kind: 'config', body: { what: 'profile', from: null, to: hash } },
    { ...anEvent(), kind: 'key', body: { use: 'signing', event: 'created', key: '3d07e16f' } },
    {
      ...anEvent(),
      kind: 'clock',
      body: { before: '2026-11-23T10:00:00.000Z', after: '2026-11-23T09:00:00.000Z' },
    },
    { ...anEvent(), kind: 'error', body: { code: 'log.unavailable' } },
  ];
}

function anEvent(parts: Parts = {}) {
  return {
    op: anOp(),
    at: '2026-11-23T10:00:00.000Z',
    workspace: 'T1',
    actor: 'U0ERIKA',
    place: 'dm' as const,
    engine: { code: '0.1.0', node: '26.10.0', knowledge: hash, profile: hash, reader: 'words-1' },
    private: { question: 'Dürfen wir Frau Mustermann anschreiben?', message: 'Nein, aber …' },
    ...parts,
  };
}
