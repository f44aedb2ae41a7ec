import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Kit, makeKit } from '../cli/kit.ts';

const kit: Kit = await makeKit();
process.on('exit', kit.close);

const test = suite('watch :: binary');

/** Resolves as soon as the text of a running `grade --watch` matches. */
function until(text: () => string, onData: (listener: () => void) => void, wanted: RegExp): Promise<void> {
  return new Promise((seen) => {
    const look = (): void => {
      if (wanted.test(text())) seen();
    };
    onData(look);
    look();
  });
}

test('without a terminal :: grades, grades again on save, ends on SIGTERM', async () => {
  const child = kit.start(['exercise-pm25', '--watch']);
  let text = '';
  child.stdout?.on('data', (data) => {
    text += data;
  });
  const onData = (listener: () => void): void => void child.stdout?.on('data', listener);
  const ended = new Promise((done) => child.on('close', done));
  try {
    await until(() => text, onData, /not yet, 10\/100 points[\s\S]*seed 1/);
    kit.write('exercises/exercise-pm25.ts', '// gets: passed\n');
    await until(() => text, onData, /passed, 100\/100 points[\s\S]*seed 1/);
  } finally {
    child.kill('SIGTERM');
  }
  assert.is(await ended, 0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no redrawing where nobody watches
  assert.not.match(text, /[\r\u001b]/);
  const { stdout } = kit.run(['list']);
  assert.match(stdout, /100\/100 {2}2 /);
});

test.run();
