import type { Anchor } from '#assistant/ledger.ts';
import { sizeIn } from '#ledger/anchors/compare.ts';
import { probeAnchors } from '#ledger/anchors/probe.ts';
import { contradicted, notKept, unreadable } from '#ledger/anchors/words.ts';
import type { Problem } from '#domain/problem.ts';
import type { LedgerStore } from '#ledger/store.ts';

export type Anchoring = {
  readonly anchors: readonly Anchor[];
  readonly now: () => Date;
  /** Hears of an anchor that failed, and of a log that its anchors contradict. */
  readonly report: (problem: Problem) => void;
};

const mostEntries = 100;
const longestMs = 60 * 60 * 1000;

/**
 * A ledger whose checkpoints are kept elsewhere: at the start, at the end, and after an hour or a hundred
 * entries, whichever comes first. No answer waits for that, and none fails by it.
 */
export function anchoredLedger(store: LedgerStore, anchoring: Anchoring): LedgerStore {
  const kept = { size: 0, at: anchoring.now().toISOString() };
  // One after the other, so that an older checkpoint never comes after a newer one.
  let queue = Promise.resolve();
  const enqueue = (size: number, at: string, note: string) => {
    kept.size = size;
    kept.at = at;
    queue = queue.then(() => keepAll(anchoring, { at, vkey: store.vkey, note }));
  };
  const keepNewest = async () => {
    const note = await store.checkpoint();
    if (sizeIn(note) > kept.size) enqueue(sizeIn(note), anchoring.now().toISOString(), note);
  };

  const begin = async () => {
    kept.size = Math.max(kept.size, await start(store, anchoring));
    await keepNewest();
  };
  // Where the anchors cannot be reached, the ledger itself works on.
  const ready = begin().catch((cause: unknown) => anchoring.report(notAnchored(cause, anchoring)));

  return {
    ...store,
    append: async (entry) => {
      const receipt = await store.append(entry);
      const size = receipt.index + 1;
      const isDue = size - kept.size >= mostEntries || passed(kept.at, entry.at) >= longestMs;
      if (!receipt.repeated && isDue) enqueue(size, entry.at, receipt.checkpoint);
      return receipt;
    },
    close: async () => {
      await ready;
      await keepNewest().catch((cause: unknown) => anchoring.report(notAnchored(cause, anchoring)));
      await queue;
      await store.close();
    },
  };
}

/** Looks whether this is the log that was anchored; gives the largest size that is kept already. */
async function start(store: LedgerStore, { anchors, report }: Anchoring): Promise<number> {
  const sizes = await Promise.all(
    anchors.map(async (anchor) => {
      const { anchored, damaged } = await anchor.kept();
      if (damaged > 0) report(unreadable(anchor.place, damaged));
      // The largest says whether anything was put back; the rest is for `log verify`.
      const newest = anchored.toSorted((a, b) => sizeIn(a.note) - sizeIn(b.note)).slice(-1);
      const { size } = await store.head();
      const problem = contradicted(await probeAnchors(store, newest), {
        size,
        place: anchor.place,
      });
      if (problem) report(problem);
      // What the log has become is worth keeping too.
      if (problem) return 0;
      return Math.max(0, ...newest.map(({ note }) => sizeIn(note)));
    }),
  );
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}

async function keepAll(
  { anchors, report }: Anchoring,
  anchored: Parameters<Anchor['keep']>[0],
): Promise<void> {
  for (const anchor of anchors) {
    try {
      await anchor.keep(anchored);
    } catch (cause) {
      report(notKept(anchor.place, cause));
    }
  }
}

function notAnchored(cause: unknown, { anchors }: Anchoring): Problem {
  return notKept(anchors.map(({ place }) => place).join(', '), cause);
}

function passed(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
