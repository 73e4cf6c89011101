import { webApi } from '@slack/bolt';
import { Problem } from '#domain/problem.ts';

/** Which of the two tokens a call was made with. */
export type Token = 'bot' | 'app';

/** Why Slack cannot be used, and what to do about it; nothing where the error is not of Slack. */
export function asUnavailable(token: Token, error: unknown): Problem | undefined {
  if (error instanceof webApi.WebAPIPlatformError && isRefusal(error)) return refused(token, error);
  if (error instanceof webApi.WebAPIRateLimitedError) return tooOften(error);
  // A connection that breaks before it is up has no error of its own.
  const isUnreached = error === undefined || error instanceof webApi.SlackError;
  return isUnreached ? unreached(error) : undefined;
}

/** Whether Slack itself said no: a page of somebody in between is no answer, a fault of Slack no refusal. */
function isRefusal({ data }: webApi.WebAPIPlatformError): boolean {
  const faults = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
  return /^[a-z_]+$/.test(data.error) && !faults.includes(data.error);
}

const remedies = {
  bot: {
    de: 'Kopieren Sie das „Bot User OAuth Token“ neu nach SLACK_BOT_TOKEN (api.slack.com/apps → Ihre App → „OAuth & Permissions“; die App muss im Workspace installiert sein), und prüfen Sie es mit „leitplanke slack check“.',
    en: 'Copy the "Bot User OAuth Token" to SLACK_BOT_TOKEN again (api.slack.com/apps → your app → "OAuth & Permissions"; the app has to be installed in the workspace), and try it with "leitplanke slack check".',
  },
  app: {
    de: 'Schalten Sie „Socket Mode“ ein, und kopieren Sie ein App-Level-Token mit der Berechtigung connections:write nach SLACK_APP_TOKEN (api.slack.com/apps → Ihre App → „Basic Information“); prüfen Sie es mit „leitplanke slack check“.',
    en: 'Switch on "Socket Mode", and copy an app-level token with the scope connections:write to SLACK_APP_TOKEN (api.slack.com/apps → your app → "Basic Information"); try it with "leitplanke slack check".',
  },
} as const;

function refused(token: Token, cause: webApi.WebAPIPlatformError): Problem {
  const name = token === 'bot' ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN';
  const reason = cause.data.error;
  return new Problem(
    'slack.unavailable',
    {
      de: `Slack lehnt ${name} ab: ${reason}.`,
      en: `Slack refuses ${name}: ${reason}.`,
    },
    { remedy: remedies[token], cause },
  );
}

function tooOften(cause: webApi.WebAPIRateLimitedError): Problem {
  return new Problem(
    'slack.unavailable',
    {
      de: 'Slack nimmt gerade keine weitere Verbindung an: Es waren zu viele in kurzer Zeit.',
      en: 'Slack takes no further connection right now: there were too many in a short time.',
    },
    {
      remedy: {
        de: `Versuchen Sie es in ${cause.retryAfter} Sekunden noch einmal.`,
        en: `Try again in ${cause.retryAfter} seconds.`,
      },
      cause,
    },
  );
}

function unreached(cause: webApi.SlackError | undefined): Problem {
  const reason = cause ? reasonOf(cause).slice(0, 100) : 'WebSocket';
  return new Problem(
    'slack.unavailable',
    {
      de: `Slack ist nicht erreichbar (${reason}).`,
      en: `Slack cannot be reached (${reason}).`,
    },
    {
      remedy: {
        de: 'Prüfen Sie die Verbindung ins Internet: Von diesem Rechner aus müssen https://slack.com und wss://*.slack.com direkt erreichbar sein, ein Proxy wird nicht beachtet.',
        en: 'Check the connection to the internet: this machine has to reach https://slack.com and wss://*.slack.com directly, a proxy is not honoured.',
      },
      cause,
    },
  );
}

/** The innermost cause: "fetch failed" alone helps nobody. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || error.name;
}
