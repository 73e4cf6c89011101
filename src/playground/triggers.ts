import type { Clock } from '#assistant/house.ts';
import { stampsBy } from '#playground/stamps.ts';

/** Permissions to open a view for a person: each once, within three seconds. */
export type Triggers = {
  issue(user: string): string;
  /** Takes a trigger without using it up, or says why it is worth nothing. */
  check(id: string): { readonly user: string } | TriggerError;
  use(id: string): void;
};
export type TriggerError = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';

const lifetimeMs = 3_000;

export function triggersBy(clock: Clock): Triggers {
  const next = stampsBy(clock);
  const issued = new Map<string, { readonly user: string; readonly at: number; isUsed: boolean }>();
  return {
    issue(user) {
      const id = `${next()}.trigger`;
      issued.set(id, { user, at: clock.elapsed(), isUsed: false });
      return id;
    },
    check(id) {
      const one = issued.get(id);
      if (!one) return 'invalid_trigger_id';
      if (one.isUsed) return 'exchanged_trigger_id';
      if (clock.elapsed() - one.at > lifetimeMs) return 'expired_trigger_id';
      return { user: one.user };
    },
    use(id) {
      const one = issued.get(id);
      if (one) one.isUsed = true;
    },
  };
}
