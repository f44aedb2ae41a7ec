import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { nodeTrouble } from '../../build/node-version.mjs';

for (const version of ['20.19.0', '20.20.2', '22.0.0', '26.1.0'])
  test(`Node ${version} :: fits`, () => {
    assert.is(nodeTrouble(version, '/usr/bin/node'), undefined);
  });

for (const version of ['20.18.3', '18.20.8', '14.21.3'])
  test(`Node ${version} :: too old, says which one it is`, () => {
    const trouble = nodeTrouble(version, '/usr/bin/node');
    assert.is(trouble?.what, `airlab needs Node 20.19 or newer; this is ${version} (/usr/bin/node).`);
    assert.ok((trouble?.ways.length ?? 0) > 1);
  });

test.run();
