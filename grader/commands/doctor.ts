import { execFile } from 'node:child_process';
import type { DoctorTools } from '../doctor/finding.ts';
import { examineGrading } from '../doctor/grading.ts';
import { examineLab } from '../doctor/lab.ts';
import { examineMachine } from '../doctor/machine.ts';
import { exerciseNames } from '../exercises.ts';
import { layers } from '../sandbox/layers.ts';
import type { Context, Options } from './context.ts';
import { doctorText } from './doctor-text.ts';

const PROGRAM_LIMIT_MS = 5_000;

/** `grade doctor`: what is installed, what is reachable, what blocks and what to do. Returns 3 when something blocks. */
export async function run(_words: readonly string[], options: Options, context: Context): Promise<number> {
  const { root, home, env, now } = context;
  const tools: DoctorTools = { root, home, env, now, run: runProgram, fetch };
  const [machine, lab] = await Promise.all([examineMachine(tools), examineLab(tools)]);
  const findings = [...machine, ...lab, ...examineGrading(tools, layers(), exerciseNames)];
  context.out(
    options.json
      ? `${JSON.stringify({ format: 'airlab-doctor-1', findings }, null, 2)}\n`
      : doctorText(findings, context.look),
  );
  return findings.some(({ state }) => state === 'blocks') ? 3 : 0;
}

function runProgram(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout: PROGRAM_LIMIT_MS }, (error, stdout, stderr) =>
      resolve(error ? undefined : (stdout.trim() || stderr.trim()).split('\n').at(-1)),
    );
  });
}
