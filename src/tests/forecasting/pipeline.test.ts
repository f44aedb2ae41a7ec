import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sqlite } from '../../databases/sqlite.ts';
import { beatsBaselines } from '../../forecasting/backtest.ts';
import { featuresOf, labelsOf } from '../../forecasting/examples.ts';
import { predicted } from '../../forecasting/model.ts';
import { runPipeline } from '../../forecasting/pipeline.ts';
import { modelRegistry } from '../../forecasting/registry.ts';
import { reportText } from '../../forecasting/report.ts';
import { airOf, swinging } from './air.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const DATA = 'made for a test';

const test = suite('forecasting');

test('features :: nothing after 18:00 of the day changes them', () => {
  const hours = airOf('Roskilde', 20, swinging);
  const later = hours.map((hour) => (hour.local > '2025-01-15T18:59' ? { ...hour, pm2_5: 999 } : hour));
  const upTo = (rows: typeof hours) => featuresOf(rows).filter(({ day }) => day <= '2025-01-15');
  assert.equal(upTo(later), upTo(hours));
  assert.is(upTo(hours).at(-1)?.seen, '2025-01-15T20:00:00.000Z');
});

test('features :: a day with too few values has none', () => {
  const hours = airOf('Roskilde', 20, (day) => (day === 12 ? null : swinging(day)));
  const days = featuresOf(hours).map(({ day }) => day);
  assert.ok(days.includes('2025-01-12'));
  assert.not.ok(days.includes('2025-01-13'));
  assert.not.ok(
    labelsOf(hours).some(({ day }) => day === '2025-01-12'),
    'the target of the 12th is the 13th',
  );
});

test('labels :: are known only after the day that they are of', () => {
  const [label] = labelsOf(airOf('Roskilde', 5, swinging));
  assert.is(label?.day, '2025-01-01');
  assert.is(label?.seen, '2025-01-01T20:00:00.000Z');
  assert.is(label?.known, '2025-01-03T01:00:00.000Z');
});

test('pipeline :: learns, beats the baselines, predicts, keeps what it said', async () => {
  const db = await sqlite();
  const hours = [...airOf('Roskilde', 240, swinging), ...airOf('Beijing', 240, (day) => 3 * swinging(day))];
  const report = await runPipeline({ hours, data: DATA, db, now: NOW });
  assert.equal([...report.beats].sort(), ['Beijing', 'Roskilde']);
  assert.is(report.score.Roskilde?.days, 120);
  assert.equal(report.predictions.map(({ city, madeOn, version }) => `${city} ${madeOn} ${version}`).sort(), [
    'Beijing 2025-08-28 1',
    'Roskilde 2025-08-28 1',
  ]);
  assert.ok(
    Math.abs((report.predictions.find(({ city }) => city === 'Roskilde')?.pm2_5 ?? 0) - swinging(240)) < 3,
  );
  const again = await runPipeline({ hours, data: DATA, db, now: NOW });
  assert.is(again.version, 2);
  const rows = await db.query('SELECT * FROM prediction');
  assert.is(rows.length, 4, 'two cities, two versions');
  assert.match(reportText(report, { kind: 'simulated', label: DATA }), /^SIMULATED DATA/);
});

test('outcomes :: what was said is compared with what came, and not before', async () => {
  const db = await sqlite();
  const early = airOf('Roskilde', 230, swinging);
  const first = await runPipeline({ hours: early, data: DATA, db, now: NOW });
  assert.equal(first.outcomes, [], 'the day after the last one is not over');
  const said = first.predictions[0]?.pm2_5 ?? Number.NaN;
  const hours = airOf('Roskilde', 240, swinging);
  const { outcomes } = await runPipeline({ hours, data: DATA, db, now: NOW });
  const came = labelsOf(hours).find(({ day }) => day === first.predictions[0]?.madeOn)?.target;
  assert.equal(outcomes, [
    { version: 1, city: 'Roskilde', days: 1, error: Math.abs(said - (came ?? Number.NaN)) },
  ]);
  const text = reportText({ ...first, outcomes }, { kind: 'simulated', label: DATA });
  assert.match(text, /Roskilde: version 1 was wrong by \d\.\d\d μg\/m³ on the one day that came since\./);
});

test('pipeline :: says that a baseline is better, when it is', async () => {
  const hours = airOf('Roskilde', 240, () => 20);
  const report = await runPipeline({ hours, data: DATA, db: await sqlite(), now: NOW });
  const bad = { Roskilde: { days: 1, model: 3, persistence: 2, climatology: 4 } };
  assert.equal(beatsBaselines(bad), []);
  assert.match(
    reportText({ ...report, score: bad, beats: [] }, { kind: 'open-meteo', label: 'Open-Meteo' }),
    /does NOT beat/,
  );
});

test('pipeline :: air that was never seen gives an alarm', async () => {
  const hours = airOf('Roskilde', 240, (day) => (day > 225 ? 120 : swinging(day)));
  const { drift } = await runPipeline({ hours, data: DATA, db: await sqlite(), now: NOW });
  assert.ok(drift.some(({ isAlarm }) => isAlarm));
  const calm = await runPipeline({
    hours: airOf('Roskilde', 240, swinging),
    data: DATA,
    db: await sqlite(),
    now: NOW,
  });
  assert.not.ok(calm.drift.some(({ isAlarm }) => isAlarm));
});

test('pipeline :: too few days are said, and nothing is registered', async () => {
  const db = await sqlite();
  try {
    await runPipeline({ hours: airOf('Roskilde', 60, swinging), data: DATA, db, now: NOW });
    assert.unreachable();
  } catch (error) {
    assert.is(Object(error).code, 'TOO_FEW_DAYS');
  }
  assert.equal(await (await modelRegistry(db)).versions(), []);
});

test('registry :: stages, promotion, rollback', async () => {
  const registry = await modelRegistry(await sqlite());
  const entry = {
    trainedAt: NOW.toISOString(),
    data: DATA,
    model: { weights: { Roskilde: [1, 0, 0, 0, 0, 2] } },
    score: { Roskilde: { days: 9, model: 1, persistence: 2, climatology: 3 } },
  };
  const [first, second] = [await registry.register(entry), await registry.register(entry)];
  assert.is(await registry.production(), undefined);
  await registry.promote(first);
  await registry.promote(second);
  assert.equal(
    (await registry.versions()).map(({ stage }) => stage),
    ['archived', 'production'],
  );
  assert.is(await registry.rollBack(), first);
  const back = await registry.production();
  assert.is(back?.version, first);
  assert.equal(back?.model, entry.model);
  for (const impossible of [() => registry.rollBack(), () => registry.promote(77)])
    try {
      await impossible();
      assert.unreachable();
    } catch (error) {
      assert.is(Object(error).code, 'NO_VERSION');
    }
  assert.is((await registry.production())?.version, first, 'a refusal changes nothing');
});

test('model :: a city that it never saw is refused, and nothing is negative', () => {
  const model = { weights: { Roskilde: [-1, 0, 0, 0, 0, 0] } };
  assert.is(predicted(model, { city: 'Roskilde', features: [5, 5, 5, 1, 0] }), 0);
  assert.throws(() => predicted(model, { city: 'Paris', features: [] }), /knows no Paris/);
});

test.run();
