import { types } from 'node:util';
import { DEEPEST_VALUE } from '../messages.ts';

/** JSON, or why the value cannot be told. */
export type Encoded = { readonly text: string } | { readonly problem: string };

const LARGEST_TEXT = 2_000_000;
const TOO_LARGE = 'returned more than 2 MB of data';

// Taken before the answer runs: replaced ones would spoil its own results.
const quote = JSON.stringify;
const { apply } = Reflect;
const { isArray } = Array;
const { isFinite: isFiniteNumber, isSafeInteger } = Number;
const { keys } = Object;
const { toISOString, getTime } = Date.prototype;
const { isDate, isMap, isSet, isPromise, isTypedArray, isNativeError, isBoxedPrimitive } = types;
const forEachOfMap = Map.prototype.forEach;
const forEachOfSet = Set.prototype.forEach;

/**
 * Makes JSON of whatever an answer returned, for a reader that has never seen the value. What JSON lacks is marked:
 * `Date` → `{ $date }`, `Map` → `{ $map: [[key, value]] }`, `Set` → `{ $set }`, a promise that was not awaited →
 * `{ $promise: true }`, functions and symbols by name. `undefined`, `NaN` and infinities are `null`, typed arrays are
 * lists, `toJSON` counts. Nothing of `JSON.stringify` is left to an answer that has replaced it.
 *
 * @throws whatever a getter, a proxy or a `toJSON` of the answer throws.
 * @example encode({ at: new Date(0), pm25: NaN }) // { text: '{"at":{"$date":"1970-01-01T00:00:00.000Z"},"pm25":null}' }
 */
export function encode(value: unknown): Encoded {
  const writer = { text: '', depth: 0, problem: '' };
  write(writer, value);
  return writer.problem === '' ? { text: writer.text } : { problem: writer.problem };
}

interface Writer {
  text: string;
  depth: number;
  problem: string;
}

function write(writer: Writer, value: unknown): void {
  if (writer.problem !== '') return;
  if (typeof value === 'object' && value !== null) writeObject(writer, value);
  else if (typeof value === 'string' && value.length > LARGEST_TEXT) writer.problem = TOO_LARGE;
  else writer.text += primitive(value);
  if (writer.text.length > LARGEST_TEXT) writer.problem = TOO_LARGE;
}

function primitive(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return isFiniteNumber(value) ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return isSafeInteger(Number(value)) ? `${value}` : `"${value}"`;
    case 'function':
      return `{"$function":${quote(`${value.name}`)}}`;
    case 'symbol':
      return `{"$symbol":${quote(value.description ?? '')}}`;
    default:
      return 'null';
  }
}

function writeObject(writer: Writer, value: object): void {
  writer.depth += 1;
  // Also what ends a value that contains itself.
  if (writer.depth > DEEPEST_VALUE - 4)
    writer.problem = 'returned data that contains itself, or is nested more than 60 levels deep';
  else if (isDate(value)) writer.text += `{"$date":${dateText(value)}}`;
  else if (isPromise(value)) writer.text += '{"$promise":true}';
  else if (isBoxedPrimitive(value)) write(writer, value.valueOf());
  else if (isMap(value)) writeMarked(writer, '$map', entriesOf(value));
  else if (isSet(value)) writeMarked(writer, '$set', membersOf(value));
  else if (isArray(value) || isTypedArray(value)) writeList(writer, value);
  else if (isNativeError(value)) writeRecord(writer, { name: value.name, message: value.message });
  else writeWithToJson(writer, value);
  writer.depth -= 1;
}

function writeWithToJson(writer: Writer, value: object): void {
  const toJson: unknown = 'toJSON' in value ? value.toJSON : undefined;
  const replaced: unknown = typeof toJson === 'function' ? apply(toJson, value, ['']) : value;
  if (replaced === value) writeRecord(writer, value);
  else write(writer, replaced);
}

function writeList(writer: Writer, list: ArrayLike<unknown>): void {
  writer.text += '[';
  for (let index = 0; index < list.length && writer.problem === ''; index += 1) {
    if (index > 0) writer.text += ',';
    write(writer, list[index]);
  }
  writer.text += ']';
}

function writeRecord(writer: Writer, record: object): void {
  writer.text += '{';
  let isFirst = true;
  const names = keys(record);
  for (let index = 0; index < names.length && writer.problem === ''; index += 1) {
    const name = names[index];
    // A reader that copies fields one by one would change a prototype with this one.
    if (name === undefined || name === '__proto__') continue;
    writer.text += `${isFirst ? '' : ','}${quote(name)}:`;
    isFirst = false;
    write(writer, Reflect.get(record, name));
  }
  writer.text += '}';
}

function writeMarked(writer: Writer, mark: string, list: readonly unknown[]): void {
  writer.text += `{"${mark}":`;
  writeList(writer, list);
  writer.text += '}';
}

function dateText(date: Date): string {
  return isFiniteNumber(apply(getTime, date, [])) ? `"${apply(toISOString, date, [])}"` : 'null';
}

function entriesOf(map: ReadonlyMap<unknown, unknown>): unknown[] {
  const entries: unknown[] = [];
  const add = (value: unknown, key: unknown): void => {
    entries[entries.length] = [key, value];
  };
  apply(forEachOfMap, map, [add]);
  return entries;
}

function membersOf(set: ReadonlySet<unknown>): unknown[] {
  const members: unknown[] = [];
  const add = (value: unknown): void => {
    members[members.length] = value;
  };
  apply(forEachOfSet, set, [add]);
  return members;
}
