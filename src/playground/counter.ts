import type { Counter } from '#assistant/counter.ts';
import { factInRole, type FactCatalog } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { directMessages } from '#playground/places.ts';
import { shownFrom } from '#playground/shown.ts';
import { typed, type Workspace } from '#playground/workspace.ts';

/** The counter of a workspace: whoever asks there becomes one of its persons. */
export function counterIn(workspace: Workspace, facts: FactCatalog): Counter {
  const markets = factInRole(facts, 'markets')?.options ?? [];

  return {
    markets: markets.map(({ id, label }) => ({ id, label })),
    async ask({ text, language, market, conversation }) {
      const before = placeOf(conversation ?? '');
      const label = markets.find(({ id }) => id === market)?.label[language];
      const line = label === undefined ? '' : `${words[language]}: ${label}\n\n`;
      const user = before?.user ?? personFor(language, workspace);
      const thread = before ? { thread: before.root } : {};
      const { id: channel } = directMessages(user);
      const { ts } = workspace.say({ user, channel, text: typed(`${line}${text}`), ...thread });
      await workspace.idle();
      return conversation ?? `${user}-${ts}`;
    },
    conversation(id) {
      const place = placeOf(id);
      if (!place) return undefined;
      const messages = workspace.thread(directMessages(place.user).id, place.root);
      return messages.length === 0
        ? undefined
        : messages.map((message) => shownFrom(message, workspace.people));
    },
  };
}

const words: Readonly<Record<Language, string>> = { de: 'Markt', en: 'Market' };

/** Somebody of the workspace who speaks the language. */
function personFor(language: Language, { people }: Workspace): string {
  const [first] = people;
  return (people.find(({ locale }) => locale.startsWith(language)) ?? first)?.id ?? '';
}

function placeOf(id: string): { readonly user: string; readonly root: string } | undefined {
  const [, user, root] = /^([A-Z0-9]+)-(\d+\.\d+)$/.exec(id) ?? [];
  return user !== undefined && root !== undefined ? { user, root } : undefined;
}
