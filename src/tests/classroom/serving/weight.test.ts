import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { weightOf } from '../../../classroom/serving/weight.ts';

const test = suite('serving :: weight');

test('places, variables and days :: as the price list says', () => {
  const path = '/v1/air-quality?latitude=1&longitude=2';
  assert.is(weightOf(`${path}&hourly=pm2_5`), 1);
  assert.is(weightOf('/v1/air-quality?latitude=1,2%2C3&longitude=1,2,3&hourly=pm2_5'), 3);
  const fifteen = Array(15).fill('pm2_5').join(',');
  assert.is(weightOf(`${path}&hourly=${fifteen}`), 1.5);
  assert.is(weightOf(`${path}&hourly=${fifteen}&start_date=2026-01-01&end_date=2026-01-28`), 3);
  assert.is(weightOf(`${path}&hourly=${fifteen}&past_days=21&forecast_days=7`), 3);
  assert.is(weightOf(`${path}&hourly=${fifteen}&past_days=x&forecast_days=-9`), 1.5);
  assert.is(weightOf('/v1/search?name=Roskilde'), 1);
  assert.is(weightOf('/'), 1);
});

test.run();
