import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { forget, jupyterSetup, root, type Setup } from './jupyter.ts';

// clear_output, history and pager need samples of things that no TypeScript kernel here offers.
const SKIPPED = ['test_clear_output', 'test_history', 'test_pager'];

function checks({ python, env }: Setup, kernel: string): Record<string, string> {
  const script = join(root, 'src/tests/kernel/kernel_test.py');
  const { stdout } = spawnSync(python, [script, kernel], { env, encoding: 'utf8', timeout: 100_000 });
  const lines: { check: string; outcome: string; reason: string }[] = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  for (const { check, outcome, reason } of lines)
    if (outcome === 'failed') console.log(kernel, check, reason);
  return Object.fromEntries(lines.map(({ check, outcome }) => [check, outcome]));
}

const passed = (outcomes: Record<string, string>): string[] =>
  Object.keys(outcomes).filter((check) => outcomes[check] === 'passed');

async function main(): Promise<void> {
  const test = suite('jupyter_kernel_test');
  const setup = await jupyterSetup();
  if (setup) {
    test.after(() => forget(setup));

    test("jupyter's suite :: airlab :: every check that applies passes", () => {
      const outcomes = checks(setup, 'airlab');
      assert.equal(passed(outcomes), [
        'test_completion',
        'test_display_data',
        'test_error',
        'test_execute_result',
        'test_execute_stderr',
        'test_execute_stdout',
        'test_inspect',
        'test_is_complete',
        'test_kernel_info',
      ]);
      assert.equal(
        Object.keys(outcomes).filter((check) => outcomes[check] === 'skipped'),
        SKIPPED,
      );
    });

    test("jupyter's suite :: plain tslab :: passes fewer, as the README says", () => {
      assert.equal(passed(checks(setup, 'tslab')), [
        'test_completion',
        'test_display_data',
        'test_execute_stderr',
        'test_execute_stdout',
        'test_inspect',
      ]);
    });
  } else test.skip('needs Jupyter', () => undefined);
  test.run();
}

void main();
