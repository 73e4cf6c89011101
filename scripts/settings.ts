import { settingsTable } from '#config.ts';

/** Prints the table of settings for the README. */
console.log('| variable | default | meaning |\n| --- | --- | --- |');
for (const { name, preset, meaning } of settingsTable())
  console.log(`| \`${name}\` | ${preset} | ${meaning} |`);
