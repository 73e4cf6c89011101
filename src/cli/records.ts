import type { Framing } from '#assistant/frame.ts';
import type { Call } from '#cli/command.ts';
import { companyFor, foundationsOf, sampleCompany, type Foundations } from '#house.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import type { Company } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Config } from '#config.ts';
import { Problem } from '#domain/problem.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** What it takes to put on record from the terminal that something was done with the log. */
export function recordsIn(
  { config }: Pick<Call, 'config'>,
  ledger: LedgerStore,
): Foundations & Framing & { readonly ledger: LedgerStore } {
  const knowledge = loadKnowledge(config.knowledgeFolder);
  const company = companySoFar(config, knowledge);
  return {
    ...foundationsOf(config, { knowledge, company, ledger }),
    ledger,
    reader: { name: 'none' },
  };
}

/** A company that cannot be read must not keep anybody from exporting or erasing. */
function companySoFar(config: Config, knowledge: Knowledge): Company {
  try {
    return companyFor(config, undefined, knowledge);
  } catch (error) {
    if (error instanceof Problem) return sampleCompany(config, knowledge);
    throw error;
  }
}
