import type { PlaygroundPerson, Scene, Shown, ShownView } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Message } from '#playground/messages.ts';
import { partsOf } from '#playground/parts.ts';
import {
  assistant,
  isMember,
  languageOf,
  system,
  type Channel,
  type Person,
} from '#playground/places.ts';
import { linesOf, nameOf } from '#playground/spans.ts';
import type { OpenView } from '#playground/views.ts';
import { words } from '#playground/words.ts';
import type { Workspace } from '#playground/workspace.ts';

/** What has been seen so far: the newest message by person and place. */
export type Seen = (person: string, place: string) => string;

/** What a person sees of a place and of a thread in it. */
export function sceneOf(
  workspace: Workspace,
  person: Person,
  channel: Channel,
  more: {
    readonly thread?: string | undefined;
    readonly seen: Seen;
    /** The view on which the assistant did not react. */
    readonly unanswered?: string | undefined;
  },
): Scene {
  const messages = visibleTo(person.id, workspace.messages(channel.id));
  const root = more.thread;
  const replies = messages.filter((one) => one.ts === root || one.thread === root);
  const hasThread = root !== undefined && replies.some(({ ts }) => ts === root);
  const show = (message: Message) => shownFrom(message, messages, person, workspace.people);
  const view = workspace.view(person.id);
  return {
    person: personShown(person),
    place: placeShown(channel),
    places: placesOf(person, workspace).map((place) => ({
      ...placeShown(place),
      unread: unreadIn(workspace, person.id, place.id, more.seen(person.id, place.id)),
    })),
    messages: messages.filter(({ thread }) => thread === undefined).map(show),
    ...(hasThread ? { thread: { root, messages: replies.map(show) } } : {}),
    ...(view
      ? { view: viewShown(view, workspace.people, languageOf(person), more.unanswered) }
      : {}),
  };
}

/** The places that a person can go to, the direct messages first. */
export function placesOf(person: Person, { channels }: Workspace): readonly Channel[] {
  const mine = channels.filter((channel) => isMember(person.id, channel));
  return [...mine.filter(({ kind }) => kind === 'im'), ...mine.filter(({ kind }) => kind !== 'im')];
}

export function personShown(person: Person): PlaygroundPerson {
  const { id, name, role } = person;
  return { id, name, role, language: languageOf(person) };
}

/** Leaves out what is meant for somebody else alone. */
export function visibleTo(person: string, messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person);
}

function unreadIn(workspace: Workspace, person: string, place: string, seen: string): number {
  return visibleTo(person, workspace.messages(place)).filter(
    ({ user, ts }) => user === assistant.user && ts > seen,
  ).length;
}

function placeShown({ id, name, kind }: Channel) {
  const isDirect = kind === 'im';
  return { id, name: isDirect ? assistant.name : name, isDirect };
}

function shownFrom(
  message: Message,
  around: readonly Message[],
  person: Person,
  people: readonly Person[],
): Shown {
  const { ts, user, text, blocks, edited = false, onlyFor } = message;
  const language = languageOf(person);
  const lines = linesOf({ type: 'mrkdwn', text }, people);
  return {
    id: ts,
    by: user === system ? words[language].system : nameOf(user, people),
    isAssistant: user === assistant.user,
    at: timeOf(ts, person),
    isChanged: edited,
    isPrivate: onlyFor !== undefined,
    parts:
      blocks.length > 0
        ? blocks.flatMap((block) => partsOf(block, { people, language }))
        : [{ kind: 'text', isSmall: false, lines }],
    replies: around.filter(({ thread }) => thread === ts).length,
  };
}

function viewShown(
  view: OpenView,
  people: readonly Person[],
  language: Language,
  unanswered: string | undefined,
): ShownView {
  const { id, title, submit, close, blocks } = view;
  const word = words[language];
  const lines = [[{ text: word.unanswered, isStrong: false }]];
  return {
    id,
    title,
    parts: [
      ...(unanswered === id ? [{ kind: 'alert', level: 'error', lines } as const] : []),
      ...blocks.flatMap((block) => partsOf(block, { people, language }, view)),
    ],
    submit,
    close: close ?? word.cancel,
  };
}

function timeOf(ts: string, { locale }: Person): string {
  const time = new Date(Number.parseInt(ts, 10) * 1_000);
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(time);
}
