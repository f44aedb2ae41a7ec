import type { Coordinates } from './source.ts';

/** The 0.1° square that a place falls into: all places in it share their air and weather. */
export interface Cell extends Coordinates {
  readonly key: string;
  /** Inside the European model, which knows more substances. */
  readonly isEurope: boolean;
}

const STEPS_PER_DEGREE = 10;
/** Edges of the CAMS European grid, in degrees. */
const EUROPE = { south: 30.05, north: 71.95, west: -24.95, east: 44.95 } as const;

/** Float32 first, because the API reads coordinates so: 55.64 and its float32 neighbour are one place. */
export function cellOf(place: Coordinates): Cell {
  const row = Math.round(Math.fround(place.latitude) * STEPS_PER_DEGREE);
  const around = 360 * STEPS_PER_DEGREE;
  const wrapped = Math.round(Math.fround(place.longitude) * STEPS_PER_DEGREE) + around / 2;
  const column = (((wrapped % around) + around) % around) - around / 2;
  const latitude = row / STEPS_PER_DEGREE;
  const longitude = column / STEPS_PER_DEGREE;
  return { latitude, longitude, key: `${row},${column}`, isEurope: isInEurope({ latitude, longitude }) };
}

function isInEurope({ latitude, longitude }: Coordinates): boolean {
  return (
    latitude >= EUROPE.south &&
    latitude <= EUROPE.north &&
    longitude >= EUROPE.west &&
    longitude <= EUROPE.east
  );
}
