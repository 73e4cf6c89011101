import type { SetUp } from '#assistant/set-up.ts';
import type { Config } from '#config.ts';
import type { Company } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { companyFor, foundationsOf, openAnchoredLedger, openDesk, sampleCompany } from '#house.ts';
import { fileSetUp } from '#set-up.ts';

/** Works on the company of the workspace without waiting for the rest of the house. */
export async function withSetUp<T>(
  config: Config,
  knowledge: Knowledge,
  work: (setUp: SetUp) => Promise<T>,
): Promise<T> {
  const ledger = await openAnchoredLedger(config);
  try {
    const desk = await openDesk(config);
    try {
      const company = companySoFar(config, knowledge);
      const foundations = foundationsOf(config, { knowledge, company, ledger });
      const house = { ...foundations, reader: { name: 'none' } };
      return await work(fileSetUp({ config, knowledge, house, desk, place: 'terminal' }));
    } finally {
      await desk.close();
    }
  } finally {
    await ledger.close();
  }
}

/** A company that cannot be read is one that has to be set up. */
function companySoFar(config: Config, knowledge: Knowledge): Company {
  try {
    return companyFor(config, undefined, knowledge);
  } catch (error) {
    if (error instanceof Problem) return sampleCompany(config, knowledge);
    throw error;
  }
}
