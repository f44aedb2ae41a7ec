import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../..', import.meta.url));
const STEPS = ['answer', 'upstream', 'sandbox', 'judge', 'report', 'practice', 'checks'];
/** `checks/` describes an exercise with the words of the judge and the upstream; that is its purpose. */
const ALLOWED = new Set(['checks→judge', 'checks→upstream']);

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function arrows(folder: string): Arrow[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.ts') && !/(^|[\\/])(dist|tests|node_modules)[\\/]/.test(path))
    .flatMap((path) =>
      [
        ...readFileSync(join(root, path), 'utf8').matchAll(
          /^(?:import|export)\s+(type\s)?[^;]*?from '(\.[^']+)'/gm,
        ),
      ].map((match) => ({
        from: path,
        to: relative(root, resolve(root, dirname(path), match[2] ?? '')),
        typeOnly: match[1] !== undefined,
      })),
    );
}

const show = (arrow: Arrow): string => `${arrow.from} → ${arrow.to}`;
const step = (path: string): string => path.split(/[\\/]/)[1] ?? '';
const test = suite('arrows');

test('src :: imports nothing of ours outside src', () => {
  const found = arrows('src');
  assert.ok(found.length > 20, `only ${found.length} imports were seen`);
  assert.equal(found.filter((arrow) => !arrow.to.startsWith('src')).map(show), []);
});

test('grader :: imports src and itself only', () => {
  const found = arrows('grader');
  assert.ok(found.length > 20, `only ${found.length} imports were seen`);
  assert.equal(found.filter((arrow) => !/^(grader|src)[\\/]/.test(arrow.to)).map(show), []);
});

test('grader :: a step imports another step as types only', () => {
  const wrong = arrows('grader')
    .filter(
      ({ from, to, typeOnly }) =>
        !typeOnly && to.startsWith('grader') && STEPS.includes(step(from)) && STEPS.includes(step(to)),
    )
    .filter(({ from, to }) => step(from) !== step(to) && !ALLOWED.has(`${step(from)}→${step(to)}`));
  assert.equal(wrong.map(show), []);
});

test('exercises and solutions :: import packages, never the grader', () => {
  const wrong = ['exercises', 'solutions']
    .flatMap(arrows)
    .filter(({ to }) => to.startsWith('grader') || to.startsWith('src'));
  assert.equal(wrong.map(show), []);
});

test.run();
