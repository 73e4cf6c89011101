import { webApi } from '@slack/bolt';
import type { Problem } from '#domain/problem.ts';
import { loggerTo } from '#slack/logger.ts';
import { botScopes } from '#slack/manifest.ts';
import type { Tokens } from '#slack/socket.ts';
import { asUnavailable, type Token } from '#slack/unavailable.ts';

/** Whom the bot token stands for, and what it may not do yet, as far as Slack says. */
export type Bot = {
  readonly workspace: string;
  readonly name: string;
  readonly missingScopes: readonly string[] | undefined;
};

/** What Slack says of each token; a problem where it refuses. */
export type Tried = {
  readonly bot: Bot | Problem;
  readonly app: 'accepted' | Problem;
};

/** Tries both tokens, without opening a line. */
export async function tryTokens({ botToken, appToken, apiUrl }: Tokens): Promise<Tried> {
  const clientWith = (token: string) =>
    new webApi.WebClient(token, {
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      logger: loggerTo(() => undefined),
      retryConfig: { retries: 1, minTimeout: 300 },
      timeout: 10_000,
      rejectRateLimitedCalls: true,
    });
  const [bot, app] = await Promise.all([
    orProblem('bot', async () => botIn(await clientWith(botToken).auth.test())),
    orProblem('app', async () => {
      await clientWith(appToken).apps.connections.open({});
      return 'accepted' as const;
    }),
  ]);
  return { bot, app };
}

function botIn({ team, user, response_metadata: about }: webApi.AuthTestResponse): Bot {
  const granted = about?.scopes;
  return {
    workspace: team ?? '',
    name: user ?? '',
    missingScopes: granted && botScopes.filter((scope) => !granted.includes(scope)),
  };
}

async function orProblem<T>(token: Token, attempt: () => Promise<T>): Promise<T | Problem> {
  try {
    return await attempt();
  } catch (error) {
    const problem = asUnavailable(token, error);
    if (problem) return problem;
    throw error;
  }
}
