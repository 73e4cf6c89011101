import type { Message } from '#playground/messages.ts';

const archives = 'https://workspace.invalid/archives/';

/** The address of a message, as Slack builds it. */
export function permalinkTo({ channel, ts, thread }: Message): string {
  const inThread = thread === undefined ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `${archives}${channel}/p${ts.replace('.', '')}${inThread}`;
}

/** The thread that an address leads to; nothing where it leads elsewhere. */
export function addressIn(
  url: string,
): { readonly place: string; readonly thread: string } | undefined {
  if (!url.startsWith(archives)) return undefined;
  const [, place, seconds, count, root] =
    /^(\w+)\/p(\d{10})(\d{6})(?:\?thread_ts=([\d.]+))?/.exec(url.slice(archives.length)) ?? [];
  if (place === undefined || seconds === undefined) return undefined;
  return { place, thread: root ?? `${seconds}.${count}` };
}
