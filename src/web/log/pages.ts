import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';
import { languageOf } from '#web/language.ts';
import { casePage, noSuchCase } from '#web/log/case-page.ts';
import { readChoice } from '#web/log/choice.ts';
import { takeOut } from '#web/log/export.ts';
import { exportPage, usualOrder } from '#web/log/export-page.ts';
import { feedbackPage } from '#web/log/feedback-page.ts';
import { listPage, type Turn } from '#web/log/list-page.ts';
import { verifyPage } from '#web/log/verify-page.ts';
import { complaint, logPage, type View } from '#web/log/view.ts';
import type { OpenRooms } from '#web/rooms.ts';

/** The decision log for those who answer for it: to read, to verify, to take out; never to change. */
export function logPages(open: OpenRooms): Hono {
  const pages = new Hono();
  const viewOf = (context: Context) => viewIn(context, open);
  pages.get('/', async (context) => {
    const view = viewOf(context);
    const choice = readChoice((name) => context.req.query(name), view);
    const isWrong = Object.keys(choice.complaints).length > 0;
    return context.html(await listPage(choice, turnIn(context), view), isWrong ? 400 : 200);
  });
  pages.get('/verify', async (context) => context.html(await verifyPage(viewOf(context))));
  pages.post('/verify', async (context) => {
    const view = viewOf(context);
    return context.html(await verifyPage(view, await view.rooms.book.verify()));
  });
  pages.get('/export', async (context) => {
    const view = viewOf(context);
    const choice = readChoice((name) => context.req.query(name), view);
    return context.html(await exportPage(choice, usualOrder, view));
  });
  pages.post('/export', async (context) => takeOut(context, viewOf(context)));
  pages.get('/feedback', async (context) => context.html(await feedbackPage(viewOf(context))));
  pages.get('/:reference', async (context) => {
    const view = viewOf(context);
    const typed = context.req.param('reference');
    const reference = readReference(typed);
    const [stored] = reference ? await view.rooms.book.read({ reference, limit: 1 }) : [];
    return stored
      ? context.html(await casePage(stored, view))
      : context.html(await noSuchCase(reference ?? typed, view), 404);
  });
  pages.onError((error, context) => {
    if (!(error instanceof Problem && error.code === 'log.damaged')) throw error;
    return context.html(damagedPage(error, viewOf(context)), 503);
  });
  return pages;
}

function viewIn(context: Context, open: OpenRooms): View {
  const url = new URL(context.req.url);
  url.searchParams.delete('lang');
  return {
    language: languageOf(context),
    path: `${url.pathname}${url.search}`,
    rooms: open(),
  };
}

/** A number that is none is no place in the list. */
function turnIn(context: Context): Turn {
  const number = (name: string) => {
    const typed = context.req.query(name) ?? '';
    return /^\d{1,15}$/.test(typed) ? Number(typed) : undefined;
  };
  return { before: number('before'), after: number('after') };
}

const words = {
  de: { title: 'Protokoll', verify: 'Unversehrtheit prüfen' },
  en: { title: 'Decision log', verify: 'Verify the log' },
} as const;

/** An altered entry is never shown; the check says which one it is. */
function damagedPage(problem: Problem, view: View) {
  const word = words[view.language];
  return logPage(
    view,
    word.title,
    html`${complaint(problem.toldIn(view.language))}
      <p><a class="button" href="/log/verify">${word.verify}</a></p>`,
  );
}
