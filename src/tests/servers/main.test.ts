import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { programPath } from '../../servers/installed.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/servers-main.js', import.meta.url));
const LOOK_AGAIN_MS = 100;
const GONE_MS = 20_000;
const test = suite('servers :: the script');

/** Starts the script and waits until it says that all run. */
async function started(
  names: readonly string[],
): Promise<{ child: ChildProcess; said: string; code?: number }> {
  const child = spawn(process.execPath, [PROGRAM, ...names], { stdio: ['ignore', 'pipe', 'pipe'] });
  const state = { said: '' };
  const code = await new Promise<number | undefined>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        state.said += part;
        if (state.said.includes('All that can run is running')) resolve(undefined);
      });
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  return { child, said: state.said, ...(code === undefined ? {} : { code }) };
}

/** What a run of this process id has left on the machine. */
function leftBy(pid: number): readonly string[] {
  const name = `airlab-servers-${pid}-`;
  const folders = readdirSync(tmpdir()).filter((one) => one.startsWith(name));
  const programs = readdirSync('/proc')
    .filter((one) => /^\d+$/.test(one))
    .filter((one) => commandOf(one).includes(name));
  return [...folders, ...programs];
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function untilGone(pid: number): Promise<readonly string[]> {
  const end = performance.now() + GONE_MS;
  while (leftBy(pid).length > 0 && performance.now() < end) await pause(LOOK_AGAIN_MS);
  return leftBy(pid);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
  test(`${signal} :: no process and no folder is left`, async () => {
    if (!programPath('influxd') || process.platform !== 'linux')
      return console.log('skipped: no InfluxDB on this machine');
    const { child, said } = await started(['influxdb', 'postgres']);
    const { pid = 0 } = child;
    assert.match(said, "export AIRLAB_INFLUXDB_URL='http://airlab:");
    assert.ok(leftBy(pid).length >= 2, 'it has a folder and a program while it runs');
    child.kill(signal);
    assert.equal(await untilGone(pid), []);
  });

test('a name that is none :: the nearest one, exit code 2', async () => {
  const { said, code } = await started(['mariadv']);
  assert.is(code, 2);
  assert.match(said, 'Did you mean mariadb?');
});

test.run();
