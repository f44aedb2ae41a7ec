import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { GUESSES, mistakesIn } from '../../checks/exercise-app/mistakes.ts';
import { pageProblem } from '../../checks/exercise-app/page.ts';
import { placeFor, questions } from '../../checks/exercise-app/questions.ts';
import { airAt, type DayBody, type RecentBody, recentBody } from '../../checks/exercise-app/truth.ts';
import { exercise } from '../../checks/exercise-app.ts';
import type { World } from '../../exercise.ts';
import { isRight } from '../../judge/served/bodies.ts';

const base: World = {
  source: simulated({ seed: 1 }),
  nowMs: Date.parse('2026-11-24T09:20:00Z'),
  cities: exercise.cities,
};
const CITIES = [
  { city: 'Roskilde', country: 'DK' },
  { city: 'Beijing', country: 'CN' },
  { city: 'Paris', country: 'US' },
];

const test = suite('exercise-app');

const world = (id: string, seed: number): World => {
  const trial = exercise.trials.find((one) => one.id === id);
  assert.ok(trial, id);
  return trial.change(base, seed);
};

const bodyOf = (
  asked: (typeof CITIES)[number],
  here: World,
  clock: 'place' | 'zone' = 'place',
): RecentBody => {
  const place = placeFor(asked, here);
  assert.ok(place);
  return recentBody(airAt(place, here, 0, clock));
};

test('truth :: seven days of the city, today is the fourth', () => {
  for (const asked of CITIES) {
    const { days, place } = bodyOf(asked, base);
    assert.is(days.length, 7, asked.city);
    assert.is(place.name, asked.city);
    assert.equal(
      days.map(({ forecast }) => forecast),
      [false, false, false, true, true, true, true],
    );
  }
});

test('truth :: in winter both ways of counting days agree', () => {
  for (const asked of CITIES) assert.equal(bodyOf(asked, base), bodyOf(asked, base, 'zone'));
});

test('guesses :: on changed values each differs from what is right', () => {
  for (const seed of [0, 1, 4711])
    for (const asked of CITIES) {
      const here = world('values', seed);
      const place = placeFor(asked, here);
      assert.ok(place);
      const air = airAt(place, here);
      const around = { question: questions().recent(asked), air, world: here, base };
      assert.ok(isRight(recentBody(air), recentBody(air)));
      for (const id of ['us-aqi', 'mean-aqi', 'utc-day', 'forecast-as-past', 'frozen']) {
        const bodies = GUESSES.find((guess) => guess.id === id)?.bodies(around) ?? [];
        const [wrong] = bodies.filter((body) => !isRight(body, recentBody(air)));
        assert.ok(wrong, `${id} cannot be seen in ${asked.city}`);
        assert.ok(
          mistakesIn(wrong, around).some((one) => one.id === id),
          id,
        );
      }
    }
});

test('gaps :: yesterday has no mean, and only there', () => {
  const here = world('gaps', 1);
  const gaps = CITIES.map((asked) => bodyOf(asked, here).days.filter(({ pm2_5 }) => pm2_5 === null).length);
  assert.ok(Number(gaps[0]) >= 1);
  assert.is(gaps[1], 0);
});

const DAYS: readonly DayBody[] = [
  { date: '2026-11-22', pm2_5: 21.44, aboveWho: true, aqi: 61, forecast: false },
  { date: '2026-11-23', pm2_5: null, aboveWho: null, aqi: null, forecast: false },
  { date: '2026-11-24', pm2_5: 9, aboveWho: false, aqi: 30, forecast: true },
];
const RIGHT: RecentBody = {
  place: { name: 'Córdoba', country: 'Spain', timezone: 'Europe/Madrid' },
  unit: 'μg/m³',
  days: DAYS,
};
const ROWS = [
  '<tr><th>2026-11-22<td>21.4<td>above</tr>',
  '<tr><td>2026-11-23</td><td>no data</td></tr>',
  '<tr><td>2026-11-24</td><td>9</td><td><b>Forecast</b></td></tr>',
];
const page = (rows: readonly string[] = ROWS): string =>
  `<!doctype html><html lang="en"><title>Air</title><h1>Air in Córdoba</h1><table>${rows.join('')}</table>
   <a href="https://open-meteo.com/">Open-Meteo</a> CAMS</html>`;

test('pages :: right in other marks :: nothing is wrong', () => {
  const attributes = ROWS.map((row) => row.replaceAll('<td>', '<td class="v" data-n="0">').toUpperCase());
  const dated = ROWS.map((row) => row.replace(/(2026-11-\d\d)/, '<time datetime="$1">Day $1</time>'));
  const noisy = page().replace(
    '<table>',
    '<!-- <tr>2026-11-22 0 --><script>var a = "<tr>2026-11-22"</script><table><tr><th>Day</th></tr>',
  );
  for (const source of [
    page(),
    page(attributes.map((row) => row.replace('NO DATA', 'no data'))),
    page(dated),
    noisy,
  ])
    assert.is(pageProblem(source, RIGHT), undefined, source);
});

test('pages :: each lie is named', () => {
  const [first = '', gap = '', forecast = ''] = ROWS;
  const wrong: readonly (readonly [string | undefined, string])[] = [
    ['null-as-zero', page([first, gap.replace('no data', '0.0'), forecast])],
    ['gap-hidden', page([first, gap.replace('no data', ''), forecast])],
    ['incomplete-day', page([first, gap.replace('no data', 'no data, above'), forecast])],
    ['forecast-as-past', page([first, gap, forecast.replace('Forecast', '')])],
    ['past-as-forecast', page([`${first.replace('above', 'above, forecast')}`, gap, forecast])],
    ['no-day', page([first, gap])],
    ['no-credit', page().replace('CAMS', '')],
    ['no-lang', page().replace(' lang="en"', '')],
    ['no-title', page().replace('<title>Air</title>', '')],
    [undefined, page([first.replace('21.4', '12.4'), gap, forecast])],
    [undefined, page([first.replace('above', ''), gap, forecast])],
    [undefined, page().replace('Córdoba', 'Paris')],
  ];
  for (const [mistake, source] of wrong) {
    const problem = pageProblem(source, RIGHT);
    assert.ok(problem, source);
    assert.is(problem.mistake?.id, mistake, source);
  }
});

test.run();
