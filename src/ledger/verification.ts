/** What a verifier knows from elsewhere. Without it, a log that was replaced whole looks whole. */
export type Trusted = {
  readonly vkey?: string | undefined;
  readonly checkpoints?: readonly string[] | undefined;
};

/** One thing that is not as it was written; with the entry, where it belongs to one. */
export type Fault = {
  readonly index?: number | undefined;
  readonly ref?: string | undefined;
  readonly what: string;
};

/** What verification found; the first problem is the earliest entry that is not as it was signed. */
export type Verification = {
  readonly ok: boolean;
  readonly size: number;
  /** In hex. */
  readonly root: string;
  /** Up to this size the entries are those that were signed, here and in what is known from elsewhere. */
  readonly wholeUpTo?: number | undefined;
  /** The key that the checkpoints were checked with. */
  readonly vkey: string;
  readonly problems: readonly Fault[];
};

/** Takes note of a fault. */
export type Report = (fault: Fault) => void;
