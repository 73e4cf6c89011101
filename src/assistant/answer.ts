import {
  citedPassages,
  keepTrueCitations,
  pinnedPassages,
  withFewSources,
} from '#assistant/citations.ts';
import { consider } from '#assistant/consider.ts';
import type { Found, House } from '#assistant/house.ts';
import { plainText } from '#assistant/plain-text.ts';
import { onRecord } from '#assistant/on-record.ts';
import { entryFor, type Matter } from '#assistant/record.ts';
import type { Answered, Case } from '#domain/answer.ts';
import { marketsOf } from '#domain/assessment.ts';
import type { Receipt } from '#domain/entry.ts';
import { listsPersons } from '#domain/personal-list.ts';
import { Problem } from '#domain/problem.ts';
import { existsProvision, findProvisions, formatProvision } from '#domain/provision.ts';
import type { Reading } from '#domain/reading.ts';
import { referenceOf } from '#domain/reference.ts';
import { charactersMax, type Request } from '#domain/request.ts';

const passagesMax = 5;

/**
 * Answers one request: read, assess, find, write, keep true citations, append, reply.
 * Nothing is said that was not written to the ledger first: if that fails, this throws.
 */
export async function answer(request: Request, house: House): Promise<Answered> {
  const started = house.clock.elapsed();
  bound(request);

  const reading = await house.reader.read(request.text);
  const considered = consider(request, reading, house);
  const at = house.clock.now().toISOString();
  const answered = await compose({ request, reading, at }, considered, house);
  const receipt = await onRecord(entryFor({ request, reading, answered, at }, house), house);
  if (receipt.repeated) await insistOnRecord(receipt, answered.text, house);
  return { ...answered, ms: Math.round(house.clock.elapsed() - started) };
}

/** Finds, writes and keeps true citations: the answer as it is said, whoever asks for it again. */
export async function compose(
  { request, reading, at }: Omit<Matter, 'answered'>,
  considered: Case,
  house: House,
): Promise<Omit<Answered, 'ms'>> {
  const found = await find(request, reading, considered, house);
  // A question wants its rule first; what the findings cite follows.
  const passages = [...new Set([...found.passages, ...pinnedFor(considered, reading, house)])];
  const sections = await house.writer.write({
    ...considered,
    kind: request.kind,
    reading,
    passages,
    covered: found.covered,
    noSuchProvision: noSuchProvisions(request.text, considered),
  });

  const kept = withFewSources(keepTrueCitations(sections, passages));
  const cited = citedPassages(kept, passages);
  const reference = referenceOf(request.op, at);
  return {
    ...considered,
    op: request.op,
    reference,
    kind: request.kind,
    refused: request.kind === 'question' && reading.kind === 'out-of-scope',
    sections: kept,
    citations: cited,
    text: plainText(kept, cited, reference, considered.language),
  };
}

/** An operation that was answered before may be answered again only in the words on record. */
async function insistOnRecord(
  { reference }: Receipt,
  text: string,
  { ledger }: House,
): Promise<void> {
  const [stored] = await ledger.read({ reference, limit: 1 });
  const recorded = stored && (await ledger.open(stored.entry));
  if (recorded?.['message'] === text) return;
  throw new Problem(
    'log.unavailable',
    {
      de: `Unter ${reference} steht schon eine andere Antwort im Protokoll.`,
      en: `Another answer is on record under ${reference} already.`,
    },
    { remedy: { de: 'Fragen Sie noch einmal.', en: 'Ask once more.' } },
  );
}

/**
 * Too much text is refused whole: what is cut off might be the sentence that matters. A list of
 * persons is refused before anybody reads or keeps it.
 */
function bound({ kind, text }: Request): void {
  if (text.length <= charactersMax[kind]) {
    if (listsPersons(text)) throw listOfPersons();
    return;
  }
  throw new Problem(
    'input.invalid',
    {
      de: `Der Text hat ${text.length} Zeichen; erlaubt sind ${charactersMax[kind]}.`,
      en: `The text has ${text.length} characters; a ${kind} may have ${charactersMax[kind]}.`,
    },
    {
      remedy:
        kind === 'question'
          ? {
              de: 'Fragen Sie kürzer, oder lassen Sie den Text als Briefing prüfen.',
              en: 'Ask more briefly, or have the text checked as a brief.',
            }
          : { de: 'Kürzen oder teilen Sie das Briefing.', en: 'Shorten the brief, or split it.' },
    },
  );
}

function listOfPersons(): Problem {
  return new Problem(
    'input.persons',
    {
      de: 'Der Text enthält eine Liste mit Angaben zu Personen. Davon wurde nichts geprüft und nichts gespeichert.',
      en: 'The text holds a list with details of persons. Nothing of it was checked or kept.',
    },
    {
      remedy: {
        de: 'Beschreiben Sie die Liste in Worten: Wer steht darauf, woher stammt sie, wozu haben die Leute ja gesagt?',
        en: 'Describe the list in words: who is on it, where does it come from, and what did the people agree to?',
      },
    },
  );
}

/** Findings already know their passages; search serves open questions. */
async function find(
  request: Request,
  reading: Reading,
  considered: Case,
  house: House,
): Promise<Found> {
  if (
    request.kind === 'brief' ||
    reading.kind === 'out-of-scope' ||
    reading.kind === 'small-talk'
  ) {
    return { passages: [], covered: true };
  }
  return house.library.find(request.text, {
    language: considered.language,
    markets: marketsOf(house.knowledge, considered.facts),
    most: passagesMax,
  });
}

/** For a question without a verdict the search decides what is cited. */
function pinnedFor(considered: Case, reading: Reading, house: House) {
  return considered.verdict === null || reading.kind === 'out-of-scope'
    ? []
    : pinnedPassages(house.knowledge, considered);
}

function noSuchProvisions(text: string, { language }: Case): readonly string[] {
  return findProvisions(text.slice(0, charactersMax.question))
    .filter((provision) => existsProvision(provision) === false)
    .map((provision) => formatProvision(provision, language));
}
