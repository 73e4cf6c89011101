import type { Playground, Scene } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';

/** All there is to know to show a place as one person sees it. */
export type Stage = {
  readonly language: Language;
  readonly playground: Pick<Playground, 'persons' | 'samples' | 'home'>;
  readonly scene: Scene;
  /** What could not be done just now. */
  readonly trouble?: Trouble | undefined;
};

/** What could not be done, told where it was tried; what was written stays. */
export type Trouble = {
  readonly at: 'stage' | 'place' | 'thread';
  readonly told: string;
  readonly text?: string | undefined;
};

/** What to call a place: direct messages by whom they go to. */
export function placeName({ name, isDirect }: { name: string; isDirect: boolean }): string {
  return isDirect ? 'Leitplanke' : `#${name}`;
}
