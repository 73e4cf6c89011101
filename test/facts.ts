import type { FactDefinition, FactKind, Option, Phrases } from '#domain/fact.ts';

const none: Phrases = { de: [], en: [] };

/** An option of a made-up fact. */
export function anOption(id: string, more: Partial<Option> = {}): Option {
  return {
    id,
    label: { de: id, en: id },
    othersList: false,
    exclusive: false,
    lexicon: none,
    cues: none,
    said: none,
    ...more,
  };
}

/** A made-up fact. */
export function aFact(
  id: string,
  kind: FactKind,
  options: readonly Option[],
  more: Partial<FactDefinition> = {},
): FactDefinition {
  return {
    id,
    kind,
    ask: { de: `${id}?`, en: `${id}?` },
    options,
    changeable: true,
    alwaysAsk: false,
    weight: 5,
    nearMisses: none,
    derive: [],
    ...more,
  };
}
