import type {
  Act,
  Done,
  Part,
  Playground,
  PlaygroundPerson,
  Sample,
  Scene,
  Shown,
  ShownView,
} from '#assistant/playground.ts';
import { allowed, briefForm, card, line } from './some-parts.ts';

const persons: readonly PlaygroundPerson[] = [
  { id: 'UANNA', name: 'Anna', role: { de: 'Mitarbeiterin', en: 'employee' }, language: 'de' },
  { id: 'UBEN', name: 'Ben', role: { de: 'Führungskraft', en: 'manager' }, language: 'en' },
  { id: 'ULEA', name: 'Lea', role: { de: 'Compliance', en: 'compliance lead' }, language: 'de' },
];

const samples: readonly Sample[] = [
  {
    id: 'cold-mail',
    title: { de: 'Gekaufte Adressen', en: 'Bought addresses' },
    text: {
      de: 'Wir schreiben 4.000 gekaufte Adressen per E-Mail an.',
      en: 'We send an e-mail to 4,000 bought addresses.',
    },
    person: { de: 'UANNA', en: 'UBEN' },
    place: { de: 'DUANNA', en: 'DUBEN' },
  },
];

/** A playground that answers everything with one card, and `/ethics-check` with a form. */
export function aPlayground(
  more: Partial<Scene> = {},
): Playground & { readonly acts: readonly Act[] } {
  const acts: Act[] = [];
  const messages: (Shown & { place: string; thread?: string | undefined })[] = [];
  const views = new Map<string, ShownView>();

  const add = (place: string, thread: string | undefined, by: string, parts: readonly Part[]) => {
    const id = `1700000000.00000${messages.length + 1}`;
    const isAssistant = by === 'Leitplanke';
    messages.push({
      id,
      place,
      thread,
      by,
      isAssistant,
      at: '14:02',
      isChanged: false,
      isPrivate: false,
      parts,
      replies: 0,
    });
    return id;
  };
  const say = (person: string, place: string, thread: string | undefined, text: string): Done => {
    if (text.trim() === '') return { ok: false, why: 'empty' };
    if (text.startsWith('/')) {
      views.set(person, briefForm());
      return { ok: true, place, thread };
    }
    const root = add(place, thread, persons.find(({ id }) => id === person)?.name ?? '', [
      line(text),
    ]);
    add(place, thread ?? root, 'Leitplanke', card);
    return { ok: true, place, thread: thread ?? root };
  };
  const submit = (person: string, values: Readonly<Record<string, readonly string[]>>): Done => {
    const isShort = (values['brief']?.[0] ?? '').length < 10;
    views.delete(person);
    if (isShort) views.set(person, briefForm('Please write at least one sentence.'));
    else add(`D${person}`, undefined, 'Leitplanke', card);
    return { ok: true, place: `D${person}` };
  };
  const press = (id: string): Done => {
    const index = messages.findIndex((one) => one.id === id);
    const found = messages[index];
    if (!found) return { ok: false, why: 'no-such-message' };
    if (found.isChanged) return { ok: false, why: 'no-such-control' };
    messages[index] = { ...found, isChanged: true, parts: allowed };
    return { ok: true, place: found.place, thread: found.thread };
  };

  return {
    acts,
    persons,
    samples,
    home: (person) => `D${person}`,
    look(id, place, root) {
      const person = persons.find((one) => one.id === id);
      const places = [
        { id: `D${id}`, name: 'direct', isDirect: true, unread: 0 },
        { id: 'CMARKETING', name: 'marketing', isDirect: false, unread: 2 },
      ];
      const here = places.find((one) => one.id === place);
      if (!person || !here) return undefined;
      const inPlace = messages.filter((one) => one.place === place);
      const inThread = inPlace.filter((one) => one.id === root || one.thread === root);
      return {
        person,
        place: here,
        places,
        messages: inPlace
          .filter(({ thread }) => thread === undefined)
          .map((one) => ({
            ...one,
            replies: inPlace.filter(({ thread }) => thread === one.id).length,
          })),
        thread:
          root !== undefined && inThread.length > 0 ? { root, messages: inThread } : undefined,
        view: views.get(id),
        ...more,
      };
    },
    async act(person, act) {
      acts.push(act);
      switch (act.kind) {
        case 'say':
          return say(person, act.place, act.thread, act.text);
        case 'press':
          return press(act.message);
        case 'submit':
          return submit(person, act.values);
        case 'dismiss':
          return views.delete(person)
            ? { ok: true, place: `D${person}` }
            : { ok: false, why: 'no-such-view' };
      }
    },
    traffic: () => [
      {
        number: 2,
        direction: 'from-assistant',
        name: 'chat.postMessage',
        ms: 3.2,
        result: 'ok',
        content: '{"a":"<b>"}',
      },
      { number: 1, direction: 'to-assistant', name: 'message.im', content: '{}' },
    ],
  };
}
