import type { ApiRequest, World } from '../answer.ts';
import { admit } from './access.ts';
import { APIS, type Api } from './apis.ts';
import { csvFileName, csvText } from './csv.ts';
import { readFloats } from './decode.ts';
import { groundHeight } from './elevation.ts';
import { flatbuffersBytes } from './flatbuffers.ts';
import { floatText } from './float.ts';
import { jsonText } from './json.ts';
import { modelMetaText } from './model-meta.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { type Query, readQuery } from './query.ts';
import { refuse } from './refusal.ts';
import { JSON_TYPE, type Reply } from './respond.ts';
import { answerPlaces, type PlaceAnswer } from './sections.ts';
import { checkDegrees } from './spots.ts';

const MOST_HEIGHTS = 100;

/**
 * Answers the services of the air, the weather, the ground's height and the model runs.
 *
 * @throws {Refusal} with the service's reason; 404 for a path that none of them has
 */
export function answerService(request: ApiRequest, path: string, world: World): Reply {
  const meta = modelMetaText(path, world);
  if (meta !== undefined && isReading(request)) return { status: 200, type: JSON_TYPE, body: meta };
  const api = Object.hasOwn(APIS, path) ? APIS[path] : undefined;
  const hosts = api?.hosts ?? (path === '/v1/elevation' ? ['api'] : undefined);
  if (hosts === undefined || !(isReading(request) || request.method === 'POST'))
    return refuse('Not Found', 404);
  const redirect = admit(request, hosts);
  if (redirect !== undefined) return redirect;
  const parameters = readParameters(request);
  return api === undefined ? heights(parameters) : hourlyAndDaily(parameters, api, world);
}

const isReading = ({ method }: ApiRequest): boolean => method === 'GET' || method === 'HEAD';

function hourlyAndDaily(parameters: Parameters, api: Api, world: World): Reply {
  const query = readQuery(parameters, api, world.nowMs);
  if (query.format === 'xlsx')
    refuse('This server does not write format xlsx. Use json, csv or flatbuffers.');
  return written(answerPlaces(query, world), query);
}

function written(places: readonly PlaceAnswer[], query: Query): Reply {
  switch (query.format) {
    case 'csv':
      return {
        status: 200,
        type: 'text/csv; charset=utf-8',
        headers: { 'content-disposition': `attachment; filename="${csvFileName(places)}"` },
        body: csvText(places, query),
      };
    case 'flatbuffers':
      return { status: 200, type: 'application/octet-stream', body: flatbuffersBytes(places) };
    default:
      return { status: 200, type: JSON_TYPE, body: jsonText(places, query) };
  }
}

function heights(parameters: Parameters): Reply {
  const latitudes = readFloats(parameters, 'latitude') ?? [];
  const longitudes = readFloats(parameters, 'longitude') ?? [];
  if (latitudes.length !== longitudes.length)
    refuse("Parameter 'latitude' and 'longitude' must have the same number of elements");
  if (latitudes.length === 0) refuse("Parameter 'latitude' and 'longitude' must not be empty");
  if (latitudes.length > MOST_HEIGHTS)
    refuse(`Parameter 'latitude' and 'longitude' must not exceed ${MOST_HEIGHTS} coordinates.`);
  const metres = latitudes.map((latitude, index) => {
    const longitude = longitudes[index] ?? Number.NaN;
    checkDegrees('Latitude', latitude, 90);
    checkDegrees('Longitude', longitude, 180);
    return floatText(groundHeight({ latitude, longitude }));
  });
  return { status: 200, type: 'application/json', body: `{"elevation":[${metres.join(',')}]}` };
}
