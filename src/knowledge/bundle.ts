import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Control } from '#domain/control.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Concept } from '#domain/concept.ts';
import type { Knowledge, Pack } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';
import type { ReadingWords } from '#domain/reading-words.ts';

/** Everything a knowledge base holds, in bytes; their SHA-256 is its version. */
export function bundleOf(knowledge: Omit<Knowledge, 'version'>): Uint8Array {
  const content = JSON.stringify([
    [...knowledge.facts],
    [...knowledge.packs],
    knowledge.controls,
    [...knowledge.passages],
    knowledge.concepts,
    knowledge.readingWords,
  ]);
  return new TextEncoder().encode(content);
}

/** The version that a bundle makes: the same content gives the same one, wherever it was read. */
export function versionOf(bundle: Uint8Array): string {
  return createHash('sha256').update(bundle).digest('hex');
}

// The version is the hash of the bytes: where it fits, the content is what was checked when it was written.
const Bundle = z.tuple([
  z.array(z.tuple([z.string(), z.custom<FactDefinition>()])),
  z.array(z.tuple([z.string(), z.custom<Pack>()])),
  z.array(z.custom<Control>()),
  z.array(z.tuple([z.string(), z.custom<Passage>()])),
  z.array(z.custom<Concept>()),
  z.custom<ReadingWords>(),
]);

/** The knowledge base of a version, out of its bundle; nothing when the bytes make another version. */
export function knowledgeIn(bundle: Uint8Array, version: string): Knowledge | undefined {
  if (versionOf(bundle) !== version) return undefined;
  const content: unknown = JSON.parse(new TextDecoder().decode(bundle));
  const [facts, packs, controls, passages, concepts, readingWords] = Bundle.parse(content);
  return {
    facts: new Map(facts),
    packs: new Map(packs),
    controls,
    passages: new Map(passages),
    concepts,
    readingWords,
    version,
  };
}
