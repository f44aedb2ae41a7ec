import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { diskTrouble, troubleText } from '../../build/trouble.mjs';

test('trouble :: what, ways, log :: one line each, the first way leads', () => {
  const text = troubleText({ what: 'Port 8888 is taken.', ways: ['this', 'that'], log: '/tmp/a.log' });
  assert.is(text, '✗ Port 8888 is taken.\n  Try  this\n   or  that\n  Log  /tmp/a.log');
});

test('trouble :: without a log :: no line for it', () => {
  assert.is(troubleText({ what: 'No.', ways: [] }), '✗ No.');
});

const codes: readonly [string, RegExp | undefined][] = [
  ['ENOSPC', /disk is full/],
  ['EDQUOT', /disk is full/],
  ['EROFS', /could not be written: \/repo\/x/],
  ['EACCES', /could not be written/],
  ['ENOENT', undefined],
];
for (const [code, expected] of codes)
  test(`disk :: ${code} :: ${expected ? 'is explained' : 'is an error of ours'}`, () => {
    const trouble = diskTrouble(Object.assign(new Error('write'), { code, path: '/repo/x' }));
    if (expected) assert.match(trouble?.what ?? '', expected);
    else assert.is(trouble, undefined);
  });

test.run();
