import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOfBoth } from '#language/patterns.ts';
import type { Standing } from '#language/polarity.ts';
import type { Sentence, Span } from '#language/segment.ts';

/** A stretch that tells how it was before: over for certain, or perhaps still so. */
export type Bygone = Span & { readonly standing: Exclude<Standing, 'stated'> };

/** For the sentences that tell of earlier times, which stretch of them does. */
export type Bygones = ReadonlyMap<Sentence, Bygone>;

/** "Until now we phoned them, that is over": what is told of earlier times is no part of the plan. */
export function bygonesIn({ mood }: ReadingWords): (sentences: readonly Sentence[]) => Bygones {
  const earlier = anyOfBoth(mood.earlier);
  const dropped = anyOfBoth(mood.dropped);
  return (sentences) => {
    const bygones = new Map<Sentence, Bygone>();
    for (const [index, sentence] of sentences.entries()) {
      const { text, start, end } = sentence;
      const since = earlier.exec(text);
      if (!since) continue;
      const told = text.slice(since.index);
      const stop = dropped.exec(told);
      const next = sentences[index + 1]?.text ?? '';
      const isOver = stop !== null || dropped.test(next);
      bygones.set(sentence, {
        start: start + since.index,
        end: stop ? start + since.index + stop.index : end,
        standing: isOver ? 'denied' : 'doubtful',
      });
    }
    return bygones;
  };
}

/** How a thing stands that is named in such a stretch. */
export function standingAmid(span: Span, bygone: Bygone | undefined, standing: Standing): Standing {
  if (!bygone || span.start < bygone.start || span.start >= bygone.end) return standing;
  return standing === 'denied' ? standing : bygone.standing;
}
