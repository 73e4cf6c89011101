import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { fieldsIn, type Fields } from '#playground/fields.ts';
import { assistant, token, type Channel } from '#playground/places.ts';
import type { ResponseUrls } from '#playground/response-urls.ts';
import { callMethod, contentOf, refused, type Result, type State } from '#playground/web-api.ts';

const base = 'https://workspace.invalid/';
const api = `${base}api/`;
export const responseBase = `${base}response/`;

/** One call that the assistant made. */
export type Call = { readonly method: string; readonly fields: Fields };

/** The workspace as the app reaches it: the Web API and the addresses for responses. */
export type Exchange = {
  readonly clientOptions: Pick<webApi.WebClientOptions, 'slackApiUrl'> & {
    readonly fetch: NonNullable<webApi.WebClientOptions['fetch']>;
  };
  readonly calls: readonly Call[];
  /** Lets a method fail from now on; without an error it works again. */
  readonly disturb: (method: string, error?: string) => void;
  /** Shows a response to a command. */
  readonly respond: (channel: Channel, user: string, fields: unknown) => Result;
};

export function exchangeOf(state: State, urls: ResponseUrls): Exchange {
  const calls: Call[] = [];
  const faults = new Map<string, string>();

  const called = (method: string, fields: Fields): Result => {
    calls.push({ method, fields });
    const fault = faults.get(method);
    return fault ? refused(fault) : callMethod(method, fields, state);
  };
  const respond = (channel: Channel, user: string, fields: unknown): Result => {
    const { text, blocks, response_type: type } = Responded.parse(fields);
    const content = contentOf(text, blocks);
    if (!content.ok) return content;
    const onlyFor = type === 'ephemeral' ? user : undefined;
    state.messages.add({
      channel: channel.id,
      user: assistant.user,
      text,
      blocks: content.blocks,
      onlyFor,
    });
    return { ok: true };
  };
  const responded = (url: string, fields: Fields): Response => {
    calls.push({ method: 'response_url', fields });
    const origin = urls.use(url);
    if (typeof origin === 'string') return Response.json(refused(origin), { status: 404 });
    const result = respond(origin.channel, origin.user, fields);
    return Response.json(result, { status: result.ok ? 200 : 400 });
  };

  return {
    clientOptions: {
      slackApiUrl: api,
      fetch: async (address, init) => {
        const url = String(address);
        const headers = new Headers(init?.headers);
        const body = typeof init?.body === 'string' ? init.body : '';
        const fields = fieldsIn(body, headers.get('content-type') ?? '');
        if (url.startsWith(responseBase)) return responded(url, fields);
        const isKnown = headers.get('authorization') === `Bearer ${token}`;
        return Response.json(
          isKnown ? called(url.slice(api.length), fields) : refused('invalid_auth'),
        );
      },
    },
    calls,
    disturb: (method, error) => void (error ? faults.set(method, error) : faults.delete(method)),
    respond,
  };
}

const Responded = z.object({
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
});
