/** Where bytes are kept for good under their SHA-256. */
export type Archive = {
  putBlob(kind: string, bytes: Uint8Array): Promise<string>;
  blob(sha256: string): Promise<{ readonly kind: string; readonly bytes: Uint8Array } | undefined>;
};

/** Keeps a knowledge base beside the decisions made with it, so that each can be reckoned anew. */
export async function keepKnowledge(
  version: string,
  bundle: () => Uint8Array,
  archive: Archive,
): Promise<void> {
  if (await archive.blob(version)) return;
  await archive.putBlob('knowledge', bundle());
}
