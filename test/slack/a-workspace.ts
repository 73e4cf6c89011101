import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { House } from '#assistant/house.ts';
import type { Desk } from '#assistant/desk.ts';
import { sqliteDesk } from '#desk/sqlite.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace, mentioning, typed, type Workspace } from '#playground/workspace.ts';
import { slackApp } from '#slack/app.ts';
import { aHouse, readerOf } from '../samples.ts';

/** A workspace in which Anna (German), Ben (English) and Lea (German, compliance) work with the assistant. */
export type Asking = {
  readonly workspace: Workspace;
  /** What the operator reads. */
  readonly reports: readonly string[];
  /** Mentions the assistant in #marketing and waits; gives the thread. */
  readonly mention: (text: string, more?: { user?: string; thread?: string }) => Promise<string>;
  /** Writes to the assistant alone and waits; gives the thread. */
  readonly direct: (
    text: string,
    more?: { user?: string; thread?: string; files?: string[] },
  ) => Promise<string>;
  readonly command: (text: string, more?: { user?: string; channel?: string }) => Promise<void>;
  /** Presses or chooses something on a message, or in the view in front, and waits. */
  readonly press: (press: Parameters<Workspace['press']>[0]) => Promise<void>;
  /** Fills in the view in front, sends it and waits. */
  readonly submit: (sent: Parameters<Workspace['submit']>[0]) => Promise<void>;
  /** Closes the view in front and waits. */
  readonly close: (closed: Parameters<Workspace['close']>[0]) => Promise<void>;
};

export const marketing = 'CMARKETING';
export const compliance = 'CCOMPLIANCE';
export const directWithAnna = 'DUANNA';
export const directWithLea = 'DULEA';

export async function aWorkspace(
  given: { house?: House; desk?: Desk; inspect?: (workspace: Workspace) => Partial<House> } = {},
): Promise<Asking> {
  const base = given.house ?? aHouse({ reader: readerOf(coldMail) });
  const workspace = inMemoryWorkspace({ clock: base.clock });
  const house = { ...base, ...given.inspect?.(workspace) };
  const desk = given.desk ?? aDesk(house);
  const reports: string[] = [];
  const { receiver, clientOptions } = workspace;
  const report = (line: string) => void reports.push(line);
  const app = await slackApp(() => house, desk, { receiver, token, clientOptions, report });
  onTestFinished(() => app.stop());

  const say = async (
    channel: string,
    user: string,
    text: string,
    more: { thread?: string; files?: string[] },
  ) => {
    const { ts } = workspace.say({ channel, user, text, ...more });
    await workspace.idle();
    return more.thread ?? ts;
  };
  return {
    workspace,
    reports,
    mention: (text, { user = 'UANNA', ...more } = {}) =>
      say(marketing, user, mentioning(text), more),
    direct: (text, { user = 'UANNA', ...more } = {}) => say(`D${user}`, user, typed(text), more),
    async command(text, { user = 'UANNA', channel = marketing } = {}) {
      workspace.command({ user, channel, command: '/ethics-check', text: typed(text) });
      await workspace.idle();
    },
    async press(press) {
      workspace.press(press);
      await workspace.idle();
    },
    async submit(sent) {
      workspace.submit(sent);
      await workspace.idle();
    },
    async close(closed) {
      workspace.close(closed);
      await workspace.idle();
    },
  };
}

/** A desk in a folder of its own. */
export function aDesk({ clock }: Pick<House, 'clock'>): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const desk = sqliteDesk({ folder, now: () => clock.now() });
  onTestFinished(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });
  return desk;
}

/** What a reader reads from a brief that may not go out. */
export const coldMail = {
  channels: { value: ['email'], quote: 'by e-mail' },
  elements: { value: ['none'] },
  recipients: { value: ['without_consent'], quote: 'never agreed' },
  message_content: { value: 'advertising', quote: 'our offer' },
};

/** Everything that a call would show to anybody. */
export function wordsIn(calls: Workspace['calls']): string {
  return JSON.stringify(calls.map(({ fields }) => fields));
}
