import type { Cell } from '../cell.ts';
import { type Climate, climateOf } from './climate.ts';
import { BLOCK_HOURS, type Memory } from './noise.ts';
import { recent } from './recent.ts';
import type { Region } from './region.ts';

/** Blocks of one quantity in one cell that are kept: 4 KB each. */
const FIELD_BLOCKS = 1024;
const CLIMATES = 256;

/** What a field may look at while it makes its numbers for one cell and one block of hours. */
export interface Block {
  readonly cell: Cell;
  readonly climate: Climate;
  readonly firstHour: number;
  /** Another quantity of the same cell and hours, unrounded. */
  field(name: string): Float64Array;
  /** Noise shared with the neighbours; mean 0, variance 1. */
  shared(stream: string, memory: Memory): Float64Array;
  /** Noise of this cell alone; mean 0, variance 1. */
  own(stream: string, memory: Memory): Float64Array;
  buildUp(): Float64Array;
  chance(stream: string, index: number): number;
  /** One number for every hour; `hour` counts from 1970. */
  each(value: (index: number, hour: number) => number): Float64Array;
}

/** How one quantity follows from noise, climate, sun and other quantities. */
export type Field = (block: Block) => Float64Array;

/** Unrounded values of a field by place and block, made once. */
export type Fields = (cell: Cell, name: string, block: number) => Float64Array;

export function fieldsOf(table: Readonly<Record<string, Field>>, region: Region): Fields {
  const climates = recent<Climate>(CLIMATES);
  const blocks = recent<Float64Array>(FIELD_BLOCKS);
  const read: Fields = (cell, name, block) =>
    blocks(`${name}|${cell.key}|${block}`, () => {
      const field = table[name];
      if (field === undefined) throw new RangeError(`The simulation has no field named ${name}`);
      const firstHour = block * BLOCK_HOURS;
      return field({
        cell,
        climate: climates(cell.key, () => climateOf(cell)),
        firstHour,
        field: (other) => read(cell, other, block),
        shared: (stream, memory) => region.shared(stream, memory, cell, block),
        own: (stream, memory) => region.own(stream, memory, cell, block),
        buildUp: () => region.buildUp(cell, block),
        chance: (stream, index) => region.chance(stream, cell, index),
        each: (value) => Float64Array.from({ length: BLOCK_HOURS }, (_, i) => value(i, firstHour + i)),
      });
    });
  return read;
}
