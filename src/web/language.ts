import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { Language } from '#domain/language.ts';

const cookie = 'leitplanke-lang';
const year = 365 * 24 * 60 * 60;

/** What the address says, else what was chosen before, else what the browser asks for. */
export function languageOf(context: Context): Language {
  const chosen = Language.safeParse(context.req.query('lang'));
  if (chosen.success) {
    setCookie(context, cookie, chosen.data, {
      httpOnly: true,
      maxAge: year,
      path: '/',
      sameSite: 'Lax',
    });
    return chosen.data;
  }
  const before = Language.safeParse(getCookie(context, cookie));
  if (before.success) return before.data;
  const accepted = accepts(context, {
    header: 'Accept-Language',
    supports: [...Language.options],
    default: 'de',
    match: (wanted, { supports, default: otherwise }) =>
      [...wanted]
        .sort((one, other) => other.q - one.q)
        .flatMap(
          ({ type }) => supports.find((language) => type.toLowerCase().startsWith(language)) ?? [],
        )
        .at(0) ?? otherwise,
  });
  return Language.catch('de').parse(accepted);
}
