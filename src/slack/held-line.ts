import { setTimeout as wait } from 'node:timers/promises';
import type { Receiver, SocketModeReceiver } from '@slack/bolt';
import { asUnavailable } from '#slack/unavailable.ts';

type Client = Pick<SocketModeReceiver['client'], 'on' | 'start' | 'disconnect'>;

const firstWait = 250;
const longestWait = 60_000;
/** How long the other side may take to say goodbye. */
const farewell = 1_000;

/**
 * Opens the line once or fails, and then holds it: Slack renews each connection every few hours.
 * The library's own way of reconnecting never gives up at the start, and a refusal later on ends
 * the process.
 */
export function heldLine(
  client: Client,
  report: (line: string) => void,
): Pick<Receiver, 'start' | 'stop'> {
  const line: { state: 'down' | 'up' | 'stopped' } = { state: 'down' };
  const isStopped = () => line.state === 'stopped';

  const open = async () => {
    await client.start();
    if (isStopped()) await client.disconnect();
    else line.state = 'up';
  };
  const openAgain = async () => {
    for (let tries = 0; line.state === 'down'; tries += 1) {
      // A process that has nothing else to do need not stay for this.
      await wait(Math.min(firstWait * 2 ** tries, longestWait), undefined, { ref: false });
      if (isStopped()) return;
      try {
        await open();
        if (tries > 0) report('slack: connected again');
      } catch {
        // Its reason has been reported by the logger of the client.
      }
    }
  };
  client.on('disconnected', () => {
    if (line.state !== 'up') return;
    line.state = 'down';
    void openAgain();
  });

  return {
    async start() {
      try {
        await open();
      } catch (error) {
        throw asUnavailable('app', error) ?? error;
      }
    },
    async stop() {
      line.state = 'stopped';
      const closed = client.disconnect().then(() => true);
      const isClosed = await Promise.race([closed, wait(farewell, false, { ref: false })]);
      // Asked a second time, the client no longer waits for an answer that a dead line never gives.
      if (!isClosed) await client.disconnect();
    },
  };
}
