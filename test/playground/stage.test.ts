import { describe, expect, test } from 'vitest';
import { aForm, anAnswer, aStage, say, wordsOf } from './a-stage.ts';

describe('what a person sees', () => {
  test('are their own places, with what they have not read of the assistant', async () => {
    const { stage } = await aStage();
    await stage.act('UANNA', say('@leitplanke Hi'));
    await stage.act('UANNA', say('@leitplanke Hi again'));

    const before = stage.look('ULEA', 'DULEA')?.places;
    stage.look('ULEA', 'CMARKETING');
    const after = stage.look('ULEA', 'DULEA')?.places;

    expect(before?.map(({ id, unread }) => [id, unread])).toEqual([
      ['DULEA', 0],
      ['CMARKETING', 2],
      ['CALLGEMEIN', 0],
      ['CCOMPLIANCE', 0],
    ]);
    expect(after?.[1]?.unread).toBe(0);
  });

  test('is nothing of a place that they are not in', async () => {
    const { stage } = await aStage();

    expect(stage.look('UANNA', 'CCOMPLIANCE')).toBeUndefined();
    expect(stage.look('UNOBODY', 'CMARKETING')).toBeUndefined();
    expect(stage.home('UANNA')).toBe('DUANNA');
    expect(stage.home('UNOBODY')).toBeUndefined();
  });
});

describe('what a person presses', () => {
  test('opens the form that belongs to it', async () => {
    const { stage } = await aStage();

    await aForm(stage);

    expect(stage.look('UANNA', 'CMARKETING')?.view).toMatchObject({
      title: 'A form',
      submit: 'Send',
      close: 'Abbrechen',
      parts: [{ kind: 'field', field: { id: 'name', input: { kind: 'text', most: 150 } } }],
    });
    expect(stage.look('UBEN', 'CMARKETING')?.view).toBeUndefined();
  });

  test('and nobody reacts to is said', async () => {
    const { stage } = await aStage();
    const { root, message } = await anAnswer(stage);
    const act = { kind: 'press', place: 'CMARKETING', message, values: [] } as const;

    await stage.act('UANNA', { ...act, control: 'row/nobody' });

    const shown = stage.look('UANNA', 'CMARKETING', root)?.thread?.messages.at(-1);
    expect(wordsOf(shown?.parts)).toContain('nicht reagiert');
  });

  test('has to be there', async () => {
    const { stage } = await aStage();
    const { message } = await anAnswer(stage);
    const act = { kind: 'press', place: 'CMARKETING', message, control: 'x', values: [] } as const;

    expect(await stage.act('UANNA', act)).toEqual({ ok: false, why: 'no-such-control' });
    expect(await stage.act('UANNA', { ...act, message: '1.1' })).toEqual({
      ok: false,
      why: 'no-such-message',
    });
  });
});

describe('a form', () => {
  test('shows what is missing, and keeps what the app complains of', async () => {
    const { stage } = await aStage((app) =>
      app.view('form', ({ ack }) =>
        ack({ response_action: 'errors', errors: { name: 'Too plain.' } }),
      ),
    );
    const view = await aForm(stage);
    const field = () => stage.look('UANNA', 'CMARKETING')?.view?.parts[0];

    await stage.act('UANNA', { kind: 'submit', view, values: { name: [] } });
    expect(field()).toMatchObject({ field: { complaint: 'Bitte füllen Sie dieses Feld aus.' } });
    await stage.act('UANNA', { kind: 'submit', view, values: { name: ['Summer'] } });
    expect(field()).toMatchObject({
      field: { complaint: 'Too plain.', input: { text: 'Summer' } },
    });
  });

  test('that nobody takes says so and stays', async () => {
    const { stage } = await aStage();
    const view = await aForm(stage);

    await stage.act('UANNA', { kind: 'submit', view, values: { name: ['Summer'] } });

    expect(stage.look('UANNA', 'CMARKETING')?.view?.parts[0]).toMatchObject({
      kind: 'alert',
      level: 'error',
    });
  });

  test('can be closed once', async () => {
    const { stage } = await aStage();
    const view = await aForm(stage);

    expect(await stage.act('UANNA', { kind: 'dismiss', view })).toMatchObject({
      ok: true,
      place: 'CMARKETING',
    });
    expect(await stage.act('UANNA', { kind: 'dismiss', view })).toEqual({
      ok: false,
      why: 'no-such-view',
    });
  });
});

describe('the inspector', () => {
  test('lists what went to and fro, the newest first, with its result', async () => {
    const { stage, workspace } = await aStage();
    workspace.disturb('views.open', 'internal_error');
    await aForm(stage);

    expect(stage.traffic().map(({ direction, name, result }) => [direction, name, result])).toEqual(
      [
        ['from-assistant', 'views.open', 'internal_error'],
        ['to-assistant', 'block_actions open', 'ok'],
        ['from-assistant', 'chat.postMessage', 'ok'],
        ['to-assistant', 'app_mention', 'ok'],
        ['from-assistant', 'auth.test', 'ok'],
      ],
    );
    expect(stage.traffic()[0]?.content).toContain('"trigger_id"');
  });

  test('keeps to the newest hundred', async () => {
    const { stage } = await aStage();
    for (let count = 0; count < 60; count += 1) await stage.act('UBEN', say('Hi', 'DUBEN'));

    expect(stage.traffic()).toHaveLength(100);
  });
});
