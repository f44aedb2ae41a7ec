import { cellOf } from './cell.ts';
import { isAirMeasure, SUN_VARIABLE } from './recorded-variables.ts';
import type { RecordedPlace, Snapshot } from './snapshot.ts';
import type { Coordinates, EpochHour, Source } from './source.ts';

/** A place this near to a recorded one (half a grid step) gets its values, degrees. */
const NEAR_DEGREES = 0.05;
/** Coordinates arrive as float32. */
const FLOAT_SLACK = 1e-5;

/**
 * The recorded values, exactly, for the recorded places, and null for hours outside the recording. Other places, the
 * weather, and `is_day` outside the recording come from `elsewhere`, which the label names too: nothing of it is
 * passed off as Open-Meteo's.
 *
 * @example
 * const source = sealed(readSnapshot(path), { elsewhere: simulated({ seed: 7 }) });
 * source.label; // 'Open-Meteo snapshot of 2026-11-24T09:00Z; elsewhere simulated, seed 7'
 */
export function sealed(snapshot: Snapshot, { elsewhere }: { readonly elsewhere: Source }): Source {
  const placeAt = finder(snapshot.places);
  return {
    // A recording of simulated data stays simulated, whatever file it went through.
    kind: snapshot.data === 'open-meteo' ? 'sealed' : 'simulated',
    label: `${labelOf(snapshot)}; elsewhere ${elsewhere.label}`,
    modelRuns: snapshot.modelRuns,
    holds: (place, variable) => {
      const recorded = isAirMeasure(variable) ? placeAt(place) : undefined;
      return recorded === undefined
        ? elsewhere.holds(place, variable)
        : Object.hasOwn(recorded.series, variable);
    },
    read: (place, variable, from, count, nowMs) => {
      const recorded = placeAt(place);
      if (recorded !== undefined && isAirMeasure(variable)) return window(recorded, variable, from, count);
      const values = elsewhere.read(place, variable, from, count, nowMs);
      if (recorded === undefined || variable !== SUN_VARIABLE) return values;
      return window(recorded, variable, from, count).map((value, index) => value ?? values[index] ?? null);
    },
  };
}

function labelOf({ data, takenAt }: Snapshot): string {
  const at = `${takenAt.slice(0, 16)}Z`;
  return data === 'open-meteo' ? `Open-Meteo snapshot of ${at}` : `simulated data, snapshot of ${at}`;
}

/** The nearest recorded place that is near enough or lies in the cell that the API reported. */
function finder(places: readonly RecordedPlace[]): (place: Coordinates) => RecordedPlace | undefined {
  const withCells = places.map((recorded) => ({ recorded, cell: cellOf(recorded.reported).key }));
  return (place) => {
    const cell = cellOf(place).key;
    return withCells
      .map(({ recorded, cell: own }) => ({ recorded, away: away(place, recorded), isSameCell: own === cell }))
      .filter(({ away, isSameCell }) => isSameCell || away <= NEAR_DEGREES + FLOAT_SLACK)
      .sort((a, b) => a.away - b.away)[0]?.recorded;
  };
}

/** The larger of the two differences, degrees; the long way round counts as the short one. */
function away(a: Coordinates, b: Coordinates): number {
  const east = Math.abs(a.longitude - b.longitude) % 360;
  return Math.max(Math.abs(a.latitude - b.latitude), Math.min(east, 360 - east));
}

function window(
  { series, firstHour }: RecordedPlace,
  variable: string,
  from: EpochHour,
  count: number,
): readonly (number | null)[] {
  const values = Object.hasOwn(series, variable) ? (series[variable] ?? []) : [];
  return Array.from({ length: count }, (_, index) => values[from - firstHour + index] ?? null);
}
