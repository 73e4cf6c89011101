import { join } from 'node:path';
import type { Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { buildHouse, isSampleCompany, openDesk, workspaceFolder } from '#house.ts';
import { startServer } from '#main.ts';

const words = {
  de: {
    open: (address: string) => `Leitplanke läuft: ${address}`,
    parts: (log: string) =>
      `Modell: keines   Slack: keines (Arbeitsbereich im Speicher)   Protokoll: Datei ${log}`,
    notYet:
      'Ein Slack-Token ist gesetzt. Die Verbindung zu einem echten Slack kommt mit der nächsten Version; dieses Token wird nicht benutzt.',
    learning: 'Das Wissen wird geladen …',
    ready: 'Bereit. Beenden mit Strg+C.',
    stopped: 'Beendet.',
  },
  en: {
    open: (address: string) => `Leitplanke is running: ${address}`,
    parts: (log: string) => `Model: none   Slack: none (workspace in memory)   Log: file ${log}`,
    notYet:
      'A Slack token is set. The connection to a real Slack comes with the next version; this token is not used.',
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
    const server = await startServer({
      port: config.port,
      house: () => buildHouse(config, { progress: terminal.err }),
      desk: () => openDesk(config),
      report: terminal.err,
    });
    try {
      terminal.out(word.open(server.address));
      terminal.out(word.parts(log));
      if (isSampleCompany(config)) terminal.out(sampleNotice[language]);
      if (config.hasSlackToken) terminal.out(word.notYet);
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

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
