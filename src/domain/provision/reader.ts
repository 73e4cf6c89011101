import { readDocument } from '#domain/provision/documents.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import { readNameFirst } from '#domain/provision/name-first.ts';
import { match, pattern } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import { readPlaceFirst } from '#domain/provision/place-first.ts';
import type { Provision } from '#domain/provision/place.ts';

/** Reads the references that begin here; none, but an end, where a place belongs to no known law. */
export function readReferences(text: string, at: number): Read<readonly Provision[]> | undefined {
  return readFileNumber(text, at) ?? readNameFirst(text, at) ?? readPlaceFirst(text, at);
}

const selfEvident = instrumentIds.filter((id) => instruments[id].bare === true);

const anyFileNumber = pattern(
  selfEvident.flatMap((id) => instruments[id].number?.source ?? []).join('|'),
);

function readFileNumber(text: string, at: number): Read<readonly Provision[]> | undefined {
  if (match(anyFileNumber, text, at) === undefined) return undefined;
  for (const id of selfEvident) {
    const read = readDocument(text, at, id);
    if (read !== undefined) return { value: [read.value], end: read.end };
  }
  return undefined;
}
