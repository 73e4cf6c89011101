import { join } from 'node:path';
import type { House, Reader } from '#assistant/house.ts';
import type { Ledger } from '#assistant/ledger.ts';
import { stoppedClock } from '#clock.ts';
import { NewEntry } from '#domain/entry.ts';
import type { Fact } from '#domain/fact.ts';
import type { Reading } from '#domain/reading.ts';
import { operationOf } from '#domain/reference.ts';
import type { Request } from '#domain/request.ts';
import { loadCompany } from '#knowledge/company.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { embeddedWriter } from '#language/embedded-writer.ts';

export const knowledge = loadKnowledge('knowledge');
export const muster = loadCompany(join('knowledge', 'company', 'muster'), knowledge);

/** The day on which all samples play. */
export const today = '2026-11-23';

/** A ledger in memory that tells in which order things were written. */
export function recordingLedger(): Ledger & { readonly entries: NewEntry[] } {
  const entries: NewEntry[] = [];
  return {
    entries,
    append: async (given) => {
      const entry = NewEntry.parse(given);
      entries.push(entry);
      return {
        index: entries.length - 1,
        reference: 'EC-2026-0000-0000',
        checkpoint: '',
        repeated: false,
      };
    },
    read: async () => [],
    open: async () => ({}),
    head: async () => ({ size: entries.length, root: '' }),
    close: async () => undefined,
  };
}

/** A reader that has read what it is told. */
export function readerOf(
  facts: Readonly<Record<string, Partial<Fact> & Pick<Fact, 'value'>>>,
  more: Partial<Reading> = {},
): Reader {
  return {
    name: 'told-1',
    read: async () => ({
      kind: 'campaign',
      language: 'en',
      facts: Object.fromEntries(
        Object.entries(facts).map(([id, fact]) => [
          id,
          { origin: 'text', confirmed: false, ...fact },
        ]),
      ),
      touched: [],
      steering: [],
      ...more,
    }),
  };
}

/** A house with the real rules, the sample company and a ledger in memory. */
export function aHouse(fittings: Partial<House> = {}): House & { readonly ledger: Ledger } {
  let count = 0;
  return {
    knowledge,
    company: muster,
    reader: readerOf({}),
    library: { find: async () => ({ passages: [], covered: false }) },
    writer: embeddedWriter(knowledge),
    ledger: recordingLedger(),
    clock: stoppedClock(`${today}T09:00:00.000Z`),
    newOperation: () => {
      count += 1;
      return anOperation(count);
    },
    workspace: 'T1',
    engine: { code: '0.1.0', node: '26.0.0' },
    ...fittings,
  };
}

/** The operation with this number. */
export function anOperation(number: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, number);
  return operationOf(bytes);
}

export function aRequest(more: Partial<Request> = {}): Request {
  return {
    op: anOperation(1),
    kind: 'brief',
    text: 'We send our newsletter.',
    markets: ['DE'],
    trustText: false,
    asker: 'U1',
    place: 'dm',
    said: {},
    declined: [],
    ...more,
  };
}
