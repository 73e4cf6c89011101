import { Operation } from '#domain/reference.ts';

/** What the id of a row of buttons tells: the decision that the card shows, and the fact that is asked for. */
export type CardId = { readonly decision: Operation; readonly fact?: string | undefined };

/** The id of a row. It changes with every decision, so that a card that changes gets new rows. */
export function rowId({ decision, fact }: CardId): string {
  return ['card', decision, ...(fact === undefined ? [] : [fact])].join(':');
}

/** Reads the id of a row; nothing where it is no row of a card. */
export function readRowId(id: string): CardId | undefined {
  const [card, decision, fact, ...rest] = id.split(':');
  const isRow = card === 'card' && rest.length === 0 && Operation.safeParse(decision).success;
  return isRow && decision !== undefined ? { decision, fact } : undefined;
}
