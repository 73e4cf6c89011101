import type { Reader } from '#assistant/house.ts';
import { charactersMax, type Request } from '#domain/request.ts';

/** A longer text tells about a campaign, even where it asks something as well. */
const shortMax = 400;

const asks =
  /\?|^\s*(?:darf|dürfen|dürfte|kann|können|könnte|muss|müssen|soll|sollen|sollte|ist|sind|gilt|gelten|gibt|braucht|brauchen|was|welche[rsnm]?|wie|wann|wer|wen|wem|wo|wozu|warum|weshalb|may|can|could|must|should|shall|is|are|do|does|what|which|how|when|who|whom|where|why|need|would)(?![\p{L}\p{N}])/iu;

/** What a message is by itself: a question, a brief, or only a greeting. */
export async function kindOf(
  text: string,
  reader: Reader,
): Promise<Request['kind'] | 'small-talk'> {
  if (text.length >= shortMax) return 'brief';
  const { kind } = await reader.read(text);
  if (kind === 'small-talk') return kind;
  return asks.test(text) || kind !== 'campaign' ? 'question' : 'brief';
}

/** The kind of a conversation that goes on: what has once described a campaign stays a brief. */
export function kindOfAll(
  before: Request['kind'],
  added: Request['kind'],
  text: string,
): Request['kind'] {
  const isStillQuestion = before === 'question' && added === 'question';
  return isStillQuestion && text.length <= charactersMax.question ? 'question' : 'brief';
}
