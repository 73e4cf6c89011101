import { hash } from 'node:crypto';
import type { Random } from '#ledger/cipher.ts';

/** A new name for the log of a workspace: unique, and silent about whose it is. */
export function newOrigin(workspace: string, random: Random): string {
  return `leitplanke/${Buffer.from(random(8)).toString('hex')}/${tagOf(workspace)}`;
}

/** True when the log of this name is the log of this workspace. */
export function isOriginOf(origin: string, workspace: string): boolean {
  return origin.endsWith(`/${tagOf(workspace)}`);
}

function tagOf(workspace: string): string {
  return hash('sha256', workspace).slice(0, 16);
}
