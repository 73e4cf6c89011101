import type { Playground } from '#assistant/playground.ts';
import type { Rooms } from '#web/rooms.ts';
import { siteFor } from '#web/site.ts';

const origin = 'http://127.0.0.1:7077';
const token = 'start-token';

/** The pages with this playground and nothing else behind them. */
export function aSite(playground: Playground | undefined) {
  return siteFor(() => ({ playground }) as Rooms, { token, report: () => undefined });
}

/** A browser without a window: one person who came through the door and speaks a language. */
export function aVisitor(playground: Playground | undefined, language = 'de') {
  const site = aSite(playground);
  const headers = {
    host: new URL(origin).host,
    cookie: `leitplanke-${new URL(origin).port}=${token}`,
    'accept-language': language,
  };
  return {
    get: async (path: string) => site.request(`${origin}${path}`, { headers }),
    async send(path: string, fields: Record<string, string> | readonly [string, string][]) {
      const body = new URLSearchParams(fields as Record<string, string>).toString();
      return site.request(`${origin}${path}`, {
        method: 'POST',
        headers: {
          ...headers,
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(body.length),
        },
        body,
      });
    },
  };
}
