import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Case } from '#assistant/desk.ts';
import { checkBlocks } from '#playground/limits.ts';
import { checkView } from '#playground/limits/view.ts';
import { caseCard } from '#slack/compliance/card.ts';
import { askForm, judgeForm } from '#slack/compliance/forms.ts';
import { replyMessage } from '#slack/compliance/messages.ts';
import { anOperation } from '../samples.ts';

const naughty: readonly string[] = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'),
    'utf8',
  ),
);
const languages = ['de', 'en'] as const;

/** A case in which people have written something. */
function aCase(said: string, more: Partial<Case> = {}): Case {
  return {
    workspace: 'T1',
    id: anOperation(1),
    revision: 2,
    decision: anOperation(2),
    reference: 'EC-2026-7K3M-9QXZ',
    state: 'open',
    requester: 'UANNA',
    reason: said,
    place: 'CMARKETING',
    thread: '1.0',
    language: 'de',
    cards: [],
    created: '2026-11-23T09:00:00.000Z',
    updated: '2026-11-23T09:00:00.000Z',
    ...more,
  };
}

/** Everything that Slack is sent about a case in which all that people wrote is this. */
function everything(said: string) {
  const open = aCase(said, { state: 'taken', assignee: 'ULEA' });
  const decided = aCase(said, {
    state: 'decided',
    assignee: 'ULEA',
    outcome: 'returned',
    reply: said,
  });
  const decision = { op: open.decision, reference: open.reference, verdict: null, message: said };
  const link = 'https://workspace.example/archives/C1/p1';
  const messages = languages.flatMap((language) => [
    ...[open, decided].map((one) => caseCard({ case: one, decision, link }, language)),
    replyMessage({ ...decided, language }),
  ]);
  const views = languages.flatMap((language) => [
    judgeForm({ id: open.id, seen: 2, channel: 'DULEA', language }, { one: open, decision }),
    askForm(
      { decision: open.decision, team: 'T1', channel: 'C1', thread: '1.0' },
      { reference: open.reference, judges: ['ULEA', 'UTOM'] },
      language,
    ),
  ]);
  return { messages, views };
}

describe('what Slack is sent about a case', () => {
  test.for([
    ['the longest text that the form takes', 'x'.repeat(1_500)],
    ['nothing but signs that take more room', '&'.repeat(1_500)],
    ['many short lines', 'a\n'.repeat(750)],
  ])('is taken by Slack with %s', ([, said = '']) => {
    const { messages, views } = everything(said);

    const refused = [
      ...messages.map(({ blocks }) => checkBlocks(blocks)),
      ...views.map((view) => checkView(view)),
    ].filter(({ ok }) => !ok);
    expect(refused).toEqual([]);
  });

  test('lets none of the naughty strings speak to Slack', () => {
    const links = /<@U[A-Z]+>|<https:\/\/workspace\.example[^<>]*>/g;

    for (const said of naughty) {
      const { messages, views } = everything(said);
      const sent = JSON.stringify([...messages, ...views.map(({ blocks }) => blocks)]);

      expect(sent.replaceAll(links, '')).not.toMatch(/[<>]/);
      expect(messages.every(({ blocks }) => checkBlocks(blocks).ok)).toBe(true);
    }
  });
});
