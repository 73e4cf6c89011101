import { z } from 'zod';
import { Language } from '#domain/language.ts';
import { Operation, Reference } from '#domain/reference.ts';

// The form of an entry is fixed for years, so its closed lists stand here in full.
// A new field or a new word in a list is a new `v`; docs/log-format.md describes `v` 1.

/** An id out of a closed list: it cannot hold a sentence, so no free text stands in clear. */
export const Name = z.string().regex(/^[A-Za-z0-9][\w./#:@+-]{0,119}$/);

/** A SHA-256 in lower-case hex. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A moment in UTC, to the millisecond. */
export const Instant = z.iso.datetime({ precision: 3 });

/** What a fact can be: an option, several options, a date, or a whole number. */
export const FactValue = z.union([Name, z.array(Name).readonly(), z.int()]);
export type FactValue = z.infer<typeof FactValue>;

const Count = z.int().nonnegative();
const Verdict = z.enum(['allowed', 'allowed_with_conditions', 'needs_information', 'not_allowed']);
const Change = z.strictObject({ fact: Name, value: FactValue }).readonly();
const Citation = z
  .strictObject({ provision: z.string().min(1).max(120), passage: Name })
  .readonly();

const LoggedFact = z
  .strictObject({
    fact: Name,
    value: FactValue,
    complete: z.boolean().optional(),
    /** Options that the text may mean. */
    unclear: z.array(Name).readonly().optional(),
    origin: z.enum(['person', 'profile', 'request', 'text', 'model', 'derived']),
    confirmed: z.boolean(),
    span: z.tuple([Count, Count]).readonly().optional(),
  })
  .readonly();

const LoggedFinding = z
  .strictObject({
    control: Name,
    severity: z.enum(['blocker', 'condition', 'advice', 'review']),
    outcome: z.enum(['not-applicable', 'met', 'breached', 'open']),
    markets: z.array(Name).readonly(),
    missing: z.array(Name).readonly().optional(),
  })
  .readonly();

const Way = z.strictObject({ changes: z.array(Change).readonly(), verdict: Verdict }).readonly();

/** What every reply has: its sources, its notices, its language. */
const reply = {
  citations: z.array(Citation).readonly(),
  notices: z.array(Name).readonly(),
  language: Language,
  /** The operation that this one continues in the same thread. */
  follows: Operation.optional(),
  /** Passages found by search, best first. */
  found: z.array(Name).readonly().optional(),
  /** Milliseconds per step. */
  ms: z.record(Name, Count).readonly().optional(),
};

/** The judgement of a campaign: from a brief, or from a question that describes one. */
export const Decision = z
  .strictObject({
    verdict: Verdict.nullable(),
    verdicts: z.record(Name, Verdict).readonly(),
    asOf: z.iso.date(),
    asked: z.enum(['brief', 'question']).optional(),
    route: Name.nullable(),
    facts: z.array(LoggedFact).readonly(),
    unknown: z.array(Name).readonly(),
    findings: z.array(LoggedFinding).readonly(),
    questions: z.array(Name).readonly(),
    wayToYes: z.array(Way).readonly(),
    ...reply,
  })
  .readonly();
export type Decision = z.infer<typeof Decision>;

/** The answer to a question about a rule. */
export const Answer = z.strictObject({ refused: z.boolean(), ...reply }).readonly();
export type Answer = z.infer<typeof Answer>;

const Review = z
  .strictObject({
    case: Name,
    decision: Operation,
    action: z.enum(['requested', 'taken', 'released', 'refused', 'returned', 'withdrawn']),
  })
  .readonly();

const Override = z
  .strictObject({ decision: Operation, action: z.enum(['corrected', 'went-ahead', 'stopped']) })
  .readonly();

const Reveal = z.strictObject({ pseudonym: Operation }).readonly();
const Export = z.strictObject({ format: Name, first: Count, last: Count }).readonly();
const Erasure = z.strictObject({ pseudonyms: Count, keys: Count }).readonly();

const Retention = z
  .strictObject({
    what: z.enum(['texts', 'bodies']),
    before: z.iso.date(),
    ranges: z.array(z.tuple([Count, Count]).readonly()).readonly(),
  })
  .readonly();

const Config = z
  .strictObject({
    what: z.enum(['knowledge', 'profile', 'policy', 'prompts', 'roles', 'settings', 'code']),
    from: Hash.nullable(),
    to: Hash.nullable(),
  })
  .readonly();

const Key = z
  .strictObject({
    use: z.enum(['signing', 'sealing']),
    event: z.enum(['created', 'rotated', 'retired']),
    key: Name,
  })
  .readonly();

const Clock = z.strictObject({ before: Instant, after: Instant }).readonly();
const Failure = z.strictObject({ code: Name }).readonly();

/** The model that helped to read or write, as far as it is not personal. */
const Model = z
  .strictObject({
    name: Name,
    calls: Count,
    retries: Count,
    tokensIn: Count,
    tokensOut: Count,
    finish: Name,
  })
  .readonly();

const Engine = z
  .strictObject({
    code: Name,
    node: Name,
    knowledge: Hash,
    profile: Hash.nullable(),
    reader: Name,
    prompts: Hash.optional(),
    index: Hash.optional(),
    model: Model.optional(),
  })
  .readonly();
export type Engine = z.infer<typeof Engine>;

const common = {
  op: Operation,
  at: Instant,
  workspace: z.string().min(1).max(200),
  place: z.enum(['dm', 'private', 'public', 'web', 'terminal', 'batch']),
  engine: Engine,
};

const Person = z.string().min(1).max(200);

/** What a use case hands over: with persons by name and with its texts in clear, for the adapter to hide. */
export const NewEntry = oneOfEachKind({
  ...common,
  actor: Person,
  /** The second pair of eyes, where two persons must act. */
  second: Person.optional(),
  /** Free text by name. `message` is what the person reads, without the proof footer. */
  private: z.record(Name, z.string()).readonly(),
});
export type NewEntry = z.infer<typeof NewEntry>;

/** The texts of one entry under the key of one person and one day. */
const Sealed = z.strictObject({ key: Operation, box: z.base64url() }).readonly();

/** One record of the ledger, as it is hashed and kept. */
export const Entry = oneOfEachKind({
  v: z.literal(1),
  ...common,
  ref: Reference,
  pseudonym: Operation,
  second: Operation.optional(),
  sealed: Sealed.optional(),
  /** SHA-256 of a sealed salt and the message: it says nothing once the key is gone. */
  messageHash: Hash.optional(),
});
export type Entry = z.infer<typeof Entry>;
export type EntryKind = Entry['kind'];

/** An entry with its place in the tree and the exact text that was hashed. */
export type StoredEntry = {
  readonly index: number;
  readonly entry: Entry;
  readonly line: string;
};

/** The proof that an entry is kept: its index, and the signed checkpoint that covers it. */
export type Receipt = {
  readonly index: number;
  readonly reference: Reference;
  readonly checkpoint: string;
  /** The operation was on record before: what it said then holds, not what was handed in now. */
  readonly repeated: boolean;
};

/** Which entries to read; everything given must hold. */
export type EntryFilter = {
  readonly reference?: string | undefined;
  readonly op?: string | undefined;
  readonly kind?: EntryKind | undefined;
  readonly verdict?: z.infer<typeof Verdict> | undefined;
  readonly pseudonym?: string | undefined;
  /** From this instant on. */
  readonly from?: string | undefined;
  /** Before this instant. */
  readonly until?: string | undefined;
  /** Whose reference, written without dashes, contains these signs. */
  readonly referencePart?: string | undefined;
  /** Decisions with a verdict for this market. */
  readonly market?: string | undefined;
  /** Decisions that are released this way. */
  readonly route?: string | undefined;
  /** Decisions with a point that a person has to judge. */
  readonly forReview?: true | undefined;
  /** That name this operation: they continue, judge or override it. */
  readonly about?: string | undefined;
  /** With a smaller index than this one: for turning pages. */
  readonly before?: number | undefined;
  /** With a greater index than this one. */
  readonly after?: number | undefined;
  /** Instead of the newest first. */
  readonly oldestFirst?: true | undefined;
  /** At most so many; 100 unless told. */
  readonly limit?: number | undefined;
};

function oneOfEachKind<F extends z.core.$ZodLooseShape>(fields: F) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...fields, kind: z.literal('decision'), body: Decision }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('answer'), body: Answer }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('review'), body: Review }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('override'), body: Override }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('reveal'), body: Reveal }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('export'), body: Export }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('erasure'), body: Erasure }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('retention'), body: Retention }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('config'), body: Config }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('key'), body: Key }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('clock'), body: Clock }).readonly(),
    z.strictObject({ ...fields, kind: z.literal('error'), body: Failure }).readonly(),
  ]);
}
