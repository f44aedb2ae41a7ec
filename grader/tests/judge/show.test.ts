import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { airOf, truth } from '../../judge/truth.ts';
import { judged, readingsOf, returned, said, type Values, WAVES, wave, worldOf } from './air.ts';

type Json = Record<string, unknown>;
const GAPPED = {
  Roskilde: wave(12).map((value, index) => (index % 10 === 3 ? null : value)),
  Beijing: wave(50).map((value, index) => (index > 65 ? null : value)),
};

const sayOf = (value: unknown, series: Readonly<Record<string, Values>> = WAVES): string =>
  said(
    judged('show', {
      outcomes: { show: returned(JSON.parse(JSON.stringify(value))) },
      world: worldOf(series),
    }),
  );

const longRows = (series: Readonly<Record<string, Values>>): Json[] =>
  Object.entries(series).flatMap(([city, values]) => readingsOf(values).map((one) => ({ ...one, city })));

const wideRows = (series: Readonly<Record<string, Values>>): Json[] =>
  readingsOf(series.Roskilde ?? []).map(({ time }, index) => ({
    time,
    ...Object.fromEntries(Object.entries(series).map(([name, values]) => [name, values[index]])),
  }));

const describe = { description: 'Fine dust of two cities' };
const x = { field: 'time', type: 'temporal' };
const y = { field: 'pm25', type: 'quantitative', title: 'PM2.5 (µg/m³)' };
const line = (more: Json = {}) => ({ mark: 'line', encoding: { x, y, color: { field: 'city' }, ...more } });

const CHARTS: Readonly<Record<string, (series: Readonly<Record<string, Values>>) => Json>> = {
  'one line a city': (series) => ({ ...describe, data: { values: longRows(series) }, ...line() }),
  'points, cities by shape': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    mark: { type: 'point' },
    encoding: { x, y, shape: { field: 'city' } },
  }),
  'rows in another order': (series) => ({
    ...describe,
    data: { values: longRows(series).reverse() },
    ...line(),
  }),
  'gaps left out of the rows': (series) => ({
    ...describe,
    data: { values: longRows(series).filter(({ pm25 }) => pm25 !== null) },
    ...line(),
  }),
  'gaps filtered by the chart': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    transform: [{ filter: 'datum.pm25 !== null' }, { filter: { field: 'pm25', valid: true } }],
    ...line(),
  }),
  'a facet channel': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    ...line({ row: { field: 'city' } }),
  }),
  'a facet around': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    facet: { field: 'city', columns: 1 },
    spec: { mark: 'bar', encoding: { x, y } },
  }),
  'layers with shared axes': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    encoding: { x },
    layer: [
      { mark: 'rule', encoding: { y: { datum: 15 } } },
      { mark: 'line', encoding: { y, detail: { field: 'city' } } },
    ],
  }),
  'wide rows, a layer a city': (series) => ({
    ...describe,
    data: { values: wideRows(series) },
    layer: Object.keys(series).map((field) => ({ mark: 'line', encoding: { x, y: { ...y, field } } })),
  }),
  'wide rows, folded': (series) => ({
    ...describe,
    data: { values: wideRows(series) },
    transform: [{ fold: Object.keys(series) }],
    mark: 'line',
    encoding: { x, y: { ...y, field: 'value' }, color: { field: 'key' } },
  }),
  'wide rows, repeated layers': (series) => ({
    ...describe,
    data: { values: wideRows(series) },
    repeat: { layer: Object.keys(series) },
    spec: { mark: 'line', encoding: { x, y: { ...y, field: { repeat: 'layer' } } } },
  }),
  'wide rows, repeated views': (series) => ({
    ...describe,
    data: { values: wideRows(series) },
    repeat: Object.keys(series),
    spec: { mark: 'area', encoding: { x, y: { ...y, field: { repeat: 'repeat' } } } },
  }),
  'a view a city, each with its rows': (series) => ({
    ...describe,
    hconcat: Object.values(series).map((values) => ({
      data: { values: readingsOf(values) },
      mark: 'line',
      encoding: { x, y },
    })),
  }),
  'a view a city, filtered by a list': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    vconcat: Object.keys(series).map((city) => ({
      transform: [{ filter: { field: 'city', oneOf: [city] } }],
      mark: 'line',
      encoding: { x, y },
    })),
  }),
  'named data': (series) => ({
    ...describe,
    datasets: { air: longRows(series) },
    data: { name: 'air' },
    ...line(),
  }),
  'a heat map': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    mark: 'rect',
    encoding: { x: { ...x, timeUnit: 'yearmonthdatehours' }, y: { field: 'city' }, color: { ...y } },
  }),
  'time down, value across': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    mark: 'trail',
    encoding: { y: x, x: y, color: { field: 'city' } },
  }),
  'times as Dates': (series) => ({
    ...describe,
    data: {
      values: longRows(series).map((row) => ({
        ...row,
        time: { $date: new Date(String(row.time)).toISOString() },
      })),
    },
    ...line(),
  }),
  'times as numbers': (series) => ({
    ...describe,
    data: { values: longRows(series).map((row) => ({ ...row, time: Date.parse(String(row.time)) })) },
    ...line(),
  }),
  'local times': (series) => ({
    ...describe,
    data: {
      values: longRows(series).map((row) => ({
        ...row,
        time: new Date(Date.parse(String(row.time)) + (row.city === 'Beijing' ? 8 : 1) * 3_600_000)
          .toISOString()
          .slice(0, 16),
      })),
    },
    ...line(),
  }),
  'times for reading': (series) => ({
    ...describe,
    data: {
      values: longRows(series).map((row) => ({
        ...row,
        time: `${String(row.time).slice(8, 10)} Nov ${String(row.time).slice(11, 16)}`,
      })),
    },
    ...line({ x: { field: 'time', type: 'ordinal', sort: null } }),
  }),
  'a date made by the chart': (series) => ({
    ...describe,
    data: { values: longRows(series) },
    transform: [{ calculate: 'toDate(datum.time)', as: 'date' }],
    ...line({ x: { field: 'date', type: 'temporal' } }),
  }),
  'names with dots': (series) => ({
    ...describe,
    data: { values: longRows(series).map(({ pm25, ...row }) => ({ ...row, 'PM2.5': pm25 })) },
    ...line({ y: { ...y, field: 'PM2\\.5' } }),
  }),
  'nested rows': (series) => ({
    ...describe,
    data: { values: longRows(series).map(({ city, ...reading }) => ({ city, reading })) },
    ...line({ x: { ...x, field: 'reading.time' }, y: { ...y, field: 'reading.pm25' } }),
  }),
  'unit in the description': (series) => ({
    description: 'Fine dust in micrograms per cubic metre',
    data: { values: longRows(series) },
    ...line({ y: { ...y, title: 'fine dust' } }),
  }),
};

for (const unit of ['μg/m³', 'ug/m3', 'µg m⁻³', 'µg·m^-3', 'µg / m^3'])
  Object.assign(CHARTS, {
    [`unit as ${unit}`]: (series: Readonly<Record<string, Values>>) => ({
      ...describe,
      data: { values: longRows(series) },
      ...line({ y: { ...y, title: unit } }),
    }),
  });

const test = suite('show');

for (const [name, chart] of Object.entries(CHARTS)) {
  test(`chart :: ${name} :: passes, with and without gaps`, () => {
    assert.is(sayOf(chart(WAVES)), 'passed');
    assert.is(sayOf(chart(GAPPED), GAPPED), 'passed');
  });
}

test('chart :: a spec as text :: passes', () => {
  assert.is(sayOf(JSON.stringify(CHARTS['one line a city']?.(WAVES))), 'passed');
});

const whole = CHARTS['one line a city']?.(WAVES) ?? {};
const WRONG_CHARTS: Readonly<Record<string, [unknown, RegExp]>> = {
  'the starter': [{}, /^returns an empty object/],
  nothing: [null, /^returns nothing; a Vega-Lite spec or a Markdown table is expected$/],
  'no mark': [{ ...whole, mark: undefined }, /^draws no mark/],
  'no rows': [
    { ...whole, data: { url: 'https://air-quality-api.open-meteo.com/' } },
    /^has no rows in data\.values/,
  ],
  'no axes': [{ ...whole, encoding: { color: { field: 'city' } } }, /^does not encode a time and a number/],
  'one city': [
    { ...whole, data: { values: longRows({ Roskilde: WAVES.Roskilde }) } },
    /^draws no series .* Beijing$/,
  ],
  'cities in one line': [{ ...whole, encoding: { x, y } }, /^draws no series/],
  'cities exchanged': [
    { ...whole, data: { values: longRows({ Roskilde: WAVES.Beijing, Beijing: WAVES.Roskilde }) } },
    /\[exchanged-cities\]$/,
  ],
  'one day': [
    { ...whole, data: { values: longRows(WAVES).filter((_, index) => index % 72 >= 48) } },
    /^Roskilde: 24 hours are drawn, expected 72 \[hours-24\]$/,
  ],
  'hours out of order': [
    {
      ...whole,
      data: {
        values: longRows(WAVES).map((row, index, all) =>
          index % 72 < 36 ? { ...row, time: all[index + 36]?.time } : row,
        ),
      },
    },
    /^Roskilde: differs from/,
  ],
  'no description': [{ ...whole, description: ' ' }, /^has no description/],
  'no unit': [
    { ...whole, encoding: { x, y: { ...y, title: 'PM2.5' }, color: { field: 'city' } } },
    /^does not name the unit/,
  ],
};

for (const [name, [spec, says]] of Object.entries(WRONG_CHARTS)) {
  test(`chart :: ${name} :: says so`, () => {
    assert.match(sayOf(spec), says);
  });
}

test('chart :: gaps drawn as 0 :: is named', () => {
  const filled = { data: { values: longRows(GAPPED).map((row) => ({ ...row, pm25: row.pm25 ?? 0 })) } };
  assert.match(sayOf({ ...whole, ...filled }, GAPPED), /\[null-as-zero\]$/);
});

interface Row {
  readonly city: string;
  readonly mean24: number;
  readonly max: number;
  readonly above: number;
  readonly share: number;
}

const rowsOf = (series: Readonly<Record<string, Values>>): Row[] => {
  const world = worldOf(series);
  return world.cities.map((city) => {
    const { mean24, max, hoursAbove15, share } = airOf(truth(city, world));
    return { city: city.name, mean24: mean24 ?? 0, max: max ?? 0, above: hoursAbove15, share };
  });
};

const TABLES: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  plain: (rows) =>
    [
      '| city | mean24 | max | hours | share (µg/m³) |',
      '|---|---|---|---|---|',
      ...rows.map((row) => `|${Object.values(row).join('|')}|`),
    ].join('\n'),
  'without outer bars, aligned, bold, with percent': (rows) =>
    [
      'City | Share | Hours > 15 µg/m³ | **Max** | Mean',
      ':-- | --: | :-: | --- | ---:',
      ...rows.map(
        (row) =>
          `**${row.city}** | ${(100 * row.share).toFixed(1)} % | ${row.above} h | ${row.max.toFixed(1)} | *${row.mean24.toFixed(1)}*`,
      ),
    ].join('\r\n'),
  'in the middle of a text, whole numbers': (rows) =>
    `# Air\n\nMeans | are rounded.\n\n| | mean (ug/m3) | max | at | above | hours |\n| - | - | - | - | - | - |\n${rows
      .map(
        (row) =>
          `| ${row.city} (today) | ${Math.round(row.mean24)} | ${Math.round(row.max)} | 2026-11-23 21:00 | ${row.above} | ${Math.round(72 * row.share)}/72 |`,
      )
      .join('\n')}\n\nSource: Open-Meteo.com | CC BY 4.0`,
  'cities as columns': (rows) => {
    const across = (name: string, cell: (row: Row) => string | number) =>
      `| ${[name, ...rows.map(cell)].join(' | ')} |`;
    return [
      across('', (row) => row.city.toUpperCase()),
      across('---', () => '---'),
      across('mean, µg/m³', (row) => row.mean24.toFixed(2).replace('.', ',')),
      across('max, µg/m³', (row) => row.max),
      across('above 15', (row) => row.above),
      across('share', (row) => row.share.toFixed(2)),
    ].join('\n');
  },
};

for (const [name, table] of Object.entries(TABLES)) {
  test(`table :: ${name} :: passes, with and without gaps`, () => {
    assert.is(sayOf(table(rowsOf(WAVES))), 'passed');
    assert.is(sayOf(table(rowsOf(GAPPED)), GAPPED), 'passed');
  });
}

test('table :: one number is another :: says which', () => {
  for (const [field, name] of [
    ['mean24', 'mean24'],
    ['max', 'max'],
    ['above', 'hoursAbove15'],
    ['share', 'share'],
  ] as const) {
    const rows = rowsOf(GAPPED).map((row) => ({ ...row, [field]: row[field] + 3.3 }));
    assert.is(sayOf(TABLES.plain?.(rows), GAPPED), `Roskilde: the row has no cell with its ${name}`);
  }
});

test('table :: of another series :: is named', () => {
  const swapped = rowsOf({ Roskilde: WAVES.Beijing, Beijing: WAVES.Roskilde });
  assert.match(sayOf(TABLES.plain?.(swapped)), /\[exchanged-cities\]$/);
});

test('table :: no table, no row, no unit :: says so', () => {
  assert.match(sayOf('Roskilde 8, Beijing 50'), /^returns a text without a Markdown table/);
  assert.is(sayOf(TABLES.plain?.(rowsOf(WAVES).slice(1))), 'has no row for Roskilde');
  assert.match(sayOf(TABLES.plain?.(rowsOf(WAVES)).replace('µg/m³', '')), /^does not name the unit/);
});

test.run();
