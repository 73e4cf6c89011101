import { filled, isFillable, type Given } from '#playground/filled.ts';
import { pressedInView, pressedOnMessage } from '#playground/interactions.ts';
import type { Line } from '#playground/line.ts';
import { personCalled } from '#playground/places.ts';
import type { ResponseUrls } from '#playground/response-urls.ts';
import type { Stamps } from '#playground/stamps.ts';
import { targetsIn, type Target } from '#playground/targets.ts';
import type { OpenView } from '#playground/views.ts';
import type { State } from '#playground/web-api.ts';

/** Something pressed or chosen: on a message, or in the view that is open in front. */
export type Press = {
  readonly user: string;
  readonly channel: string;
  /** The time of the message, or the id of the view. */
  readonly message: string;
  readonly action: string;
  /** The block that it stands in, where the same action stands in several. */
  readonly block?: string;
  readonly value?: Given;
};

/** Lets persons press things; a RangeError where there is no such thing for them to press. */
export function pressesOn(
  state: State,
  line: Line,
  { urls, stamps }: { readonly urls: ResponseUrls; readonly stamps: Stamps },
): (press: Press) => void {
  const { views, triggers, messages, people } = state;
  const pressed = (by: Press, target: Target) => ({
    person: personCalled(by.user, people),
    target,
    given: by.value,
    stamp: stamps(),
    trigger: triggers.issue(by.user),
  });

  return (by) => {
    const view = views.top(by.user);
    if (view?.id === by.message) {
      const target = targetOf(by, targetsIn(view.blocks));
      line.deliver(pressedInView(pressed(by, target), chooseIn(view, target, by.value, state)));
      return;
    }
    const channel = state.channels.find(({ id }) => id === by.channel);
    const message = messages.find(by.channel, by.message);
    const isSeen = message?.onlyFor === undefined || message.onlyFor === by.user;
    if (!channel || !message || !isSeen)
      throw new RangeError(`${by.user} sees no message ${by.message} in ${by.channel}.`);
    const target = targetOf(by, targetsIn(message.blocks));
    const hasReplies = messages.thread(channel.id, message.ts).length > 1;
    const responseUrl = urls.issue({ channel, user: by.user, message: message.ts });
    const on = { channel, message, hasReplies, responseUrl };
    line.deliver(pressedOnMessage(pressed(by, target), on));
  };
}

/** A choice in a view stays chosen. */
function chooseIn(view: OpenView, target: Target, given: Given | undefined, { views }: State) {
  const { block, action, element } = target;
  if (!isFillable(element)) return view;
  const values = {
    ...view.values,
    [block]: { ...view.values[block], [action]: filled(element, given) },
  };
  views.change(view.id, { values });
  return { ...view, values };
}

function targetOf({ action, block, value }: Press, targets: readonly Target[]): Target {
  const fitting = targets.filter(
    (one) => one.action === action && (block === undefined || one.block === block),
  );
  const [first, ...others] = fitting;
  if (!first) throw new RangeError(`There is no ${action} to press.`);
  // The same action on several buttons: the value tells which.
  const exact = fitting.find(({ element }) => element.type === 'button' && element.value === value);
  return others.length > 0 ? (exact ?? first) : first;
}
