import { share } from './statistics.ts';

/** One fact of one brief: what the label says and what was read. */
export type Compared = {
  readonly brief: string;
  readonly fact: string;
  readonly isList: boolean;
  /** Of a single answer, any of these is right; null if the brief leaves it open, nothing if nobody judged it. */
  readonly wanted: readonly string[] | null | undefined;
  readonly tolerated: readonly string[];
  readonly read: readonly string[];
  /** Parts of a list that the reader leaves unclear. */
  readonly open: readonly string[];
  readonly quote: string | undefined;
  readonly isQuoted: boolean;
  /** Whether an option helps the campaign. */
  readonly isKind: (option: string) => boolean;
};

/** Precision, recall, abstention and evidence, for all facts together and for each. */
export function factsReport(
  compared: readonly Compared[],
  briefs: number,
  withDetails: boolean,
): string {
  const rows = compared.map(judged);
  const byFact = [...Map.groupBy(rows, ({ fact }) => fact)];
  return [
    ...totals(rows, briefs),
    '',
    'fact                              labels  right  wrong  open missed  extra',
    ...byFact
      .toSorted(([, one], [, other]) => sum(other, 'labels') - sum(one, 'labels'))
      .filter(([, own]) => sum(own, 'labels') > 0)
      .map(([fact, own]) => `${fact.padEnd(33)} ${columns.map((key) => cell(own, key)).join(' ')}`),
    ...(withDetails ? ['', ...rows.flatMap(told)] : []),
  ].join('\n');
}

type Row = Compared & {
  readonly labels: number;
  readonly right: number;
  readonly wrong: number;
  /** Wanted parts of a list that are at least left unclear. */
  readonly opened: number;
  readonly missed: number;
  /** Parts of a list, or facts, that are read though the brief does not say so. */
  readonly extra: number;
  /** Parts of a list that are left unclear though the brief does not mean them. */
  readonly needless: number;
  readonly isOpposite: boolean;
};

const columns = ['labels', 'right', 'wrong', 'opened', 'missed', 'extra'] as const;

function judged(one: Compared): Row {
  return { ...one, ...(one.isList ? judgedList(one) : judgedAnswer(one)) };
}

type Judgement = Omit<Row, keyof Compared>;

const nothing: Judgement = {
  labels: 0,
  right: 0,
  wrong: 0,
  opened: 0,
  missed: 0,
  extra: 0,
  needless: 0,
  isOpposite: false,
};

function judgedAnswer({ wanted, read, isKind }: Compared): Judgement {
  const [answer] = read;
  if (wanted === undefined || wanted?.length === 0) return nothing;
  if (wanted === null) return { ...nothing, extra: 1 };
  if (answer === undefined) return { ...nothing, labels: 1, missed: 1 };
  if (wanted.includes(answer)) return { ...nothing, labels: 1, right: 1 };
  const isOpposite = isKind(answer) && !wanted.some(isKind);
  return { ...nothing, labels: 1, wrong: 1, isOpposite };
}

function judgedList({ wanted, tolerated, read, open }: Compared): Judgement {
  if (!wanted) return nothing;
  const right = wanted.filter((option) => read.includes(option));
  const opened = wanted.filter((option) => !read.includes(option) && open.includes(option));
  const fine = (option: string) => wanted.includes(option) || tolerated.includes(option);
  return {
    ...nothing,
    labels: wanted.length,
    right: right.length,
    opened: opened.length,
    missed: wanted.length - right.length - opened.length,
    extra: read.filter((option) => !fine(option)).length,
    needless: open.filter((option) => !fine(option)).length,
  };
}

function totals(rows: readonly Row[], briefs: number): readonly string[] {
  const answers = rows.filter(({ isList }) => !isList);
  const lists = rows.filter(({ isList }) => isList);
  const claimed = sum(answers, 'right') + sum(answers, 'wrong');
  const kind = answers.filter(({ labels, read, isKind }) => labels > 0 && read.some(isKind));
  const listed = sum(lists, 'right') + sum(lists, 'extra');
  const heard = sum(lists, 'right') + sum(lists, 'opened');
  const unjudged = answers.filter(({ wanted, read }) => wanted === undefined && read.length > 0);
  return [
    `answers: precision      ${share(sum(answers, 'right'), claimed)}`,
    `answers: recall         ${share(sum(answers, 'right'), sum(answers, 'labels'))}`,
    `answers: wrong          ${share(sum(answers, 'wrong'), sum(answers, 'labels'))}`,
    `answers: left open      ${share(sum(answers, 'missed'), sum(answers, 'labels'))}`,
    `kind but untrue         ${share(kind.filter(({ isOpposite }) => isOpposite).length, kind.length)}`,
    `lists: precision        ${share(sum(lists, 'right'), listed)}`,
    `lists: read             ${share(sum(lists, 'right'), sum(lists, 'labels'))}`,
    `lists: read or asked    ${share(heard, sum(lists, 'labels'))}`,
    `lists: overlooked       ${share(sum(lists, 'missed'), sum(lists, 'labels'))}`,
    `asked needlessly        ${(sum(lists, 'needless') / Math.max(briefs, 1)).toFixed(2)} parts of lists per brief`,
    `read without a label    ${(unjudged.length / Math.max(briefs, 1)).toFixed(2)} answers per brief`,
    `words quoted            ${share(rows.filter(({ isQuoted }) => isQuoted).length, rows.length)}`,
  ];
}

function told(row: Row): readonly string[] {
  const { brief, fact, wanted, read, open, quote, wrong, missed, opened, extra, needless } = row;
  const isStray = wanted === undefined && !row.isList && read.length > 0;
  if (wrong + missed + opened + extra + needless === 0 && !isStray) return [];
  const label = wanted === undefined ? '?' : wanted === null ? 'nothing' : wanted.join(',');
  const left = open.length > 0 ? ` open ${open.join(',')}` : '';
  const mark = wrong + missed + extra > 0 ? '!!' : '  ';
  return [`${mark} ${brief} ${fact}: ${label} <- ${read.join(',') || '-'}${left} "${quote ?? ''}"`];
}

function sum(rows: readonly Row[], key: (typeof columns)[number] | 'needless'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function cell(rows: readonly Row[], key: (typeof columns)[number]): string {
  return String(sum(rows, key)).padStart(6);
}
