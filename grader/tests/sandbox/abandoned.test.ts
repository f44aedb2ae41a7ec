import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { boxes, leftovers } from './boxes.ts';

const AFTER_REQUEST: Readonly<Record<string, string>> = {
  computes: 'for (;;);',
  blocks: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
  listens:
    'await new Promise((resolve) => { const { port1 } = new MessageChannel(); port1.onmessage = resolve; });',
};

const GONE_WITHIN_MS = 5_000;
const script = fileURLToPath(new URL('abandoned-run.ts', import.meta.url));
const test = suite('abandoned');

for (const walls of Object.keys(boxes))
  for (const [name, rest] of Object.entries(AFTER_REQUEST))
    test(`grader killed with -9 :: nothing is left :: ${name}, ${walls}`, async () => {
      const code = `exports.act = async () => { await fetch('http://localhost/'); ${rest} };`;
      const grader = spawn(process.execPath, ['--import', 'tsx', script, walls, code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const line of createInterface({ input: grader.stdout })) if (line === 'running') break;
      assert.ok(leftovers(grader.pid).length > 0, 'the run is not seen while it runs');
      grader.kill('SIGKILL');
      await once(grader, 'exit');
      const untilMs = performance.now() + GONE_WITHIN_MS;
      while (leftovers(grader.pid).length > 0 && performance.now() < untilMs)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(leftovers(grader.pid), []);
    });

if (process.platform !== 'linux')
  console.log('skipped: processes are looked for in /proc, which is Linux only');
else test.run();
