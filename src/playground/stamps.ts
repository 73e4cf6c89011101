import type { Clock } from '#assistant/house.ts';

/** Gives times as Slack writes them, each once, even where no time passes. */
export type Stamps = () => string;

export function stampsBy(clock: Clock): Stamps {
  let count = 0;
  return () => {
    count += 1;
    const seconds = Math.floor(clock.now().getTime() / 1000);
    return `${seconds}.${String(count).padStart(6, '0')}`;
  };
}
