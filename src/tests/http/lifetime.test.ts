import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { json, withServer } from './server.ts';

const root = join(__dirname, '../../..');

/** Runs a program that uses `http`, and says how it ended and after how many milliseconds. */
function run(code: string): Promise<{ status: number | null; output: string; ms: number }> {
  const started = performance.now();
  const file = join(root, 'src/http/http.ts');
  const program = `const { http } = require(${JSON.stringify(file)}); (async () => { ${code} })();`;
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', program], { cwd: root });
  return new Promise((resolve) => {
    const heard = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        heard.text += data;
      });
    child.on('close', (status) => resolve({ status, output: heard.text, ms: performance.now() - started }));
  });
}

test('lifetime :: an open connection does not keep a program alive', () =>
  withServer(json({ a: 1 }, { 'keep-alive': 'timeout=600' }), async ({ url }) => {
    const { status, output, ms } = await run(
      `const answer = await http.get('${url}'); console.log(answer.status, performance.now() | 0);`,
    );
    assert.is(status, 0, output);
    const [, answeredMs = 0] = output.trim().split(' ').map(Number);
    assert.ok(ms - answeredMs < 5_000, `ended ${ms - answeredMs} ms after its answer`);
  }));

test('lifetime :: importing asks for nothing and loads no undici', async () => {
  const { status, output } = await run(
    'console.log(Object.keys(require.cache).filter((name) => /[\\\\/]undici[\\\\/]/.test(name)).length, typeof http.get)',
  );
  assert.equal([status, output.trim()], [0, '0 function']);
});

test.run();
