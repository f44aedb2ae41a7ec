import { execFile } from 'node:child_process';
import type { DoctorFinding, DoctorTools } from '../doctor/finding.ts';
import { examineGrading } from '../doctor/grading.ts';
import { examineLab } from '../doctor/lab.ts';
import { examineMachine } from '../doctor/machine.ts';
import { exerciseNames } from '../exercises.ts';
import { paragraph } from '../report/layout.ts';
import { type Look, markOf } from '../report/look.ts';
import { layers } from '../sandbox/layers.ts';
import type { Context, Options } from './context.ts';

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

/** The findings as text; what blocks comes again at the end. */
export function doctorText(findings: readonly DoctorFinding[], look: Look): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const count = (state: DoctorFinding['state']): number =>
    findings.filter((one) => one.state === state).length;
  const end =
    count('blocks') > 0
      ? `${count('blocks')} of ${findings.length} block. Begin with: ${findings.find(({ state }) => state === 'blocks')?.fix ?? ''}`
      : `Nothing blocks${count('warn') > 0 ? `; ${count('warn')} could be better` : ''}.`;
  return `${[...findings.flatMap((finding) => findingLines(finding, width, look)), '', ...paragraph(end, look)].join('\n')}\n`;
}

function findingLines({ name, state, says, fix }: DoctorFinding, width: number, look: Look): string[] {
  const outcome = ({ ok: 'passed', warn: 'unchecked', blocks: 'failed' } as const)[state];
  const leadStyle = ({ ok: 'green', warn: 'yellow', blocks: 'red' } as const)[state];
  return [
    ...paragraph(says, look, { lead: `${markOf(outcome, look)} ${name.padEnd(width)}  `, leadStyle }),
    ...(fix === undefined
      ? []
      : paragraph(fix, look, { indent: width + 4, lead: look.unicode ? '→ ' : '-> ' })),
  ];
}

function runProgram(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout: PROGRAM_LIMIT_MS }, (error, stdout, stderr) =>
      resolve(error ? undefined : (stdout.trim() || stderr.trim()).split('\n').at(-1)),
    );
  });
}
