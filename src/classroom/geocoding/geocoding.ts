import type { ApiRequest, ApiResponse } from '../answer.ts';
import { floatText } from '../contract/float.ts';
import { Refusal, refuse } from '../contract/refusal.ts';
import { errorReply, JSON_TYPE, type Reply, respond } from '../contract/respond.ts';
import { type Gazetteer, gazetteerOf } from './gazetteer.ts';
import { type PlaceRecord, recordOf, recordText } from './place-record.ts';
import { loadPlaces } from './places.ts';
import { placeMessage, resultsMessage } from './protobuf.ts';
import { type Format, readGet, readSearch } from './query.ts';

const LABEL = 'GeoNames place data of 2023-03, CC BY 4.0';

const kept: { gazetteer?: Gazetteer } = {};

/** The place data is unpacked at the first question, so that a server that nobody asks for places does not wait. */
function gazetteer(): Gazetteer {
  kept.gazetteer ??= gazetteerOf(loadPlaces());
  return kept.gazetteer;
}

/**
 * Answers `/v1/search` and `/v1/get` as Open-Meteo's geocoding does, from GeoNames' places of 10,000 people and more,
 * seats of government, and all of Denmark. Times in the answer are those of this machine; all else is always the same.
 *
 * @example answerGeocoding({ method: 'GET', url: '/v1/search?name=Roskilde&count=1', … }).body // '{"results":[{"id":2614481,…'
 */
export function answerGeocoding(request: ApiRequest): ApiResponse {
  try {
    return respond(request, LABEL, replyTo(request));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return respond(request, LABEL, errorReply(error.message, error.status));
  }
}

function replyTo({ method, url }: ApiRequest): Reply {
  if (method !== 'GET' && method !== 'HEAD') refuse('Not Found', 404);
  const cut = url.indexOf('?');
  const query = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1).split('#', 1)[0]);
  const path = cut < 0 ? url : url.slice(0, cut);
  if (path === '/v1/search') return search(query);
  if (path === '/v1/get') return get(query);
  return refuse('Not Found', 404);
}

function search(query: URLSearchParams): Reply {
  const { format, ...wanted } = readSearch(query);
  const startedMs = performance.now();
  const found = gazetteer();
  const records = found.search(wanted).map((row) => recordOf(found, row, wanted.language));
  const tookMs = Math.fround(performance.now() - startedMs);
  if (format === 'protobuf') return encoded(format, () => resultsMessage(records, tookMs));
  return encoded(format, () => {
    const results = records.length === 0 ? '' : `"results":[${records.map(recordText).join(',')}],`;
    return `{${results}"generationtime_ms":${floatText(tookMs)}}`;
  });
}

function get(query: URLSearchParams): Reply {
  const { id, language, format } = readGet(query);
  const found = gazetteer();
  const row = found.rowOf(id);
  if (row === undefined) return refuse('Location ID not found.');
  const record: PlaceRecord = recordOf(found, row, language);
  return encoded(format, () => (format === 'protobuf' ? placeMessage(record) : recordText(record)));
}

function encoded(format: Format, encode: () => string | Uint8Array): Reply {
  const startedMs = performance.now();
  const body = encode();
  return {
    status: 200,
    type: format === 'protobuf' ? 'application/x-protobuf' : JSON_TYPE,
    headers: { 'x-encoding-time': `${performance.now() - startedMs} ms` },
    body,
  };
}
