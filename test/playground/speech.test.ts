import { describe, expect, test } from 'vitest';
import { samples } from '#playground/samples.ts';
import { anAnswer, aStage, say, wordsOf } from './a-stage.ts';

describe('what a person says', () => {
  test('reaches the assistant where it is mentioned, and leads to the thread of the answer', async () => {
    const { stage } = await aStage();

    const done = await stage.act('UANNA', say('Hallo @Leitplanke, <b>?'));

    const scene = stage.look('UANNA', 'CMARKETING', done.ok ? done.thread : undefined);
    expect(scene?.messages.map(({ by, parts }) => [by, wordsOf(parts)])).toEqual([
      ['Anna', 'Hallo  @leitplanke , <b>?'],
    ]);
    expect(scene?.thread?.messages.map(({ isAssistant }) => isAssistant)).toEqual([false, true]);
    expect(scene?.thread?.messages[1]?.at).toMatch(/^\d\d:\d\d$/);
  });

  test('reaches it in direct messages without a mention', async () => {
    const { stage } = await aStage();

    const done = await stage.act('UBEN', say('Hi', 'DUBEN'));

    expect(done).toMatchObject({ ok: true, place: 'DUBEN', thread: expect.any(String) });
  });

  test('without a mention in a channel is not heard, and the person learns how to be heard', async () => {
    const { stage } = await aStage();

    await stage.act('UANNA', say('Hallo?'));
    await stage.act('UANNA', say('Niemand da?'));

    const shown = stage.look('UANNA', 'CMARKETING')?.messages ?? [];
    expect(shown.map(({ by }) => by)).toEqual(['Anna', 'Probebühne', 'Anna']);
    expect(shown[1]).toMatchObject({ isPrivate: true, isAssistant: false });
    expect(wordsOf(shown[1]?.parts)).toContain('@leitplanke');
    expect(stage.look('UBEN', 'CMARKETING')?.messages).toHaveLength(2);
  });

  test('to the assistant in a channel without it is answered by the workspace', async () => {
    const { stage } = await aStage();

    await stage.act('UBEN', say('@leitplanke hi', 'CALLGEMEIN'));

    const [, notice] = stage.look('UBEN', 'CALLGEMEIN')?.messages ?? [];
    expect(wordsOf(notice?.parts)).toContain('not in this channel');
  });

  test('is a command when it begins with a slash', async () => {
    const { stage, workspace } = await aStage();

    const done = await stage.act('UBEN', say('/ethics-check We plan\na thing'));

    expect(done).toMatchObject({ ok: true, thread: workspace.messages('CMARKETING')[0]?.ts });
    expect(workspace.messages('CMARKETING')[1]?.text).toBe('Checked: We plan\na thing');
  });

  test.for([
    ['an unknown command', 'UANNA', '/hilfe', undefined, '/ethics-check'],
    ['an unknown command', 'UBEN', '/help', undefined, 'There is no command /help'],
    ['a command in a thread', 'UBEN', '/ethics-check x', 'root', 'does not work in a thread'],
  ] as const)('that is %s is explained to %s', async ([, person, text, where, told]) => {
    const { stage } = await aStage();
    const { root } = await anAnswer(stage);

    await stage.act(person, say(text, 'CMARKETING', where && root));

    const scene = stage.look(person, 'CMARKETING', root);
    const shown = where ? scene?.thread?.messages.at(-1) : scene?.messages.at(-1);
    expect(shown).toMatchObject({ isPrivate: true });
    expect(wordsOf(shown?.parts)).toContain(told);
  });

  test.for([
    ['nothing', say('  '), 'empty'],
    ['something in a place that is not theirs', say('Hi', 'CCOMPLIANCE'), 'no-such-place'],
    ['something in a thread that is gone', say('Hi', 'CMARKETING', '1.1'), 'no-such-message'],
  ] as const)('cannot be %s', async ([, act, why]) => {
    const { stage } = await aStage();

    expect(await stage.act('UANNA', act)).toEqual({ ok: false, why });
  });
});

test('each sample is said by somebody who may say it there, and reaches the assistant', async () => {
  for (const { text, person, place } of samples) {
    for (const language of ['de', 'en'] as const) {
      const { stage, workspace } = await aStage();

      const done = await stage.act(person[language], say(text[language], place[language]));

      expect(done).toMatchObject({ ok: true, thread: expect.any(String) });
      expect(workspace.messages(place[language]).some(({ onlyFor }) => onlyFor)).toBe(false);
    }
  }
});
