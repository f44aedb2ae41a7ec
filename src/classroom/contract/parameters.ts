import type { ApiRequest } from '../answer.ts';
import { refuse } from './refusal.ts';

/**
 * What a request asks, by name. A parameter may be given several times and each time hold a list: `a,b` and `a|b` are
 * two items, `a%2Cb` is one item with a comma in it. The order is kept.
 */
export type Parameters = ReadonlyMap<string, readonly string[]>;

const MOST_BODY_CHARACTERS = 128 * 1024;
const SEPARATORS = /[,|]/;

/**
 * Reads the query of a GET, or the form or JSON body of a POST.
 *
 * @throws {Refusal} a damaged body, an unknown kind of body
 * @example readParameters({ method: 'GET', url: '/v1/air-quality?hourly=pm10,pm2_5', … }).get('hourly') // ['pm10', 'pm2_5']
 */
export function readParameters({ method, url, headers, body = '' }: ApiRequest): Parameters {
  if (method !== 'POST') return readForm(queryOf(url));
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (body.length > MOST_BODY_CHARACTERS) refuse('Payload Too Large', 413);
  if (type === 'application/x-www-form-urlencoded') return readForm(body);
  if (type === 'application/json') return readJson(body);
  return refuse(type ? `Can't decode data of type ${type}` : "Can't decode data without a content type", 415);
}

function queryOf(url: string): string {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : url.slice(start + 1);
  const end = query.indexOf('#');
  return end < 0 ? query : query.slice(0, end);
}

function readForm(text: string): Parameters {
  const parameters = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = nameOf(decode(cut < 0 ? pair : pair.slice(0, cut)));
    const items = (cut < 0 ? '' : pair.slice(cut + 1)).split(SEPARATORS).map(decode);
    const known = parameters.get(name);
    if (known === undefined) parameters.set(name, items);
    else for (const item of items) known.push(item);
  }
  return parameters;
}

/** Clients write lists as `latitude[]=` or `latitude[0]=` too. */
function nameOf(key: string): string {
  return key.endsWith(']') ? key.replace(/\[\d*\]$/, '') : key;
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return refuse('Malformed form-urlencoded key encountered');
  }
}

function readJson(text: string): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse("Data corrupted at path ''. The given data was not valid JSON.");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse("Value was not of type 'Dictionary<String, Any>' at path ''. Expected an object.");
  return new Map(
    Object.entries(value)
      .filter(([, given]) => given !== null)
      .map(([name, given]) => [
        name,
        (Array.isArray(given) ? given : [given]).map((item) => wordOf(item, name)),
      ]),
  );
}

function wordOf(item: unknown, name: string): string {
  if (typeof item === 'string') return item;
  if (typeof item === 'number' || typeof item === 'boolean') return String(item);
  return refuse(`Value was not of type 'String' at path '${name}'. Expected a text or a number.`);
}
