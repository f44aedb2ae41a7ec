import { parseFloat32 } from './float.ts';
import type { Parameters } from './parameters.ts';
import { refuse, refuseWord } from './refusal.ts';

/** Numbers of a list; undefined when the parameter is absent. @throws {Refusal} */
export function readFloats(parameters: Parameters, name: string): readonly number[] | undefined {
  return parameters
    .get(name)
    ?.flatMap((item) => parts(item).map((part) => parseFloat32(part) ?? refuseWord('Float', item)));
}

/** Whole numbers of a list; undefined when the parameter is absent. @throws {Refusal} */
export function readIntegers(parameters: Parameters, name: string): readonly number[] | undefined {
  return parameters
    .get(name)
    ?.flatMap((item) => parts(item).map((part) => parseInteger(part) ?? refuseWord('Int', item)));
}

/** Items of a list, each through `read`; an absent parameter gives undefined. */
export function readList<Item>(
  parameters: Parameters,
  name: string,
  read: (part: string) => Item,
): readonly Item[] | undefined {
  return parameters.get(name)?.flatMap((item) => parts(item).map(read));
}

/** One whole number; of several the last one counts. @throws {Refusal} */
export function readInteger(parameters: Parameters, name: string): number | undefined {
  const text = parameters.get(name)?.at(-1);
  return text === undefined ? undefined : (parseInteger(text) ?? refuseType('Int', name));
}

/** @throws {Refusal} for anything but 1, 0, true, false and on */
export function readFlag(parameters: Parameters, name: string): boolean {
  const text = parameters.get(name)?.at(-1);
  if (text === undefined || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' || text === 'on' || refuseType('Bool', name);
}

/** One of some words; `type` is the service's name for the choice. @throws {Refusal} */
export function readWord<Word extends string>(
  parameters: Parameters,
  name: string,
  { type, words }: { readonly type: string; readonly words: readonly Word[] },
): Word | undefined {
  const text = parameters.get(name)?.at(-1);
  return text === undefined
    ? undefined
    : (words.find((word) => word === text) ?? refuseWord(type, text, name));
}

/** A percent-encoded comma separates too. */
const parts = (item: string): readonly string[] => item.split(',').filter((part) => part !== '');

function parseInteger(text: string): number | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

function refuseType(type: string, name: string): never {
  return refuse(
    `Value was not of type '${type}' at path '${name}'. Data found at '${name}' was not ${type}.`,
  );
}
