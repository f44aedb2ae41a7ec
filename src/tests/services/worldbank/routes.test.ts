import { XMLParser } from 'fast-xml-parser';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const get = (path: string) => ask(`${served.url}/worldbank/v2/country/${path}`);
const PM25 = 'DNK;CHN/indicator/EN.ATM.PM25.MC.M3';

test('values :: format=json :: an array of two unlike things', async () => {
  const [page, values, ...others] = await (await get(`${PM25}?format=json&date=2010:2025`)).json();
  assert.equal(others, []);
  assert.equal(page, {
    page: 1,
    pages: 1,
    per_page: 50,
    total: 32,
    sourceid: '2',
    lastupdated: '2026-10-01',
  });
  assert.equal([values[0].countryiso3code, values[0].date, values[0].value], ['DNK', '2025', null]);
  assert.equal(Object.keys(values[2]), [
    'indicator',
    'country',
    'countryiso3code',
    'date',
    'value',
    'unit',
    'obs_status',
    'decimal',
  ]);
  assert.ok(values[2].value > 5 && values[2].value < 15);
});

test('values :: pages :: all of them, once', async () => {
  const seen: string[] = [];
  for (let page = 1; page <= 4; page += 1) {
    const [, values] = await (
      await get(`${PM25}?format=json&date=2010:2025&per_page=10&page=${page}`)
    ).json();
    seen.push(
      ...values.map(({ countryiso3code, date }: Record<string, string>) => `${countryiso3code} ${date}`),
    );
  }
  assert.equal([seen.length, new Set(seen).size], [32, 32]);
});

test('values :: without a format :: XML', async () => {
  const answer = await get(`dk/indicator/EN.ATM.PM25.MC.M3?date=2020`);
  assert.is(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(await answer.text());
  assert.is(parsed['wb:data']['wb:data']['wb:date'], 2020);
});

test('mistakes :: country, indicator, date :: 200 with a message', async () => {
  for (const path of [
    'XXX/indicator/SP.POP.TOTL?format=json',
    'DNK/indicator/NONE?format=json',
    `${PM25}?format=json&date=x`,
  ]) {
    const answer = await get(path);
    const [{ message }] = await answer.json();
    assert.equal([answer.status, message[0].id], [200, '120'], path);
  }
  assert.match(await (await get('XXX/indicator/SP.POP.TOTL')).text(), 'wb:error');
});

test.run();
