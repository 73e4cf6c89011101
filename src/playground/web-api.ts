import type { Fields } from '#playground/fields.ts';
import type { Messages } from '#playground/messages.ts';
import { chatMethods } from '#playground/methods/chat.ts';
import { peopleMethods } from '#playground/methods/people.ts';
import { viewMethods } from '#playground/methods/views.ts';
import type { Channel, Person } from '#playground/places.ts';
import { refused, type Result } from '#playground/results.ts';
import { missingScope } from '#playground/scopes.ts';
import type { Triggers } from '#playground/triggers.ts';
import type { Views } from '#playground/views.ts';

/** What the methods work on. */
export type State = {
  readonly people: readonly Person[];
  /** Direct messages included. */
  readonly channels: readonly Channel[];
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly scopes: readonly string[];
  readonly switches: { refusesNewBlocks: boolean };
};

export type Method = (fields: Fields, state: State) => Result;

const methods: Readonly<Record<string, Method>> = {
  ...peopleMethods,
  ...chatMethods,
  ...viewMethods,
};

/** Answers a call of the Web API; what the workspace does not know, it says so. */
export function callMethod(method: string, fields: Fields, state: State): Result {
  const known = methods[method];
  if (!known) return refused('unknown_method', { req_method: method });
  const scope = missingScope(method, state.scopes);
  return scope === undefined
    ? known(fields, state)
    : refused('missing_scope', { needed: scope, provided: state.scopes.join(',') });
}
