import { join } from 'node:path';
import type { SetUp } from '#assistant/set-up.ts';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { askConfirmation, choose } from '#cli/init-questions.ts';
import { words } from '#cli/init-words.ts';
import { systemClock } from '#clock.ts';
import { companyFolder } from '#company-folder.ts';
import { confirmedDays, renewalsDue, type Profile } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** `init --renew`: confirms once more what has run out or is about to. */
export async function renew(call: Call, knowledge: Knowledge, setUp: SetUp): Promise<number> {
  const { config, terminal, language } = call;
  const word = words[language];
  const profile = await setUp.profile();
  if (!profile) throw nothingToRenew();
  const due = renewalsDue(profile.facts, systemClock.today(), confirmedDays.notice);
  if (due.length === 0) {
    terminal.out(word.nothingDue(confirmedDays.notice));
    return exitStatus.done;
  }
  const facts = due.map(({ fact }) => fact);
  const said = isForAll(call)
    ? asBefore(profile, facts)
    : await walkThrough(call, knowledge, profile, facts);
  if (said.size === 0) return exitStatus.done;
  const confirmation = await askConfirmation(call);
  const kept = Object.entries(profile.facts).filter(([id]) => !said.has(id));
  const renewed = [...said].flatMap(([id, chosen]) =>
    chosen === undefined
      ? []
      : [[id, { ...profile.facts[id], ...chosen, ...confirmation }] as const],
  );
  await setUp.save(
    { ...profile, facts: Object.fromEntries([...kept, ...renewed]) },
    confirmation.by,
  );
  terminal.out(word.renewed(said.size, join(companyFolder(config), 'profile.yaml')));
  terminal.out(word.running);
  return exitStatus.done;
}

/** What holds from now on, by fact; nothing for what is to be asked each time. */
type Said = ReadonlyMap<string, { readonly value: string | string[] } | undefined>;

function isForAll({ words: given, terminal }: Call): boolean {
  if (given.includes('all')) return true;
  if (terminal.isInteractive) return false;
  throw new Problem(
    'usage',
    {
      de: 'Was erneuert werden soll, lässt sich hier nicht erfragen.',
      en: 'There is nobody here to ask what is to be renewed.',
    },
    {
      remedy: {
        de: 'Alles Fällige bestätigen: leitplanke init --renew all --by NAME --until JJJJ-MM-TT',
        en: 'Confirm all that is due: leitplanke init --renew all --by NAME --until YYYY-MM-DD',
      },
    },
  );
}

function asBefore({ facts }: Profile, due: readonly string[]): Said {
  return new Map(due.flatMap((id) => (facts[id] ? [[id, { value: facts[id].value }]] : [])));
}

async function walkThrough(
  call: Call,
  knowledge: Knowledge,
  profile: Profile,
  due: readonly string[],
): Promise<Said> {
  const { terminal, language } = call;
  const word = words[language];
  terminal.out(word.renewing(due.length));
  const said = new Map<string, { readonly value: string | string[] } | undefined>();
  for (const [index, id] of due.entries()) {
    const fact = knowledge.facts.get(id);
    if (!fact) continue;
    terminal.out(`\n${word.progress(index + 1, due.length)}`);
    terminal.out(word.now(answerOf(id, { profile, knowledge, language })));
    const chosen = await choose(fact, call);
    if (chosen !== 'later') said.set(id, chosen === 'each-time' ? undefined : chosen);
  }
  return said;
}

function answerOf(
  id: string,
  given: { profile: Profile; knowledge: Knowledge; language: Language },
): string {
  const entry = given.profile.facts[id];
  if (!entry) return '';
  const chosen = [entry.value].flat();
  const labels = (given.knowledge.facts.get(id)?.options ?? [])
    .filter((option) => chosen.includes(option.id))
    .map((option) => option.label[given.language]);
  return `${labels.join(', ')} (${entry.by}, ${entry.until})`;
}

function nothingToRenew(): Problem {
  return new Problem(
    'usage',
    {
      de: 'Noch ist keine Firma eingerichtet, deren Angaben zu erneuern wären.',
      en: 'No company has been set up yet whose confirmations could be renewed.',
    },
    { remedy: { de: 'Einrichten: leitplanke init', en: 'Set it up: leitplanke init' } },
  );
}
