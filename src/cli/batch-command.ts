import { appendFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { answer } from '#assistant/answer.ts';
import type { House } from '#assistant/house.ts';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { BatchIn, toRecord, type BatchError, type BatchOut } from '#cli/machine.ts';
import { readTextFile } from '#cli/text-file.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { buildHouse } from '#house.ts';
import { unloggedLedger } from '#ledger/unlogged.ts';

/** `batch`: many briefs and questions, one JSON object a line, each with the author's text trusted. */
export const batchCommand: Command = {
  usage: 'batch --in FILE|- --out FILE|- [--profile FOLDER|none] [--log]',
  summary: { de: 'viele Texte prüfen (JSON Lines)', en: 'check many texts (JSON Lines)' },
  help: {
    de: 'Eingabe je Zeile: {"id","kind":"brief"|"question","text","lang"?,"market"?,"launch"?}\nDer Text gilt als bestätigt (wie --trust-text). Ohne --log kommt nichts ins Protokoll.\nEine kaputte Zeile gibt ein Fehlerobjekt, der Lauf geht weiter; Endstatus dann 65.',
    en: 'Input, one a line: {"id","kind":"brief"|"question","text","lang"?,"market"?,"launch"?}\nThe text counts as confirmed (as with --trust-text). Without --log nothing is logged.\nA broken line gives an error object and the run goes on; the exit status is then 65.',
  },
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
    log: { type: 'boolean' },
  },
  async run(call) {
    const { flags, terminal, config } = call;
    const input = required(flags['in'], '--in');
    const output = required(flags['out'], '--out');
    const lines = (input === '-' ? await terminal.readIn() : readTextFile(input)).split(/\r?\n/);
    const house = await buildHouse(config, {
      profile: typeof flags['profile'] === 'string' ? flags['profile'] : undefined,
      progress: terminal.err,
      ...(flags['log'] === true ? {} : { ledger: unloggedLedger() }),
    });
    try {
      // Only now: a run that cannot begin leaves the results of the last one alone.
      return await runLines(lines, house, writer(output, call), terminal.err);
    } finally {
      await house.ledger.close();
    }
  },
};

async function runLines(
  lines: readonly string[],
  house: House,
  put: (record: BatchOut | BatchError) => void,
  progress: (message: string) => void,
): Promise<number> {
  let broken = 0;
  let done = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const record = await runLine(line, index + 1, house);
    if ('error' in record) broken += 1;
    put(record);
    done += 1;
    if (done % 100 === 0) progress(`${done} lines`);
  }
  progress(`${done} lines, ${broken} broken`);
  return broken > 0 ? exitStatus.inputInvalid : exitStatus.done;
}

async function runLine(line: string, number: number, house: House): Promise<BatchOut | BatchError> {
  const read = parseLine(line);
  if (!read.ok) return { id: read.id, line: number, error: read.error };
  const { id, kind, text, lang, market, launch } = read.value;
  try {
    const answered = await answer(
      {
        op: house.newOperation(),
        kind,
        text,
        ...(lang ? { language: lang } : {}),
        ...(market ? { markets: [market] } : {}),
        ...(launch ? { launch } : {}),
        trustText: kind === 'brief',
        asker: 'batch',
        place: 'batch',
        said: {},
        declined: [],
      },
      house,
    );
    const ask = (fact: string) => askIn(fact, answered.language, house);
    return toRecord(id, answered, ask);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'input.invalid') throw error;
    const { code, message, remedy } = error;
    return { id, line: number, error: { code, message, remedy } };
  }
}

type Line =
  | { readonly ok: true; readonly value: BatchIn }
  | { readonly ok: false; readonly id: string | null; readonly error: BatchError['error'] };

function parseLine(line: string): Line {
  const remedy = 'See "leitplanke batch --help" for the form of a line.';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const message = `Not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, id: null, error: { code: 'input.invalid', message, remedy } };
  }
  const read = BatchIn.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const id = z.object({ id: z.string() }).safeParse(value);
  const message = read.error.issues
    .map((one) => `${one.path.join('.') || 'line'}: ${one.message}`)
    .join('; ');
  return {
    ok: false,
    id: id.success ? id.data.id : null,
    error: { code: 'input.invalid', message, remedy },
  };
}

function askIn(fact: string, language: Language, { knowledge }: House): string {
  return knowledge.facts.get(fact)?.ask[language] ?? fact;
}

function writer(out: string, { terminal }: Call): (record: BatchOut | BatchError) => void {
  if (out === '-') return (record) => terminal.out(JSON.stringify(record));
  try {
    writeFileSync(out, '');
  } catch (cause) {
    throw new Problem(
      'input.missing',
      { de: `${out} lässt sich nicht schreiben.`, en: `${out} cannot be written.` },
      {
        remedy: {
          de: 'Nennen Sie eine Datei in einem Ordner, den es gibt und der beschreibbar ist.',
          en: 'Name a file in a folder that exists and is writable.',
        },
        cause,
      },
    );
  }
  return (record) => appendFileSync(out, `${JSON.stringify(record)}\n`);
}

function required(flag: string | boolean | undefined, name: string): string {
  if (typeof flag === 'string' && flag !== '') return flag;
  throw new Problem(
    'usage',
    { de: `${name} fehlt.`, en: `${name} is missing.` },
    {
      remedy: {
        de: 'leitplanke batch --in briefs.jsonl --out results.jsonl (oder - für Standardein- und -ausgabe)',
        en: 'leitplanke batch --in briefs.jsonl --out results.jsonl (or - for standard input and output)',
      },
    },
  );
}
