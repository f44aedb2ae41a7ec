import type { PlaceRecord } from './place-record.ts';

/** Field numbers of Open-Meteo's `GeocodingApi.Geoname`. */
const FIELDS: Readonly<Record<keyof PlaceRecord, number>> = {
  ...{ id: 1, name: 2, latitude: 4, longitude: 5, elevation: 7, feature_code: 8, country_code: 9 },
  ...{ admin1_id: 10, admin2_id: 11, timezone: 14, population: 15 },
  ...{ country_id: 18, country: 19, admin1: 20, admin2: 21 },
};
const NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(FIELDS));
const FLOATS: ReadonlySet<string> = new Set(['latitude', 'longitude', 'elevation']);
const WIRE = { varint: 0, bytes: 2, fixed32: 5 } as const;

/** A place as a protocol buffer; empty and zero fields are left out. */
export function placeMessage(record: PlaceRecord): Uint8Array {
  return Buffer.concat(
    Object.entries(record).map(([name, value]: [string, string | number]) => {
      const field = NUMBERS.get(name);
      if (field === undefined || value === 0 || value === '') return Buffer.alloc(0);
      if (typeof value === 'string') return bytesField(field, Buffer.from(value));
      if (FLOATS.has(name)) return floatField(field, value);
      return Buffer.from([...tag(field, WIRE.varint), ...varint(value)]);
    }),
  );
}

/** The answer of a search: the places, then the time it took. */
export function resultsMessage(records: readonly PlaceRecord[], tookMs: number): Uint8Array {
  return Buffer.concat([
    ...records.map((record) => bytesField(1, placeMessage(record))),
    floatField(2, tookMs),
  ]);
}

function bytesField(field: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([...tag(field, WIRE.bytes), ...varint(value.length)]), value]);
}

function floatField(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([Buffer.from(tag(field, WIRE.fixed32)), bytes]);
}

function tag(field: number, wire: number): readonly number[] {
  return varint(field * 8 + wire);
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
