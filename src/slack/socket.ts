import { SocketModeReceiver } from '@slack/bolt';
import type { Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import { slackApp, type Connection, type SlackApp } from '#slack/app.ts';
import { heldLine } from '#slack/held-line.ts';
import { loggerTo } from '#slack/logger.ts';
import { asUnavailable } from '#slack/unavailable.ts';

/** The two tokens of the Slack app, and where the Web API is if it is not Slack's own. */
export type Tokens = {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
};

/** Connects the assistant to a real workspace; what keeps it out is told here and now. */
export async function connectSlack(
  tokens: Tokens,
  house: () => House,
  desk: Desk,
  report: (line: string) => void,
): Promise<SlackApp> {
  try {
    return await slackApp(house, desk, socketConnection(tokens, report));
  } catch (error) {
    throw asUnavailable('bot', error) ?? error;
  }
}

/**
 * A connection by Socket Mode: the assistant calls Slack, so that no door has to be open to the
 * outside. The line honours no proxy named in the environment (HTTPS_PROXY).
 */
export function socketConnection(
  { botToken, appToken, apiUrl }: Tokens,
  report: (line: string) => void,
): Connection {
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: loggerTo(report),
    // Without a sign of life for so long, the line counts as dead.
    clientPingTimeout: 1_500,
    autoReconnectEnabled: false,
    // The receiver does not hear of the app's options: it has a client of its own.
    installerOptions: {
      clientOptions: {
        ...address,
        retryConfig: { retries: 1, minTimeout: 300 },
        timeout: 10_000,
        rejectRateLimitedCalls: true,
      },
    },
  });
  const line = heldLine(receiver.client, report);
  return {
    receiver: { init: (app) => receiver.init(app), ...line },
    token: botToken,
    clientOptions: address,
    report,
  };
}
