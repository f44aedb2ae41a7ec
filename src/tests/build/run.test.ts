import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLog, stateFolder } from '../../build/log.mjs';
import { runLogged } from '../../build/run.mjs';

const test = suite<{ folder: string }>('run');
test.before.each((scene) => {
  scene.folder = mkdtempSync(join(tmpdir(), 'airlab-run-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

async function logged(folder: string, command: string, args: readonly string[]) {
  const log = openLog({ folder: stateFolder(folder).folder, name: 'run', now: 0 });
  const lines: string[] = [];
  const onLine = (line: string): void => void lines.push(line);
  const exitCode = await runLogged({ command, args, cwd: folder, env: process.env, log, onLine });
  return { exitCode, lines, log: readFileSync(log.path, 'utf8') };
}

test('run :: exit code, lines of both streams, command in the log', async ({ folder }) => {
  const code = 'console.log("out"); console.error("err"); process.exitCode = 3';
  const { exitCode, lines, log } = await logged(folder, process.execPath, ['-e', code]);
  assert.is(exitCode, 3);
  assert.equal([...lines].sort(), ['err', 'out']);
  assert.match(log, `$ ${process.execPath} -e console.log`);
  assert.match(log, '\nout\n');
});

test('run :: the listener has heard enough :: the command is ended', async ({ folder }) => {
  const log = openLog({ folder: stateFolder(folder).folder, name: 'run', now: 0 });
  const args = ['-e', 'console.log("disk full"); setInterval(() => 0, 1e6)'];
  const onLine = (line: string) => (line === 'disk full' ? 'stop' : undefined);
  assert.is(
    await runLogged({ command: process.execPath, args, cwd: folder, env: process.env, log, onLine }),
    143,
  );
});

test('run :: no such program :: 127 and its name', async ({ folder }) => {
  const { exitCode, lines } = await logged(folder, 'no-such-program', []);
  assert.is(exitCode, 127);
  assert.match(lines.join('\n'), 'no-such-program could not be started');
});

test('run :: works in the folder that it is told', async ({ folder }) => {
  const { lines } = await logged(folder, process.execPath, ['-p', 'process.cwd()']);
  assert.match(lines[0] ?? '', /airlab-run-/);
});

test.run();
