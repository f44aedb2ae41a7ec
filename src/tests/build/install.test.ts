import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installOutdated, installTrouble } from '../../build/install.mjs';

const wanted = {
  '': { name: 'airlab-course' },
  src: { name: 'airlab' },
  'node_modules/airlab': { link: true },
  'node_modules/undici': { version: '7.30.2' },
  'node_modules/@esbuild/linux-x64': { version: '0.28.2', optional: true },
  'node_modules/zod': { version: '4.0.0', peer: true },
  'src/node_modules/cookie': { version: '1.0.0' },
};
const text = (packages: object): string => JSON.stringify({ packages });
const lock = text(wanted);
const { '': _root, 'node_modules/zod': _peer, ...there } = wanted;

test('outdated :: never installed, or the record is torn', () => {
  assert.ok(installOutdated(lock, ''));
  assert.ok(installOutdated(lock, '{"packages":{"node_mod'));
});

test('outdated :: as the lock file wants :: no', () => {
  assert.not(installOutdated(lock, text(there)));
});

test('outdated :: packages of other systems and peers may miss', () => {
  const { 'node_modules/@esbuild/linux-x64': _other, ...rest } = there;
  assert.not(installOutdated(lock, text(rest)));
});

test('outdated :: more than wanted :: no', () => {
  assert.not(installOutdated(lock, text({ ...there, 'node_modules/left-over': { version: '1.0.0' } })));
});

test('outdated :: another version, or one missing', () => {
  assert.ok(installOutdated(lock, text({ ...there, 'node_modules/undici': { version: '7.0.0' } })));
  const { 'node_modules/undici': _undici, ...rest } = there;
  assert.ok(installOutdated(lock, text(rest)));
});

test('outdated :: recorded, but its folder is gone', () => {
  assert.ok(installOutdated(lock, text(there), (path) => path !== 'node_modules/undici'));
});

const outputs: readonly [string, string, number, RegExp][] = [
  ['no npm', 'npm could not be started: spawn npm ENOENT', 127, /^npm was not found/],
  ['no network', 'npm error code ENOTFOUND', 1, /could not reach its registry/],
  [
    'wrong certificate',
    'npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    1,
    /could not reach its registry/,
  ],
  ['mirror without the package', 'npm error code E404', 1, /could not reach its registry/],
  ['disk full', 'npm error code ENOSPC\nnpm error network', 1, /^The disk is full/],
  ['anything else', 'npm error code EUSAGE', 1, /^npm ci failed with exit code 1/],
];
for (const [name, output, code, expected] of outputs)
  test(`trouble :: ${name}`, () => {
    const trouble = installTrouble(output, code);
    assert.match(trouble.what, expected);
    assert.ok(trouble.ways.length > 0);
  });

test.run();
