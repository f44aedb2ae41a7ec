import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { takesGzip } from '../../../classroom/serving/compression.ts';

const test = suite('serving :: gzip');

test('accept-encoding :: names, weights and the star', () => {
  for (const yes of [
    'gzip',
    'GZIP',
    'deflate, gzip',
    'gzip;q=0.1',
    'br;q=1.0, gzip; q=0.8, *;q=0.1',
    '*',
    'x-gzip',
  ])
    assert.ok(takesGzip(yes), yes);
  for (const no of ['', 'br', 'identity', 'gzip;q=0', 'gzip;q=0.0', '*;q=0', 'gzip;q=x', 'gzipped'])
    assert.not.ok(takesGzip(no), no);
});

test.run();
