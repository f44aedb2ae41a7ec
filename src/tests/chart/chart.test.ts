import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chartBundles, preparedSpec } from '../../chart/chart.ts';
import { isJson, type Json } from '../../chart/spec.ts';
import { isAirlabError } from '../../errors.ts';
import type { Bundle } from '../../kernel/messages.ts';
import { rememberSource } from '../../open-meteo/row-source.ts';

const VEGA = 'application/vnd.vegalite.v5+json';
const SAYS = 'Beijing is above Roskilde in every hour.';

const rows = (hours: number): Json[] =>
  Array.from({ length: hours }, (_, hour) =>
    ['Roskilde', 'Beijing'].map((city) => ({ hour, city, pm25: hour })),
  ).flat();

const line = (more: Json = {}): Json => ({
  data: { values: rows(4) },
  mark: 'line',
  encoding: {
    x: { field: 'hour', type: 'quantitative' },
    y: { field: 'pm25', type: 'quantitative' },
    color: { field: 'city', type: 'nominal' },
  },
  ...more,
});

const encoded = (encoding: Json): Json => line({ encoding });

async function drawn(
  spec: unknown,
  says = SAYS,
): Promise<{ chart: Bundle; table: Bundle | undefined; sent: Json }> {
  const { bundles } = await chartBundles(spec, { says });
  const [chart, table] = bundles;
  assert.ok(chart);
  const sent = chart.data[VEGA];
  assert.ok(isJson(sent));
  return { chart, table, sent };
}

/** The spec as it is sent, without drawing it. */
const prepared = (spec: unknown, says = SAYS): Json => preparedSpec(spec, { says }).spec;

function pngOf({ data }: Bundle): Buffer {
  return Buffer.from(String(data['image/png']), 'base64');
}

test('bundle :: of a chart :: interactive, picture and words, nothing that hides them', async () => {
  const { chart } = await drawn(line());
  assert.equal(Object.keys(chart.data), [VEGA, 'text/markdown', 'image/png', 'text/plain']);
  assert.is(chart.data['text/plain'], `Chart: ${SAYS}`);
});

test('picture :: of a chart :: a PNG of twice the size that it is shown in', async () => {
  const { chart } = await drawn(line({ width: 300, height: 100 }));
  const png = pngOf(chart);
  assert.is(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const shown = chart.metadata['image/png'];
  assert.ok(isJson(shown) && typeof shown.width === 'number' && typeof shown.height === 'number');
  assert.ok(shown.width > 300 && shown.width < 400, String(shown.width));
  assert.ok(Math.abs(png.readUInt32BE(16) - 2 * shown.width) <= 1);
  assert.ok(Math.abs(png.readUInt32BE(20) - 2 * shown.height) <= 1);
});

test('picture :: its words :: are drawn, also where no font is installed', async () => {
  const [one, two] = [await drawn(line(), 'aaaa'), await drawn(line(), 'eeee')];
  assert.not.equal(pngOf(one.chart), pngOf(two.chart));
});

test('says :: is the alternative text :: of picture, interactive chart and terminal', async () => {
  const { chart, sent } = await drawn(line());
  const shown = chart.metadata['image/png'];
  assert.is(isJson(shown) && shown.alt, SAYS);
  assert.match(String(chart.data['text/markdown']), `alt="${SAYS}">`);
  assert.is(sent.description, SAYS);
  assert.equal(isJson(sent.title) && sent.title.text, [SAYS]);
});

test('says :: long :: becomes a title of several lines', () => {
  const sent = prepared(line(), 'one two three four five six '.repeat(8));
  const text = isJson(sent.title) ? sent.title.text : undefined;
  assert.ok(Array.isArray(text) && text.length === 3 && text.every(({ length }) => length <= 76));
});

test('title :: of the spec :: stays', () => {
  const sent = prepared(line({ title: 'Mine' }));
  assert.is(isJson(sent.title) && sent.title.text, 'Mine');
});

for (const says of [undefined, '', '  ', 7])
  test(`says :: ${JSON.stringify(says)} :: is refused with an example`, async () => {
    // Border: a cell may leave the types out.
    const options = { says } as { says: string };
    await chartBundles(line(), options).then(
      () => assert.unreachable(),
      (error) => {
        assert.ok(isAirlabError(error));
        assert.is(error.code, 'CHART_SAYS');
        assert.match(error.hint, 'says:');
      },
    );
  });

test('table :: beside the chart :: folded, the fields that are shown, in a terminal the first rows', async () => {
  const { table } = await drawn(line({ data: { values: rows(40).map((row) => ({ ...row, id: 7 })) } }));
  assert.ok(table);
  const html = String(table.data['text/html']);
  assert.match(html, '<details><summary>The numbers behind the chart: 80 rows</summary><table>');
  assert.not.match(html, '>id<');
  assert.match(String(table.data['text/plain']), '… 70 more rows');
});

test('source :: simulated :: is written into the chart and beside it', async () => {
  const source = { kind: 'simulated', label: 'simulated, seed 1' } as const;
  const { bundles } = await chartBundles(line(), { says: SAYS, source });
  const [chart, table] = bundles;
  const sent = chart?.data[VEGA];
  assert.match(String(isJson(sent) && isJson(sent.title) && sent.title.subtitle), 'SIMULATED DATA');
  assert.match(String(chart?.data['text/plain']), 'SIMULATED DATA');
  assert.match(String(table?.data['text/html']), 'SIMULATED DATA');
});

test('source :: of rows that came from a service :: is known without being told', () => {
  const values = rows(3);
  rememberSource(values, { kind: 'simulated', label: 'simulated, seed 7' });
  const subtitle = (spec: Json): unknown => {
    const { title } = prepared(spec);
    return isJson(title) && title.subtitle;
  };
  assert.match(String(subtitle(line({ data: { values: values.slice(2) } }))), 'SIMULATED DATA');
  assert.is(subtitle(line()), undefined);
});

test('size :: absent :: is written out', () => {
  const sent = prepared(line());
  assert.is(sent.width, 560);
  assert.is(sent.height, 260);
  assert.is(prepared(line({ width: 'container', height: 90 })).width, 560);
});

test('size :: axis of names :: room for each name', () => {
  const sent = prepared({
    data: { values: [{ city: 'Roskilde' }, { city: 'Bonn' }] },
    mark: 'bar',
    encoding: { x: { field: 'city', type: 'nominal' }, y: { aggregate: 'count' } },
  });
  assert.ok(isJson(sent.width) && Number(sent.width.step) > 50 && Number(sent.width.step) < 80);
});

test('size :: charts beside each other :: each has one', () => {
  const one = { mark: 'point', encoding: { x: { field: 'hour', type: 'quantitative' } } };
  const sent = prepared({ data: { values: rows(2) }, hconcat: [one, { ...one, width: 50 }] });
  const views = Array.isArray(sent.hconcat) ? sent.hconcat : [];
  assert.equal(
    views.map(({ width }) => width),
    [260, 50],
  );
});

const channels = ({ encoding }: Json): Json => (isJson(encoding) ? encoding : {});

test('groups :: of a line :: differ in dashes and shapes, in the order of the data', () => {
  const sent = prepared(line());
  const { color, strokeDash, shape } = channels(sent);
  assert.ok(isJson(color) && isJson(strokeDash) && isJson(shape));
  assert.is(strokeDash.field, 'city');
  assert.is(shape.field, 'city');
  assert.equal(isJson(color.scale) && color.scale.domain, ['Roskilde', 'Beijing']);
  assert.equal(sent.mark, { type: 'line', point: true });
});

test('groups :: of a long line :: differ in dashes only, points would hide them', () => {
  const sent = prepared(line({ data: { values: rows(72) } }));
  assert.is(sent.mark, 'line');
  assert.not('shape' in channels(sent));
  assert.ok('strokeDash' in channels(sent));
});

test('groups :: the colour is an amount, or the spec has its own dashes :: nothing is added', () => {
  const amount = encoded({ x: { field: 'hour' }, color: { field: 'pm25', type: 'quantitative' } });
  assert.not('strokeDash' in channels(prepared(amount)));
  const own = { field: 'hour', type: 'ordinal' };
  const sent = prepared(line({ encoding: { ...channels(line()), strokeDash: own } }));
  assert.equal(channels(sent).strokeDash, own);
});

test('theme :: colours of Okabe and Ito :: but the config of the spec goes first', async () => {
  const { sent } = await drawn(line({ config: { range: { category: ['red'] } } }));
  assert.ok(isJson(sent.config) && isJson(sent.config.range));
  assert.equal(sent.config.range.category, ['red']);
  assert.is(sent.config.background, 'white');
  const plain = await drawn(line());
  assert.match(JSON.stringify(plain.sent.config), '"category":["#0072B2","#D55E00"');
});

test('times :: in UTC :: are drawn in UTC, others on the clock that they show', () => {
  const at = (time: string): unknown => {
    const spec = {
      data: { values: [{ time, n: 1 }] },
      mark: 'point',
      encoding: { x: { field: 'time', type: 'temporal' } },
    };
    return channels(prepared(spec)).x;
  };
  assert.equal(at('2026-11-24T09:00Z'), { field: 'time', type: 'temporal', scale: { type: 'utc' } });
  assert.equal(at('2026-11-24T09:00'), { field: 'time', type: 'temporal' });
});

test('values :: dates and long integers :: travel as JSON', () => {
  const values = [{ at: new Date('2026-11-24T09:00Z'), n: 5n }];
  const sent = prepared({
    data: { values },
    mark: 'point',
    encoding: { x: { field: 'at', type: 'temporal' } },
  });
  assert.equal(isJson(sent.data) && sent.data.values, [{ at: '2026-11-24T09:00:00.000Z', n: 5 }]);
});

const broken: readonly [string, unknown, RegExp, RegExp][] = [
  ['unknown mark', line({ mark: 'barr' }), /no mark "barr"/, /"bar"/],
  ['no mark', { data: { values: [] } }, /no mark/, /mark:/],
  ['unknown channel', encoded({ colour: { field: 'city' } }), /no channel "colour"/, /"color"/],
  ['field as text', encoded({ x: 'hour' }), /encoding\.x is the text "hour"/, /field: 'hour'/],
  ['unknown type', encoded({ x: { field: 'hour', type: 'quantitativ' } }), /"quantitativ"/, /"quantitative"/],
  [
    'bad expression',
    line({ transform: [{ calculate: 'datum.', as: 'a' }] }),
    /cannot draw/,
    /Take parts away/,
  ],
  ['a text', '| city |', /not a string/, /For example/],
  ['a promise', Promise.resolve({}), /promise/, /await/],
];
for (const [name, spec, message, hint] of broken)
  test(`spec :: ${name} :: is refused with the next step`, async () => {
    await chartBundles(spec, { says: SAYS }).then(
      () => assert.unreachable(),
      (error) => {
        assert.ok(isAirlabError(error), String(error));
        assert.is(error.code, 'CHART_SPEC');
        assert.match(error.message, message);
        assert.match(error.hint, hint);
      },
    );
  });

const warned = async (spec: unknown): Promise<string> =>
  (await chartBundles(spec, { says: SAYS })).warnings.join('\n');

test('fields :: not in the rows :: a warning with the nearest name, once', async () => {
  const warning = await warned(encoded({ x: { field: 'huor', type: 'quantitative' } }));
  assert.is(
    warning,
    'encoding.x: no row has a field "huor". Did you mean "hour"? The rows have: hour, city, pm25.',
  );
});

test('fields :: made by a transform :: no warning', async () => {
  const transform = [
    { calculate: 'datum.pm25 * 2', as: 'twice' },
    { fold: ['pm25', 'twice'] },
    { joinaggregate: [{ op: 'mean', field: 'pm25', as: 'mean' }] },
  ];
  const encoding = Object.fromEntries(
    ['twice', 'mean', 'value'].map((field, index) => [
      ['x', 'y', 'size'][index],
      { field, type: 'quantitative' },
    ]),
  );
  assert.is(await warned(line({ transform, encoding, mark: 'point' })), '');
});

test('fields :: with a dot in the name :: a warning says how to write it', async () => {
  const values = [{ 'pm2.5': 3 }];
  const spec = (field: string): Json => ({
    data: { values },
    mark: 'point',
    encoding: { x: { field, type: 'quantitative' } },
  });
  assert.match(await warned(spec('pm2.5')), "Write field: 'pm2\\\\.5'");
  assert.is(await warned(spec('pm2\\.5')), '');
  assert.is(await warned({ ...spec('a.b'), data: { values: [{ a: { b: 1 } }] } }), '');
});

test('rows :: none :: a warning instead of an empty picture', async () => {
  assert.match(await warned(line({ data: { values: [] } })), 'data.values is empty');
});

test.run();
