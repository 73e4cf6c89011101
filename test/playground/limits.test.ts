import { describe, expect, test } from 'vitest';
import { checkBlocks } from '#playground/limits.ts';
import { checkView } from '#playground/limits/view.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const times = (count: number, one: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => one(index));

const section = (length: number) => ({ type: 'section', text: plain(x(length)) });
const row = (...elements: readonly object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const option = (index: number, more: object = {}) => ({
  text: plain(`Option ${index}`),
  value: `${index}`,
  ...more,
});
const choice = (type: string, count: number, more: object = {}) => ({
  type,
  options: times(count, option),
  ...more,
});
const confirm = (more: object = {}) => ({ text: plain('Sure?'), ...more });
const thumb = { text: plain('Good'), value: 'good' };
const thumbs = { type: 'feedback_buttons', positive_button: thumb, negative_button: thumb };
const bin = { type: 'icon_button', icon: 'trash', text: plain('Delete') };
const aside = (...elements: readonly object[]) => ({ type: 'context_actions', elements });

const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Name'),
  element,
  ...more,
});
const words = { type: 'plain_text_input' };
const view = (blocks: readonly object[], more: object = {}) => ({
  type: 'modal',
  title: plain('A form'),
  submit: plain('Send'),
  blocks,
  ...more,
});

describe('a message may have, and no more than', () => {
  test.for([
    ['50 blocks', times(50, () => section(1)), times(51, () => section(1))],
    ['3,000 characters in a section', [section(3_000)], [section(3_001)]],
    [
      '25 buttons in a row',
      [row(...times(25, () => button()))],
      [row(...times(26, () => button()))],
    ],
    [
      '75 characters on a button',
      [row(button({ text: plain(x(75)) }))],
      [row(button({ text: plain(x(76)) }))],
    ],
    [
      '2,000 characters in the value of a button',
      [row(button({ value: x(2_000) }))],
      [row(button({ value: x(2_001) }))],
    ],
    [
      '3,000 characters in the address of a button',
      [row(button({ url: `https://x.example/${x(2_982)}` }))],
      [row(button({ url: `https://x.example/${x(2_983)}` }))],
    ],
    ['two styles of buttons', [row(button({ style: 'danger' }))], [row(button({ style: 'loud' }))]],
    [
      '300 characters to ask back with',
      [row(button({ confirm: confirm({ text: plain(x(300)) }) }))],
      [row(button({ confirm: confirm({ text: plain(x(301)) }) }))],
    ],
    [
      '100 characters above what is asked back',
      [row(button({ confirm: confirm({ title: plain(x(100)) }) }))],
      [row(button({ confirm: confirm({ title: plain(x(101)) }) }))],
    ],
    [
      '30 characters on the buttons below',
      [row(button({ confirm: confirm({ confirm: plain(x(30)), deny: plain(x(30)) }) }))],
      [row(button({ confirm: confirm({ deny: plain(x(31)) }) }))],
    ],
    [
      '100 options in a list',
      [row(choice('static_select', 100), choice('multi_static_select', 100))],
      [row(choice('static_select', 101))],
    ],
    [
      '10 options in sight',
      [row(choice('radio_buttons', 10), choice('checkboxes', 10))],
      [row(choice('checkboxes', 11))],
    ],
    [
      '75 characters in an option',
      [row({ type: 'static_select', options: [option(1, { text: plain(x(75)) })] })],
      [row({ type: 'static_select', options: [option(1, { text: plain(x(76)) })] })],
    ],
    [
      '150 characters in the value of an option',
      [row({ type: 'static_select', options: [option(1, { value: x(150) })] })],
      [row({ type: 'static_select', options: [option(1, { value: x(151) })] })],
    ],
    [
      'options of a list to begin with',
      [row(choice('static_select', 2, { initial_option: option(1) }))],
      [row(choice('static_select', 2, { initial_option: option(2) }))],
    ],
    [
      '200 characters in an alert',
      [{ type: 'alert', level: 'success', text: plain(x(200)) }],
      [{ type: 'alert', level: 'success', text: plain(x(201)) }],
    ],
    [
      'five levels of alerts',
      times(5, (index) => ({
        type: 'alert',
        level: ['default', 'info', 'warning', 'error', 'success'][index],
        text: plain('Careful'),
      })),
      [{ type: 'alert', level: 'panic', text: plain('Careful') }],
    ],
    ['5 asides', [aside(thumbs, ...times(4, () => bin))], [aside(...times(6, () => bin))]],
    [
      'a name once',
      [
        { ...section(1), block_id: 'a' },
        { ...section(1), block_id: 'b' },
      ],
      [
        { ...section(1), block_id: 'a' },
        { ...section(1), block_id: 'a' },
      ],
    ],
    [
      'a name once within a row',
      [row(button({ action_id: 'a' })), row(button({ action_id: 'a' }))],
      [row(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    ],
    ['what the workspace knows', [row(button())], [row(button({ colour: 'red' }))]],
    ['no fields', [section(1)], [input(words)]],
  ] as const)('%s', ([, fits, breaks]) => {
    expect(checkBlocks(fits)).toMatchObject({ ok: true });
    expect(checkBlocks(breaks)).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  test('13,200 characters in all, on buttons and in lists as well', () => {
    const card = times(5, () => section(2_640));

    expect(checkBlocks(card)).toMatchObject({ ok: true });
    expect(checkBlocks([...card, row(button())])).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(checkBlocks(times(5, () => section(2_700)))).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });
});

describe('a form may have, and no more than', () => {
  test.for([
    ['100 blocks', view(times(100, () => section(1))), view(times(101, () => section(1)))],
    [
      '24 characters in its title',
      view([], { title: plain(x(24)) }),
      view([], { title: plain(x(25)) }),
    ],
    [
      '24 characters on its buttons',
      view([], { submit: plain(x(24)), close: plain(x(24)) }),
      view([], { close: plain(x(25)) }),
    ],
    [
      '3,000 characters to remember',
      view([], { private_metadata: x(3_000) }),
      view([], { private_metadata: x(3_001) }),
    ],
    [
      '255 characters in its name',
      view([], { callback_id: x(255) }),
      view([], { callback_id: x(256) }),
    ],
    [
      '2,000 characters in a label and a hint',
      view([input(words, { label: plain(x(2_000)), hint: plain(x(2_000)) })]),
      view([input(words, { hint: plain(x(2_001)) })]),
    ],
    [
      '3,000 characters in a field',
      view([input({ ...words, max_length: 3_000, initial_value: x(3_000) })]),
      view([input({ ...words, max_length: 3_001 })]),
    ],
    [
      'each kind of field',
      view([
        input(words),
        input({ type: 'number_input', is_decimal_allowed: false }),
        input({ type: 'datepicker', initial_date: '2026-12-01' }),
        input(choice('static_select', 1)),
        input(choice('multi_static_select', 1)),
        input(choice('radio_buttons', 1)),
        input(choice('checkboxes', 1)),
      ]),
      view([input(button())]),
    ],
    [
      'fields only where they can be sent',
      view([input(words)]),
      { type: 'modal', title: plain('A form'), blocks: [input(words)] },
    ],
    [
      'a name once',
      view([input(words, { block_id: 'a' })]),
      view(times(2, () => input(words, { block_id: 'a' }))),
    ],
  ] as const)('%s', ([, fits, breaks]) => {
    expect(checkView(fits)).toMatchObject({ ok: true });
    expect(checkView(breaks)).toMatchObject({ ok: false });
  });
});
