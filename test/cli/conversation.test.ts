import { expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import { converse } from '#cli/conversation.ts';
import type { Call } from '#cli/command.ts';
import { aHouse, aRequest, knowledge, readerOf, recordingLedger } from '../samples.ts';

const newsletter = {
  channels: { value: ['email'] },
  elements: { value: ['none'] },
  recipients: { value: ['consented_double_opt_in'], quote: 'confirmed by link' },
};

/** A person at the terminal who gives these replies, one after the other. */
function aCall(replies: readonly string[]): { readonly call: Call; readonly shown: string[] } {
  const left = [...replies];
  const shown: string[] = [];
  const terminal: Call['terminal'] = {
    out: (line) => void shown.push(line),
    err: (line) => void shown.push(line),
    isInteractive: true,
    hasColor: false,
    ask: async (question) => {
      shown.push(question);
      return left.shift() ?? '';
    },
    readIn: async () => '',
  };
  const config = {
    dataFolder: '',
    knowledgeFolder: '',
    port: 0,
    workspace: 'T1',
  };
  return { call: { words: [], flags: {}, config, language: 'en', terminal }, shown };
}

test('one "all correct" settles everything that was read, and both decisions are on record', async () => {
  const ledger = recordingLedger();
  const house = aHouse({ reader: readerOf(newsletter), ledger });
  const request = aRequest();
  const first = await answer(request, house);

  const last = await converse(request, first, house, aCall(['y']).call, () => undefined);

  expect([first.verdict, last.verdict]).toEqual(['needs_information', 'allowed']);
  expect(ledger.entries.map((entry) => entry.kind === 'decision' && entry.body.follows)).toEqual([
    undefined,
    first.op,
  ]);
});

test('a wrong reading is corrected by its number, and the correction counts', async () => {
  const house = aHouse({ reader: readerOf(newsletter) });
  const request = aRequest();
  const first = await answer(request, house);
  const options = knowledge.facts.get('recipients')?.options.map((option) => option.id) ?? [];
  const number = String(options.indexOf('without_consent') + 1);
  const order = first.toConfirm
    .map((id) => (id === 'recipients' ? ['n', 'nonsense', number] : ['y']))
    .flat();

  const last = await converse(request, first, house, aCall(['n', ...order]).call, () => undefined);

  expect(last.facts['recipients']).toMatchObject({ value: ['without_consent'], origin: 'person' });
  expect(last.verdict).toBe('not_allowed');
});

test('"I do not know" keeps the verdict open and is not asked again', async () => {
  const house = aHouse({
    reader: readerOf({ ...newsletter, channels: { value: ['phone_call'] } }),
  });
  const request = aRequest();
  const first = await answer(request, house);
  const { call, shown } = aCall(['y', '?', '?', '?', '?', '?', '?', '?', '?', '?']);

  const last = await converse(request, first, house, call, () => undefined);

  expect(last.verdict).toBe('needs_information');
  const asked = shown.filter((line) => line.startsWith('\n'));
  expect(new Set(asked).size).toBe(asked.length);
});

test('an empty reply to everything ends the conversation', async () => {
  const house = aHouse({ reader: readerOf(newsletter) });
  const request = aRequest();
  const first = await answer(request, house);

  expect(await converse(request, first, house, aCall([]).call, () => undefined)).toBe(first);
});
