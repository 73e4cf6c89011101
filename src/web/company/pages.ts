import { Hono, type Context } from 'hono';
import { Role } from '#assistant/desk.ts';
import { Problem } from '#domain/problem.ts';
import { companyPage, type Refused, type View } from '#web/company/page.ts';
import { renewed } from '#web/company/renewals.ts';
import { changeOnRecord } from '#web/company/saved.ts';
import { complaintsOf, profileFrom, typedIn } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import { languageOf } from '#web/language.ts';
import type { OpenRooms } from '#web/rooms.ts';

/** The pages on which a company says what holds for it, and who may do what. */
export function companyPages(open: OpenRooms): Hono {
  const pages = new Hono();
  const page = async (context: Context, view: Omit<View, 'language'> = {}) => {
    const shown = await companyPage({ ...view, language: languageOf(context) }, open());
    return context.html(shown, view.refused ? 400 : 200);
  };

  pages.get('/', async (context) =>
    page(context, { saved: context.req.query('saved'), person: context.req.query('person') }),
  );

  pages.post('/', async (context) => {
    const { setUp, knowledge, clock } = open();
    const form = await context.req.formData();
    const typed = typedIn(form, knowledge.facts);
    const refuse = (refused: Refused) => page(context, { refused, typed });
    if (form.get('version') !== setUp.company().version) {
      return refuse({ form: 'company', says: { de: words.de.overtaken, en: words.en.overtaken } });
    }
    const before = await setUp.profile();
    const beside = { before, catalog: knowledge.facts, today: clock.today() };
    const read = profileFrom(typed, beside);
    if (!('profile' in read)) return refuse({ form: 'company', complaints: read.complaints });
    return changed(context, 'profile', {
      form: 'company',
      refuse,
      change: () => setUp.save(read.profile, typed.by),
    });
  });

  pages.post('/renew', async (context) => {
    const { setUp, knowledge, clock } = open();
    const renewal = typedIn(await context.req.formData(), knowledge.facts);
    const refuse = (refused: Refused) => page(context, { refused, renewal });
    const complaints = complaintsOf(renewal, clock.today());
    if (complaints.size > 0) return refuse({ form: 'renew', complaints });
    const profile = await setUp.profile();
    if (!profile) return context.redirect('/company', 303);
    return changed(context, 'profile', {
      form: 'renew',
      refuse,
      change: () => setUp.save(renewed(profile, clock.today(), renewal), renewal.by),
    });
  });

  pages.post('/roles', async (context) => {
    const { setUp } = open();
    const form = await context.req.formData();
    const text = (field: string) => String(form.get(field) ?? '').trim();
    const typed = {
      person: text('person').toUpperCase(),
      roles: Role.options.filter((role) => form.getAll('roles').includes(role)),
      by: text('by'),
    };
    const refuse = (refused: Refused) => page(context, { refused, roles: typed });
    if (typed.by === '') {
      const says = { de: words.de.byMissing, en: words.en.byMissing };
      return refuse({ form: 'roles', complaints: new Map([['by', says]]) });
    }
    return changed(context, 'roles', {
      form: 'roles',
      refuse,
      change: () => setUp.assign(typed.person, typed.roles, typed.by),
    });
  });

  /** Makes a change and leads to the page that says so, or shows why it was refused. */
  const changed = async (
    context: Context,
    what: 'profile' | 'roles',
    {
      form,
      change,
      refuse,
    }: {
      readonly form: Refused['form'];
      readonly change: () => Promise<void>;
      readonly refuse: (refused: Refused) => Promise<Response>;
    },
  ): Promise<Response> => {
    try {
      const saved = await changeOnRecord(open(), what, change);
      return context.redirect(`/company?saved=${saved}`, 303);
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.startsWith('input.')) throw error;
      return refuse({ form, says: { de: error.toldIn('de'), en: error.toldIn('en') } });
    }
  };
  return pages;
}
