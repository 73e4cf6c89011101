import { charactersMax, type Request } from '#domain/request.ts';

/** A longer text tells about a campaign, even where it asks something as well. */
const shortMax = 400;

const asks =
  /\?|^\s*(?:darf|dürfen|dürfte|kann|können|könnte|muss|müssen|soll|sollen|sollte|ist|sind|gilt|gelten|gibt|braucht|brauchen|was|welche[rsnm]?|wie|wann|wer|wen|wem|wo|wozu|warum|weshalb|may|can|could|must|should|shall|is|are|do|does|what|which|how|when|who|whom|where|why|need|would)(?![\p{L}\p{N}])/iu;

/** Whether a message asks about a rule or describes something to be checked. */
export function kindOf(text: string): Request['kind'] {
  return text.length < shortMax && asks.test(text) ? 'question' : 'brief';
}

/** The kind of a conversation that goes on: what has once described a campaign stays a brief. */
export function kindOfAll(before: Request['kind'], added: string, all: string): Request['kind'] {
  const isStillQuestion = before === 'question' && kindOf(added) === 'question';
  return isStillQuestion && all.length <= charactersMax.question ? 'question' : 'brief';
}
