import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { timingSafeEqual } from 'hono/utils/buffer';

/**
 * Lets in whoever comes with the start token once, and knows them by a cookie from then on. The token
 * is printed at the start, so other users of this machine do not have it.
 */
export function doorFor(
  token: string,
  refuse: (context: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url);
    const name = `leitplanke-${url.port}`;
    const brought = url.searchParams.get('token');
    if (brought !== null && context.req.method === 'GET') {
      if (!(await timingSafeEqual(brought, token))) return refuse(context);
      setCookie(context, name, token, { httpOnly: true, path: '/', sameSite: 'Lax' });
      url.searchParams.delete('token');
      return context.redirect(`${url.pathname}${url.search}`, 303);
    }
    const isKnown = await timingSafeEqual(getCookie(context, name) ?? '', token);
    return isKnown ? next() : refuse(context);
  };
}
