import type { UpstreamRequest } from '../sandbox/run.ts';

/** An answer needs one request for each city, or one for all; a few more are no matter. */
const MANY_REQUESTS = 8;

/**
 * How the answer treats the service, in sentences. Advice never costs points.
 *
 * @example advise(run.requests) // ['14 requests, 2 different ones would do: keep what you have fetched.']
 */
export function advise(requests: readonly UpstreamRequest[]): string[] {
  const different = new Set(requests.map(({ method, origin, url }) => `${method} ${origin}${url}`)).size;
  const again = requests.length - different;
  return [
    ...(requests.length >= MANY_REQUESTS && again > 0
      ? [
          `${requests.length} requests, ${different} would do; ${again} repeat an earlier one. Keep what you have.`,
        ]
      : []),
    ...(different > MANY_REQUESTS
      ? [`${different} different requests. One can ask for all hours and several places.`]
      : []),
    ...(requests.some(({ url }) => /[?&](apikey|api_key)=/i.test(url))
      ? ['No key is needed. Never put one into a URL that others may see.']
      : []),
    ...(requests.some(({ origin }) => origin.startsWith('http://') && !/127\.0\.0\.1|localhost/.test(origin))
      ? ['Write https: over plain http everybody on the way can read and change the answer.']
      : []),
  ];
}
