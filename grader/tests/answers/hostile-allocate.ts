// Takes memory, outside the JavaScript heap as well. (3 GB and not all there is, should a wall be missing.)
const kept: unknown[] = [];

export async function hourlyPm25() {
  for (let i = 0; i < 180; i++) {
    kept.push(Buffer.alloc(16_000_000, i), new Array(100_000).fill(i));
  }
  return kept;
}
export const compareCities = hourlyPm25;
export const showCities = hourlyPm25;
