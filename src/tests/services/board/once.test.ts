import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createOnce } from '../../../services/board/once.ts';

test('once :: the same body in another order of names :: the kept value', () => {
  const once = createOnce<number>();
  assert.is(once.find('k', { a: 1, b: 2 }), undefined);
  once.keep('k', { a: 1, b: 2 }, 7);
  assert.equal(once.find('k', { b: 2, a: 1 }), { kind: 'kept', value: 7 });
  assert.equal(once.find('k', { a: 1 }), { kind: 'other' });
});

test('once :: many keys, clear :: bounded, then empty', () => {
  const once = createOnce<number>({ most: 3 });
  for (let key = 0; key < 5; key += 1) once.keep(String(key), key, key);
  assert.equal(
    [0, 1, 2, 3, 4].map((key) => once.find(String(key), key)?.kind),
    [undefined, undefined, 'kept', 'kept', 'kept'],
  );
  once.clear();
  assert.is(once.find('4', 4), undefined);
});

test.run();
