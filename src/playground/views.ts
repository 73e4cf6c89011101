import type { Clock } from '#assistant/house.ts';
import { filled, type Values } from '#playground/filled.ts';
import type { Block } from '#playground/limits/blocks.ts';
import type { View } from '#playground/limits/view.ts';
import { stampsBy } from '#playground/stamps.ts';
import { inputsIn, named } from '#playground/targets.ts';

/** A view as it stands open before a person. */
export type OpenView = {
  readonly id: string;
  readonly user: string;
  readonly title: string;
  readonly callbackId: string;
  readonly metadata: string;
  /** Each block and each element has a name. */
  readonly blocks: readonly Block[];
  readonly submit?: string | undefined;
  readonly close?: string | undefined;
  readonly values: Values;
  /** What is wrong with a field, by block. */
  readonly errors: Readonly<Record<string, string>>;
  /** Changes with every update. */
  readonly hash: string;
  readonly root: string;
  readonly previous?: string | undefined;
  readonly clearsOnClose: boolean;
  readonly tellsOnClose: boolean;
};

/** The views that stand open, for each person one on top of another. */
export type Views = {
  readonly top: (user: string) => OpenView | undefined;
  readonly find: (id: string) => OpenView | undefined;
  /** Opens a view in place of all others. */
  readonly open: (user: string, view: View) => OpenView;
  readonly push: (user: string, view: View) => OpenView | 'not_found' | 'push_limit_reached';
  /** Shows something else in the same view; what was filled in stays where a field keeps its names. */
  readonly update: (
    id: string,
    view: View,
    hash?: string,
  ) => OpenView | 'not_found' | 'hash_conflict';
  readonly change: (id: string, to: Partial<Pick<OpenView, 'values' | 'errors'>>) => void;
  /** Closes one view; the one below it comes to the front. */
  readonly close: (id: string) => void;
  readonly clear: (user: string) => void;
};

const depthMax = 3;

export function viewsBy(clock: Clock): Views {
  const next = stampsBy(clock);
  const stacks = new Map<string, readonly OpenView[]>();
  const stackOf = (user: string) => stacks.get(user) ?? [];
  const find = (id: string) => [...stacks.values()].flat().find((view) => view.id === id);
  const replace = (view: OpenView) =>
    stacks.set(
      view.user,
      stackOf(view.user).map((one) => (one.id === view.id ? view : one)),
    );
  const put = (user: string, view: View, below: readonly OpenView[]) => {
    const stamp = next();
    const id = `V${stamp.replace('.', '')}`;
    const under = { root: below[0]?.id ?? id, previous: below.at(-1)?.id };
    const opened = { id, user, ...under, ...shownBy(view, stamp) };
    stacks.set(user, [...below, opened]);
    return opened;
  };

  return {
    top: (user) => stackOf(user).at(-1),
    find,
    open: (user, view) => put(user, view, []),
    push(user, view) {
      const below = stackOf(user);
      if (below.length === 0) return 'not_found';
      return below.length < depthMax ? put(user, view, below) : 'push_limit_reached';
    },
    update(id, view, hash) {
      const before = find(id);
      if (!before) return 'not_found';
      if (hash !== undefined && hash !== before.hash) return 'hash_conflict';
      const after = { ...before, ...shownBy(view, next(), before.values) };
      replace(after);
      return after;
    },
    change(id, to) {
      const view = find(id);
      if (view) replace({ ...view, ...to });
    },
    close(id) {
      const view = find(id);
      if (view)
        stacks.set(
          view.user,
          stackOf(view.user).filter((one) => one !== view),
        );
    },
    clear: (user) => void stacks.delete(user),
  };
}

function shownBy(view: View, stamp: string, before: Values = {}) {
  const blocks = named(view.blocks, stamp);
  return {
    title: view.title.text,
    callbackId: view.callback_id ?? '',
    metadata: view.private_metadata ?? '',
    blocks,
    submit: view.submit?.text,
    close: view.close?.text,
    values: valuesOf(blocks, before),
    errors: {},
    hash: stamp,
    clearsOnClose: view.clear_on_close ?? false,
    tellsOnClose: view.notify_on_close ?? false,
  };
}

function valuesOf(blocks: readonly Block[], before: Values): Values {
  const fields = inputsIn(blocks).map(({ block_id: block = '', element }) => {
    const action = element.action_id ?? '';
    const kept = before[block]?.[action];
    return [block, { [action]: kept?.type === element.type ? kept : filled(element) }] as const;
  });
  return Object.fromEntries(fields);
}
