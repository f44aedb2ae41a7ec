import type { Coordinates } from '../source.ts';

/** A regular grid of a model, degrees. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly south: number;
  readonly west: number;
  readonly step: number;
  /** Rows count from north to south. */
  readonly isFromNorth?: boolean;
}

const f = Math.fround;
const FULL_CIRCLE = 359;

/** Readers of one service in order: the last one that contains the place is the one that is reported. */
export const GRIDS = {
  camsGlobal: { columns: 900, rows: 451, south: -90, west: -180, step: 0.4 },
  greenhouse: { columns: 3600, rows: 1801, south: -90, west: -180, step: 0.1 },
  camsEurope: { columns: 700, rows: 420, south: 71.95, west: -24.95, step: 0.1, isFromNorth: true },
  reanalysis: { columns: 700, rows: 420, south: 30.05, west: -24.95, step: 0.1 },
  before2020: { columns: 701, rows: 421, south: 30, west: -25, step: 0.1 },
  before2018: { columns: 701, rows: 401, south: 30, west: -25, step: 0.1 },
  weatherGlobal: { columns: 2880, rows: 1441, south: -90, west: -180, step: 0.125 },
  weatherEurope: { columns: 1377, rows: 657, south: 29.5, west: -23.5, step: 0.0625 },
  archive: { columns: 1440, rows: 721, south: -90, west: -180, step: 0.25 },
} as const satisfies Record<string, Grid>;

export type GridName = keyof typeof GRIDS;

/**
 * The grid point that an answer reports for a place, in 32-bit floats, or undefined when no grid contains it.
 *
 * @example gridPoint({ latitude: 55.64152, longitude: 12.08035 }, ['greenhouse', 'before2018']) // 55.6, 12.100002
 */
export function gridPoint(place: Coordinates, grids: readonly GridName[]): Coordinates | undefined {
  for (let index = grids.length - 1; index >= 0; index -= 1) {
    const name = grids[index];
    const point = name === undefined ? undefined : snap(place, GRIDS[name]);
    if (point !== undefined) return point;
  }
  return undefined;
}

/** Every step in 32-bit floats, because the service computes so and its last digits show it. */
function snap({ latitude, longitude }: Coordinates, grid: Grid): Coordinates | undefined {
  const [step, south, west] = [f(grid.step), f(grid.south), f(grid.west)];
  const stepUp = grid.isFromNorth === true ? -step : step;
  const row = Math.round(f(f(f(latitude) - south) / stepUp));
  const steps = Math.round(f(f(f(longitude) - west) / step));
  // Round the Earth, 180 degrees east is 180 degrees west.
  const column = grid.columns * grid.step >= FULL_CIRCLE ? steps % grid.columns : steps;
  if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) return undefined;
  return { latitude: f(south + f(row * stepUp)), longitude: f(west + f(column * step)) };
}
