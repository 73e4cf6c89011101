import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { check } from '#cli/knowledge-check.ts';
import { diff } from '#cli/knowledge-diff.ts';
import { Problem } from '#domain/problem.ts';
import { flipPage } from '#knowledge/flip-page.ts';
import { loadFlips } from '#knowledge/flips.ts';
import { handbookPage } from '#knowledge/handbook-page.ts';
import { handbook } from '#knowledge/handbook.ts';
import { loadKnowledge } from '#knowledge/load.ts';

/** `knowledge check`, `print` and `diff`: the rule base as a compliance lead sees it. */
export const knowledgeCommand: Command = {
  usage: 'knowledge check [--all]|print [flips] [--html]|diff OLD NEW [--json]',
  summary: {
    de: 'Regelwerk prüfen, als Handbuch ausgeben, mit einem anderen vergleichen',
    en: 'check the rule base, print it as a handbook, compare it with another',
  },
  help: {
    de: [
      'check  prüft Dateien, Verweise, Fälle und das Faktenbudget; Fehler mit Datei und Zeile;',
      '       am Ende, was einen Blick verdient (--all nennt auch alles nicht Überprüfte)',
      'print  gibt das Handbuch als Markdown aus, mit --html als eine Seite (Sprache mit --lang)',
      'print flips  gibt aus, wo dieselben Angaben in zwei Ländern anders ausgehen',
      'diff   sagt, was zwischen zwei Ordnern anders ist, und welche Kampagnen anders ausgehen',
    ].join('\n'),
    en: [
      'check  checks files, references, cases and the fact budget; faults with file and line;',
      '       at the end what wants a look (--all names whatever is not verified, too)',
      'print  prints the handbook as Markdown, with --html as one page (language by --lang)',
      'print flips  prints where the same facts end differently in two countries',
      'diff   tells what differs between two folders, and which campaigns come out otherwise',
    ].join('\n'),
  },
  options: {
    all: { type: 'boolean' },
    html: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(call) {
    const [action, ...rest] = call.words;
    if (action === 'check' && rest.length === 0) return check(call);
    if (action === 'diff') return diffOf(call, rest);
    if (action === 'print' && rest.length === 0) return print(call);
    if (action === 'print' && rest.join(' ') === 'flips') return printFlips(call);
    const typed = ['knowledge', ...call.words].join(' ');
    throw new Problem(
      'usage',
      { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
      {
        remedy:
          'leitplanke knowledge check, leitplanke knowledge print [flips], leitplanke knowledge diff OLD NEW',
      },
    );
  },
};

async function diffOf(call: Call, folders: readonly string[]): Promise<number> {
  const [before, after, ...more] = folders;
  if (before !== undefined && after !== undefined && more.length === 0) {
    return diff(call, [before, after]);
  }
  throw new Problem(
    'usage',
    {
      de: '„knowledge diff“ vergleicht zwei Ordner.',
      en: '"knowledge diff" compares two folders.',
    },
    { remedy: 'leitplanke knowledge diff OLD/knowledge knowledge' },
  );
}

function printFlips({ config, terminal, language, flags }: Call): number {
  const knowledge = loadKnowledge(config.knowledgeFolder);
  const page = flipPage(loadFlips(config.knowledgeFolder, knowledge), knowledge, language);
  terminal.out(flags['html'] === true ? handbookPage(page, language) : page);
  return exitStatus.done;
}

function print({ config, terminal, language, flags }: Call): number {
  const book = handbook(loadKnowledge(config.knowledgeFolder), language);
  terminal.out(flags['html'] === true ? handbookPage(book, language) : book);
  return exitStatus.done;
}
