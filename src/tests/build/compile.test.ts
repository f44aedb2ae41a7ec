import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { builtFrom, compileStep, sourcesHash } from '../../build/compile.mjs';

interface Scene {
  root: string;
  write: (path: string, text: string) => void;
}

const OUTPUTS = ['index.js', 'index.d.ts', 'kernel.js', 'lab.js'].map((name) => `src/dist/${name}`);

const test = suite<Scene>('compile');
test.before.each((scene) => {
  const root = mkdtempSync(join(tmpdir(), 'airlab-compile-'));
  scene.root = root;
  scene.write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of ['src/index.ts', 'grader/cli.ts', 'tsconfig.json', 'package-lock.json'])
    scene.write(path, '{}');
  for (const path of [...OUTPUTS, 'grader/dist/cli.js']) scene.write(path, '');
  writeFileSync(builtFrom(root), sourcesHash(root));
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

test('build :: of these sources :: not needed, whatever the times say', ({ root }) => {
  assert.not(compileStep(root).needed);
  utimesSync(join(root, 'src/index.ts'), 4e9, 4e9);
  assert.not(compileStep(root).needed);
});

for (const path of ['src/index.ts', 'grader/cli.ts', 'src/classroom/new.ts', 'package-lock.json'])
  test(`build :: ${path} changed :: needed`, ({ root, write }) => {
    write(path, 'changed');
    assert.ok(compileStep(root).needed);
  });

test('build :: a source removed :: needed', ({ root }) => {
  rmSync(join(root, 'grader/cli.ts'));
  assert.ok(compileStep(root).needed);
});

for (const path of [
  'src/tests/a.test.ts',
  'src/README.md',
  'grader/starters/a.ts',
  'src/node_modules/x/y.js',
])
  test(`build :: ${path} :: is no source`, ({ root, write }) => {
    write(path, 'changed');
    assert.not(compileStep(root).needed);
  });

for (const path of [...OUTPUTS, 'grader/dist/cli.js', 'src/dist/.built'])
  test(`build :: ${path} gone :: needed`, ({ root }) => {
    rmSync(join(root, path));
    assert.ok(compileStep(root).needed);
  });

test.run();
