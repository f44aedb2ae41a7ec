import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { advise } from '../../judge/manners.ts';
import type { UpstreamRequest } from '../../sandbox/run.ts';

const ask = (url: string, origin = 'https://air-quality-api.open-meteo.com'): UpstreamRequest => ({
  index: 0,
  method: 'GET',
  origin,
  url,
  headers: {},
  body: '',
  atMs: 0,
});

const test = suite('manners');

test('few requests :: no advice', () => {
  assert.equal(advise([]), []);
  assert.equal(advise([ask('/a'), ask('/b'), ask('/a'), ask('/b')]), []);
});

test('many of the same :: how many would do', () => {
  const requests = Array.from({ length: 14 }, (_, index) => ask(index % 2 ? '/a' : '/b'));
  assert.equal(advise(requests), ['14 requests, 2 would do; 12 repeat an earlier one. Keep what you have.']);
});

test('many different ones :: one can ask for all', () => {
  const requests = Array.from({ length: 9 }, (_, index) => ask(`/hour-${index}`));
  assert.equal(advise(requests), ['9 different requests. One can ask for all hours and several places.']);
});

test('a key in the URL, plain http :: said once each', () => {
  const requests = [ask('/v1?apikey=x'), ask('/v1?apikey=x'), ask('/v1', 'http://api.open-meteo.com')];
  assert.is(advise(requests).length, 2);
  assert.equal(advise([ask('/v1', 'http://127.0.0.1:8787')]), []);
});

test.run();
