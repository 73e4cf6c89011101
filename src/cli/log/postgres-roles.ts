import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { leastRights } from '#ledger/postgres/rights.ts';

/** `log postgres-roles`: SQL that gives a role of PostgreSQL the least rights. */
export const postgresRoles: LogAction = {
  usage: 'postgres-roles ROLE',
  help: {
    de: 'SQL, das einer Rolle in PostgreSQL nur die nötigen Rechte gibt: anfügen und lesen',
    en: 'SQL that gives a PostgreSQL role only the rights it needs: append and read',
  },
  operands: [1, 1],
  async run({ config, terminal }, [role = '']) {
    terminal.out(leastRights(role, config.workspace));
    return exitStatus.done;
  },
};
