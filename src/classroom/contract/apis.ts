import type { GridName } from './grid.ts';
import type { Realm } from './variables.ts';

/** One of the services that answer hourly and daily data. */
export interface Api {
  /** `air-quality-api` in `air-quality-api.open-meteo.com`, then the other hosts that serve it. */
  readonly hosts: readonly string[];
  readonly realm: Exclude<Realm, 'both'>;
  readonly grids: readonly GridName[];
  readonly forecastDays: { readonly usual: number; readonly most: number };
  /** First day that may be asked for: a date, or so many days before today. */
  readonly begins: { readonly date: string } | { readonly daysAgo: number };
  /** Last day that may be asked for, days after today. */
  readonly endsDaysAhead: number;
  /** Length of the current section, seconds; undefined: there is none. */
  readonly currentSeconds?: number;
  /** Has a section of quarter hours. */
  readonly hasQuarters: boolean;
  /** Variables that have no data here although the realm has them. */
  readonly lacks: readonly string[];
}

/** Readers of the air-quality service in its order. */
const EUROPE_GRIDS = ['camsEurope', 'reanalysis', 'before2020', 'before2018'] as const;

export const CAMS_GRIDS = {
  auto: ['camsGlobal', 'greenhouse', ...EUROPE_GRIDS],
  cams_global: ['camsGlobal', 'greenhouse'],
  cams_europe: EUROPE_GRIDS,
} as const satisfies Record<string, readonly GridName[]>;

const airQuality: Api = {
  hosts: ['air-quality-api'],
  realm: 'air',
  grids: CAMS_GRIDS.auto,
  forecastDays: { usual: 5, most: 7 },
  begins: { date: '2013-01-01' },
  endsDaysAhead: 6,
  currentSeconds: 3600,
  hasQuarters: false,
  lacks: [],
};

const forecast: Api = {
  hosts: ['api'],
  realm: 'weather',
  grids: ['weatherGlobal', 'weatherEurope'],
  forecastDays: { usual: 7, most: 16 },
  begins: { daysAgo: 93 },
  endsDaysAhead: 15,
  currentSeconds: 900,
  hasQuarters: true,
  lacks: [],
};

const archive: Api = {
  hosts: ['archive-api', 'satellite-api'],
  realm: 'weather',
  grids: ['archive'],
  forecastDays: { usual: 1, most: 1 },
  begins: { date: '1940-01-01' },
  endsDaysAhead: 0,
  hasQuarters: false,
  lacks: ['precipitation_probability', 'visibility', 'uv_index', 'uv_index_clear_sky'],
};

/** Weather of one model each; here they share one sky. */
const MODEL_PATHS = ['dwd-icon', 'gfs', 'meteofrance', 'jma', 'metno', 'gem', 'ecmwf', 'cma', 'bom', 'arpae'];

/** By path. */
export const APIS: Readonly<Record<string, Api>> = {
  ...Object.fromEntries(MODEL_PATHS.map((name) => [`/v1/${name}`, forecast])),
  '/v1/air-quality': airQuality,
  '/v1/forecast': forecast,
  '/v1/archive': archive,
  '/v1/era5': archive,
};
