import { parseArgs } from 'node:util';
import { systemClock } from '#clock.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { sweep } from '#knowledge/sweep.ts';

/** Walks through random campaigns. Usage: npm run -s eval:sweep -- [--campaigns 100000] [--seed 1] */
const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const walk = {
  campaigns: Number(values.campaigns),
  seed: Number(values.seed),
  asOf: systemClock.today(),
};
const found = sweep(loadKnowledge('knowledge'), walk);
console.log(`${found.campaigns} random campaigns, seed ${walk.seed}, as of ${walk.asOf}: no crash`);
console.log(`outcomes never reached: ${found.unreached.length}`);
for (const { control, outcome } of found.unreached) console.log(`  ${control}: ${outcome}`);
console.log(`pairs that cannot be kept together: ${found.contradictions.length}`);
for (const name of found.contradictions.slice(0, 40)) console.log(`  ${name}`);
console.log(`pairs not tried in full: ${found.untried.length}`);
process.exitCode = found.unreached.length + found.contradictions.length > 0 ? 1 : 0;
