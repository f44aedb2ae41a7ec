import { inspect } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { shownEvenUnawaited } from '../../display/awaited.ts';
import { type Bundle, DISPLAY, display, replaceableOutput } from '../../display/bundle.ts';

const test = suite('display');
const BUNDLE: Bundle = { data: { 'text/html': '<b>8.4</b>', 'text/plain': '8.4\n' }, metadata: {} };
const TSLAB = '/somewhere/node_modules/tslab/dist/jupyter.js';

const printed: string[] = [];
const { log } = console;

test.before.each(() => {
  printed.length = 0;
  console.log = (text: unknown) => void printed.push(String(text));
});

test.after.each(() => {
  console.log = log;
  delete require.cache[TSLAB];
});

/** What tslab's module is while a cell runs; `null` before the first one. */
function withWriter(lastWriteDisplayData: unknown): void {
  const loaded = Object.assign(Object.create(module), { exports: { lastWriteDisplayData } });
  require.cache[TSLAB] = loaded;
}

test('outside Jupyter :: any bundle :: its plain text is printed', () => {
  display(BUNDLE);
  withWriter(null);
  display(BUNDLE);
  assert.equal(printed, ['8.4', '8.4']);
});

test('in Jupyter :: any bundle :: goes through the writer of the kernel as one message', () => {
  const heard: unknown[] = [];
  withWriter((...message: unknown[]) => void heard.push(message));
  display(BUNDLE);
  assert.equal(heard, [[{ ...BUNDLE, transient: {} }, false]]);
  assert.equal(printed, []);
});

test('replaceable output :: shown twice :: the second replaces the first', () => {
  const heard: unknown[] = [];
  withWriter(
    ({ transient }: { transient: object }, isUpdate: boolean) => void heard.push([transient, isUpdate]),
  );
  const output = replaceableOutput('one');
  output.show(BUNDLE);
  output.show(BUNDLE);
  assert.equal(heard, [
    [{ display_id: 'one' }, false],
    [{ display_id: 'one' }, true],
  ]);
});

test('without await :: as last expression :: the kernel waits for the work and says what to write', async () => {
  const steps: string[] = [];
  const shown = shownEvenUnawaited(
    Promise.resolve().then(() => void steps.push('drawn')),
    'chart(…)',
  );
  assert.match(inspect(shown), 'Write "await chart(…)"');
  const hook: unknown = Reflect.get(shown, DISPLAY);
  assert.type(hook, 'function');
  const data: unknown = typeof hook === 'function' ? await hook() : undefined;
  assert.equal(steps, ['drawn']);
  assert.match(JSON.stringify(data), 'await chart');
});

test.run();
