/** One step of the European air quality index. */
export interface Band {
  readonly id: string;
  readonly name: string;
  /** Up to here, included. */
  readonly to: number;
}

/** The names of the European Environment Agency. The index of the USA has other steps and other names. */
const BANDS: readonly Band[] = [
  { id: 'good', name: 'good', to: 20 },
  { id: 'fair', name: 'fair', to: 40 },
  { id: 'moderate', name: 'moderate', to: 60 },
  { id: 'poor', name: 'poor', to: 80 },
  { id: 'very-poor', name: 'very poor', to: 100 },
  { id: 'extreme', name: 'extremely poor', to: Number.POSITIVE_INFINITY },
];
const NO_DATA: Band = { id: 'unknown', name: 'no data', to: Number.NaN };

/** @example bandOf(34).name // 'fair' */
export function bandOf(aqi: number | null): Band {
  if (aqi === null) return NO_DATA;
  return BANDS.find(({ to }) => aqi <= to) ?? NO_DATA;
}
