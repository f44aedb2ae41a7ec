/** How much of a pollutant is still acceptable, in µg/m³, by the time over which it is averaged. */
export interface Guideline {
  readonly year?: number;
  /** 24 hours, which a few days of a year may exceed. */
  readonly day?: number;
  /** Highest 8-hour mean of a day. */
  readonly eightHours?: number;
  readonly hour?: number;
}

/**
 * What the World Health Organization recommends.
 * Source: WHO global air quality guidelines, 2021, ISBN 978-92-4-003422-8.
 *
 * @example air.hourly.filter((row) => row.pm2_5 !== null && row.pm2_5 > WHO_2021.pm2_5.day)
 */
export const WHO_2021 = {
  pm2_5: { year: 5, day: 15 },
  pm10: { year: 15, day: 45 },
  nitrogen_dioxide: { year: 10, day: 25 },
  sulphur_dioxide: { day: 40 },
  ozone: { eightHours: 100 },
} as const satisfies Readonly<Record<string, Guideline>>;

/**
 * What is law in the European Union from 2030 on. Source: Directive (EU) 2024/2881, Annex I.
 *
 * @example EU_2030.pm2_5.year //=> 10
 */
export const EU_2030 = {
  pm2_5: { year: 10, day: 25 },
  pm10: { year: 20, day: 45 },
  nitrogen_dioxide: { year: 20, day: 50, hour: 200 },
} as const satisfies Readonly<Record<string, Guideline>>;
