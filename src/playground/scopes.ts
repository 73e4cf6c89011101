import { botScopes } from '#slack/manifest.ts';

/** What the app asks for when it is installed. */
export const grantedScopes: readonly string[] = botScopes;

/** The scope that a method needs; the methods that are not named need none. */
const needed: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
};

/** The scope without which the method cannot be called; nothing where it may. */
export function missingScope(method: string, granted: readonly string[]): string | undefined {
  const scope = needed[method];
  return scope === undefined || granted.includes(scope) ? undefined : scope;
}
