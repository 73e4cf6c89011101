import { describe, expect, test } from 'vitest';
import { checkBlocks } from '#playground/limits.ts';
import { partsOf } from '#playground/parts.ts';
import { people } from '#playground/places.ts';
import { linesOf } from '#playground/spans.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const weak = (text: string) => ({ text, isStrong: false });

const link = (ts: string, more = '') =>
  linesOf(mrkdwn(`<https://workspace.invalid/archives/C1/p${ts}${more}|there>`), people);

describe('a page shows words as a client would', () => {
  test('bold, links and names, and everything else as words', () => {
    const text =
      '*Bold* <https://x.example/?a=1&amp;b|§ 7> of <@UANNA> &lt;b&gt; <!channel> <javascript:x|y>';

    expect(linesOf(mrkdwn(text), people)).toEqual([
      [
        { text: 'Bold', isStrong: true },
        weak(' '),
        { ...weak('§ 7'), link: 'https://x.example/?a=1&b' },
        weak(' of '),
        { text: '@Anna', isStrong: true },
        weak(' <b> '),
        weak('!channel'),
        weak(' '),
        weak('y'),
      ],
    ]);
  });

  test('links and names within bold words', () => {
    expect(linesOf(mrkdwn('*See <https://x.example/|here>*'), people)).toEqual([
      [
        { text: 'See ', isStrong: true },
        { text: 'here', isStrong: true, link: 'https://x.example/' },
      ],
    ]);
  });

  test('plain words as they are', () => {
    expect(linesOf(plain('2 * 3 * 4 < 25'), people)).toEqual([[weak('2 * 3 * 4 < 25')]]);
  });

  test('an address of the workspace as the way to a thread', () => {
    const root = '1795424400.000001';
    expect(link('1795424400000001')).toEqual([
      [{ ...weak('there'), leadsTo: { place: 'C1', thread: root } }],
    ]);
    expect(link('1795424400000002', `?thread_ts=${root}&amp;cid=C1`)).toEqual([
      [{ ...weak('there'), leadsTo: { place: 'C1', thread: root } }],
    ]);
  });
});

test('a page shows each block by its parts', () => {
  const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
  const thumb = (value: string) => ({
    text: plain(value),
    value,
    accessibility_label: `It was ${value}`,
  });
  const checked = checkBlocks([
    { type: 'header', text: plain('Result') },
    { type: 'alert', level: 'warning', text: plain('Careful') },
    { type: 'section', text: mrkdwn('One\nTwo'), fields: [plain('A'), plain('B')] },
    { type: 'context', elements: [mrkdwn('small')] },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        { type: 'button', action_id: 'go', text: plain('Go'), style: 'primary' },
        {
          type: 'static_select',
          action_id: 'pick',
          placeholder: plain('Pick one'),
          options: [option('a'), option('b')],
          initial_option: option('b'),
        },
      ],
    },
    {
      type: 'context_actions',
      block_id: 'thumbs',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'rate',
          positive_button: thumb('good'),
          negative_button: thumb('bad'),
        },
      ],
    },
  ]);
  const blocks = checked.ok ? checked.blocks : [];

  const parts = blocks.flatMap((block) => partsOf(block, { people, language: 'en' }));

  expect(parts).toMatchObject([
    { kind: 'heading', text: 'Result' },
    { kind: 'alert', level: 'warning', lines: [[weak('Careful')]] },
    { kind: 'text', isSmall: false, lines: [[weak('One')], [weak('Two')]] },
    { kind: 'cells', cells: [[[weak('A')]], [[weak('B')]]] },
    { kind: 'text', isSmall: true, lines: [[weak('small')]] },
    { kind: 'line' },
    {
      kind: 'controls',
      controls: [
        { kind: 'button', id: 'row/go', label: 'Go', style: 'primary' },
        {
          kind: 'choice',
          id: 'row/pick',
          label: 'Pick one',
          options: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ],
          isMultiple: false,
          chosen: ['b'],
        },
      ],
    },
    {
      kind: 'controls',
      controls: [
        { kind: 'button', id: 'thumbs/rate/good', label: 'good', spoken: 'It was good' },
        { kind: 'button', id: 'thumbs/rate/bad', label: 'bad', spoken: 'It was bad' },
      ],
    },
  ]);
});
