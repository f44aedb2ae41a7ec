/** Values are made and kept in blocks of this many hours, aligned to 1970, so any window sees the same numbers. */
export const BLOCK_HOURS = 512;

/** How long a process remembers, in hours: `slow` is its decay time, `fast` rounds off its hourly jumps. */
export interface Memory {
  readonly slowHours: number;
  readonly fastHours: number;
}

/** A start older than this many slow times adds less than exp(-6) = 0.2 %. */
const WARM_UP_TIMES = 6;

/** A 32-bit key for one stream of random numbers, from words that name it. */
export function streamKey(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return mix(hash);
}

/** The random number of `index` in a stream, 0 (included) to 1 (excluded). */
export function uniform(key: number, index: number): number {
  return mix(key ^ Math.imul(index, 0x9e3779b1)) / 2 ** 32;
}

/**
 * One block of a stationary process with mean 0 and variance 1: white noise through two first-order filters
 * (an Ornstein-Uhlenbeck process whose jumps are rounded off). With 22 h and 2 h its autocorrelation is
 * 0.99 at 1 h, 0.83 at 6 h, 0.64 at 12 h and 0.37 at 24 h.
 */
export function smoothNoise(key: number, block: number, { slowHours, fastHours }: Memory): Float64Array {
  const slow = Math.exp(-1 / slowHours);
  const fast = Math.exp(-1 / fastHours);
  const scale = Math.sqrt(6 / cascadeVariance(slow, fast));
  const firstHour = block * BLOCK_HOURS;
  const warmUp = Math.ceil(slowHours * WARM_UP_TIMES);
  const values = new Float64Array(BLOCK_HOURS);
  let first = 0;
  let second = 0;
  for (let offset = -warmUp; offset < BLOCK_HOURS; offset += 1) {
    first = slow * first + triangular(key, firstHour + offset);
    second = fast * second + first;
    if (offset >= 0) values[offset] = second * scale;
  }
  return values;
}

/** Variance of two first-order filters in a row, for white noise of variance 1. */
function cascadeVariance(slow: number, fast: number): number {
  const product = slow * fast;
  return (1 + product) / ((1 - product) * ((1 + product) ** 2 - (slow + fast) ** 2));
}

/** Mean 0, variance 1/6, from -1 to 1. */
function triangular(key: number, index: number): number {
  const bits = mix(key ^ Math.imul(index, 0x9e3779b1));
  return ((bits & 0xffff) + (bits >>> 16)) / 65535 - 1;
}

/** An integer hash with little bias (the finaliser known as lowbias32). */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
