import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import type { Answered, Section } from '#domain/answer.ts';
import { checkBlocks, textsIn, type Block } from '#playground/limits.ts';
import { cardFor, type Setting } from '#slack/messages/answer.ts';
import type { Message } from '#slack/messages/message.ts';
import { aHouse, aRequest, knowledge, muster, readerOf } from '../samples.ts';
import { coldMail } from './a-workspace.ts';

const naughty: readonly string[] = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'),
    'utf8',
  ),
);
const spoken = await answer(aRequest({ text: 'x' }), aHouse({ reader: readerOf(coldMail) }));

const thread: Setting['thread'] = { text: 'x', given: {}, declined: [] };

function answerMessage(answered: Answered): Message {
  const house = { knowledge, company: muster };
  return cardFor(answered, { house, thread, welcome: [] }).message;
}

/** Everything that a message says in markup, as Slack gets it. */
function markupIn(message: Message): readonly string[] {
  const checked = checkBlocks(message.blocks);
  return [message.text, ...(checked.ok ? checked.blocks.filter(isMarkedUp).flatMap(textsIn) : [])];
}

function isMarkedUp({ type }: Block): boolean {
  return ['section', 'alert', 'context'].includes(type);
}

/** What is left for Slack to obey when our own links to sources are taken out. */
function controlIn(message: Message): readonly string[] {
  const sources = new RegExp(`<https://[^<>|\\s]+\\|[^<>|]+>`, 'g');
  return markupIn(message).flatMap(
    (text) => text.replaceAll(sources, '').match(/[<>]|&(?!amp;|lt;|gt;)/g) ?? [],
  );
}

function saying(...sections: readonly Section[]): Answered {
  return { ...spoken, sections };
}

describe('an answer in Slack', () => {
  test('says the verdict first, sources and the notice of a machine last', () => {
    const { blocks, text } = answerMessage(spoken);

    const texts = blocks.map((block) => JSON.stringify(block));
    expect(text).toMatch(/^No, not like this\..*EC-2026-/);
    expect(texts[0]).toContain(`Ethics check ${spoken.reference} – x`);
    expect(texts[1]).toContain('*✘ No, not like this.*');
    expect(texts.some((one) => one.includes('*Sources*'))).toBe(true);
    expect(texts.at(-1)).toContain(`not legal advice. Reference ${spoken.reference}`);
  });

  test('shows no preview of what it links to', () => {
    expect(answerMessage(spoken)).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  test.for([
    ['<!channel> <!here> <@U123> <#C123|x>'],
    ['<https://evil.example|your bank>'],
    ['&lt;!channel&gt;'],
    ['a & b &amp; c'],
    ['pay\u202Egnp.exe'],
    ['\u0000\u0007\u001B[31mred'],
    ['\uD800 half a letter'],
  ])('quotes %j as words and nothing else', ([quote = '']) => {
    const sentence = { text: `"${quote}"`, cites: [] };

    const message = answerMessage(
      saying(
        { id: 'verdict', sentences: [sentence] },
        { id: 'understood', heading: quote, sentences: [sentence] },
      ),
    );

    expect(controlIn(message)).toEqual([]);
    expect(markupIn(message).join('')).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}|\p{Cs}/u);
  });

  test('escapes exactly once', () => {
    const message = answerMessage(
      saying({ id: 'answer', sentences: [{ text: 'R&D <b> &amp;', cites: [] }] }),
    );

    expect(message.text).toContain('R&amp;D &lt;b&gt; &amp;amp;');
    expect(JSON.stringify(message.blocks)).toContain('R&amp;D &lt;b&gt; &amp;amp;');
  });

  test('lets none of the naughty strings speak to Slack', () => {
    for (const text of naughty) {
      const message = answerMessage(
        saying(
          { id: 'answer', sentences: [{ text: `x${text}`, cites: [] }] },
          { id: 'way', heading: `x${text}`, sentences: [{ text: `x${text}`, cites: [] }] },
        ),
      );

      expect(controlIn(message)).toEqual([]);
      expect(checkBlocks(message.blocks).ok).toBe(true);
    }
  });

  test('never links to anything but the web address of a source', () => {
    const [passage] = spoken.citations;
    if (!passage) throw new Error('The sample cites nothing.');
    const sources = [
      'javascript:alert(1)',
      'https://x.example/a|b>c',
      'not an address',
      'https://x.example/?a=1&b=2',
    ];

    const message = answerMessage({
      ...spoken,
      citations: sources.map((source) => ({ ...passage, source })),
    });

    const links = markupIn(message)
      .join('\n')
      .match(/<[^>]*>/g);
    expect(links).toEqual([
      '<https://x.example/a%7Cb%3Ec|UWG §7(2) Nr. 2>',
      '<https://x.example/?a=1&amp;b=2|UWG §7(2) Nr. 2>',
    ]);
  });
});

describe('an answer that is too long for Slack', () => {
  const sentences = Array.from({ length: 60 }, (_, index) => ({
    text: `${index} ${'And so on, at length. '.repeat(15)}`,
    cites: [],
  }));
  const long = answerMessage(
    saying(
      { id: 'verdict', sentences: [{ text: 'No, not like this.', cites: [] }] },
      { id: 'assumed', heading: 'Assumed', sentences },
      { id: 'breached', heading: 'In the way', sentences: sentences.slice(0, 5) },
    ),
  );

  test('keeps the verdict and what stands in the way, and says what is left out', () => {
    const words = JSON.stringify(long.blocks);
    expect(words).toContain('No, not like this.');
    expect(words).toContain('4 And so on');
    expect(words).toMatch(
      /\d+ lines are left out here for space \(\*Assumed\*\)\. The whole answer is in the log under EC-2026/,
    );
  });

  test('is taken by Slack', () => {
    expect(checkBlocks(long.blocks)).toMatchObject({ ok: true });
  });

  test('or strange in any other way is taken by Slack', () => {
    const ids: readonly Section['id'][] = [
      'verdict',
      'answer',
      'breached',
      'way',
      'understood',
      'assumed',
      'notice',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom(...naughty.filter((one) => one !== '')),
      fc.integer({ min: 1, max: 20_000 }).map((length) => '&'.repeat(length)),
      fc.integer({ min: 1, max: 3_000 }).map((length) => 'word '.repeat(length)),
    );
    const sentence = fc.record({ text, cites: fc.constant([]) });
    const section = fc.record({
      id: fc.constantFrom(...ids),
      heading: text,
      sentences: fc.array(sentence, { minLength: 1, maxLength: 20 }),
    });

    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 60 }), (sections) => {
        const message = answerMessage(saying(...sections));

        expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
        expect(message.text.length).toBeLessThan(4_000);
        expect(controlIn(message)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('one click confirms what the card shows as understood, and nothing that had no room', () => {
  const quote = 'words of the brief '.repeat(12);
  const read = [...knowledge.facts.values()].map(({ id, options }) => {
    const value = options[0]?.id ?? '2026-12-01';
    return [id, { value, origin: 'text', confirmed: false, quote } as const] as const;
  });
  const answered = {
    ...spoken,
    facts: Object.fromEntries(read),
    toConfirm: read.map(([id]) => id),
  };

  const setting = { house: { knowledge, company: muster }, thread, welcome: [] };
  const { message, shown } = cardFor(answered, setting);

  const lines = JSON.stringify(message.blocks).match(/words of the brief/g) ?? [];
  const each = lines.length / Object.keys(shown).length;
  expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
  expect(Object.keys(shown).length).toBeLessThan(read.length);
  expect(Number.isInteger(each)).toBe(true);
  expect(JSON.stringify(message.blocks)).toMatch(
    /lines are left out here for space \(.*understood/,
  );
});

test('every control that can be told fits, all of them at once', async () => {
  const sentences = knowledge.controls.map(({ reason }) => ({ text: reason.de, cites: [] }));

  const message = answerMessage(saying({ id: 'breached', heading: 'Das steht im Weg', sentences }));

  expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
});
