import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Ask, askProgram, findPython, isNewEnough } from '../../lab/python.ts';

/** Pythons by command: what each prints, and its exit code. */
function machine(pythons: Readonly<Record<string, readonly [string, number]>>) {
  const asked: string[] = [];
  const ask: Ask = async (command) => {
    asked.push(command);
    const found = pythons[command];
    return found && { output: found[0], exitCode: found[1] };
  };
  return { ask, asked };
}

test('find :: python3 with venv :: nothing else is asked', async () => {
  const { ask, asked } = machine({ python3: ['python 3.11\n', 0] });
  assert.equal(await findPython(ask, {}), { command: 'python3', version: [3, 11], canMakeVenv: true });
  assert.equal(asked, ['python3']);
});

test('find :: python3 without venv :: a better one is taken', async () => {
  const { ask } = machine({ python3: ['python 3.8\n', 0], 'python3.12': ['python 3.12\n', 0] });
  assert.is((await findPython(ask, {}))?.command, 'python3.12');
});

test('find :: only unfit ones :: the one that lacks least', async () => {
  const { ask } = machine({ python3: ['python 2.7\n', 1], 'python3.11': ['python 3.11\n', 1] });
  assert.equal(await findPython(ask, {}), { command: 'python3.11', version: [3, 11], canMakeVenv: false });
});

test('find :: no Python, or a program of that name that is none', async () => {
  assert.is(await findPython(machine({}).ask, {}), undefined);
  const store = machine({ python: ['Python was not found; run without arguments to install', 9009] });
  assert.is(await findPython(store.ask, {}), undefined);
});

test('new enough :: from 3.9 on', () => {
  const version = (major: number, minor: number) =>
    isNewEnough({ command: 'python3', version: [major, minor], canMakeVenv: true });
  assert.equal(
    [version(3, 8), version(3, 9), version(3, 14), version(2, 7), version(4, 0)],
    [false, true, true, false, true],
  );
});

test('ask :: exit code and output of a real program; nothing when there is none', async () => {
  const code = 'process.stdout.write("hello"); process.exitCode = 4';
  assert.equal(await askProgram(process.execPath, ['-e', code], process.env), {
    exitCode: 4,
    output: 'hello',
  });
  assert.is(await askProgram('no-such-program', [], process.env), undefined);
});

test.run();
