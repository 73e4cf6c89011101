import type { House } from '#assistant/house.ts';
import type { Verdict } from '#domain/assessment.ts';

/** What the log says of one answer. */
export type RecordedDecision = {
  readonly op: string;
  readonly reference: string;
  /** Null where no campaign was judged. */
  readonly verdict: Verdict | null;
  /** What the person was told; absent where it was erased. */
  readonly message?: string | undefined;
};

/** The answer of this operation as it stands in the log; nothing where the log has none. */
export async function findDecision(
  op: string,
  { ledger }: Pick<House, 'ledger'>,
): Promise<RecordedDecision | undefined> {
  const [stored] = await ledger.read({ op, limit: 1 });
  const entry = stored?.entry;
  if (entry?.kind !== 'decision' && entry?.kind !== 'answer') return undefined;
  return {
    op,
    reference: entry.ref,
    verdict: entry.kind === 'decision' ? entry.body.verdict : null,
    message: (await ledger.open(entry))['message'],
  };
}
