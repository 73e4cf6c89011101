import type { Bilingual } from '#domain/language.ts';

/** How one thing about the log stands; whatever is not ok comes with what one can do. */
export type Finding =
  | { readonly level: 'ok'; readonly what: Bilingual }
  | { readonly level: 'attention' | 'bad'; readonly what: Bilingual; readonly remedy: Bilingual };

export function ok(de: string, en: string): Finding {
  return { level: 'ok', what: { de, en } };
}

export function attention(what: Bilingual, remedy: Bilingual): Finding {
  return { level: 'attention', what, remedy };
}

export function bad(what: Bilingual, remedy: Bilingual): Finding {
  return { level: 'bad', what, remedy };
}
