/** The beginning of a pseudonym: enough to tell entries of one quarter apart. */
export function personOf(pseudonym: string): string {
  return pseudonym.slice(0, 4);
}

/** The beginning of a hash, as versions are compared by eye. */
export function versionOf(hash: string | null | undefined): string | undefined {
  return hash?.slice(0, 12);
}
