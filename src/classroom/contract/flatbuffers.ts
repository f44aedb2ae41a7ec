import type { Aggregation } from '@openmeteo/sdk/aggregation.js';
import { Builder } from 'flatbuffers';
import { generationMs } from './json.ts';
import type { Column, ModelAnswer, PlaceAnswer, Section } from './sections.ts';

/**
 * Messages of the service's FlatBuffers schema (weather_api.fbs), each with its size in front, one for each place and
 * model. The official package reads this schema only, so tables are written here by the numbers of their fields.
 */
export function flatbuffersBytes(places: readonly PlaceAnswer[]): Uint8Array {
  const messages = places.flatMap((place) => place.models.map((answer) => message(place, answer)));
  const bytes = new Uint8Array(messages.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of messages) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Field numbers of the tables in the schema. */
const RESPONSE = {
  ...{ latitude: 0, longitude: 1, elevation: 2, generationTimeMs: 3, locationId: 4, model: 5 },
  ...{ utcOffsetSeconds: 6, timezone: 7, abbreviation: 8, current: 9, daily: 10, hourly: 11, minutely15: 12 },
} as const;
const RESPONSE_FIELDS = 15;
const SECTION = { time: 0, timeEnd: 1, interval: 2, variables: 3 } as const;
const SECTION_FIELDS = 4;
const COLUMN = {
  variable: 0,
  unit: 1,
  value: 2,
  values: 3,
  moments: 4,
  altitude: 5,
  aggregation: 6,
} as const;
const COLUMN_FIELDS = 13;
const FIRST_BYTES = 4096;

function message({ spot, elevation }: PlaceAnswer, { model, point, sections }: ModelAnswer): Uint8Array {
  const builder = new Builder(FIRST_BYTES);
  const tables = sections.map((section) => ({ name: section.name, at: sectionTable(builder, section) }));
  const { zone, locationId } = spot;
  const text = (value: string) => (value === 'GMT' ? 0 : builder.createString(value));
  const [timezone, abbreviation] = [text(zone.name), text(zone.abbreviation)];
  const tableOf = (...names: readonly string[]) => tables.find(({ name }) => names.includes(name))?.at ?? 0;
  builder.startObject(RESPONSE_FIELDS);
  builder.addFieldFloat32(RESPONSE.latitude, point.latitude, 0);
  builder.addFieldFloat32(RESPONSE.longitude, point.longitude, 0);
  builder.addFieldFloat32(RESPONSE.elevation, elevation ?? Number.NaN, 0);
  builder.addFieldFloat32(RESPONSE.generationTimeMs, generationMs(sections), 0);
  builder.addFieldInt64(RESPONSE.locationId, BigInt(locationId), 0n);
  builder.addFieldInt8(RESPONSE.model, model.code, 0);
  builder.addFieldInt32(RESPONSE.utcOffsetSeconds, zone.offsetSeconds, 0);
  builder.addFieldOffset(RESPONSE.timezone, timezone, 0);
  builder.addFieldOffset(RESPONSE.abbreviation, abbreviation, 0);
  builder.addFieldOffset(RESPONSE.current, tableOf('current', 'current_weather'), 0);
  builder.addFieldOffset(RESPONSE.daily, tableOf('daily'), 0);
  builder.addFieldOffset(RESPONSE.hourly, tableOf('hourly'), 0);
  builder.addFieldOffset(RESPONSE.minutely15, tableOf('minutely_15'), 0);
  builder.finishSizePrefixed(builder.endObject());
  return builder.asUint8Array();
}

function sectionTable(builder: Builder, { name, axis, columns }: Section): number {
  const isSingle = name === 'current' || name === 'current_weather';
  const tables = columns.map((column) => columnTable(builder, column, isSingle));
  const variables = offsets(builder, tables);
  const { first, stepSeconds, count } = axis;
  builder.startObject(SECTION_FIELDS);
  builder.addFieldInt64(SECTION.time, BigInt(first), 0n);
  builder.addFieldInt64(SECTION.timeEnd, BigInt(first + count * stepSeconds), 0n);
  builder.addFieldInt32(SECTION.interval, stepSeconds, 0);
  builder.addFieldOffset(SECTION.variables, variables, 0);
  return builder.endObject();
}

function columnTable(builder: Builder, column: Column, isSingle: boolean): number {
  const { values, isTime, code, unit, altitude } = column;
  const aggregation: Aggregation = column.aggregation;
  const list = isSingle ? 0 : isTime ? moments(builder, values) : floats(builder, values);
  builder.startObject(COLUMN_FIELDS);
  builder.addFieldInt8(COLUMN.variable, code, 0);
  builder.addFieldInt8(COLUMN.unit, unit.code, 0);
  if (isSingle) builder.addFieldFloat32(COLUMN.value, values[0] ?? Number.NaN, 0);
  builder.addFieldOffset(isTime ? COLUMN.moments : COLUMN.values, list, 0);
  builder.addFieldInt16(COLUMN.altitude, altitude, 0);
  builder.addFieldInt8(COLUMN.aggregation, aggregation, 0);
  return builder.endObject();
}

/** Vectors are written from their last item to their first. */
function floats(builder: Builder, values: Column['values']): number {
  builder.startVector(4, values.length, 4);
  for (let index = values.length - 1; index >= 0; index -= 1) builder.addFloat32(values[index] ?? Number.NaN);
  return builder.endVector();
}

function moments(builder: Builder, values: Column['values']): number {
  builder.startVector(8, values.length, 8);
  for (let index = values.length - 1; index >= 0; index -= 1) builder.addInt64(BigInt(values[index] ?? 0));
  return builder.endVector();
}

function offsets(builder: Builder, tables: readonly number[]): number {
  builder.startVector(4, tables.length, 4);
  for (let index = tables.length - 1; index >= 0; index -= 1) builder.addOffset(tables[index] ?? 0);
  return builder.endVector();
}
