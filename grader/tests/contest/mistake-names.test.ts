import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MISTAKE_NAMES } from '../../contest/mistake-names.ts';

const test = suite('mistake names');
const folder = fileURLToPath(new URL('../../judge', import.meta.url));

test('names :: every mistake that the judge of air data names has one, short enough for the projector', () => {
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/\bid: '([a-z][a-z0-9-]+)',\s*says:/g),
    ])
    .map(([, id = '']) => id);
  assert.ok(ids.length > 15, `only ${ids.length} mistakes were seen`);
  assert.equal(
    ids.filter((id) => !Object.hasOwn(MISTAKE_NAMES, id)),
    [],
  );
  assert.equal(
    Object.entries(MISTAKE_NAMES).filter(([id, name]) => !ids.includes(id) || name.length > 45),
    [],
  );
});

test.run();
