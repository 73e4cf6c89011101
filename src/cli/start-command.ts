import { randomBytes } from 'node:crypto';
import type { Command, Terminal } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import type { Problem } from '#domain/problem.ts';
import {
  buildHouse,
  isSampleCompany,
  openAnchoredLedger,
  logPlace,
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
    parts: (slack: string, log: string) => `Modell: keines   Slack: ${slack}   Protokoll: ${log}`,
    inMemory: 'keines (Probebühne im Browser)',
    connecting: 'wird über Socket Mode verbunden',
    learning: 'Das Wissen wird geladen …',
    ready: 'Bereit. Beenden mit Strg+C.',
    stopped: 'Beendet.',
  },
  en: {
    open: (address: string) => `Leitplanke is running: ${address}`,
    parts: (slack: string, log: string) => `Model: none   Slack: ${slack}   Log: ${log}`,
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
    workspaceFolder(config);
    const log = logPlace(config);
    const { parts, failure } = partsOf(config, terminal);
    const server = await startServer(parts);
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
      await Promise.race([stopped, ready.then(() => stopped), failure]);
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
function partsOf(config: Config, { err }: Terminal): { parts: Parts; failure: Promise<never> } {
  const opened: { ledger?: Promise<LedgerStore> } = {};
  const { promise: failure, reject } = Promise.withResolvers<never>();
  // Nobody listens yet, or any more.
  failure.catch(() => undefined);
  const ledger = () => (opened.ledger ??= openWatched(config, err, reject));
  const { slack } = config;
  const parts: Parts = {
    port: config.port,
    token: randomBytes(16).toString('base64url'),
    house: async () => {
      const store = await ledger();
      return buildHouse(config, { ledger: store, archive: store, progress: err });
    },
    desk: () => openDesk(config),
    book: async () => logBookOf(await ledger()),
    setUp: (house, desk, changed) =>
      fileSetUp({ config, knowledge: house.knowledge, house, desk, changed }),
    slack: slack && ((house, desk) => connectSlack(slack, house, desk, err)),
    report: err,
  };
  return { parts, failure };
}

/** Opens the log; where its storage fails later, the program has to end. */
async function openWatched(
  config: Config,
  err: Terminal['err'],
  fail: (problem: Problem) => void,
): Promise<LedgerStore> {
  const ledger = await openAnchoredLedger(config, { progress: err });
  void ledger.failed?.then(fail);
  return ledger;
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
