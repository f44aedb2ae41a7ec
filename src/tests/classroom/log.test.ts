import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { logLine } from '../../classroom/log.ts';

const test = suite('classroom :: log');

test('log :: one line, whatever the request holds', () => {
  const served = { method: 'GET', address: '10.0.0.7', status: 200, ms: 1.26 };
  const line = logLine({ ...served, url: `/a\u001b[2Jb\nc?${'x'.repeat(999)}` }, 0);
  assert.match(line, /^\d\d:\d\d:\d\d {2}200 {4}1\.3 ms {2}GET \/a%1B\[2Jb%0Ac\?x+… {2}from 10\.0\.0\.7$/);
  assert.ok(line.length < 360);
  assert.not.match(logLine({ ...served, address: '127.0.0.1', url: '/' }, 0), /from/);
});

test.run();
