import { createHash } from 'node:crypto';
import type { Desk, PersonWithRoles } from '#assistant/desk.ts';
import { frameOf, type Framing } from '#assistant/frame.ts';
import { onRecord } from '#assistant/on-record.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { companyFolder, draftCompany } from '#company-folder.ts';
import type { Config } from '#config.ts';
import { confirmedDays, Profile, renewalsDue, type Company } from '#domain/company.ts';
import type { NewEntry } from '#domain/entry.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { unfitIn, type Unfit } from '#domain/unfit-profile.ts';
import type { Foundations } from '#house.ts';
import { loadCompany } from '#knowledge/company.ts';
import { readProfile } from '#knowledge/profile-file.ts';
import { canonical } from '#ledger/canonical.ts';

/** What the set-up of a company needs. */
export type Keeping = {
  readonly config: Config;
  readonly knowledge: Knowledge;
  readonly house: Foundations & Framing;
  readonly desk: Pick<Desk, 'roles'>;
  /** Hears of the company that holds from now on. */
  readonly changed?: ((company: Company) => void) | undefined;
  /** Where changes come from; the page unless told. */
  readonly place?: 'web' | 'terminal' | undefined;
};

/** The company in the folder of the workspace, its roles on the desk, and every change in the log first. */
export function fileSetUp(keeping: Keeping): SetUp {
  const { config, knowledge, house, desk } = keeping;
  const folder = companyFolder(config);
  const inTurn = oneByOne();
  const held = { company: house.company };

  const record = async (by: string, body: ConfigChange) => {
    const op = house.newOperation();
    const at = house.clock.now().toISOString();
    const frame = frameOf(
      { ...house, company: held.company },
      { op, at, actor: by, place: keeping.place ?? 'web' },
    );
    await onRecord({ ...frame, kind: 'config', body, private: {} }, house);
  };

  return {
    profile: async () => readProfile(folder),
    company: () => held.company,
    save: async (profile, by) =>
      inTurn(async () => {
        const unfit = unfitIn(profile, knowledge.facts);
        if (unfit.length > 0) throw unfitProblem(unfit);
        const draft = draftCompany(Profile.parse(profile), config);
        try {
          const company = loadCompany(draft.folder, knowledge);
          const from = held.company.isSample ? null : held.company.version;
          if (from === company.version) return;
          // On record before it holds; what cannot be recorded leaves the old profile in place.
          await record(by, { what: 'profile', from, to: company.version });
          draft.putInPlace(house.clock.now());
          held.company = company;
        } finally {
          draft.remove();
        }
        keeping.changed?.(held.company);
      }),
    roles: async () => desk.roles.all(house.workspace),
    assign: async (person, roles, by) =>
      inTurn(async () => {
        refuseNoMember(person);
        const before = await desk.roles.all(house.workspace);
        const others = before.filter((one) => one.person !== person);
        const after = roles.length > 0 ? [...others, { person, roles }] : others;
        if (hasLead(before) && !hasLead(after)) throw lastLead();
        const [from, to] = [hashOf(before), hashOf(after)];
        if (from === to) return;
        await record(by, { what: 'roles', from, to });
        await desk.roles.assign(house.workspace, person, roles);
      }),
  };
}

/** What the start says of confirmations that have run out or are about to; nothing where none are. */
export function renewalNotice(
  config: Config,
  today: string,
  language: Language,
): string | undefined {
  const due = renewalsDue(factsOnFile(config), today, confirmedDays.notice);
  if (due.length === 0) return undefined;
  const over = due.filter((one) => one.isOver).length;
  return notices[language](over, due.length - over);
}

const notices: Readonly<Record<Language, (over: number, soon: number) => string>> = {
  de: (over, soon) =>
    `Ständige Praxis: ${over} abgelaufen, ${soon} in den nächsten ${confirmedDays.notice} Tagen fällig. Was abgelaufen ist, wird in jeder Prüfung gefragt. Erneuern: Seite „Firma“ oder leitplanke init --renew`,
  en: (over, soon) =>
    `Standing practice: ${over} run out, ${soon} due within ${confirmedDays.notice} days. What has run out is asked in each check. Renew: page "Company" or leitplanke init --renew`,
};

type ConfigChange = Extract<NewEntry, { kind: 'config' }>['body'];

/** A file that cannot be read is told where the company is loaded. */
function factsOnFile(config: Config): Profile['facts'] {
  try {
    return readProfile(companyFolder(config))?.facts ?? {};
  } catch (error) {
    if (error instanceof Problem) return {};
    throw error;
  }
}

/** Runs one change after the other: each reckons with what the one before has left. */
function oneByOne(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change);
    last = next.catch(() => undefined);
    return next;
  };
}

function hasLead(people: readonly PersonWithRoles[]): boolean {
  return people.some(({ roles }) => roles.includes('lead'));
}

/** The same roles have the same hash, in whatever order they were given. */
function hashOf(people: readonly PersonWithRoles[]): string {
  const sorted = people
    .map(({ person, roles }) => ({ person, roles: roles.toSorted() }))
    .toSorted((one, other) => (one.person < other.person ? -1 : 1));
  return createHash('sha256').update(canonical(sorted)).digest('hex');
}

function unfitProblem(unfit: readonly Unfit[]): Problem {
  const list = (language: Language) => unfit.map(({ says }) => `\n  ${says[language]}`).join('');
  return new Problem(
    'input.invalid',
    {
      de: `Diese Angaben passen nicht:${list('de')}`,
      en: `These details do not fit:${list('en')}`,
    },
    {
      remedy: {
        de: 'Berichtigen Sie sie und speichern Sie noch einmal; geändert ist nichts.',
        en: 'Correct them and save again; nothing was changed.',
      },
    },
  );
}

/** Refuses what cannot be the id of a member of a Slack workspace, such as U0ERIKA. */
export function refuseNoMember(person: string): void {
  if (/^[UW][A-Z0-9]{1,30}$/.test(person)) return;
  throw new Problem(
    'input.invalid',
    {
      de: `„${person}“ ist keine Mitglieds-ID von Slack.`,
      en: `"${person}" is not a Slack member ID.`,
    },
    {
      remedy: {
        de: 'Sie beginnt mit U oder W und steht im Profil der Person: Menü mit den drei Punkten, „Mitglieds-ID kopieren“.',
        en: 'It begins with U or W and is in the profile of the person: the menu with the three dots, "Copy member ID".',
      },
    },
  );
}

function lastLead(): Problem {
  return new Problem(
    'input.invalid',
    {
      de: 'Das ist die letzte Compliance-Leitung; ohne sie bliebe jede Rückfrage liegen.',
      en: 'This is the last compliance lead; without one every case would be left lying.',
    },
    {
      remedy: {
        de: 'Tragen Sie zuerst eine andere Person als Compliance-Leitung ein.',
        en: 'Enter another person as compliance lead first.',
      },
    },
  );
}
