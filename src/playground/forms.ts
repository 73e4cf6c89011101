import { fillIn } from '#playground/fill.ts';
import type { Given } from '#playground/filled.ts';
import { viewClosed, viewSent } from '#playground/interactions.ts';
import { checkView } from '#playground/limits/view.ts';
import type { Line } from '#playground/line.ts';
import { languageOf, personCalled } from '#playground/places.ts';
import { refused, type Result } from '#playground/results.ts';
import type { OpenView } from '#playground/views.ts';
import type { State } from '#playground/web-api.ts';

/** What persons do with the view in front of them; a RangeError where there is none. */
export type Forms = {
  /** The view in front. */
  readonly view: (user: string) => OpenView | undefined;
  /** Fills in the fields by block and sends the view, unless the client already complains. */
  readonly submit: (sent: {
    readonly user: string;
    readonly values?: Readonly<Record<string, Given>>;
  }) => void;
  readonly close: (closed: { readonly user: string }) => void;
};

export function formsIn(state: State, line: Line): Forms {
  const { views, triggers, people } = state;
  const inFront = (user: string) => {
    const view = views.top(user);
    if (!view) throw new RangeError(`No view is open for ${user}.`);
    return view;
  };

  return {
    view: views.top,
    submit({ user, values: given = {} }) {
      const view = inFront(user);
      if (view.submit === undefined) throw new RangeError('The view has nothing to send.');
      const person = personCalled(user, people);
      const { values, errors } = fillIn(view, given, languageOf(person));
      views.change(view.id, { values, errors });
      if (Object.keys(errors).length > 0) return;
      const sent = viewSent(person, { ...view, values }, triggers.issue(user));
      line.deliver(sent, (response) => answerTo(view, response, state));
    },
    close({ user }) {
      const view = inFront(user);
      if (view.clearsOnClose) views.clear(user);
      else views.close(view.id);
      if (view.tellsOnClose) line.deliver(viewClosed(personCalled(user, people), view));
    },
  };
}

/** Does what the app wants done with a view that was sent; without a wish it closes. */
function answerTo({ id, user }: OpenView, response: unknown, { views }: State): Result | undefined {
  if (!isRecord(response)) {
    views.close(id);
    return undefined;
  }
  const { response_action: action, errors } = response;
  switch (action) {
    case 'errors':
      views.change(id, { errors: wordsIn(errors) });
      return { ok: true };
    case 'clear':
      views.clear(user);
      return { ok: true };
    case 'update':
    case 'push': {
      const checked = checkView(response['view']);
      if (!checked.ok) {
        return refused('invalid_arguments', { response_metadata: { messages: checked.messages } });
      }
      const { view } = checked;
      const shown = action === 'update' ? views.update(id, view) : views.push(user, view);
      return typeof shown === 'string' ? refused(shown) : { ok: true };
    }
    default:
      return refused('unknown_response_action');
  }
}

function wordsIn(errors: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(errors) ? Object.entries(errors) : [];
  return Object.fromEntries(entries.map(([block, words]) => [block, String(words)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
