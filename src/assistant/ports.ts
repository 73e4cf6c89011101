import { z } from 'zod';
import { FactValue, Instant } from '#domain/entry.ts';
import type { Entry, EntryFilter, NewEntry, Receipt, StoredEntry } from '#domain/entry.ts';
import { Language } from '#domain/language.ts';
import { Operation, Reference } from '#domain/reference.ts';

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

/** How often a record was saved: 0 for a new one. Whoever saves names the number that he read. */
const Revision = z.int().nonnegative();
const Id = z.string().min(1).max(200);

/** What one conversation has come to so far. */
export const Thread = z
  .strictObject({
    workspace: Id,
    place: Id,
    thread: Id,
    revision: Revision,
    kind: z.enum(['brief', 'question']),
    author: Id,
    text: z.string(),
    /** What persons have stated, by fact. */
    given: z
      .record(z.string(), z.strictObject({ value: FactValue, by: Id, at: Instant }).readonly())
      .readonly(),
    /** Facts that were answered with "I don't know". */
    declined: z.array(z.string()).readonly(),
    markets: z.array(z.string()).readonly().optional(),
    launch: z.iso.date().optional(),
    language: Language,
    /** The operation that answered last. */
    decision: Operation.optional(),
    /** The message that shows the answer. */
    message: Id.optional(),
    updated: Instant,
  })
  .readonly();
export type Thread = z.infer<typeof Thread>;
export type ThreadKey = Pick<Thread, 'workspace' | 'place' | 'thread'>;

/** A decision that waits for a person, or that a person has judged. */
export const Case = z
  .strictObject({
    workspace: Id,
    id: Id,
    revision: Revision,
    decision: Operation,
    reference: Reference,
    state: z.enum(['open', 'taken', 'decided']),
    requester: Id,
    assignee: Id.optional(),
    reason: z.string(),
    created: Instant,
    updated: Instant,
  })
  .readonly();
export type Case = z.infer<typeof Case>;

/** What a person may do beside asking. */
export const Role = z.enum(['lead', 'deputy', 'manager', 'works-council']);
export type Role = z.infer<typeof Role>;

/** Not saved: somebody else was quicker, so read again. */
export type Saved = { readonly saved: true; readonly revision: number } | { readonly saved: false };

/** Conversations, by workspace, place and thread. */
export interface Threads {
  find(key: ThreadKey): Promise<Thread | undefined>;
  save(thread: Thread): Promise<Saved>;
}

/** Cases, by workspace and id. */
export interface Cases {
  find(workspace: string, id: string): Promise<Case | undefined>;
  /** Oldest first. */
  list(workspace: string, state?: Case['state']): Promise<readonly Case[]>;
  save(one: Case): Promise<Saved>;
}

/** Who may do what in a workspace. */
export interface Roles {
  of(workspace: string, person: string): Promise<readonly Role[]>;
  holders(workspace: string, role: Role): Promise<readonly string[]>;
  /** Replaces the roles of a person; none takes them all. */
  assign(workspace: string, person: string, roles: readonly Role[]): Promise<void>;
}

/** What changes, and is not history: everything else is in the ledger. */
export interface Desk {
  readonly threads: Threads;
  readonly cases: Cases;
  readonly roles: Roles;
  /** True the first time that a delivery is named, false for a week afterwards. */
  once(workspace: string, delivery: string): Promise<boolean>;
  close(): Promise<void>;
}
