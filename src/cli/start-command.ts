import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Command, Terminal } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import {
  buildHouse,
  isSampleCompany,
  openAnchoredLedger,
  openDesk,
  workspaceFolder,
} from '#house.ts';
import { logBookOf } from '#ledger/log-book.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { startServer, type Parts } from '#main.ts';
import { fileSetUp, renewalNotice } from '#set-up.ts';
import { connectSlack } from '#slack/socket.ts';

const words = {
  de: {
    open: (address: string) => `Leitplanke läuft: ${address}`,
    parts: (slack: string, log: string) =>
      `Modell: keines   Slack: ${slack}   Protokoll: Datei ${log}`,
    inMemory: 'keines (Probebühne im Browser)',
    connecting: 'wird über Socket Mode verbunden',
    learning: 'Das Wissen wird geladen …',
    ready: 'Bereit. Beenden mit Strg+C.',
    stopped: 'Beendet.',
  },
  en: {
    open: (address: string) => `Leitplanke is running: ${address}`,
    parts: (slack: string, log: string) => `Model: none   Slack: ${slack}   Log: file ${log}`,
    inMemory: 'none (playground in the browser)',
    connecting: 'connecting by Socket Mode',
    learning: 'Loading the knowledge …',
    ready: 'Ready. Stop with Ctrl+C.',
    stopped: 'Stopped.',
  },
} as const;

/** What the sample company "has settled" is true of nobody: whoever relies on it must know. */
const sampleNotice = {
  de: 'Noch ist keine Firma eingerichtet: Angenommen wird die Praxis der Musterfirma. Einrichten: leitplanke init',
  en: 'No company has been set up yet: the practice of the sample company is assumed. Set up: leitplanke init',
} as const;

/** `start`: the server, with a page that drives the assistant. */
export const startCommand: Command = {
  usage: 'start',
  summary: { de: 'den Server mit der Seite starten', en: 'start the server with its page' },
  help: {
    de: 'Öffnet eine Seite auf diesem Rechner (Port: LEITPLANKE_PORT), auf der Sie fragen und prüfen lassen.\nBeenden mit Strg+C.',
    en: 'Opens a page on this machine (port: LEITPLANKE_PORT) on which you ask and have briefs checked.\nStop with Ctrl+C.',
  },
  options: {},
  async run({ config, language, terminal }) {
    const word = words[language];
    // A folder that cannot be written is told before anything is open.
    const log = join(workspaceFolder(config), 'ledger.db');
    const server = await startServer(partsOf(config, terminal));
    try {
      terminal.out(word.open(server.door));
      terminal.out(word.parts(config.slack ? word.connecting : word.inMemory, log));
      const notice = isSampleCompany(config)
        ? sampleNotice[language]
        : renewalNotice(config, systemClock.today(), language);
      if (notice !== undefined) terminal.out(notice);
      terminal.err(word.learning);
      const stopped = interruption();
      const ready = server.ready.then(() => terminal.err(word.ready));
      await Promise.race([stopped, ready.then(() => stopped)]);
    } finally {
      await server.stop();
    }
    terminal.err(word.stopped);
    // A reader that is still learning would keep the process alive for nobody.
    if (!server.isReady()) process.exit(exitStatus.done);
    return exitStatus.done;
  },
};

/** What the server is made of on this machine. */
function partsOf(config: Config, { err }: Terminal): Parts {
  const opened: { ledger?: LedgerStore } = {};
  const ledger = () => (opened.ledger ??= openAnchoredLedger(config, { progress: err }));
  const { slack } = config;
  return {
    port: config.port,
    token: randomBytes(16).toString('base64url'),
    house: () => buildHouse(config, { ledger: ledger(), archive: ledger(), progress: err }),
    desk: () => openDesk(config),
    book: () => logBookOf(ledger()),
    setUp: (house, desk, changed) =>
      fileSetUp({ config, knowledge: house.knowledge, house, desk, changed }),
    slack: slack && ((house, desk) => connectSlack(slack, house, desk, err)),
    report: err,
  };
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
