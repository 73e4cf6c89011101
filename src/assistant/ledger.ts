import type { Entry, EntryFilter, NewEntry, Receipt, StoredEntry } from '#domain/entry.ts';

/**
 * The decision log. Nothing is said to anybody that was not appended first.
 * An adapter seals `private` texts, replaces the actor by a pseudonym and keeps the tree.
 */
export interface Ledger {
  /** Durable when it resolves. The same `op` twice gives the first receipt, marked, and writes nothing. */
  append(entry: NewEntry): Promise<Receipt>;
  /** Newest first. */
  read(filter: EntryFilter): Promise<readonly StoredEntry[]>;
  /** The sealed texts of one entry, opened; absent texts were erased. */
  open(entry: Entry): Promise<Readonly<Record<string, string>>>;
  /** Size and root hash (hex) of the tree. */
  head(): Promise<{ readonly size: number; readonly root: string }>;
  close(): Promise<void>;
}

/**
 * A place away from the log that keeps its signed checkpoints: against them, a log that was put back
 * to an earlier day or written anew is found.
 */
export interface Anchor {
  /** Where it is, for people. */
  readonly place: string;
  /** Durable when it resolves. */
  keep(anchored: Anchored): Promise<void>;
  /** What was kept, oldest first; `damaged` counts what can no longer be read. */
  kept(): Promise<{ readonly anchored: readonly Anchored[]; readonly damaged: number }>;
}

/** A checkpoint that was taken away from the log. */
export type Anchored = {
  /** When it was taken. */
  readonly at: string;
  /** The key that checks it. */
  readonly vkey: string;
  /** The signed note. */
  readonly note: string;
};

/** The decision log as its keepers read it: what is in it, and that it is whole. */
export interface LogBook extends Pick<Ledger, 'read' | 'open' | 'head'> {
  /** How one entry is part of the tree: what a stranger needs to check it. */
  proofOf(index: number): Promise<Proof>;
  /** Recomputes everything from what is stored. */
  verify(): Promise<Examination>;
}

/** Leads from one entry to a signed root; hashes in hex. */
export type Proof = {
  readonly index: number;
  readonly size: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly root: string;
  /** The signed note over size and root. */
  readonly checkpoint: string;
  /** The key that checks the checkpoint. */
  readonly vkey: string;
};

/** What an examination of the whole log found; the first problem is the earliest. */
export type Examination = {
  readonly ok: boolean;
  readonly size: number;
  readonly root: string;
  readonly problems: readonly {
    readonly index?: number | undefined;
    readonly ref?: string | undefined;
    readonly what: string;
  }[];
};
