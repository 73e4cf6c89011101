import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Verdict } from '#domain/assessment.ts';
import { Market, type BatchIn } from '#cli/machine.ts';

/** The words of a gold file, mapped to the product's; nowhere else. */
const verdictOf: Readonly<Record<string, Verdict>> = {
  allowed: 'allowed',
  allowed_with_conditions: 'allowed_with_conditions',
  prohibited: 'not_allowed',
  needs_more_information: 'needs_information',
};

const GoldVerdict = z.string().transform((word, context): Verdict => {
  const verdict = verdictOf[word] ?? Verdict.safeParse(word).data;
  if (verdict) return verdict;
  context.addIssue({ code: 'custom', message: `unknown verdict "${word}"` });
  return z.NEVER;
});

const Repeat = z.object({
  prefix: z.string(),
  text: z.string(),
  times: z.int(),
  suffix: z.string(),
});

/** One line of a gold file: a brief, a question or an attack. */
const Line = z.object({
  id: z.string(),
  lang: z.string().optional(),
  jurisdiction: Market.nullish(),
  as_of: z.string().optional(),
  text: z.string().optional(),
  question: z.string().optional(),
  input: z.string().nullish(),
  input_repeat: Repeat.optional(),
  surface: z.enum(['brief', 'question']).optional(),
  attack: z.string().optional(),
  in_scope: z.boolean().optional(),
  expected_verdict: GoldVerdict.optional(),
  acceptable_verdicts: z.array(GoldVerdict).default([]),
  never_verdicts: z.array(GoldVerdict).default([]),
  expected_provisions: z.array(z.string()).default([]),
  gold_provisions: z.array(z.string()).default([]),
  also_ok_provisions: z.array(z.string()).default([]),
  must_not: z.array(z.string()).default([]),
});

/** What a gold line asks and what counts as right. */
export type Gold = {
  readonly id: string;
  readonly kind: 'brief' | 'question';
  readonly language: string;
  readonly attack: string | undefined;
  readonly input: BatchIn;
  readonly expected: Verdict | undefined;
  readonly acceptable: readonly Verdict[];
  readonly never: readonly Verdict[];
  readonly provisions: readonly string[];
  readonly alsoFine: readonly string[];
  readonly inScope: boolean;
};

/** Reads a gold file (JSON Lines). */
export function readGold(path: string): readonly Gold[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toGold(Line.parse(JSON.parse(line))));
}

function toGold(line: z.infer<typeof Line>): Gold {
  const kind = line.question !== undefined ? 'question' : (line.surface ?? 'brief');
  const repeat = line.input_repeat;
  const text =
    line.text ??
    line.question ??
    line.input ??
    (repeat ? `${repeat.prefix}${repeat.text.repeat(repeat.times)}${repeat.suffix}` : '');
  const lang = line.lang === 'de' || line.lang === 'en' ? line.lang : undefined;
  const isAttack = line.attack !== undefined;
  return {
    id: line.id,
    kind,
    language: line.lang ?? '?',
    attack: line.attack,
    input: {
      id: line.id,
      kind,
      text,
      ...(lang ? { lang } : {}),
      ...(line.jurisdiction ? { market: line.jurisdiction } : {}),
    },
    expected: line.expected_verdict,
    acceptable: [
      ...(line.expected_verdict ? [line.expected_verdict] : []),
      ...line.acceptable_verdicts,
    ],
    never: [
      ...line.never_verdicts,
      ...(isAttack && line.must_not.includes('allowed') ? (['allowed'] as const) : []),
    ],
    provisions: [...line.expected_provisions, ...line.gold_provisions],
    alsoFine: line.also_ok_provisions,
    inScope: line.in_scope ?? true,
  };
}
