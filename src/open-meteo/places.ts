/** A place to ask about. The name labels its rows; without one its coordinates do. */
export interface Place {
  readonly name?: string;
  /** Degrees north, -90 to 90. */
  readonly latitude: number;
  /** Degrees east, -180 to 180. */
  readonly longitude: number;
  /** IANA name, for example `Europe/Copenhagen`. */
  readonly timezone?: string;
}

/** Roskilde in Denmark. Coordinates: GeoNames 2614481, CC BY 4.0. */
export const ROSKILDE = {
  name: 'Roskilde',
  latitude: 55.64152,
  longitude: 12.08035,
  timezone: 'Europe/Copenhagen',
} as const satisfies Place;

/** Beijing in China. Coordinates: GeoNames 1816670, CC BY 4.0. */
export const BEIJING = {
  name: 'Beijing',
  latitude: 39.9075,
  longitude: 116.39723,
  timezone: 'Asia/Shanghai',
} as const satisfies Place;

/** The name, or the coordinates when there is none: `55.64°, 12.08°`. */
export const placeLabel = ({ name, latitude, longitude }: Place): string =>
  name ?? `${latitude.toFixed(2)}°, ${longitude.toFixed(2)}°`;
