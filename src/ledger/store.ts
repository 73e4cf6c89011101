import type { Ledger } from '#assistant/ledger.ts';
import type { Problem } from '#domain/problem.ts';
import type { Forgotten, Held } from '#ledger/vault.ts';
import type { Trusted, Verification } from '#ledger/verification.ts';

/** A ledger with all that its keepers need: proofs, bundles, verification, erasure. */
export type LedgerStore = Ledger & {
  /** The key that checks the checkpoints: note it down in another place. */
  readonly vkey: string;
  /** The newest signed checkpoint. */
  checkpoint(): Promise<string>;
  /** The hashes that lead from one entry to the root of a size. */
  inclusionProof(index: number, size: number): Promise<readonly Uint8Array[]>;
  /** The hashes that show that one size is the beginning of another. */
  consistencyProof(from: number, to: number): Promise<readonly Uint8Array[]>;
  /** Keeps bytes under their SHA-256, which it returns; the same bytes are kept once. */
  putBlob(kind: string, bytes: Uint8Array): Promise<string>;
  /** The bytes under a SHA-256. */
  blob(sha256: string): Promise<{ kind: string; bytes: Uint8Array } | undefined>;
  /** Recomputes everything from the file. */
  verify(trusted?: Trusted): Promise<Verification>;
  /** What leads from a person to entries and texts: their pseudonyms, and how many keys. */
  heldOf(person: string): Promise<Held>;
  /** Deletes who a person was and the keys of their texts; entries and proofs stay. */
  forget(person: string): Promise<Forgotten>;
  /** Resolves when the storage failed so that only a new process can tell what is on record. */
  readonly failed?: Promise<Problem>;
};
