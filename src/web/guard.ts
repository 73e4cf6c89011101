import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Headers that let a page load its own style sheet and script, and nothing else. */
export const closedHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // With "no-referrer" a browser hides the origin of our own forms too, and they would be refused.
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
});

const ownNames = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Lets nobody in who calls this machine by another name: a foreign page whose name has been pointed
 * here would pass for our own otherwise.
 */
export function ownNameOnly(refuse: () => Response | Promise<Response>): MiddlewareHandler {
  return async (context, next) => {
    return ownNames.test(context.req.header('host') ?? '') ? next() : refuse();
  };
}

/** Whether a form was sent from the page itself; a browser always says where it comes from. */
export function isFromOwnPage(headers: {
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}): boolean {
  const { site, origin, host } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site !== undefined || origin !== undefined;
}
