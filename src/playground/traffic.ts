import type { Traffic } from '#assistant/playground.ts';
import type { Call } from '#playground/exchange.ts';
import type { Delivery } from '#playground/line.ts';
import type { Payload } from '#playground/payloads.ts';
import type { Result } from '#playground/results.ts';

/** The newest of everything that went to and fro. */
export function trafficOf(
  {
    deliveries,
    calls,
  }: { readonly deliveries: readonly Delivery[]; readonly calls: readonly Call[] },
  most: number,
): readonly Traffic[] {
  return [...deliveries.slice(-most).map(delivered), ...calls.slice(-most).map(called)]
    .toSorted((one, other) => other.number - one.number)
    .slice(0, most);
}

function delivered({ number, payload, ack }: Delivery): Traffic {
  const outcome = ack ? { ms: rounded(ack.ms), result: wordFor(ack.result ?? { ok: true }) } : {};
  const content = pretty(ack?.response ? { sent: payload, answered: ack.response } : payload);
  return { number, direction: 'to-assistant', name: nameOf(payload), content, ...outcome };
}

function called({ number, method, fields, result, ms }: Call): Traffic {
  return {
    number,
    direction: 'from-assistant',
    name: method,
    ms: rounded(ms),
    result: wordFor(result),
    content: pretty({ sent: fields, answered: result }),
  };
}

/** An event, a command, what was pressed, or which view was sent. */
function nameOf({ type, event, command, actions, view }: Payload): string {
  const [action] = Array.isArray(actions) ? actions : [];
  const id = wordAt(action, 'action_id') ?? wordAt(view, 'callback_id');
  const name = wordAt(event, 'type') ?? (typeof command === 'string' ? command : String(type));
  return id === undefined ? name : `${name} ${id}`;
}

function wordAt(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}

function wordFor(result: Result): string {
  return result.ok ? 'ok' : String(result['error']);
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
