import type { House } from '#assistant/house.ts';
import { valuesOf, type FactDefinition, type FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Reading } from '#domain/reading.ts';
import { marketsNamedIn } from '#slack/market-line.ts';
import type { Step } from '#slack/memory.ts';
import { inOrder, saying, stating } from '#slack/steps.ts';
import { briefBlocks, factsOfBrief } from '#slack/views/brief-form.ts';
import { filledIn, textIn, type Fields } from '#slack/views/filled.ts';

/** What a filled-in form for a brief adds to a conversation. */
export async function briefStep(
  fields: Fields,
  { user, language }: { readonly user: string; readonly language: Language },
  house: House,
): Promise<Step> {
  const { knowledge, reader, clock } = house;
  const { facts } = knowledge;
  const text = textIn(fields, briefBlocks.brief);
  const title = textIn(fields, briefBlocks.title);
  const reading = await reader.read(text);
  const named = marketsNamedIn(text, facts) ?? [];
  const markets: string[] = [...named];
  const said: Record<string, FactValue> = {};
  for (const { fact, role } of factsOfBrief(knowledge)) {
    const filled = filledIn(fact, fields, briefBlocks[role], language);
    if (filled.kind !== 'said') continue;
    const more = beyond(fact, filled.value, reading, role === 'markets' ? named : []);
    // A statement is complete; where the text says more, the text must not be silenced by it.
    if (role === 'markets' && more.length > 0) markets.push(...[filled.value].flat().map(String));
    else
      said[fact.id] =
        more.length === 0 ? filled.value : [...[filled.value].flat(), ...more].map(String);
  }
  const by = { by: user, at: clock.now().toISOString() };
  return inOrder(
    async (thread) => (title === '' ? thread : { ...thread, title }),
    saying({ text, kind: 'brief', ...(markets.length > 0 ? { markets } : {}) }, reader),
    stating(said, by, facts),
  );
}

/** What the text names beside what was chosen in the form. */
function beyond(
  fact: FactDefinition,
  chosen: FactValue,
  { facts }: Reading,
  named: readonly string[],
): readonly string[] {
  if (fact.kind !== 'choices') return [];
  const listed = [chosen].flat().map(String);
  const alone = fact.options.filter(({ exclusive }) => exclusive).map(({ id }) => id);
  return [...new Set([...valuesOf(facts[fact.id]), ...named])].filter(
    (one) => !listed.includes(one) && !alone.includes(one),
  );
}
