import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as airlab from '../index.ts';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('readme :: every export stands in a table', () => {
  const named = new Set(readme.match(/^\| .*? \|/gm)?.flatMap((cell) => cell.match(/`(\w+)`/g) ?? []));
  const missing = Object.keys(airlab).filter((name) => !named.has(`\`${name}\``));
  assert.equal(missing, []);
});

test('readme :: no table names what does not exist', () => {
  const named = readme.match(/^\| `.*? \|/gm)?.flatMap((cell) => cell.match(/\w+/g) ?? []) ?? [];
  assert.ok(named.length > 20, `${named.length} names`);
  assert.equal(
    named.filter((name) => !(name in airlab)),
    [],
  );
});

test.run();
