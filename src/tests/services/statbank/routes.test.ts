import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const post = (path: string, body: unknown) =>
  ask(`${served.url}/statbank/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const QUESTION = {
  table: 'LUFT1',
  format: 'CSV',
  lang: 'en',
  valuePresentation: 'Code',
  variables: [
    { code: 'BY', values: ['701', '704'] },
    { code: 'Tid', values: ['2010', '2025'] },
  ],
};

test('discover :: subjects, tables, tableinfo :: each leads to the next', async () => {
  const [subject] = await (await post('/subjects', { lang: 'en' })).json();
  const [table] = await (await post('/tables', { subjects: [subject.id], lang: 'en' })).json();
  assert.equal([table.id, table.firstPeriod, table.latestPeriod], ['LUFT1', '2010', '2025']);
  const { variables } = await (await post('/tableinfo', { table: table.id })).json();
  assert.equal(
    variables.map(({ id, elimination }: Record<string, unknown>) => [id, elimination]),
    [
      ['BY', false],
      ['Tid', false],
    ],
  );
  const byGet = await (await ask(`${served.url}/statbank/v1/tableinfo/luft1?lang=en`)).json();
  assert.equal(byGet.variables, variables);
});

test('data :: a POST that reads :: CSV with semicolons, the same every time', async () => {
  const first = await post('/data', QUESTION);
  const text = await first.text();
  assert.is(first.headers.get('content-type'), 'text/csv; charset=utf-8');
  const [columns, ...rows] = text.trim().split('\r\n');
  assert.is(columns, 'BY;TID;CONTENT');
  assert.equal(
    rows.map((row) => row.split(';').slice(0, 2).join()),
    ['701,2010', '701,2025', '704,2010', '704,2025'],
  );
  assert.is(rows[2], '704;2010;..');
  assert.is(await (await post('/data', QUESTION)).text(), text);
});

test('data :: in Danish, with texts :: a comma in the number', async () => {
  const text = await (await post('/data', { ...QUESTION, lang: 'da', valuePresentation: 'Value' })).text();
  assert.match(text, /BY;TID;INDHOLD\r\nNordvig;2010;\d+,\d\r\n/);
});

test('data :: JSONSTAT :: one list of values, found by the sizes', async () => {
  const { dataset } = await (await post('/data', { ...QUESTION, format: 'JSONSTAT' })).json();
  assert.equal(
    [dataset.dimension.id, dataset.dimension.size],
    [
      ['BY', 'Tid'],
      [2, 2],
    ],
  );
  assert.is(dataset.value[2], null);
  assert.equal(dataset.dimension.role.time, ['Tid']);
  const csv = await (await post('/data', QUESTION)).text();
  assert.is(Number(csv.split('\r\n')[1]?.split(';')[2]), dataset.value[0]);
});

test('data :: star, beginnings, the last ones, nothing said :: as the service understands them', async () => {
  const years = async (values: string[] | undefined) => {
    const time = values === undefined ? [] : [{ code: 'TID', values }];
    const { dataset } = await (
      await post('/data', {
        ...QUESTION,
        format: 'JSONSTAT',
        variables: [{ code: 'BY', values: ['701'] }, ...time],
      })
    ).json();
    return Object.keys(dataset.dimension.Tid.category.index);
  };
  assert.is((await years(['*'])).length, 16);
  assert.equal(await years(['202*']), ['2020', '2021', '2022', '2023', '2024', '2025']);
  assert.equal(await years(['(2)']), ['2024', '2025']);
  assert.equal(await years(undefined), ['2025']);
});

test('data :: a variable left out :: added up, when the table allows it', async () => {
  const kindsOf = async (kinds: string[] | undefined) => {
    const kind = kinds === undefined ? [] : [{ code: 'ART', values: kinds }];
    const { dataset } = await (
      await post('/data', {
        table: 'CYKEL1',
        format: 'JSONSTAT',
        variables: [{ code: 'BY', values: ['702'] }, ...kind],
      })
    ).json();
    return dataset.value;
  };
  const parts = await kindsOf(['*']);
  assert.equal(await kindsOf(undefined), [parts[0] + parts[1] + parts[2]]);
});

test('data :: by GET :: the same answer', async () => {
  const answer = await ask(
    `${served.url}/statbank/v1/data/LUFT1/CSV?lang=en&valuePresentation=Code&BY=701,704&Tid=2010,2025`,
  );
  assert.is(await answer.text(), await (await post('/data', QUESTION)).text());
});

test('mistakes :: table, variable, value, format, a missing one, no body :: 400 with a code', async () => {
  const wrong: [unknown, RegExp][] = [
    [{ ...QUESTION, table: 'NONE' }, /NONE/],
    [{ ...QUESTION, variables: [{ code: 'COLOUR', values: ['*'] }] }, /COLOUR/],
    [{ ...QUESTION, variables: [{ code: 'BY', values: ['999'] }] }, /999/],
    [{ ...QUESTION, format: 'PNG' }, /PNG/],
    [{ ...QUESTION, variables: [] }, /BY must be chosen/],
    [null, /not found/],
    ['LUFT1', /not found/],
  ];
  for (const [question, message] of wrong) {
    const answer = await post('/data', question);
    const { errorTypeCode, message: said } = await answer.json();
    assert.is(answer.status, 400);
    assert.match(said, message);
    assert.type(errorTypeCode, 'string');
  }
});

test.run();
