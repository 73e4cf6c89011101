import { readFileSync } from 'node:fs';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { Problem } from '#domain/problem.ts';
import { companyPages } from '#web/company/pages.ts';
import { doorFor } from '#web/door.ts';
import { closedHeaders, isFromOwnPage, ownNameOnly } from '#web/guard.ts';
import { languageOf } from '#web/language.ts';
import { sentencePage } from '#web/layout.ts';
import { logPages } from '#web/log/pages.ts';
import { charactersMax } from '#web/playground/act.ts';
import { playgroundPages } from '#web/playground/pages.ts';
import type { Rooms } from '#web/rooms.ts';
import { words } from '#web/words.ts';

const stylesheet = [
  'page.css',
  'forms.css',
  'parts.css',
  'playground.css',
  'messages.css',
  'stage.css',
]
  .map(asset)
  .join('\n');
const script = asset('page.js');

/** The pages; until the rooms are open they say that the assistant is still learning. */
export function siteFor(
  rooms: () => Rooms | undefined,
  { token, report }: { readonly token: string; readonly report: (line: string) => void },
): Hono {
  const site = new Hono();
  const open = (): Rooms => {
    const now = rooms();
    if (!now) throw new Error('The rooms are not open yet.');
    return now;
  };
  site.use(closedHeaders);
  site.use(ownNameOnly(() => new Response('Wrong host.', { status: 421 })));
  site.use(boundedBody);
  site.get('/page.css', (context) => context.body(stylesheet, 200, { 'content-type': 'text/css' }));
  site.get('/page.js', (context) =>
    context.body(script, 200, { 'content-type': 'text/javascript' }),
  );
  site.get('/health', async (context) => health(context, rooms()));
  site.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  site.use(doorFor(token, (context) => sentence(context, 'locked', 401)));
  site.use(ownFormsOnly);
  site.use(async (context, next) => {
    if (rooms()) return next();
    const language = languageOf(context);
    return context.html(sentencePage(language, words[language].learning, 2), 503, {
      'retry-after': '2',
    });
  });
  site.route('/log', logPages(open));
  site.route('/company', companyPages(open));
  site.route('/', playgroundPages(open));

  site.onError((error, context) => {
    const language = languageOf(context);
    if (error instanceof Problem && error.code.startsWith('input.')) {
      return context.html(sentencePage(language, error.toldIn(language)), 400);
    }
    report(`page: ${error.stack ?? error.message}`);
    return error instanceof Problem
      ? context.html(sentencePage(language, error.toldIn(language)), 503)
      : sentence(context, 'failed', 500);
  });
  site.notFound((context) => sentence(context, 'missing', 404));
  return site;
}

function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
}

async function health(context: Context, rooms: Rooms | undefined): Promise<Response> {
  if (!rooms) return context.json({ ok: false, state: 'learning' }, 503);
  try {
    const { size } = await rooms.book.head();
    return context.json({ ok: true, knowledge: rooms.knowledge.version, ledger: size });
  } catch {
    return context.json({ ok: false, state: 'log' }, 503);
  }
}

/** A body says how long it is, and is at most what one message takes in a form. */
const boundedBody: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  const length = Number(context.req.header('content-length') ?? Number.NaN);
  return length <= charactersMax * 12 + 1_000 ? next() : sentence(context, 'tooLong', 413);
};

/** What changes something must have been sent from one of these pages. */
const ownFormsOnly: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  const isOwn = isFromOwnPage({
    site: req.header('sec-fetch-site'),
    origin: req.header('origin'),
    host: req.header('host'),
  });
  return isOwn ? next() : sentence(context, 'refused', 403);
};

function sentence(
  context: Context,
  which: 'failed' | 'missing' | 'refused' | 'tooLong' | 'locked',
  status: 401 | 403 | 404 | 413 | 500,
) {
  const language = languageOf(context);
  return context.html(sentencePage(language, words[language][which]), status);
}
