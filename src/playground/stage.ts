import type { Act, Playground, Sample } from '#assistant/playground.ts';
import { deedsIn } from '#playground/deeds.ts';
import type { Delivery } from '#playground/line.ts';
import { directMessages, languageOf, type Channel, type Person } from '#playground/places.ts';
import { personShown, placesOf, sceneOf } from '#playground/scene.ts';
import { trafficOf } from '#playground/traffic.ts';
import { words } from '#playground/words.ts';
import { typed, type Workspace } from '#playground/workspace.ts';

const trafficMost = 100;

/** Puts a workspace on the stage of a page. */
export function stageOf(workspace: Workspace, samples: readonly Sample[]): Playground {
  const seen = new Map<string, string>();
  const standing = new Map<string, Channel>();
  const unanswered = new Map<string, string>();
  const begin = deedsIn(workspace);
  const personCalled = (id: string) => workspace.people.find((one) => one.id === id);

  return {
    persons: workspace.people.map(personShown),
    samples,
    look(id, place, thread) {
      const person = personCalled(id);
      const channel = person && placesOf(person, workspace).find((one) => one.id === place);
      if (!person || !channel) return undefined;
      standing.set(id, channel);
      seen.set(`${id} ${place}`, workspace.messages(place).at(-1)?.ts ?? '');
      return sceneOf(workspace, person, channel, {
        thread,
        seen: (who, where) => seen.get(`${who} ${where}`) ?? '',
        unanswered: unanswered.get(id),
      });
    },
    home: (id) => (personCalled(id) ? directMessages(id).id : undefined),
    async act(id, act) {
      const person = personCalled(id);
      if (!person) return { ok: false, why: 'no-such-place' };
      const before = workspace.deliveries.length;
      const deed = begin(person, act, standing.get(id) ?? directMessages(id));
      if (!deed.ok) return deed;
      await workspace.idle();
      unanswered.delete(id);
      const mine = workspace.deliveries.slice(before).filter(({ payload }) => isOf(id, payload));
      const [place, thread] = [deed.channel.id, deed.thread()];
      if (mine.some(isUnanswered)) explain(person, act, { place, thread });
      return { ok: true, place, thread };
    },
    traffic: () => trafficOf(workspace, trafficMost),
  };

  /** Nothing is silent: what the assistant did not react to is said, at the form or below the message. */
  function explain(person: Person, act: Act, { place, thread }: Spot): void {
    if (act.kind === 'submit') {
      unanswered.set(person.id, act.view);
      return;
    }
    const text = typed(words[languageOf(person)].unanswered);
    const within = thread === undefined ? {} : { thread };
    workspace.notice({ user: person.id, channel: place, text, ...within });
  }
}

type Spot = { readonly place: string; readonly thread: string | undefined };

function isUnanswered({ ack }: Delivery): boolean {
  return ack === undefined || ack.result?.ok === false;
}

function isOf(person: string, { user, user_id: id }: Delivery['payload']): boolean {
  if (id === person) return true;
  return typeof user === 'object' && user !== null && 'id' in user && user.id === person;
}
