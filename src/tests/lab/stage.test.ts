import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeStage } from '../../lab/stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-stage-'));
const root = join(folder, 'kit');
for (const [path, text] of Object.entries({
  'src/index.ts': 'source',
  'package.json': '{}',
  '.airlab/lessons.jsonl': 'progress',
  'exercises/exercise-a.ts': 'my answer',
  'grader/starters/exercise-a.ts': 'starter',
  'solutions/exercise-a.ts': 'solution',
  'notebooks/01-a.ipynb': '{}',
  'notebooks/app.py': 'app',
  'notebooks/solved/01-a.ipynb': '{}',
  'notebooks/pictures/a.png': 'png',
})) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
test.after(() => rmSync(folder, { recursive: true, force: true }));

for (const [exercises, text] of [
  ['starters', 'starter'],
  ['solutions', 'solution'],
] as const)
  test(`stage :: ${exercises} :: instead of somebody's answers, and nobody's progress`, () => {
    const stage = join(folder, exercises);
    makeStage(root, stage, exercises);
    assert.is(readFileSync(join(stage, 'exercises/exercise-a.ts'), 'utf8'), text);
    assert.not(existsSync(join(stage, '.airlab')));
    assert.is(readFileSync(join(stage, 'src/index.ts'), 'utf8'), 'source');
  });

test('stage :: notebooks :: none of them, but the files beside them', () => {
  const stage = join(folder, 'third');
  makeStage(root, stage, 'starters');
  assert.equal(readdirSync(join(stage, 'notebooks')).sort(), ['app.py', 'pictures', 'solved']);
  assert.equal(readdirSync(join(stage, 'notebooks/solved')), []);
});

test('stage :: removed :: what it links to stays', () => {
  const stage = join(folder, 'fourth');
  makeStage(root, stage, 'starters');
  rmSync(stage, { recursive: true, force: true });
  assert.ok(existsSync(join(root, 'src/index.ts')) && existsSync(join(root, 'notebooks/pictures/a.png')));
});

test.run();
