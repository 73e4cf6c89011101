import type { Act, Done } from '#assistant/playground.ts';
import { pressablesIn } from '#playground/controls.ts';
import { languageOf, type Channel, type Person } from '#playground/places.ts';
import { placesOf, visibleTo } from '#playground/scene.ts';
import { speechIn } from '#playground/speech.ts';
import { inputsIn } from '#playground/targets.ts';
import type { Workspace } from '#playground/workspace.ts';

/** Something that a person has begun, and where to look once it is dealt with; or why it cannot be. */
export type Deed =
  | {
      readonly ok: true;
      readonly channel: Channel;
      readonly thread: () => string | undefined;
    }
  | Refusal;
type Refusal = Extract<Done, { ok: false }>;

/** Lets persons do things in a workspace; `at` is where a person stands. */
export function deedsIn(workspace: Workspace): (person: Person, act: Act, at: Channel) => Deed {
  const speak = speechIn(workspace);
  return (person, act, at) => {
    switch (act.kind) {
      case 'say':
        return say(person, act);
      case 'press':
        return press(person, act, workspace);
      case 'submit':
        return submit(person, act, at, workspace);
      case 'dismiss': {
        const isOpen = workspace.view(person.id)?.id === act.view;
        return isOpen
          ? begun(at, undefined, () => workspace.close({ user: person.id }))
          : refused('no-such-view');
      }
    }
  };

  function say(person: Person, { place, thread, text }: Extract<Act, { kind: 'say' }>): Deed {
    const channel = placesOf(person, workspace).find(({ id }) => id === place);
    if (!channel) return refused('no-such-place');
    if (text.trim() === '') return refused('empty');
    const before = visibleTo(person.id, workspace.messages(place));
    if (thread !== undefined && before.every(({ ts }) => ts !== thread))
      return refused('no-such-message');
    const last = before.at(-1)?.ts ?? '';
    const said = speak({ person, channel, thread, text });
    // What was said is the root of the answer; a command gets a root of the assistant.
    const opened = () =>
      workspace
        .messages(place)
        .filter(({ ts }) => (said === undefined ? ts > last : ts === said))
        .find(({ ts }) => workspace.thread(place, ts).length > 1)?.ts;
    return { ok: true, channel, thread: () => thread ?? opened() };
  }
}

function press(person: Person, act: Extract<Act, { kind: 'press' }>, workspace: Workspace): Deed {
  const channel = placesOf(person, workspace).find(({ id }) => id === act.place);
  if (!channel) return refused('no-such-place');
  const message = visibleTo(person.id, workspace.messages(channel.id)).find(
    ({ ts }) => ts === act.message,
  );
  if (!message) return refused('no-such-message');
  const pressable = pressablesIn(message.blocks, languageOf(person)).find(
    ({ control }) => control.id === act.control,
  );
  if (!pressable) return refused('no-such-control');
  const { control, block, action, value } = pressable;
  const takesOne = control.kind === 'choice' && !control.isMultiple;
  if (takesOne && act.values.length === 0) return refused('empty');
  const chosen = control.kind === 'choice' ? act.values : value;
  const pressed = { user: person.id, channel: channel.id, message: message.ts, block, action };
  return begun(channel, message.thread, () =>
    workspace.press({ ...pressed, ...(chosen === undefined ? {} : { value: chosen }) }),
  );
}

function submit(
  { id: user }: Person,
  act: Extract<Act, { kind: 'submit' }>,
  at: Channel,
  workspace: Workspace,
): Deed {
  const view = workspace.view(user);
  if (view?.id !== act.view) return refused('no-such-view');
  const fields = inputsIn(view.blocks).map(({ block_id: id }) => id);
  const values = Object.fromEntries(
    Object.entries(act.values).filter(([id]) => fields.includes(id)),
  );
  return begun(at, undefined, () => workspace.submit({ user, values }));
}

/** Begins it; what does not fit is no control of the message or view. */
function begun(channel: Channel, thread: string | undefined, begin: () => void): Deed {
  try {
    begin();
  } catch (error) {
    if (error instanceof RangeError) return refused('no-such-control');
    throw error;
  }
  return { ok: true, channel, thread: () => thread };
}

function refused(why: Refusal['why']): Refusal {
  return { ok: false, why };
}
