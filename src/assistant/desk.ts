import { z } from 'zod';
import { Verdict } from '#domain/assessment.ts';
import { FactValue, Instant } from '#domain/entry.ts';
import { Language } from '#domain/language.ts';
import { Operation, Reference } from '#domain/reference.ts';

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
    /** What the author calls the campaign. */
    title: z.string().max(150).optional(),
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
    /** The operation that answered last, its reference and its verdict. */
    decision: Operation.optional(),
    reference: Reference.optional(),
    verdict: Verdict.nullable().optional(),
    /** The message that shows the answer. */
    message: Id.optional(),
    /** What that message shows as understood and waits for one click, by fact. */
    shown: z.record(z.string(), FactValue).readonly().optional(),
    /** The place that it was asked for from, where the answer went elsewhere. */
    origin: Id.optional(),
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
    /** What the requester wants to know; may be empty. */
    reason: z.string(),
    /** The conversation that it comes from, and its language. */
    place: Id,
    thread: Id,
    language: Language,
    /** The messages that show it to those who may decide, and to whom each. */
    cards: z
      .array(z.strictObject({ channel: Id, message: Id, person: Id.optional() }).readonly())
      .readonly(),
    outcome: z.enum(['released', 'refused', 'returned']).optional(),
    /** What the person who judged has written to the requester. */
    reply: z.string().optional(),
    created: Instant,
    updated: Instant,
  })
  .readonly();
export type Case = z.infer<typeof Case>;

/** Whether an answer helped, said by one person. */
export const Feedback = z
  .strictObject({
    workspace: Id,
    decision: Operation,
    reference: Reference,
    person: Id,
    helpful: z.boolean(),
    reason: z.string().max(3_000).optional(),
    at: Instant,
  })
  .readonly();
export type Feedback = z.infer<typeof Feedback>;

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
  /** Everybody who has any, by person. */
  all(workspace: string): Promise<readonly PersonWithRoles[]>;
  /** Replaces the roles of a person; none takes them all. */
  assign(workspace: string, person: string, roles: readonly Role[]): Promise<void>;
}
export type PersonWithRoles = { readonly person: string; readonly roles: readonly Role[] };

/** What people say of answers. */
export interface Feedbacks {
  /** Keeps it; the last word of a person on a decision counts. */
  give(feedback: Feedback): Promise<void>;
  /** Newest first. */
  list(workspace: string): Promise<readonly Feedback[]>;
}

/** What the desk holds about one person. */
export type PersonOnDesk = {
  /** The conversations that they began. */
  readonly threads: readonly Thread[];
  /** What they stated in the conversations of others. */
  readonly statements: readonly (ThreadKey & Pick<Thread, 'given'>)[];
  /** The cases that they asked about, and those that they took or judged. */
  readonly cases: readonly Case[];
  readonly feedback: readonly Feedback[];
  readonly roles: readonly Role[];
  readonly met: boolean;
};

/** Everything that a desk holds about a person, to hand over or to delete. */
export interface People {
  held(workspace: string, person: string): Promise<PersonOnDesk>;
  /**
   * Deletes what a person wrote, and their id wherever it stands but in `roles`, which others decide;
   * when it resolves, nothing of it is left in the files of the desk either.
   */
  forget(workspace: string, person: string): Promise<void>;
}

/** What changes, and is not history: everything else is in the ledger. */
export interface Desk {
  readonly threads: Threads;
  readonly cases: Cases;
  readonly roles: Roles;
  readonly feedback: Feedbacks;
  readonly people: People;
  /** True the first time that a delivery is named, false for a week afterwards. */
  once(workspace: string, delivery: string): Promise<boolean>;
  /** True the first time ever that a person turns up here. */
  meet(workspace: string, person: string): Promise<boolean>;
  close(): Promise<void>;
}
