import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { optionsFromNpm, readOptions, usage } from '../../lab/options.mjs';

test('options :: none :: browser, network, any port', () => {
  assert.equal(readOptions([]), { help: false, browser: true, offline: false, port: undefined });
});

test('options :: all of them, in both spellings', () => {
  const expected = { help: false, browser: false, offline: true, port: 8890 };
  assert.equal(readOptions(['--no-browser', '--offline', '--port', '8890']), expected);
  assert.equal(readOptions(['--port=8890', '--offline', '--no-browser']), expected);
  assert.ok(readOptions(['-h']).help);
});

for (const port of ['0', '65536', '-1', '88.5', '0x50', 'abc', '', '999999'])
  test(`options :: --port '${port}' :: refused with its range`, () => {
    assert.throws(() => readOptions([`--port=${port}`]), /--port wants a number from 1 to 65535, not '/);
  });

for (const args of [['--prot', '1'], ['8890'], ['--port'], ['--offline=yes']])
  test(`options :: ${args.join(' ')} :: refused`, () => {
    assert.throws(() => readOptions(args));
  });

test('options :: typed without the two dashes :: npm hands them on', () => {
  assert.equal(optionsFromNpm({ npm_config_port: '8890' }), ['--port=8890']);
  assert.equal(optionsFromNpm({ npm_config_port: 'true', npm_config_registry: 'http://r' }), []);
});

test('usage :: names every option, fits 80 columns', () => {
  for (const option of ['--no-browser', '--port', '--offline', '--help']) assert.match(usage, option);
  assert.ok(usage.split('\n').every((line) => line.length <= 80));
});

test.run();
