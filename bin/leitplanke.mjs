#!/usr/bin/env node
// Plain JavaScript on purpose: it must be readable by a Node that is too old for the rest.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const neededMajor = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major >= neededMajor) {
  const { run } = await import('../src/cli.ts');
  await run(process.argv.slice(2));
} else {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (existsSync(own)) {
    const script = fileURLToPath(import.meta.url);
    const child = spawnSync(own, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = child.status ?? 70;
  } else {
    console.error(
      `Leitplanke needs Node ${neededMajor}; this is Node ${process.versions.node}.\n` +
        'Run "npm ci" in the project folder: it brings its own Node.',
    );
    process.exitCode = 69;
  }
}
