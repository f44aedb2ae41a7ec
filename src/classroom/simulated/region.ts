import type { Cell } from '../cell.ts';
import { BLOCK_HOURS, type Memory, smoothNoise, streamKey, uniform } from './noise.ts';
import { recent } from './recent.ts';

/** Weather systems are wide: noise lives on the nodes of a coarse lattice, and cells between nodes share it. */
const LATTICE = { latitudeStep: 4, longitudeStep: 6 } as const;
const COLUMNS = 360 / LATTICE.longitudeStep;

/** Days between two cold fronts that sweep the air clean, and how long a sweep takes. Judgement. */
const FRONT_SPACING_HOURS = 120;
const FRONT_JITTER = 0.7;
const CLEARING_HOURS = 7;

/** Blocks of node noise kept: 4 KB each. */
const NODE_BLOCKS = 1024;

/** Noise that neighbours share, for one seed. */
export interface Region {
  /** Mean 0, variance 1; near places are alike, places 1,000 km apart are independent. */
  shared(stream: string, memory: Memory, cell: Cell, block: number): Float64Array;
  /** Mean 0, variance 1; of this cell only. */
  own(stream: string, memory: Memory, cell: Cell, block: number): Float64Array;
  /** Mean 0, variance 1: dirt builds up slowly from front to front, then clears within hours. */
  buildUp(cell: Cell, block: number): Float64Array;
  /** A number from 0 to 1 for the `index`-th period of a stream, the same for near places. */
  chance(stream: string, cell: Cell, index: number): number;
}

export function region(seed: number): Region {
  const nodeNoise = recent<Float64Array>(NODE_BLOCKS);
  return {
    shared: (stream, memory, cell, block) => {
      const values = new Float64Array(BLOCK_HOURS);
      for (const { node, weight } of corners(cell)) {
        const noise = nodeNoise(`${stream}|${node}|${block}`, () =>
          smoothNoise(streamKey(seed, stream, node), block, memory),
        );
        for (let index = 0; index < BLOCK_HOURS; index += 1) {
          values[index] = (values[index] ?? 0) + weight * (noise[index] ?? 0);
        }
      }
      return values;
    },
    own: (stream, memory, cell, block) => smoothNoise(streamKey(seed, stream, cell.key), block, memory),
    buildUp: (cell, block) => sawtooth(streamKey(seed, 'front', nearestNode(cell)), block),
    chance: (stream, cell, index) => uniform(streamKey(seed, stream, nearestNode(cell)), index),
  };
}

interface Corner {
  readonly node: string;
  readonly weight: number;
}

/** The four lattice nodes around a cell. Weights have a square sum of 1, so the variance stays 1 everywhere. */
function corners(cell: Cell): readonly Corner[] {
  const y = cell.latitude / LATTICE.latitudeStep;
  const x = cell.longitude / LATTICE.longitudeStep;
  const [south, west] = [Math.floor(y), Math.floor(x)];
  const all = [
    { node: nodeName(south, west), weight: (south + 1 - y) * (west + 1 - x) },
    { node: nodeName(south, west + 1), weight: (south + 1 - y) * (x - west) },
    { node: nodeName(south + 1, west), weight: (y - south) * (west + 1 - x) },
    { node: nodeName(south + 1, west + 1), weight: (y - south) * (x - west) },
  ].filter((corner) => corner.weight > 0);
  const length = Math.hypot(...all.map((corner) => corner.weight));
  return all.map(({ node, weight }) => ({ node, weight: weight / length }));
}

function nearestNode(cell: Cell): string {
  return nodeName(
    Math.round(cell.latitude / LATTICE.latitudeStep),
    Math.round(cell.longitude / LATTICE.longitudeStep),
  );
}

function nodeName(row: number, column: number): string {
  return `${row}:${((column % COLUMNS) + COLUMNS) % COLUMNS}`;
}

/** Straight up from -1 to 1 between fronts, then down within the clearing hours. */
function sawtooth(key: number, block: number): Float64Array {
  const values = new Float64Array(BLOCK_HOURS);
  const frontAt = (slot: number) => FRONT_SPACING_HOURS * (slot + FRONT_JITTER * (uniform(key, slot) - 0.5));
  const first = block * BLOCK_HOURS;
  let slot = Math.floor(first / FRONT_SPACING_HOURS) - 1;
  let [last, next] = [frontAt(slot), frontAt(slot + 1)];
  for (let index = 0; index < BLOCK_HOURS; index += 1) {
    const hour = first + index;
    while (hour >= next) {
      slot += 1;
      [last, next] = [next, frontAt(slot + 1)];
    }
    const rise = (hour - last) / (next - last - CLEARING_HOURS);
    const fall = (next - hour) / CLEARING_HOURS;
    values[index] = (2 * Math.min(rise, fall, 1) - 1) * Math.sqrt(3);
  }
  return values;
}
