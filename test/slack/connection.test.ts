import { expect, test } from 'vitest';
import { stoppedClock } from '#clock.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import type { Connection } from '#slack/app.ts';

test('a connection has no room for headers, through which one workspace would get the token of another', () => {
  const { receiver, clientOptions } = inMemoryWorkspace({
    clock: stoppedClock('2026-11-23T09:00:00.000Z'),
  });

  const connection: Connection = {
    receiver,
    token: 'xoxb-1',
    // @ts-expect-error: the type refuses them, and `npm run types` with it
    clientOptions: { ...clientOptions, headers: { 'x-any': 'thing' } },
    report: () => undefined,
  };

  expect(connection.clientOptions).toHaveProperty('headers');
});
