import { describe, expect, test } from 'vitest';
import { plainTextOf } from '#slack/incoming-text.ts';
import { kindOf, kindOfAll } from '#slack/kind.ts';
import { marketsNamedIn } from '#slack/market-line.ts';
import { turns } from '#slack/turns.ts';
import { knowledge, readerOf } from '../samples.ts';

describe('what a person wrote', () => {
  test.for([
    ['<@UBOT> May we?', 'May we?'],
    ['May we, <@UBOT>?', 'May we, ?'],
    ['<@U1> and <@U2|ben> asked', '@U1 and @ben asked'],
    ['in <#C1|marketing> and <#C2>', 'in #marketing and #C2'],
    ['<!here> <!subteam^S1|@law> <!date^1^{date}|today>', '@here @law today'],
    ['see <https://x.example/a?b=1&amp;c=2>', 'see https://x.example/a?b=1&c=2'],
    ['see <https://x.example|our page>', 'see our page (https://x.example)'],
    ['to <mailto:a@x.example|a@x.example>', 'to a@x.example'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    ['<unclosed', '<unclosed'],
  ])('%j is read as %j', ([markup = '', text = '']) => {
    expect(plainTextOf(markup, 'UBOT')).toBe(text);
  });
});

describe('a message', () => {
  const planning = readerOf({}, { kind: 'campaign' });

  test.for([
    ['Dürfen wir Bestandskunden anschreiben', 'question'],
    ['May we e-mail existing customers', 'question'],
    ['We want to e-mail customers. Is that fine?', 'question'],
    ['We e-mail our customers in May.', 'brief'],
    ['Wirklich schöne Kampagne im Mai', 'brief'],
    [`${'We e-mail our customers. '.repeat(20)} Is that fine?`, 'brief'],
  ] as const)('"%s" is a %s', async ([text, kind]) => {
    expect(await kindOf(text, planning)).toBe(kind);
  });

  test.for([
    ['small-talk', 'small-talk'],
    ['out-of-scope', 'question'],
    ['rule-question', 'question'],
  ] as const)('that reads as %s is taken as %s', async ([kind, expected]) => {
    expect(await kindOf('Something short.', readerOf({}, { kind }))).toBe(expected);
  });

  test('after a brief stays a brief, and after a question only while it asks and is short', () => {
    expect(kindOfAll('brief', 'question', 'x')).toBe('brief');
    expect(kindOfAll('question', 'question', 'x')).toBe('question');
    expect(kindOfAll('question', 'brief', 'x')).toBe('brief');
    expect(kindOfAll('question', 'question', 'x'.repeat(4_001))).toBe('brief');
  });
});

describe('a first line', () => {
  test.for([
    ['Markt: FR', ['FR']],
    ['market: Switzerland, de\nWe plan ...', ['CH', 'DE']],
    ['Märkte: Deutschland; Frankreich.', ['DE', 'FR']],
    ['Markt: hart umkämpft', undefined],
    ['Markt: FR und Umgebung', undefined],
    ['Our market: FR', undefined],
    ['We plan ...\nMarkt: FR', undefined],
  ] as const)('%j names %j', ([text, markets]) => {
    expect(marketsNamedIn(text, knowledge.facts)).toEqual(markets);
  });
});

describe('turns', () => {
  test('go on after a job has failed', async () => {
    const { run, idle } = turns();
    const done: string[] = [];

    const failing = run('a', async () => Promise.reject(new Error('no')));
    const next = run('a', async () => void done.push('next'));

    await expect(failing).rejects.toThrow('no');
    await next;
    await idle();
    expect(done).toEqual(['next']);
  });
});
