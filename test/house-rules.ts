/** What each part of the house may import besides itself; packages and `node:` modules by name. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod'],
  assistant: ['domain', 'zod'],
  knowledge: ['domain', 'node:*', 'js-yaml', 'marked', 'yaml', 'zod'],
  language: ['domain', 'assistant', 'node:*', 'snowball-stemmers', 'zod'],
  retrieval: ['domain', 'assistant', 'node:*', 'snowball-stemmers'],
  postgres: ['domain', 'node:*', 'pg', 'zod'],
  ledger: ['domain', 'assistant', 'postgres', 'node:*', 'zod'],
  desk: ['domain', 'assistant', 'postgres', 'node:*', 'zod'],
  slack: ['domain', 'assistant', 'node:*', '@slack/*', 'zod'],
  playground: ['domain', 'assistant', 'slack', 'node:*', '@slack/*', 'zod'],
  web: ['domain', 'assistant', 'node:*', 'hono', '@hono/*', 'zod'],
  clock: ['assistant'],
  config: ['domain', 'node:*', 'zod'],
  'company-folder': ['config', 'domain', 'knowledge', 'node:*'],
  house: ['*'],
  'set-up': ['*'],
  main: ['*'],
  cli: ['*'],
};

/** Libraries that only these parts may touch, wherever `*` would allow them. */
const fences: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@slack\//, ['slack', 'playground']],
  [/^(hono|@hono\/)/, ['web']],
  [/^node:sqlite$/, ['ledger', 'desk']],
  [/^pg$/, ['postgres']],
  [/^snowball-stemmers$/, ['language', 'retrieval']],
  [/^(openai|langchain|@langchain\/openai)/, ['model']],
];

const imported =
  /^(?:(?:import|export|\})[^;'"]*\bfrom\s+|import\s+)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** The imports of a file that the table does not allow. */
export function breachesOf(path: string, text: string): readonly string[] {
  const folder = partOf(path);
  const allowed = layers[folder] ?? [];
  return [...text.matchAll(imported)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((name) => !isAllowed(name, folder, allowed))
    .map((name) => `${path} imports ${name}`);
}

function isAllowed(name: string, folder: string, allowed: readonly string[]): boolean {
  const fence = fences.find(([pattern]) => pattern.test(name));
  if (fence) return fence[1].includes(folder) && (allowed.includes('*') || fits(name, allowed));
  if (name.startsWith('.')) return false;
  if (name.startsWith('#')) {
    const target = partOf(`src/${name.slice(1)}`);
    return target === folder || allowed.includes('*') || allowed.includes(target);
  }
  return allowed.includes('*') || fits(name, allowed);
}

function fits(name: string, allowed: readonly string[]): boolean {
  return allowed.some((one) =>
    one.endsWith('*')
      ? name.startsWith(one.slice(0, -1))
      : name === one || name.startsWith(`${one}/`),
  );
}

function partOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '');
}

/** Things that are injected, and the files that may take them from the machine. */
const machine: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/, ['src/clock.ts']],
  [/\bMath\.random\(|\brandomUUID\(/, []],
  [/\b(setTimeout|setInterval)\(/, ['src/clock.ts']],
  [/\bprocess\.env\b/, ['src/config.ts', 'src/cli.ts', 'src/cli/terminal.ts']],
];

/** Where a file takes clock, chance, timers or environment from the side. */
export function namesIn(path: string, text: string): readonly string[] {
  return machine
    .filter(([pattern, allowed]) => pattern.test(text) && !allowed.includes(path))
    .map(([pattern]) => `${path} uses ${pattern.source}`);
}
