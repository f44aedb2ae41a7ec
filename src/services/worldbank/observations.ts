import { mixed } from '../mixed.ts';

/** One year of one country. `date` is text, `value` may be null. */
export interface Observation {
  readonly indicator: { readonly id: string; readonly value: string };
  readonly country: { readonly id: string; readonly value: string };
  readonly countryiso3code: string;
  readonly date: string;
  readonly value: number | null;
  readonly unit: '';
  readonly obs_status: '';
  readonly decimal: number;
}

interface Country {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
  /** PM2.5 around 2010, and how much of it is left a year later. */
  readonly pm25: number;
  readonly kept: number;
  readonly millions: number;
}

const COUNTRIES: readonly Country[] = [
  { iso2: 'DK', iso3: 'DNK', name: 'Denmark', pm25: 12.4, kept: 0.973, millions: 5.5 },
  { iso2: 'CN', iso3: 'CHN', name: 'China', pm25: 68, kept: 0.955, millions: 1_338 },
  { iso2: 'IN', iso3: 'IND', name: 'India', pm25: 62, kept: 0.985, millions: 1_240 },
  { iso2: 'PL', iso3: 'POL', name: 'Poland', pm25: 25, kept: 0.975, millions: 38 },
  { iso2: 'PE', iso3: 'PER', name: 'Peru', pm25: 29, kept: 0.98, millions: 29 },
];
const INDICATORS: Readonly<Record<string, { readonly name: string; readonly decimal: number }>> = {
  'EN.ATM.PM25.MC.M3': { name: 'PM2.5 air pollution, mean annual exposure (simulated)', decimal: 2 },
  'SP.POP.TOTL': { name: 'Population, total (simulated)', decimal: 0 },
};
const FIRST_YEAR = 2000;
const LAST_YEAR = 2025;
/** Values come late: the newest years are there, and empty. */
const LAST_PM25 = 2023;

/** Invented yearly values, newest first; undefined when a country or the indicator is unknown. */
export function observationsOf(asked: {
  readonly countries: string;
  readonly indicator: string;
  readonly from: number;
  readonly to: number;
}): readonly Observation[] | undefined {
  const id = asked.indicator.toUpperCase();
  const indicator = INDICATORS[id];
  const countries = countriesOf(asked.countries);
  if (indicator === undefined || countries === undefined) return undefined;
  const from = Math.max(FIRST_YEAR, asked.from);
  const years = Array.from(
    { length: Math.max(0, Math.min(LAST_YEAR, asked.to) - from + 1) },
    (_, index) => from + index,
  ).reverse();
  return countries.flatMap((country) =>
    years.map((year) => ({
      indicator: { id, value: indicator.name },
      country: { id: country.iso2, value: country.name },
      countryiso3code: country.iso3,
      date: String(year),
      value: yearlyValue(id, country, year),
      unit: '' as const,
      obs_status: '' as const,
      decimal: indicator.decimal,
    })),
  );
}

function countriesOf(list: string): readonly Country[] | undefined {
  if (list.toLowerCase() === 'all') return COUNTRIES;
  const found = list
    .toUpperCase()
    .split(';')
    .map((code) => COUNTRIES.find(({ iso2, iso3 }) => code === iso2 || code === iso3));
  const known = found.filter((country) => country !== undefined);
  return known.length === found.length ? known : undefined;
}

function yearlyValue(id: string, { iso3, pm25, kept, millions }: Country, year: number): number | null {
  if (id === 'SP.POP.TOTL') return Math.round(millions * 1e6 * 1.006 ** (year - 2010));
  if (year > LAST_PM25) return null;
  return Math.round(pm25 * kept ** (year - 2010) * (0.97 + 0.06 * mixed(iso3, year)) * 1e6) / 1e6;
}
