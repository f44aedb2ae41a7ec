import { cellOf } from '../cell.ts';
import { ANCHORS } from '../simulated/anchors.ts';
import { climateOf } from '../simulated/climate.ts';
import { recent } from '../simulated/recent.ts';
import type { Coordinates } from '../source.ts';

const CELLS_KEPT = 1024;
const heights = recent<number>(CELLS_KEPT);

/**
 * Height of the ground in metres, out of the heights of the cities around: right for a known city, a guess elsewhere.
 *
 * @example groundHeight({ latitude: 39.9075, longitude: 116.39723 }) // 47
 */
export function groundHeight(place: Coordinates): number {
  const cell = cellOf(place);
  return heights(cell.key, () => {
    const city = ANCHORS.find((anchor) => cellOf(anchor).key === cell.key);
    return Math.round((city ?? climateOf(cell)).elevationM);
  });
}
