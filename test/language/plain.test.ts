import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainOf } from '#language/plain.ts';

describe('evening a text out', () => {
  test.for([
    ['Größe und Maß', 'größe und maß'],
    ['„Werbung“ – jetzt', '"werbung" ¬ jetzt'],
    ['Gro\u0308ße', 'größe'],
    ['New\u200Bs\u00ADletter', 'newsletter'],
    ['ｎｅｗｓ', 'news'],
    ['nеwslеttеr', 'newsletter'],
    ['Łódź', 'þódz'],
    ['日本 newsletter', 'þþ newsletter'],
    ['✅ Tracking', ' yes  tracking'],
  ] as const)('%j is read as %j', ([written, read]) => {
    const { text } = plainOf(written);
    expect(text).toBe(read);
    expect(Math.max(...[...text].map((sign) => sign.codePointAt(0) ?? 0))).toBeLessThan(256);
  });

  test('a hidden comment is not part of the text; one that never ends hides nothing', () => {
    expect(plainOf('one <!-- two --> three').text).not.toContain('two');
    expect(plainOf('one <!-- two --> three').text).toContain('three');
    expect(plainOf('one <!-- two').text).toContain('two');
  });

  test('a quote is always what was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.nat(80),
        fc.nat(80),
        (written, one, other) => {
          const { text, quote } = plainOf(written);
          const start = Math.min(one, other, text.length);
          const end = Math.min(Math.max(one, other), text.length);
          expect(written).toContain(quote(start, end));
        },
      ),
    );
  });

  test('the quote of a word holds the signs that were hidden in it', () => {
    const written = 'ein New\u200Bsletter an alle';
    const { text, quote } = plainOf(written);
    const start = text.indexOf('newsletter');
    expect(quote(start, start + 'newsletter'.length)).toBe('New\u200Bsletter');
  });
});
