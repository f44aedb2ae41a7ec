import { csv } from '../csv.ts';
import { type Cell, type Chosen, cellsOf } from './selection.ts';
import type { Choice, StatTable } from './tables.ts';
import { UPDATED } from './tables.ts';

/** Numbers and names in Danish or English. */
export type Language = 'da' | 'en';
export type Presentation = 'Code' | 'Value' | 'CodeAndValue' | 'ValueAndCode' | 'Default';

export const PRESENTATIONS: readonly Presentation[] = [
  'Code',
  'Value',
  'CodeAndValue',
  'ValueAndCode',
  'Default',
];

/** Where nothing was counted. */
const NOT_AVAILABLE = '..';

export interface Styling {
  readonly lang: Language;
  readonly presentation: Presentation;
}

/** With semicolons, because a Danish number has a comma. */
export function statCsv(
  table: StatTable,
  chosen: readonly Chosen[],
  { lang, presentation }: Styling,
): string {
  const number = ({ value }: Cell) => {
    if (value === null) return NOT_AVAILABLE;
    const text = value.toFixed(table.decimals);
    return lang === 'da' ? text.replace('.', ',') : text;
  };
  const columns = [
    ...chosen.map(({ variable }) => variable.id.toUpperCase()),
    lang === 'da' ? 'INDHOLD' : 'CONTENT',
  ];
  const rows = cellsOf(table, chosen).map((cell) => [
    ...cell.choices.map((choice) => shown(choice, presentation)),
    number(cell),
  ]);
  return csv(columns, rows, { delimiter: ';' });
}

/** JSON-stat 1: one long list of values, and how to find one in it. */
export function jsonStat(table: StatTable, chosen: readonly Chosen[]) {
  const dimensions = chosen.map(({ variable, values }) => [
    variable.id,
    {
      label: variable.text,
      category: {
        index: Object.fromEntries(values.map(({ id }, index) => [id, index])),
        label: Object.fromEntries(values.map(({ id, text }) => [id, text])),
      },
    },
  ]);
  return {
    dataset: {
      dimension: {
        ...Object.fromEntries(dimensions),
        id: chosen.map(({ variable }) => variable.id),
        size: chosen.map(({ values }) => values.length),
        role: { time: chosen.filter(({ variable }) => variable.time).map(({ variable }) => variable.id) },
      },
      label: table.text,
      source: 'airlab (simulated)',
      updated: `${UPDATED}Z`,
      value: cellsOf(table, chosen).map(({ value }) => value),
    },
  };
}

function shown({ id, text }: Choice, presentation: Presentation): string {
  switch (presentation) {
    case 'Code':
      return id;
    case 'CodeAndValue':
      return `${id} ${text}`;
    case 'ValueAndCode':
      return `${text} ${id}`;
    default:
      return text;
  }
}
