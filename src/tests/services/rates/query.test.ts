import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dayOf, isBankDay, isoDay } from '../../../services/rates/days.ts';
import { daysOf, grouped, queryOf, rowsOf } from '../../../services/rates/query.ts';
import { CURRENCIES, rateOn } from '../../../services/rates/series.ts';
import { NOW_MS } from '../serving.ts';

const someDay = fc.integer({ min: dayOf('1999-01-04') ?? 0, max: dayOf('2026-11-24') ?? 0 });
const currency = fc.constantFrom(...CURRENCIES);

test('days :: weekends and holidays :: no rates', () => {
  const closed = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2026-11-21',
    '2026-11-22',
  ];
  for (const text of closed) assert.not.ok(isBankDay(dayOf(text) ?? 0), text);
  for (const text of ['2026-01-02', '2026-04-07', '2026-11-24']) assert.ok(isBankDay(dayOf(text) ?? 0), text);
});

test('days :: text and back :: only real days', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => assert.is(dayOf(isoDay(day)), day)));
  for (const text of ['2026-02-30', '2026-1-2', 'today', '2026-13-01', ''])
    assert.is(dayOf(text), undefined, text);
});

test('rates :: there and back :: about one, and the same in every question', () => {
  fc.assert(
    fc.property(someDay, currency, currency, (day, base, quote) => {
      const there = rateOn(day, { base, quote });
      assert.ok(Math.abs(there * rateOn(day, { base: quote, quote: base }) - 1) < 2e-4);
      assert.ok(there > 0 && there < 1_000);
      const [row] = rowsOf({ base, quotes: [quote], from: day, to: day });
      if (isBankDay(day) && base !== quote) assert.is(row?.rate, there);
    }),
  );
});

test('rates :: the krone :: stays near its peg', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const rate = rateOn(day, { base: 'EUR', quote: 'DKK' });
      assert.ok(rate > 7.44 && rate < 7.48, String(rate));
    }),
  );
});

test('ranges :: any two days :: bank days in order, inside, joined from two halves', () => {
  fc.assert(
    fc.property(someDay, fc.nat(400), fc.nat(400), (from, before, after) => {
      const whole = daysOf(from, from + before + after);
      assert.ok(whole.every(isBankDay));
      assert.ok(whole.every((day, index) => index === 0 || day > (whole[index - 1] ?? 0)));
      assert.ok(whole.slice(1).every((day) => day >= from));
      const halves = [...daysOf(from, from + before), ...daysOf(from + before + 1, from + before + after)];
      assert.equal(
        [...new Set(halves)].sort((a, b) => a - b),
        whole.length === 0 ? [...new Set(halves)] : whole,
      );
    }),
  );
});

test('ranges :: begun on a Saturday :: the Friday before comes first', () => {
  const asked = queryOf({ quotes: 'DKK', from: '2026-11-21', to: '2026-11-24' }, NOW_MS);
  assert.ok('base' in asked);
  assert.equal('base' in asked ? rowsOf(asked).map(({ date }) => date) : [], [
    '2026-11-20',
    '2026-11-23',
    '2026-11-24',
  ]);
});

test('ranges :: backwards, before the euro, after today :: nothing of it', () => {
  assert.equal(daysOf(20_000, 19_000), []);
  assert.equal(daysOf(1, 100), []);
  const asked = queryOf({ from: '2026-11-23', to: '2030-01-01', quotes: 'USD' }, NOW_MS);
  assert.is('base' in asked && rowsOf(asked).length, 2);
});

test('query :: mistakes :: 422 in the words of the service', () => {
  const message = (given: Record<string, string>) => {
    const asked = queryOf(given, NOW_MS);
    return 'status' in asked ? [asked.status, asked.message] : asked;
  };
  assert.equal(message({ symbols: 'DKK' }), [422, 'unknown parameter: symbols']);
  assert.equal(message({ base: 'XYZ', quotes: 'dkk,abc' }), [422, 'invalid currency: XYZ,ABC']);
  assert.equal(message({ date: '2026-01-02', from: '2026-01-01' }), [422, 'conflicting params']);
  assert.equal(message({ from: 'monday' }), [422, 'invalid date']);
  assert.equal(message({ group: 'year' }), [422, 'invalid group']);
});

test('groups :: a month, a week :: one row each, within what it is the mean of', () => {
  const rows = rowsOf({
    base: 'EUR',
    quotes: ['USD'],
    from: dayOf('2026-01-02') ?? 0,
    to: dayOf('2026-03-31') ?? 0,
  });
  const months = grouped(rows, 'month');
  assert.equal(
    months.map(({ date }) => date),
    ['2026-01-01', '2026-02-01', '2026-03-01'],
  );
  const january = rows.filter(({ date }) => date.startsWith('2026-01')).map(({ rate }) => rate);
  const mean = months[0]?.rate ?? 0;
  assert.ok(mean >= Math.min(...january) && mean <= Math.max(...january));
  assert.is(grouped(rows, 'week')[1]?.date, '2026-01-05');
});

test.run();
