import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const get = (path: string) => ask(`${served.url}/datasets${path}`);
const ROWS = '/rows?dataset=airlab/school-air&config=default&split=train';

test('pages :: one after another :: all rows, once each', async () => {
  const seen: number[] = [];
  for (let offset = 0; ; offset += 100) {
    const { rows, num_rows_total, partial } = await (await get(`${ROWS}&offset=${offset}&length=100`)).json();
    assert.equal([num_rows_total, partial], [450, false]);
    if (rows.length === 0) break;
    seen.push(...rows.map(({ row_idx }: { row_idx: number }) => row_idx));
  }
  assert.equal(
    seen,
    Array.from({ length: 450 }, (_, index) => index),
  );
});

test('rows :: any window :: the same row at the same index', async () => {
  const whole = (await (await get(`${ROWS}&offset=0&length=100`)).json()).rows;
  await fc.assert(
    fc.asyncProperty(fc.nat(99), fc.nat(100), async (offset, length) => {
      const { rows } = await (await get(`${ROWS}&offset=${offset}&length=${length}`)).json();
      assert.is(rows.length, length);
      const inside = rows.filter(({ row_idx }: { row_idx: number }) => row_idx < 100);
      assert.equal(inside, whole.slice(offset, offset + length));
    }),
    { numRuns: 30 },
  );
});

test('features :: every column :: described, the class label decoded by its names', async () => {
  const { features, rows } = await (await get(`${ROWS}&length=20`)).json();
  assert.equal(
    features.map(({ name }: { name: string }) => name),
    Object.keys(rows[0].row),
  );
  const town = features.find(({ name }: { name: string }) => name === 'town');
  assert.equal([town.type._type, typeof town.type.names[rows[0].row.town]], ['ClassLabel', 'string']);
  assert.equal(rows[0].truncated_cells, []);
  const all = (await (await get(`${ROWS}&length=100`)).json()).rows;
  assert.ok(all.some(({ row }: { row: { pm2_5: number | null } }) => row.pm2_5 === null));
});

test('mistakes :: 422 and 404 :: in the words of the service', async () => {
  const expected: [string, number, string][] = [
    [`${ROWS}&length=101`, 422, "Parameter 'length' must not be greater than 100"],
    [`${ROWS}&offset=-1`, 422, "Parameter 'offset' must be positive"],
    [`${ROWS}&offset=one`, 422, "Parameter 'offset' must be integer"],
    ['/rows?config=default&split=train', 422, "Parameter 'dataset' is required"],
    ['/rows?dataset=airlab/school-air&config=default', 422, "Parameter 'split' is required"],
    [
      '/rows?dataset=airlab/school-air&config=default&split=toString',
      404,
      'The config or the split does not exist: see /splits.',
    ],
  ];
  for (const [path, status, error] of expected) {
    const answer = await get(path);
    assert.equal([answer.status, await answer.json()], [status, { error }], path);
    assert.ok(answer.headers.has('x-error-code'));
  }
  assert.is((await get('/splits?dataset=other/one')).status, 404);
});

test('splits :: the parts', async () => {
  const { splits } = await (await get('/splits?dataset=airlab/school-air')).json();
  assert.equal(
    splits.map(({ split }: { split: string }) => split),
    ['train', 'test'],
  );
});

test.run();
