import { refuse } from '../contract/refusal.ts';
import type { Search } from './gazetteer.ts';

export type Format = 'json' | 'protobuf';

const USUAL_COUNT = 10;
const MOST_COUNT = 100;
const MOST_ID = 2 ** 31 - 1;

/** Reads `/v1/search?…`. @throws {Refusal} in Open-Meteo's words */
export function readSearch(query: URLSearchParams): Search & { readonly format: Format } {
  const text = last(query, 'name');
  if (text === undefined) return missing('String', 'name');
  const [name = '', area = ''] = text.split(',').map((part) => part.trim());
  const countryCode = last(query, 'countryCode');
  const format = readFormat(query);
  const count = readInteger(query, 'count', 'Int') ?? USUAL_COUNT;
  if (count < 1 || count > MOST_COUNT) refuse('Parameter count must be between 1 and 100.');
  return {
    name,
    ...(area === '' ? {} : { area }),
    language: last(query, 'language') ?? 'en',
    ...(countryCode === undefined ? {} : { countryCode }),
    count,
    format,
  };
}

/** Reads `/v1/get?…`. @throws {Refusal} in Open-Meteo's words */
export function readGet(query: URLSearchParams): {
  readonly id: number;
  readonly language: string;
  readonly format: Format;
} {
  const id = readInteger(query, 'id', 'Int32') ?? missing('Int32', 'id');
  return { id, language: last(query, 'language') ?? 'en', format: readFormat(query) };
}

/** Of several values the last one counts. */
function last(query: URLSearchParams, name: string): string | undefined {
  return query.getAll(name).at(-1);
}

function readInteger(query: URLSearchParams, name: string, type: string): number | undefined {
  const text = last(query, name);
  if (text === undefined) return undefined;
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(value) <= MOST_ID) return value;
  return refuse(
    `Value was not of type '${type}' at path '${name}'. Data found at '${name}' was not ${type}.`,
  );
}

function readFormat(query: URLSearchParams): Format {
  const text = last(query, 'format') ?? 'json';
  if (text === 'json' || text === 'protobuf') return text;
  return refuse(
    `Data corrupted at path 'format'. Cannot initialize ProtobufSerializationFormat from invalid String value ${text}.`,
  );
}

function missing(type: string, name: string): never {
  return refuse(
    `No value found (expected type '${type}') at path '${name}'. No ${type} was found at '${name}'.`,
  );
}
