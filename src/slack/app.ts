import { App, type Receiver, type webApi } from '@slack/bolt';
import type { House } from '#assistant/house.ts';
import type { Desk } from '#assistant/desk.ts';
import { listenForCompliance } from '#slack/compliance/listeners.ts';
import { listenForFeedback } from '#slack/feedback/listeners.ts';
import { listenForBriefForm } from '#slack/listeners/brief-form.ts';
import { listenForCardPresses } from '#slack/listeners/card.ts';
import { listenForDirectMessages } from '#slack/listeners/direct-message.ts';
import { listenForEthicsCheck } from '#slack/listeners/ethics-check.ts';
import { listenForFactsForm } from '#slack/listeners/facts-form.ts';
import { listenForMentions } from '#slack/listeners/mention.ts';
import { listenForShare } from '#slack/listeners/share.ts';
import { listenForUnknown } from '#slack/listeners/unknown.ts';
import { loggerTo } from '#slack/logger.ts';
import { officeOf } from '#slack/office.ts';

/** The line to a workspace. */
export type Connection = {
  readonly receiver: Receiver;
  readonly token: string;
  /**
   * Never headers: the library writes the token into that object and shares it between workspaces,
   * so that one would speak with the token of another.
   */
  readonly clientOptions: Omit<webApi.WebClientOptions, 'headers'> & { readonly headers?: never };
  /** Hears what goes wrong. */
  readonly report: (line: string) => void;
};

/** The assistant as a Slack app; `stop` lets it finish what it has begun. */
export type SlackApp = { readonly stop: () => Promise<void> };

/** Connects the assistant to a workspace; a wrong token fails here and now. */
export async function slackApp(
  house: () => House,
  desk: Desk,
  connection: Connection,
): Promise<SlackApp> {
  const { receiver, token, clientOptions, report } = connection;
  const app = new App({
    receiver,
    token,
    logger: loggerTo(report),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
    clientOptions: {
      retryConfig: { retries: 1, minTimeout: 300 },
      timeout: 10_000,
      rejectRateLimitedCalls: true,
      ...clientOptions,
    },
  });
  const office = officeOf(house, desk, report);
  listenForMentions(app, office);
  listenForDirectMessages(app, office);
  listenForEthicsCheck(app, office);
  listenForBriefForm(app, office);
  listenForCardPresses(app, office);
  listenForFactsForm(app, office);
  listenForShare(app, office);
  listenForCompliance(app, office);
  listenForFeedback(app, office);
  listenForUnknown(app, office);
  // Where even the message about a failure cannot be sent, the operator still hears of it.
  app.error(async ({ error }: { readonly error: Error }) =>
    report(`slack: ${error.name}: ${error.message}`),
  );

  await app.init();
  await app.start();
  return {
    stop: async () => {
      await app.stop();
      await office.turns.idle();
    },
  };
}
