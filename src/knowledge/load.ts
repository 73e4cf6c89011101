import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Control } from '#domain/control.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge, Pack, Rules, Topic } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { bundleOf, versionOf } from '#knowledge/bundle.ts';
import { factDefinition } from '#knowledge/fact-definition.ts';
import { Language } from '#domain/language.ts';
import { knowledgeProblem, nearest, type Fault } from '#knowledge/fault.ts';
import { readFlips } from '#knowledge/flips.ts';
import { readLexicon } from '#knowledge/lexicon-file.ts';
import { readPassage } from '#knowledge/passage-file.ts';
import { lineOf, readYaml, type Read } from '#knowledge/read-file.ts';
import { isPattern, readReadingWords } from '#knowledge/reading-file.ts';
import { referenceFaults } from '#knowledge/references.ts';
import { ControlFile, FactsFile, PacksFile, TopicsFile } from '#knowledge/schemas.ts';

/**
 * Loads a knowledge folder. A folder with any fault is refused as a whole:
 * half a rule base would clear what the other half forbids.
 */
export function loadKnowledge(folder: string): Knowledge {
  const { rules, readingWords, faults } = inspectKnowledge(folder);
  if (faults.length > 0 || !readingWords) throw knowledgeProblem(faults, folder);
  const knowledge = { ...rules, readingWords };
  return { ...knowledge, version: versionOf(bundleOf(knowledge)) };
}

/** What a knowledge folder holds as far as it can be read, and everything that is wrong with it. */
export function inspectKnowledge(folder: string): {
  readonly rules: Rules;
  readonly readingWords: ReadingWords | undefined;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const take = <T>(read: Read<T>): T | undefined => {
    if (read.ok) return read.value;
    faults.push(...read.faults);
    return undefined;
  };

  const facts = loadFacts(folder, take, faults);
  const topics = loadTopics(folder, take, faults);
  const packs = loadPacks(folder, topics, take, faults);
  const controls = loadControls(folder, take, faults);
  const passages = loadPassages(folder, faults);
  const concepts = take(readLexicon(folder)) ?? [];
  const readingWords = take(readReadingWords(folder));
  const rules = { facts, packs, controls, passages, concepts };
  faults.push(...referenceFaults(rules));
  take(readFlips(folder, rules));
  return { rules, readingWords, faults };
}

type Take = <T>(read: Read<T>) => T | undefined;

function loadFacts(folder: string, take: Take, faults: Fault[]): Map<string, FactDefinition> {
  const facts = new Map<string, FactDefinition>();
  for (const name of filesBelow(folder, 'facts', 'yaml')) {
    for (const [id, file] of Object.entries(
      take(readYaml(join(folder, name), name, FactsFile)) ?? {},
    )) {
      if (facts.has(id)) faults.push({ file: name, message: `"${id}" is declared twice` });
      facts.set(id, factDefinition(id, file));
    }
  }
  return facts;
}

function loadTopics(folder: string, take: Take, faults: Fault[]): Map<string, Topic> {
  const name = 'topics.yaml';
  const read = readYaml(join(folder, name), name, TopicsFile);
  const file = take(read) ?? {};
  const text = read.ok ? read.text : '';
  for (const [id, { lexicon }] of Object.entries(file)) {
    for (const language of Language.options) {
      for (const pattern of lexicon[language].filter((one) => !isPattern(one))) {
        const line = lineOf(text, [id, 'lexicon', language]);
        faults.push({ file: name, line, message: `"${pattern}" is not a regular expression` });
      }
    }
  }
  return new Map(Object.entries(file).map(([id, topic]) => [id, { id, ...topic }]));
}

function loadPacks(
  folder: string,
  topics: ReadonlyMap<string, Topic>,
  take: Take,
  faults: Fault[],
): Map<string, Pack> {
  const name = 'packs.yaml';
  const read = readYaml(join(folder, name), name, PacksFile);
  const text = read.ok ? read.text : '';
  return new Map(
    Object.entries(take(read) ?? {}).map(
      ([id, { 'builds-on': buildsOn, 'not-covered': gaps, ...pack }]) => {
        for (const [at, gap] of gaps.entries()) {
          if (topics.size === 0 || topics.has(gap)) continue;
          const line = lineOf(text, [id, 'not-covered', at]);
          const suggestion = nearest(gap, topics.keys());
          faults.push({ file: name, line, message: `unknown topic "${gap}"`, suggestion });
        }
        return [
          id,
          { id, ...pack, buildsOn, notCovered: gaps.flatMap((gap) => topics.get(gap) ?? []) },
        ];
      },
    ),
  );
}

function loadControls(folder: string, take: Take, faults: Fault[]): Control[] {
  const controls: Control[] = [];
  for (const name of filesBelow(folder, 'controls', 'yaml')) {
    const file = take(readYaml(join(folder, name), name, ControlFile));
    if (!file) continue;
    const { 'false-alarms': falseAlarms, ...rest } = file;
    const [, pack = ''] = name.split('/');
    controls.push({ ...rest, pack, falseAlarms });
    const expected = `controls/${pack}/${file.id}.yaml`;
    if (name !== expected) faults.push({ file: name, message: `must be called ${expected}` });
  }
  return controls;
}

function loadPassages(folder: string, faults: Fault[]): Map<string, Passage> {
  const passages = new Map<string, Passage>();
  for (const name of filesBelow(folder, 'passages', 'md')) {
    const id = name.slice('passages/'.length, -'.md'.length);
    const read = readPassage(join(folder, name), id);
    if ('provision' in read) passages.set(id, read);
    else faults.push(...read);
  }
  return passages;
}

/** Sorted, so that the order of files on a disk never changes a result. */
function filesBelow(folder: string, part: string, extension: string): readonly string[] {
  return globSync(`${part}/**/*.${extension}`, { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
