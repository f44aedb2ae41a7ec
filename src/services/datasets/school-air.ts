import { mixed } from '../mixed.ts';

/** What the viewer says about a column. */
export interface Feature {
  readonly feature_idx: number;
  readonly name: string;
  readonly type:
    | { readonly dtype: 'string' | 'float64' | 'int32' | 'bool'; readonly _type: 'Value' }
    | { readonly names: readonly string[]; readonly _type: 'ClassLabel' };
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Dataset {
  readonly name: string;
  readonly config: string;
  readonly features: readonly Feature[];
  /** Rows of each part. */
  readonly splits: Readonly<Record<string, number>>;
  readonly row: (split: string, index: number) => Row;
}

const TOWNS = ['Nordvig', 'Lindholm', 'Oresand', 'Marsk', 'Havn'] as const;
const SCHOOLS = [
  'Elm School',
  'Harbour School',
  'Hill School',
  'Mill School',
  'Park School',
  'West School',
] as const;
const FIRST_DAY_MS = Date.parse('2025-01-06T00:00:00Z');
const DAY_MS = 86_400_000;
const NULL_SHARE = 0.04;

/**
 * Measurements of invented schools: 450 rows, so that a page of 100 is not enough. `town` is a number whose meaning
 * stands in the features; some values are missing.
 */
export const SCHOOL_AIR: Dataset = {
  name: 'airlab/school-air',
  config: 'default',
  features: [
    { feature_idx: 0, name: 'day', type: { dtype: 'string', _type: 'Value' } },
    { feature_idx: 1, name: 'school', type: { dtype: 'string', _type: 'Value' } },
    { feature_idx: 2, name: 'town', type: { names: TOWNS, _type: 'ClassLabel' } },
    { feature_idx: 3, name: 'pm2_5', type: { dtype: 'float64', _type: 'Value' } },
    { feature_idx: 4, name: 'windows_open', type: { dtype: 'bool', _type: 'Value' } },
    { feature_idx: 5, name: 'pupils', type: { dtype: 'int32', _type: 'Value' } },
  ],
  splits: { train: 450, test: 60 },
  row: (split, index) => {
    const place = index % SCHOOLS.length;
    const day = Math.floor(index / SCHOOLS.length);
    const chance = (what: string) => mixed(`${split} ${what}`, index);
    const level = 5 + 3 * (place % 3) + 9 * mixed(`${split} day`, day) ** 2 + 4 * chance('pm2_5');
    return {
      day: new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10),
      school: SCHOOLS[place] ?? SCHOOLS[0],
      town: place % TOWNS.length,
      pm2_5: chance('null') < NULL_SHARE ? null : Math.round(level * 10) / 10,
      windows_open: chance('windows') < 0.4,
      pupils: 180 + Math.floor(chance('pupils') * 240),
    };
  },
};
