import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { partName } from '../part-name.ts';

const test = suite('part name');

const part = (id: string, name: string) => ({ id, title: `The ${id}`, export: name });

test('name :: a function of its own, the title of one of several, the id of a stranger', () => {
  const parts = [part('hourly', 'hourlyPm25'), part('air', 'makeServer'), part('run', 'makeServer')];
  assert.equal(
    ['hourly', 'air', 'run', 'else'].map((id) => partName(parts, id)),
    ['hourlyPm25', 'The air', 'The run', 'else'],
  );
});

test.run();
