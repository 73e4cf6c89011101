import type { webApi } from '@slack/bolt';
import type { Clock } from '#assistant/house.ts';
import { fieldsIn, type Fields } from '#playground/fields.ts';
import { token } from '#playground/places.ts';
import type { ResponseUrls } from '#playground/response-urls.ts';
import { respond } from '#playground/responses.ts';
import { refused, type Result } from '#playground/results.ts';
import { callMethod, type State } from '#playground/web-api.ts';

const base = 'https://workspace.invalid/';
const api = `${base}api/`;
export const responseBase = `${base}response/`;

/** One call that the assistant made, and what it was told. */
export type Call = {
  /** Counts deliveries and calls together. */
  readonly number: number;
  readonly method: string;
  readonly fields: Fields;
  readonly result: Result;
  readonly ms: number;
};

/** The workspace as the app reaches it: the Web API and the addresses for responses. */
export type Exchange = {
  readonly clientOptions: Pick<webApi.WebClientOptions, 'slackApiUrl'> & {
    readonly fetch: NonNullable<webApi.WebClientOptions['fetch']>;
  };
  readonly calls: readonly Call[];
  /** Lets a method fail from now on; without an error it works again. */
  readonly disturb: (method: string, error?: string) => void;
};

export function exchangeOf(
  state: State,
  urls: ResponseUrls,
  { clock, number }: { readonly clock: Clock; readonly number: () => number },
): Exchange {
  const calls: Call[] = [];
  const faults = new Map<string, string>();

  const answered = (method: string, fields: Fields, answer: () => Result): Result => {
    const [mine, start] = [number(), clock.elapsed()];
    const fault = faults.get(method);
    const result = fault ? refused(fault) : answer();
    calls.push({ number: mine, method, fields, result, ms: clock.elapsed() - start });
    return result;
  };
  const called = (method: string, fields: Fields, isKnown: boolean) =>
    answered(method, fields, () =>
      isKnown ? callMethod(method, fields, state) : refused('invalid_auth'),
    );
  const responded = (url: string, fields: Fields): Response => {
    const result = answered('response_url', fields, () => {
      const origin = urls.use(url);
      return typeof origin === 'string' ? refused(origin) : respond(origin, fields, state);
    });
    return Response.json(result, { status: result.ok ? 200 : 404 });
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
        return Response.json(called(url.slice(api.length), fields, isKnown));
      },
    },
    calls,
    disturb: (method, error) => void (error ? faults.set(method, error) : faults.delete(method)),
  };
}
