import type { Clock } from '#assistant/house.ts';
import type { Channel } from '#playground/places.ts';

/** What a response belongs to: a command, or something that was pressed on a message. */
export type Origin = {
  readonly channel: Channel;
  readonly user: string;
  readonly message?: string;
};

/** Addresses that answer one command or one press: five times, within 30 minutes. */
export type ResponseUrls = {
  issue(origin: Origin): string;
  /** Uses an address once more, or says why not. */
  use(url: string): Origin | 'used_url' | 'expired_url';
};

const usesMax = 5;
const lifetimeMs = 30 * 60 * 1000;

export function responseUrls(base: string, clock: Clock): ResponseUrls {
  const issued = new Map<
    string,
    { readonly origin: Origin; readonly until: number; uses: number }
  >();
  return {
    issue(origin) {
      const url = `${base}${issued.size + 1}`;
      issued.set(url, { origin, until: clock.now().getTime() + lifetimeMs, uses: 0 });
      return url;
    },
    use(url) {
      const one = issued.get(url);
      if (!one || clock.now().getTime() > one.until) return 'expired_url';
      if (one.uses >= usesMax) return 'used_url';
      one.uses += 1;
      return one.origin;
    },
  };
}
