import { answer } from '#assistant/answer.ts';
import type { House } from '#assistant/house.ts';
import type { Call, Command } from '#cli/command.ts';
import { converse } from '#cli/conversation.ts';
import { statusOfVerdict } from '#cli/exit-status.ts';
import { Market, toRecord } from '#cli/machine.ts';
import { styledText } from '#cli/styled-text.ts';
import { readTextFile } from '#cli/text-file.ts';
import type { Answered } from '#domain/answer.ts';
import { Problem } from '#domain/problem.ts';
import type { Request } from '#domain/request.ts';
import { buildHouse } from '#house.ts';
import { z } from 'zod';

const options = {
  market: { type: 'string' },
  launch: { type: 'string' },
  profile: { type: 'string' },
  'trust-text': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `check FILE`: assesses a campaign brief. */
export const checkCommand: Command = {
  usage:
    'check FILE|- [--market DE] [--launch 2026-12-01] [--trust-text] [--profile FOLDER|none] [--json]',
  summary: { de: 'ein Kampagnen-Briefing prüfen', en: 'check a campaign brief' },
  help: {
    de: '--market      Markt: DE AT CH EU FR IT ES NL UK US US-CA (mehrere mit Komma)\n--launch      Starttermin; geprüft wird nach dem Stand dieses Tages\n--trust-text  der Text gilt als bestätigt: was er nicht nennt, ist nicht vorgesehen\n--profile     Ordner eines Firmenprofils, oder none\n--json        Ergebnis als JSON\nEndstatus: 0 erlaubt, 1 nicht erlaubt, 2 mit Auflagen, 3 Angaben fehlen',
    en: '--market      market: DE AT CH EU FR IT ES NL UK US US-CA (several with commas)\n--launch      launch date; the check runs as of that day\n--trust-text  the text counts as confirmed: what it does not mention is not planned\n--profile     folder of a company profile, or none\n--json        result as JSON\nExit status: 0 allowed, 1 not allowed, 2 with conditions, 3 information missing',
  },
  options,
  async run(call) {
    const [file, ...rest] = call.words;
    if (file === undefined || rest.length > 0) {
      throw new Problem(
        'usage',
        { de: 'Nennen Sie eine Datei, die geprüft werden soll.', en: 'Name one file to check.' },
        { remedy: 'leitplanke check brief.txt' },
      );
    }
    return judge(call, 'brief', await readBrief(call, file), call.flags['trust-text'] === true);
  },
};

/** `ask "..."`: answers a question. */
export const askCommand: Command = {
  usage: 'ask "QUESTION" [--market DE] [--profile FOLDER|none] [--json]',
  summary: { de: 'eine Frage stellen', en: 'ask a question' },
  help: {
    de: 'leitplanke ask "Dürfen wir Bestandskunden per E-Mail anschreiben?"',
    en: 'leitplanke ask "May we e-mail existing customers?"',
  },
  options,
  async run(call) {
    const text = call.words.join(' ').trim();
    if (text === '') {
      throw new Problem(
        'usage',
        { de: 'Die Frage fehlt.', en: 'The question is missing.' },
        { remedy: { de: 'leitplanke ask "Dürfen wir …?"', en: 'leitplanke ask "May we …?"' } },
      );
    }
    return judge(call, 'question', text, false);
  },
};

async function judge(
  call: Call,
  kind: Request['kind'],
  text: string,
  trustText: boolean,
): Promise<number> {
  const { flags, terminal } = call;
  const house = await buildHouse(call.config, {
    profile: stringFlag(flags['profile']),
    progress: terminal.err,
  });
  try {
    const request: Request = {
      op: house.newOperation(),
      kind,
      text,
      trustText,
      ...conditionsOf(call),
      asker: 'terminal',
      place: 'terminal',
      said: {},
      declined: [],
    };
    const first = await answer(request, house);
    show(call, first, house);
    if (kind === 'question' || flags['json'] === true || !terminal.isInteractive) {
      return statusOfVerdict(first.verdict);
    }
    const last = await converse(request, first, house, call, (answered) =>
      show(call, answered, house),
    );
    return statusOfVerdict(last.verdict);
  } finally {
    await house.ledger.close();
  }
}

function show({ flags, terminal }: Call, answered: Answered, house: House): void {
  if (flags['json'] === true) {
    const ask = (fact: string) => house.knowledge.facts.get(fact)?.ask[answered.language] ?? fact;
    terminal.out(JSON.stringify(toRecord(answered.reference, answered, ask)));
  } else {
    terminal.out(styledText(answered, terminal.hasColor));
  }
}

/** Market, launch date and language as the flags say. */
function conditionsOf({ flags }: Call): Partial<Request> {
  const markets = stringFlag(flags['market'])
    ?.split(',')
    .map((one) => one.trim());
  const wrong = markets?.find((market) => !Market.safeParse(market).success);
  if (wrong !== undefined) {
    throw new Problem(
      'usage',
      { de: `„${wrong}“ ist kein Markt.`, en: `"${wrong}" is not a market.` },
      {
        remedy: {
          de: `Wählen Sie aus: ${Market.options.join(' ')} (mehrere mit Komma).`,
          en: `Choose from: ${Market.options.join(' ')} (several with commas).`,
        },
      },
    );
  }
  const launch = stringFlag(flags['launch']);
  if (launch !== undefined && !z.iso.date().safeParse(launch).success) {
    throw new Problem(
      'usage',
      { de: `„${launch}“ ist kein Tag.`, en: `"${launch}" is not a day.` },
      { remedy: { de: 'Schreiben Sie ihn so: 2026-12-01.', en: 'Write it as 2026-12-01.' } },
    );
  }
  const language = flags['lang'] === 'de' || flags['lang'] === 'en' ? flags['lang'] : undefined;
  return {
    ...(markets ? { markets } : {}),
    ...(launch ? { launch } : {}),
    ...(language ? { language } : {}),
  };
}

async function readBrief({ terminal }: Call, file: string): Promise<string> {
  const text = file === '-' ? await terminal.readIn() : readTextFile(file);
  if (text.trim() !== '') return text;
  throw new Problem(
    'input.invalid',
    { de: 'Das Briefing ist leer.', en: 'The brief is empty.' },
    {
      remedy: {
        de: 'Schreiben Sie, wer was über welchen Kanal bekommen soll und woher die Adressen kommen.',
        en: 'Say who is to get what, through which channel, and where the addresses come from.',
      },
    },
  );
}

function stringFlag(flag: string | boolean | undefined): string | undefined {
  return typeof flag === 'string' ? flag : undefined;
}
