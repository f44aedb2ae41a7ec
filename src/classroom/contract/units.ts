import { Unit as UnitCode } from '@openmeteo/sdk/unit.js';

/** How a unit is written and how many decimals its values have. */
export interface Unit {
  /** As the answer writes it. The micro sign is the Greek letter mu, U+03BC. */
  readonly text: string;
  readonly decimals: number;
  readonly code: UnitCode;
}

export const UNITS = {
  undefined: { text: 'undefined', decimals: 0, code: UnitCode.undefined },
  micrograms: { text: '\u03bcg/m\u00b3', decimals: 1, code: UnitCode.micrograms_per_cubic_metre },
  grains: { text: 'grains/m\u00b3', decimals: 1, code: UnitCode.grains_per_cubic_metre },
  ppm: { text: 'ppm', decimals: 0, code: UnitCode.parts_per_million },
  number: { text: '', decimals: 2, code: UnitCode.dimensionless },
  flag: { text: '', decimals: 0, code: UnitCode.dimensionless_integer },
  europeanIndex: { text: 'EAQI', decimals: 0, code: UnitCode.european_air_quality_index },
  usIndex: { text: 'USAQI', decimals: 0, code: UnitCode.us_air_quality_index },
  celsius: { text: '°C', decimals: 1, code: UnitCode.celsius },
  fahrenheit: { text: '°F', decimals: 1, code: UnitCode.fahrenheit },
  percent: { text: '%', decimals: 0, code: UnitCode.percentage },
  hectopascal: { text: 'hPa', decimals: 1, code: UnitCode.hectopascal },
  kilometresPerHour: { text: 'km/h', decimals: 1, code: UnitCode.kilometres_per_hour },
  metresPerSecond: { text: 'm/s', decimals: 2, code: UnitCode.metre_per_second },
  milesPerHour: { text: 'mp/h', decimals: 1, code: UnitCode.miles_per_hour },
  knots: { text: 'kn', decimals: 1, code: UnitCode.knots },
  degrees: { text: '°', decimals: 0, code: UnitCode.degree_direction },
  millimetre: { text: 'mm', decimals: 2, code: UnitCode.millimetre },
  centimetre: { text: 'cm', decimals: 2, code: UnitCode.centimetre },
  inch: { text: 'inch', decimals: 3, code: UnitCode.inch },
  metre: { text: 'm', decimals: 2, code: UnitCode.metre },
  feet: { text: 'ft', decimals: 3, code: UnitCode.feet },
  weatherCode: { text: 'wmo code', decimals: 0, code: UnitCode.wmo_code },
  wattPerSquareMetre: { text: 'W/m²', decimals: 1, code: UnitCode.watt_per_square_metre },
  megajoulePerSquareMetre: { text: 'MJ/m²', decimals: 2, code: UnitCode.megajoule_per_square_metre },
  hours: { text: 'h', decimals: 1, code: UnitCode.hours },
  seconds: { text: 's', decimals: 2, code: UnitCode.seconds },
  iso8601: { text: 'iso8601', decimals: 0, code: UnitCode.iso8601 },
  unixtime: { text: 'unixtime', decimals: 0, code: UnitCode.unix_time },
} as const satisfies Record<string, Unit>;

export type UnitName = keyof typeof UNITS;

/** What the request wishes. */
export interface UnitWishes {
  readonly temperature: 'celsius' | 'fahrenheit';
  readonly wind: 'kmh' | 'ms' | 'mph' | 'kn';
  /** Inches for rain and snow, feet for sight. */
  readonly isImperial: boolean;
}

/** From the default unit of a variable to the wished one. */
export interface Conversion {
  readonly unit: Unit;
  /** Undefined when the values stay as they are. */
  readonly of?: (value: number) => number;
}

const WIND: Readonly<Record<UnitWishes['wind'], Conversion>> = {
  kmh: { unit: UNITS.kilometresPerHour },
  ms: { unit: UNITS.metresPerSecond, of: (kmh) => kmh / 3.6 },
  mph: { unit: UNITS.milesPerHour, of: (kmh) => kmh / 1.609344 },
  kn: { unit: UNITS.knots, of: (kmh) => kmh / 1.852 },
};

/** How values in `unit` are shown to someone with these wishes. */
export function conversionOf(unit: UnitName, { temperature, wind, isImperial }: UnitWishes): Conversion {
  if (unit === 'kilometresPerHour') return WIND[wind];
  if (unit === 'celsius' && temperature === 'fahrenheit')
    return { unit: UNITS.fahrenheit, of: (celsius) => celsius * 1.8 + 32 };
  if (isImperial && unit === 'millimetre') return { unit: UNITS.inch, of: (mm) => mm / 25.4 };
  if (isImperial && unit === 'centimetre') return { unit: UNITS.inch, of: (cm) => cm / 2.54 };
  if (isImperial && unit === 'metre') return { unit: UNITS.feet, of: (metre) => metre / 0.3048 };
  return { unit: UNITS[unit] };
}
