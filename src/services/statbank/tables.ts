import { mixed } from '../mixed.ts';

/** One value of a variable, for example a town or a year. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

export interface Variable {
  readonly id: string;
  readonly text: string;
  /** True when it may be left out: then its values are added up. */
  readonly elimination: boolean;
  readonly time: boolean;
  readonly values: readonly Choice[];
}

export interface StatTable {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly subject: string;
  readonly decimals: number;
  readonly variables: readonly Variable[];
  /** Null where nothing was counted; written as two dots. */
  readonly value: (codes: readonly string[]) => number | null;
}

export interface Subject {
  readonly id: string;
  readonly description: string;
}

export const SUBJECTS: readonly Subject[] = [
  { id: '1', description: 'Air and weather' },
  { id: '2', description: 'Traffic' },
];

/** When the tables were made. */
export const UPDATED = '2026-11-02T08:00:00';

const TOWNS: readonly Choice[] = [
  { id: '701', text: 'Nordvig' },
  { id: '702', text: 'Lindholm' },
  { id: '703', text: 'Oresand' },
  { id: '704', text: 'Havn' },
];
const YEARS: readonly Choice[] = Array.from({ length: 16 }, (_, index) => String(2010 + index)).map(
  (year) => ({
    id: year,
    text: year,
  }),
);
const TOWN: Variable = { id: 'BY', text: 'town', elimination: false, time: false, values: TOWNS };
const TIME: Variable = { id: 'Tid', text: 'time', elimination: false, time: true, values: YEARS };
const KIND: Variable = {
  id: 'ART',
  text: 'kind',
  elimination: true,
  time: false,
  values: [
    { id: 'B', text: 'Bicycle' },
    { id: 'L', text: 'Cargo bicycle' },
    { id: 'E', text: 'Electric bicycle' },
  ],
};

/** Two tables about towns that do not exist. */
export const TABLES: readonly StatTable[] = [
  {
    id: 'LUFT1',
    text: 'PM2.5, yearly mean, by town and time (simulated)',
    unit: 'μg/m³',
    subject: '1',
    decimals: 1,
    variables: [TOWN, TIME],
    value: ([town = '', year = '']) => {
      if (town === '704' && Number(year) < 2013) return null;
      const trend = 14 - 0.45 * (Number(year) - 2010);
      return (
        Math.round(
          (trend + 4 * mixed('LUFT1', Number(town)) + 2 * mixed('LUFT1', Number(town), Number(year))) * 10,
        ) / 10
      );
    },
  },
  {
    id: 'CYKEL1',
    text: 'Bicycles by town, kind and time (simulated)',
    unit: 'number',
    subject: '2',
    decimals: 0,
    variables: [TOWN, KIND, TIME],
    value: ([town = '', kind = '', year = '']) => {
      const share = { B: 1, L: 0.06, E: 0.02 * Math.max(0, Number(year) - 2012) }[kind] ?? 0;
      return Math.round(
        share * (9_000 + 14_000 * mixed('CYKEL1', Number(town)) + 60 * (Number(year) - 2010)),
      );
    },
  },
];

export function tableNamed(id: string): StatTable | undefined {
  return TABLES.find((table) => table.id === id.toUpperCase());
}
