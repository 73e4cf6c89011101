import { Hono, type Context } from 'hono';
import { Role } from '#assistant/desk.ts';
import type { Bilingual } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { companyPage, type Refused, type View } from '#web/company/page.ts';
import { renewed } from '#web/company/renewals.ts';
import { changeOnRecord } from '#web/company/saved.ts';
import { complaintsOf, profileFrom, readerOf, typedIn } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import { languageOf } from '#web/language.ts';
import type { OpenRooms, Rooms } from '#web/rooms.ts';

/** The pages on which a company says what holds for it, and who may do what. */
export function companyPages(open: OpenRooms): Hono {
  const pages = new Hono();
  pages.get('/', async (context) =>
    show(context, open(), {
      saved: context.req.query('saved'),
      person: context.req.query('person'),
    }),
  );
  pages.post('/', async (context) => saveCompany(context, open()));
  pages.post('/renew', async (context) => renewAll(context, open()));
  pages.post('/roles', async (context) => assignRoles(context, open()));
  return pages;
}

async function saveCompany(context: Context, rooms: Rooms): Promise<Response> {
  const { setUp, knowledge, clock } = rooms;
  const form = await context.req.formData();
  const typed = typedIn(form, knowledge.facts);
  const refuse = async (refused: Reason) =>
    show(context, rooms, { refused: { form: 'company', ...refused }, typed });
  if (form.get('version') !== setUp.company().version) {
    return refuse({ says: { de: words.de.overtaken, en: words.en.overtaken } });
  }
  const before = await setUp.profile();
  const read = profileFrom(typed, { before, catalog: knowledge.facts, today: clock.today() });
  if (!('profile' in read)) return refuse({ complaints: read.complaints });
  const change = async () => setUp.save(read.profile, typed.by);
  return leadOn(context, rooms, { what: 'profile', change, refuse });
}

async function renewAll(context: Context, rooms: Rooms): Promise<Response> {
  const { setUp, clock } = rooms;
  const { text } = readerOf(await context.req.formData());
  const renewal = { by: text('by'), until: text('until') };
  const refuse = async (refused: Reason) =>
    show(context, rooms, { refused: { form: 'renew', ...refused }, renewal });
  const complaints = complaintsOf(renewal, clock.today());
  if (complaints.size > 0) return refuse({ complaints });
  const profile = await setUp.profile();
  if (!profile) return context.redirect('/company', 303);
  const change = async () => setUp.save(renewed(profile, clock.today(), renewal), renewal.by);
  return leadOn(context, rooms, { what: 'profile', change, refuse });
}

async function assignRoles(context: Context, rooms: Rooms): Promise<Response> {
  const { text, texts } = readerOf(await context.req.formData());
  const roles = {
    person: text('person').toUpperCase(),
    roles: Role.options.filter((role) => texts('roles').includes(role)),
    by: text('by'),
  };
  const refuse = async (refused: Reason) =>
    show(context, rooms, { refused: { form: 'roles', ...refused }, roles });
  const complaints = complaintsOf({ by: roles.by });
  if (complaints.size > 0) return refuse({ complaints });
  const change = async () => rooms.setUp.assign(roles.person, roles.roles, roles.by);
  return leadOn(context, rooms, { what: 'roles', change, refuse });
}

async function show(
  context: Context,
  rooms: Rooms,
  view: Omit<View, 'language'>,
): Promise<Response> {
  const page = await companyPage({ ...view, language: languageOf(context) }, rooms);
  return context.html(page, view.refused ? 400 : 200);
}

type Reason = Omit<Refused, 'form'>;

/** Makes a change and leads to the page that says so, or shows why it was refused. */
async function leadOn(
  context: Context,
  rooms: Rooms,
  given: {
    readonly what: 'profile' | 'roles';
    readonly change: () => Promise<void>;
    readonly refuse: (refused: Reason) => Promise<Response>;
  },
): Promise<Response> {
  try {
    const saved = await changeOnRecord(rooms, given.what, given.change);
    return context.redirect(`/company?saved=${saved}`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('input.')) throw error;
    return given.refuse({ says: inBoth(error) });
  }
}

function inBoth(problem: Problem): Bilingual {
  return { de: problem.toldIn('de'), en: problem.toldIn('en') };
}
