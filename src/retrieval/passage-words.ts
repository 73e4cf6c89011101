import { testsOf } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactCatalog } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';

/** What the law says: the rule in plain words and its examples. */
export function ruleText(passage: Passage, language: Language): string {
  const { rule, fine, notFine, small = '' } = passage.text[language];
  return [rule, fine, notFine, small].join('\n');
}

/** What the passage is called: its title, its name, and the words by which staff ask for it. */
export function cardText(passage: Passage, language: Language): string {
  return [passage.title[language], passage.provision, ...passage.words[language]].join('\n');
}

/** What happens in practice, by passage: the controls that rest on it, and how people describe what they are about. */
export function practiceTexts(
  { controls, facts }: Knowledge,
  language: Language,
): ReadonlyMap<string, string> {
  const uses = controls.flatMap((control) => {
    const text = practiceText(control, facts, language);
    return control.cites.map((id) => ({ id, text }));
  });
  const byPassage = Map.groupBy(uses, ({ id }) => id);
  return new Map(
    [...byPassage].map(([id, texts]) => [id, texts.map(({ text }) => text).join('\n')]),
  );
}

function practiceText(control: Control, facts: FactCatalog, language: Language): string {
  const said = testsOf(control.when).flatMap((test) =>
    test.kind === 'is' ? saidFor(facts, test.fact, test.values, language) : [],
  );
  return [
    control.title[language],
    control.reason[language],
    control.remedy[language],
    ...said,
  ].join('\n');
}

function saidFor(
  facts: FactCatalog,
  fact: string,
  values: readonly string[],
  language: Language,
): readonly string[] {
  const options = facts.get(fact)?.options ?? [];
  return options.filter(({ id }) => values.includes(id)).flatMap(({ said }) => said[language]);
}
