import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reader } from '#assistant/house.ts';
import { always } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { inspectKnowledge } from '#knowledge/load.ts';
import { embeddedReader } from '#language/embedded-reader.ts';

/** The knowledge of the product; whether all of it is sound is for other tests to say. */
export const knowledge = knowledgeAsItIs();

function knowledgeAsItIs(): Knowledge {
  const { rules, readingWords } = inspectKnowledge(join(import.meta.dirname, '../../knowledge'));
  if (!readingWords) throw new Error('knowledge/reading.yaml cannot be read');
  return { ...rules, readingWords, version: '' };
}

const cacheFolder = mkdtempSync(join(tmpdir(), 'leitplanke-reader-'));

/** The reader of the product; its first start learns. */
export function theReader(): Promise<Reader> {
  return embeddedReader(knowledge, {
    words: knowledge.readingWords,
    cacheFolder,
    progress: () => undefined,
  });
}

/** A reader of a small vocabulary, so that a test says all it needs. */
export function aReader(
  facts: readonly FactDefinition[],
  controls: readonly Control[] = [],
): Promise<Reader> {
  const small: Knowledge = {
    ...knowledge,
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    controls,
  };
  return embeddedReader(small, {
    words: knowledge.readingWords,
    cacheFolder: mkdtempSync(join(tmpdir(), 'leitplanke-reader-')),
    progress: () => undefined,
  });
}

/** A control that demands an answer. */
export function aControl(fact: string, value: string): Control {
  return {
    id: `needs-${fact}`,
    pack: 'eu',
    title: { de: fact, en: fact },
    status: 'in-force',
    severity: 'blocker',
    cites: [],
    replaces: [],
    checked: '2026-11-23',
    valid: {},
    when: always,
    requires: { kind: 'is', fact, values: [value] },
    reason: { de: '-', en: '-' },
    remedy: { de: '-', en: '-' },
    cases: [],
  };
}
