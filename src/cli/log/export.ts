import { z } from 'zod';
import type { Ledger } from '#assistant/ledger.ts';
import { recordExport } from '#assistant/record-export.ts';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { insistWritable, writeWhole, writeZip } from '#cli/log/evidence-zip.ts';
import { exportWords } from '#cli/log/export-words.ts';
import { openedLedger } from '#cli/log/opened-store.ts';
import { noSuchEntry } from '#cli/log/show.ts';
import { tableIn } from '#cli/log/table.ts';
import { recordsIn } from '#cli/records.ts';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';
import { evidenceFiles } from '#ledger/bundle/evidence.ts';
import { proofText, rangeProof, type Range } from '#ledger/bundle/range-proof.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** `log export`: entries with all that a stranger needs to verify them; on record before they leave. */
export const exportAction: LogAction = {
  usage:
    'export --out FILE.zip [--from DAY] [--until DAY] | export --reference REF --out FILE.json',
  help: {
    de: 'Beweispaket für Fremde (zip), oder Beweis eines Eintrags (--reference); prüfbar ohne uns',
    en: 'evidence bundle for strangers (zip), or proof of one entry (--reference)',
  },
  operands: [0, 0],
  async run(call) {
    const out = outIn(call);
    const { reference } = call.flags;
    return openedLedger(call, async (ledger) => {
      if (typeof reference === 'string') return exportProof(call, ledger, reference, out);
      return exportBundle(call, ledger, out);
    });
  },
};

async function exportBundle(call: Call, ledger: LedgerStore, out: string): Promise<number> {
  const { terminal, language } = call;
  const range = await rangeIn(call, ledger);
  insistWritable(out);
  await recordExport({ format: 'bundle', ...range }, recordsIn(call, ledger), 'terminal');
  const proof = await rangeProof(ledger, range);
  await writeZip(out, evidenceFiles(ledger, proof, tableIn(language)));
  terminal.out(exportWords[language].bundle(out, range.first, range.last, proof.size));
  terminal.out(exportWords[language].key(proof.vkey));
  return exitStatus.done;
}

async function exportProof(
  call: Call,
  ledger: LedgerStore,
  typed: string,
  out: string,
): Promise<number> {
  const { terminal, language } = call;
  const reference = readReference(typed);
  const [stored] = reference ? await ledger.read({ reference, limit: 1 }) : [];
  if (!stored) throw noSuchEntry(typed);
  const { index, line } = stored;
  const range = { first: index, last: index };
  const entry = `${out.replace(/\.json$/, '')}.entry.jsonl`;
  insistWritable(out);
  await recordExport({ format: 'proof', ...range }, recordsIn(call, ledger), 'terminal');
  const proof = await rangeProof(ledger, range);
  await writeWhole(entry, async (write) => write(Buffer.from(`${line}\n`)));
  await writeWhole(out, async (write) => write(Buffer.from(proofText(proof))));
  terminal.out(exportWords[language].proof(out, entry, index, proof.size));
  terminal.out(exportWords[language].key(proof.vkey));
  return exitStatus.done;
}

/** From the first entry of the days to the last, and all between: that none is missing shows only so. */
async function rangeIn({ flags }: Call, ledger: Pick<Ledger, 'read'>): Promise<Range> {
  const from = dayIn(flags['from'], '--from');
  const until = dayIn(flags['until'], '--until');
  const filter = {
    from: from && `${from}T00:00:00.000Z`,
    until: until && new Date(Date.parse(until) + 86_400_000).toISOString(),
  };
  const [first] = await ledger.read({ ...filter, oldestFirst: true, limit: 1 });
  const [last] = await ledger.read({ ...filter, limit: 1 });
  if (first && last) return { first: first.index, last: last.index };
  throw new Problem(
    'input.missing',
    {
      de: 'In diesen Tagen gibt es keinen Eintrag.',
      en: 'There is no entry in these days.',
    },
    {
      remedy: {
        de: '„leitplanke log list“ zeigt die Tage.',
        en: '"leitplanke log list" shows the days.',
      },
    },
  );
}

function dayIn(flag: string | boolean | undefined, name: string): string | undefined {
  if (flag === undefined) return undefined;
  const day = z.iso.date().safeParse(flag);
  if (day.success) return day.data;
  throw new Problem(
    'usage',
    { de: `${name} braucht einen Tag.`, en: `${name} needs a day.` },
    { remedy: `${name} 2026-11-23` },
  );
}

function outIn({ flags }: Call): string {
  const { out } = flags;
  if (typeof out === 'string' && out !== '') return out;
  throw new Problem(
    'usage',
    { de: '--out fehlt.', en: '--out is missing.' },
    {
      remedy:
        'leitplanke log export --out evidence.zip, leitplanke log export --reference EC-2026-7K3M-9QXZ --out proof.json',
    },
  );
}
