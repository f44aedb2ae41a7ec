import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createProgress } from '../../build/progress.mjs';

/** Time that the test moves; the timer of a step is real but never gets to run. */
function world(terminal: boolean) {
  const clock = { now: 0 };
  const written: string[] = [];
  const progress = createProgress({
    write: (text) => void written.push(text),
    terminal,
    now: () => clock.now,
  });
  return { clock, written, progress };
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_050));

test('progress :: a short step leaves no trace', () => {
  const { clock, written, progress } = world(true);
  const step = progress.step('Building');
  clock.now = 900;
  step.end('done');
  assert.equal(written, []);
});

test('progress :: a short step that failed is named', () => {
  const { written, progress } = world(false);
  progress.step('Building').end('failed');
  assert.equal(written, ['✗ Building  0 s\n']);
});

test('progress :: a long step :: ends with its seconds', () => {
  const { clock, written, progress } = world(false);
  const step = progress.step('Installing');
  clock.now = 61_400;
  step.end('done');
  assert.equal(written, ['✓ Installing  61 s\n']);
});

test('progress :: no terminal :: a plain line after a second, with the note, then every ten', async () => {
  const { clock, written, progress } = world(false);
  const step = progress.step('Installing');
  step.note('3 of 9');
  clock.now = 2_000;
  await tick();
  assert.equal(written, ['  Installing  3 of 9  2 s\n']);
  clock.now = 9_000;
  await tick();
  assert.is(written.length, 1);
  step.end('done');
});

test('progress :: terminal :: one line that is rewritten and never wider than 79 columns', async () => {
  const { clock, written, progress } = world(true);
  const step = progress.step('x'.repeat(100));
  clock.now = 2_000;
  await tick();
  step.end('done');
  assert.ok(written.length > 1);
  const [first = ''] = written;
  assert.ok(first.startsWith('\r\x1b[K'));
  assert.is(first.slice(4).length, 79);
  assert.is(written.at(-2), '\r\x1b[K');
});

test.run();
