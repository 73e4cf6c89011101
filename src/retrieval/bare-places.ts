import { findProvisions, formatProvision, type Part, type Provision } from '#domain/provision.ts';

const place = /(?:\b(art)(?:ikel|icle)?\b\.?|§)\s*(\d+[a-z]?)\b[^;?!\n]*/giu;
const wordsMax = 8;

/**
 * The pinpoints that a text names without their law, such as "Art. 6 I f".
 * One counts only where exactly one of the known provisions is there.
 */
export function barePlaces(text: string, known: readonly Provision[]): readonly Provision[] {
  return [...text.matchAll(place)].flatMap(([words, article, number = '']) => {
    const unit = article === undefined ? 'section' : 'article';
    const namesakes = known.filter(
      ({ parts: [first, ...rest] }) => isAt(first, unit, number) && rest.length > 0,
    );
    // "§ 5 GlüStV" means that law and no other, whether the base knows it or not.
    if (findProvisions(words).some(({ parts }) => isAt(parts[0], unit, number))) return [];
    const meant = shorterAndShorter(words)
      .map((cut) => namesakes.filter((provision) => names(cut, provision)))
      .find((found) => found.length > 0);
    return meant?.length === 1 ? meant : [];
  });
}

function isAt(part: Part | undefined, unit: string, number: string): boolean {
  return part?.unit === unit && part.mark === number.toLowerCase();
}

function shorterAndShorter(words: string): readonly string[] {
  const parts = words.trim().split(/\s+/).slice(0, wordsMax);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(' '));
}

/** Whether words become the name of a provision once its law is added. */
function names(words: string, provision: Provision): boolean {
  const law = formatProvision({ ...provision, parts: [] }, 'en');
  const name = formatProvision(provision, 'en');
  return findProvisions(`${words} ${law}`).some((found) => formatProvision(found, 'en') === name);
}
