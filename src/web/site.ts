import { readFileSync } from 'node:fs';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { z } from 'zod';
import { Language } from '#domain/language.ts';
import { closedHeaders, isFromOwnPage, ownNameOnly } from '#web/guard.ts';
import type { OpenCounter } from '#web/counter.ts';
import { askPage, conversationPage, sentencePage } from '#web/view.ts';
import { words } from '#web/words.ts';

const stylesheet = readFileSync(new URL('assets/page.css', import.meta.url), 'utf8');

/** The longest message that Slack takes from a person. */
const charactersMax = 40_000;

/** The page with one box; until the counter is there it says that it is still learning. */
export function pageFor(
  counter: () => OpenCounter | undefined,
  report: (line: string) => void,
): Hono {
  const page = new Hono();
  page.use(closedHeaders);
  page.use(ownNameOnly(() => new Response('Wrong host.', { status: 421 })));
  page.use(boundedBody);

  page.get('/page.css', (context) => context.body(stylesheet, 200, { 'content-type': 'text/css' }));
  page.get('/health', async (context) => health(context, counter()));
  page.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    if (counter()) return next();
    const language = languageOf(context);
    return context.html(sentencePage(language, words[language].learning, true), 503, {
      'retry-after': '2',
    });
  });
  page.get('/', (context) =>
    context.html(askPage(languageOf(context), { markets: counter()?.markets ?? [] })),
  );
  page.get('/conversations/:id', (context) =>
    showConversation(context, context.req.param('id'), counter()),
  );
  page.post('/ask', async (context) => ask(context, counter()));

  page.onError((error, context) => {
    report(`page: ${error.stack ?? error.message}`);
    return sentence(context, 'failed', 500);
  });
  page.notFound((context) => sentence(context, 'missing', 404));
  return page;
}

const Asked = z.object({
  text: z.string().trim(),
  lang: Language.default('de'),
  market: z.string().optional(),
  conversation: z.string().optional(),
});

async function ask(context: Context, counter: OpenCounter | undefined): Promise<Response> {
  const { req } = context;
  const [site, origin, host] = [
    req.header('sec-fetch-site'),
    req.header('origin'),
    req.header('host'),
  ];
  if (!isFromOwnPage({ site, origin, host })) return sentence(context, 'refused', 403);
  const read = Asked.safeParse(await req.parseBody());
  if (!read.success || !counter) return sentence(context, 'failed', 400);

  const { text, lang: language, market, conversation } = read.data;
  const { markets } = counter;
  if (text === '') return context.html(askPage(language, { markets }, words[language].empty), 400);
  if (text.length > charactersMax) {
    return context.html(askPage(language, { markets, text }, words[language].tooLong), 413);
  }
  const isKnown = conversation !== undefined && counter.conversation(conversation) !== undefined;
  if (conversation !== undefined && !isKnown) return sentence(context, 'missing', 404);
  const id = await counter.ask({ text, language, market, conversation });
  return context.redirect(`/conversations/${id}?lang=${language}`, 303);
}

function showConversation(context: Context, id: string, counter: OpenCounter | undefined) {
  const shown = counter?.conversation(id);
  if (!counter || !shown) return sentence(context, 'missing', 404);
  return context.html(
    conversationPage(languageOf(context), shown, { markets: counter.markets, conversation: id }),
  );
}

async function health(context: Context, counter: OpenCounter | undefined): Promise<Response> {
  if (!counter) return context.json({ ok: false, state: 'learning' }, 503);
  try {
    return context.json({ ok: true, ...(await counter.health()) });
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

function sentence(
  context: Context,
  which: 'failed' | 'missing' | 'refused' | 'tooLong',
  status: 400 | 403 | 404 | 413 | 500,
) {
  const language = languageOf(context);
  return context.html(sentencePage(language, words[language][which]), status);
}

/** What the address says, else what the browser asks for. */
function languageOf(context: Context): Language {
  const chosen = Language.safeParse(context.req.query('lang'));
  if (chosen.success) return chosen.data;
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
