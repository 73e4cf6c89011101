import { describe, expect, test } from 'vitest';
import type { Clock } from '#assistant/house.ts';
import { actions, aForm, anApp, button, channel, clock, form, plain, press } from './an-app.ts';

describe('a form', () => {
  test('opens for the person who pressed', async () => {
    const { workspace } = await aForm();

    expect(workspace.view('UANNA')).toMatchObject({
      title: 'A form',
      callbackId: 'form',
      errors: {},
      blocks: [{ block_id: 'name' }, { block_id: 'where' }],
    });
    expect(workspace.view('UBEN')).toBeUndefined();
  });

  test('is sent with what was filled in, and closes', async () => {
    const heard: unknown[] = [];
    const { workspace } = await aForm((app) =>
      app.view('form', async ({ ack, view, body }) => {
        heard.push(body.user.id, view.state.values);
        await ack();
      }),
    );

    workspace.submit({ user: 'UANNA', values: { name: 'Summer', where: ['a', 'b'] } });
    await workspace.idle();

    expect(heard).toMatchObject([
      'UANNA',
      {
        name: { text: { type: 'plain_text_input', value: 'Summer' } },
        where: { pick: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
      },
    ]);
    expect(workspace.view('UANNA')).toBeUndefined();
  });

  test('is not sent while a field that is needed is empty', async () => {
    const { workspace } = await aForm();
    const before = workspace.deliveries.length;

    workspace.submit({ user: 'UANNA' });

    expect(workspace.deliveries).toHaveLength(before);
    expect(workspace.view('UANNA')?.errors).toEqual({ name: 'Bitte füllen Sie dieses Feld aus.' });
  });

  test('keeps what was filled in while the app complains', async () => {
    const { workspace } = await aForm((app) =>
      app.view('form', ({ ack }) =>
        ack({ response_action: 'errors', errors: { name: 'Too plain.' } }),
      ),
    );

    workspace.submit({ user: 'UANNA', values: { name: 'Summer' } });
    await workspace.idle();

    expect(workspace.view('UANNA')).toMatchObject({
      errors: { name: 'Too plain.' },
      values: { name: { text: { value: 'Summer' } } },
    });
  });

  test.for([
    ['update', { title: 'Next', views: 1 }],
    ['push', { title: 'Next', views: 2 }],
    ['clear', { title: undefined, views: 0 }],
  ] as const)('can be answered with %s', async ([action, { title, views }]) => {
    const { workspace } = await aForm((app) =>
      app.view('form', async ({ ack }) => {
        const view = form({ title: plain('Next') });
        await ack(
          action === 'clear' ? { response_action: action } : { response_action: action, view },
        );
      }),
    );

    workspace.submit({ user: 'UANNA', values: { name: 'Summer' } });
    await workspace.idle();

    expect(workspace.view('UANNA')?.title).toBe(title);
    const closed = Array.from({ length: 3 }, () => {
      const isOpen = workspace.view('UANNA') !== undefined;
      if (isOpen) workspace.close({ user: 'UANNA' });
      return isOpen;
    });
    expect(closed.filter(Boolean)).toHaveLength(views);
  });

  test('answered with something that is no form stays, and the delivery says why', async () => {
    const { workspace } = await aForm((app) =>
      app.view('form', ({ ack }) =>
        ack({ response_action: 'update', view: form({ title: plain('x'.repeat(25)) }) }),
      ),
    );

    workspace.submit({ user: 'UANNA', values: { name: 'Summer' } });
    await workspace.idle();

    expect(workspace.view('UANNA')?.title).toBe('A form');
    expect(workspace.deliveries.at(-1)?.ack?.result).toMatchObject({ error: 'invalid_arguments' });
  });

  test('can be changed while it is open, but not from an older state', async () => {
    const { workspace, client } = await aForm();
    const { id = '', hash = '' } = workspace.view('UANNA') ?? {};
    const view = form({ title: plain('Next') });

    await client.views.update({ view_id: id, hash, view });

    expect(workspace.view('UANNA')?.title).toBe('Next');
    await expect(client.views.update({ view_id: id, hash, view })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    });
    await expect(client.views.update({ view_id: 'V0', view })).rejects.toMatchObject({
      data: { error: 'not_found' },
    });
  });

  test('tells the app that it was closed only where it wants to know', async () => {
    const { workspace } = await aForm(() => undefined, form({ notify_on_close: true }));

    workspace.close({ user: 'UANNA' });

    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({ type: 'view_closed' });
    const silent = await aForm();
    silent.workspace.close({ user: 'UANNA' });
    expect(silent.workspace.deliveries.at(-1)?.payload).toMatchObject({ type: 'block_actions' });
  });

  test('has three pages one on another at most', async () => {
    const { workspace, client, ts } = await aForm();
    const push = async () => {
      workspace.press({ user: 'UANNA', channel, message: ts, action: 'go:2' });
      const trigger = String(workspace.deliveries.at(-1)?.payload['trigger_id']);
      return client.views.push({ trigger_id: trigger, view: form() });
    };
    await client.chat.update({ channel, ts, text: 'x', blocks: [actions(button('2'))] as never });

    await push();
    await push();

    await expect(push()).rejects.toMatchObject({ data: { error: 'push_limit_reached' } });
  });
});

/** A press, and the permission to open a form that comes with it. */
async function aTrigger(at: Clock) {
  const { workspace, client, post } = await anApp(undefined, at);
  const ts = await post([actions(button('1'))]);
  await press(workspace, ts, 'go:1');
  const trigger = String(workspace.deliveries.at(-1)?.payload['trigger_id']);
  return () => client.views.open({ trigger_id: trigger, view: form() });
}

describe('a permission to open a form', () => {
  test('can be used once', async () => {
    const opened = await aTrigger(clock);
    await opened();

    await expect(opened()).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  });

  test('runs out after three seconds', async () => {
    const time = { passed: 0 };
    const opened = await aTrigger({ ...clock, elapsed: () => time.passed });
    time.passed = 3_001;

    await expect(opened()).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
  });
});
