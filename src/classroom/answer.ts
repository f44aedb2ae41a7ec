import { admit } from './contract/access.ts';
import { answerService } from './contract/endpoints.ts';
import { Refusal } from './contract/refusal.ts';
import { errorReply, isPreflight, respond } from './contract/respond.ts';
import { answerGeocoding } from './geocoding/geocoding.ts';
import type { Source } from './source.ts';

/** A request as it reaches the classroom API, whatever carried it (loopback server, sandbox channel, test). */
export interface ApiRequest {
  readonly method: string;
  /** Host header without scheme, `air-quality-api.open-meteo.com` or `127.0.0.1:8787`. */
  readonly host: string;
  /** Path with the raw query string: `/v1/air-quality?latitude=…`. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The caller's address, for the per-address limits. */
  readonly address?: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Lower-case names. Always has `x-airlab-data`, which says where the numbers come from. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What an answer depends on, besides the request: nothing else, so the same request gets the same answer. */
export interface World {
  readonly source: Source;
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * Answers one request as Open-Meteo would (air quality, forecast, archive, geocoding). Pure and synchronous.
 * Never throws on a bad request: it answers 400 with Open-Meteo's reason.
 */
export type Answer = (request: ApiRequest, world: World) => ApiResponse;

/** Open-Meteo's answer on this world. */
export const answer: Answer = (request, world) => {
  const { label } = world.source;
  if (isPreflight(request)) return respond(request, label, { status: 200, body: '' });
  try {
    const path = pathOf(request);
    if (!GEOCODING_PATHS.includes(path)) return respond(request, label, answerService(request, path, world));
    const redirect = admit(request, GEOCODING_HOSTS);
    return redirect === undefined ? answerGeocoding(request) : respond(request, label, redirect);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return respond(request, label, errorReply(error.message, error.status));
  }
};

const GEOCODING_PATHS = ['/v1/search', '/v1/get'];
const GEOCODING_HOSTS = ['geocoding-api'];

function pathOf({ url }: ApiRequest): string {
  const cut = url.search(/[?#]/);
  return cut < 0 ? url : url.slice(0, cut);
}
