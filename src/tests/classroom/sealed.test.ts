import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answer } from '../../classroom/answer.ts';
import { sealed } from '../../classroom/sealed.ts';
import { simulated } from '../../classroom/simulated/index.ts';
import { sealSnapshot } from '../../classroom/snapshot.ts';
import type { Coordinates, Source } from '../../classroom/source.ts';
import { beijing, content, FIRST_HOUR, roskilde } from './snapshot-fixture.ts';

const test = suite('classroom :: sealed');

const NOW_MS = Date.parse(content.takenAt);
const elsewhere = simulated({ seed: 2 });
const source = sealed(sealSnapshot(content), { elsewhere });

const read = (from: Source, place: Coordinates, variable: string, first = FIRST_HOUR, count = 4) =>
  from.read(place, variable, first, count, NOW_MS);

test('recorded :: exactly, nulls kept', () => {
  assert.equal(read(source, roskilde, 'pm2_5'), [8.1, null, 7.9, 10]);
  assert.equal(read(source, beijing, 'pm2_5'), [61, 62.5, 63, 64]);
  assert.equal(read(source, beijing, 'us_aqi'), [null, null, null, null]);
});

test('model runs :: the recorded one is told, the others follow the clock', () => {
  const began = (model: string): unknown => {
    const request = { method: 'GET', host: 'air-quality-api.open-meteo.com', headers: {} };
    const { body } = answer(
      { ...request, url: `/data/${model}/static/meta.json` },
      { source, nowMs: Date.parse('2026-11-25T14:00Z') },
    );
    return JSON.parse(Buffer.from(body).toString()).last_run_initialisation_time * 1_000;
  };
  assert.is(began('cams_global'), Date.parse('2026-11-23T12:00Z'));
  assert.is(began('cams_europe'), Date.parse('2026-11-25T00:00Z'));
});

test('outside the recording :: null, not another source', () => {
  assert.equal(read(source, roskilde, 'pm2_5', FIRST_HOUR - 2, 8), [
    null,
    null,
    8.1,
    null,
    7.9,
    10,
    null,
    null,
  ]);
  assert.equal(read(source, roskilde, 'pm2_5', FIRST_HOUR + 100, 2), [null, null]);
  assert.equal(read(source, roskilde, 'ozone'), [null, null, null, null]);
  assert.equal(
    read(source, roskilde, 'constructor', FIRST_HOUR, 1),
    read(elsewhere, roskilde, 'constructor', FIRST_HOUR, 1),
  );
});

test('near :: half a grid step and the reported cell get the recorded values', () => {
  const recorded = read(source, roskilde, 'pm2_5');
  for (const place of [
    { latitude: 55.64152 + 0.05, longitude: 12.08035 },
    { latitude: 55.64152, longitude: 12.08035 - 0.05 },
    { latitude: Math.fround(55.64152), longitude: Math.fround(12.08035) },
    roskilde.reported,
    { latitude: 55.6, longitude: 12.1 },
  ])
    assert.equal(read(source, place, 'pm2_5'), recorded, JSON.stringify(place));
});

test('elsewhere :: other places and the weather come from the other source', () => {
  const copenhagen = { latitude: 55.67594, longitude: 12.56553 };
  assert.equal(read(source, copenhagen, 'pm2_5'), read(elsewhere, copenhagen, 'pm2_5'));
  assert.equal(read(source, roskilde, 'temperature_2m'), read(elsewhere, roskilde, 'temperature_2m'));
  assert.not.equal(read(source, roskilde, 'pm2_5'), read(elsewhere, roskilde, 'pm2_5'));
});

test('the sun :: recorded, and by arithmetic where the recording has none', () => {
  const days = read(source, roskilde, 'is_day', FIRST_HOUR, 24);
  assert.equal(days.slice(0, 3), [0, 0, 1]);
  assert.equal(days.slice(3), read(elsewhere, roskilde, 'is_day', FIRST_HOUR, 24).slice(3));
});

test('holds :: what was recorded, and what the other source has elsewhere', () => {
  assert.ok(source.holds(roskilde, 'us_aqi') && source.holds(roskilde, 'temperature_2m'));
  assert.not.ok(source.holds(roskilde, 'ozone') || elsewhere.holds(beijing, 'us_aqi'));
  assert.ok(source.holds({ latitude: 0, longitude: 0 }, 'pm2_5'));
});

test('label :: says what is recorded and what is not', () => {
  assert.is(source.kind, 'sealed');
  assert.is(source.label, 'Open-Meteo snapshot of 2026-11-24T02:30Z; elsewhere simulated, seed 2');
  const copy = sealed(sealSnapshot({ ...content, data: 'simulated' }), { elsewhere });
  assert.is(copy.kind, 'simulated');
  assert.match(copy.label, /^simulated data, snapshot of /);
});

test.run();
