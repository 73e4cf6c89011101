import type { Command } from '#cli/command.ts';
import type { LogAction } from '#cli/log/action.ts';
import { backup } from '#cli/log/backup.ts';
import { exportAction } from '#cli/log/export.ts';
import { impact } from '#cli/log/impact.ts';
import { doctor } from '#cli/log/doctor.ts';
import { list } from '#cli/log/list.ts';
import { migrate } from '#cli/log/migrate.ts';
import { postgresRoles } from '#cli/log/postgres-roles.ts';
import { replay } from '#cli/log/replay.ts';
import { restore } from '#cli/log/restore.ts';
import { show } from '#cli/log/show.ts';
import { verify } from '#cli/log/verify.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

const actions: Readonly<Record<string, LogAction>> = {
  list,
  show,
  verify,
  replay,
  impact,
  export: exportAction,
  doctor,
  backup,
  restore,
  migrate,
  'postgres-roles': postgresRoles,
};

/** `log`: the decision log as a compliance lead reads it. */
export const logCommand: Command = {
  usage: `log ${Object.values(actions)
    .map(({ usage }) => usage)
    .join('\n       leitplanke log ')}`,
  summary: {
    de: 'Entscheidungsprotokoll lesen und prüfen',
    en: 'read and verify the decision log',
  },
  help: { de: helpIn('de'), en: helpIn('en') },
  options: {
    limit: { type: 'string' },
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    messages: { type: 'boolean' },
    knowledge: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string' },
    'dry-run': { type: 'boolean' },
    until: { type: 'string' },
    reference: { type: 'string' },
    anchors: { type: 'boolean' },
  },
  async run(call) {
    const [name = '', ...operands] = call.words;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const [least, most] = action?.operands ?? [0, 0];
    if (action && operands.length >= least && operands.length <= most) {
      return action.run(call, operands);
    }
    const typed = ['log', ...call.words].join(' ');
    throw new Problem(
      'usage',
      { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
      {
        remedy: Object.values(actions)
          .map(({ usage }) => `leitplanke log ${usage}`)
          .join(', '),
      },
    );
  },
};

function helpIn(language: Language): string {
  const width = Math.max(...Object.keys(actions).map((name) => name.length)) + 2;
  return Object.entries(actions)
    .map(([name, { help }]) => `${name.padEnd(width)}${help[language]}`)
    .join('\n');
}
