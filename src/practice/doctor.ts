import { shownEvenUnawaited } from '../display/awaited.ts';
import { display } from '../display/bundle.ts';
import { airlabRoot, gradeProgram } from './airlab-root.ts';
import { runGrade } from './grade-process.ts';

/**
 * Shows what is installed, what is reachable and what blocks, as `grade doctor` does in a terminal.
 *
 * @example await doctor()
 */
export function doctor(): Promise<void> {
  return shownEvenUnawaited(showDoctor(), 'doctor()');
}

async function showDoctor(): Promise<void> {
  const root = airlabRoot({ env: process.env, from: [process.cwd(), __dirname] });
  const env = { ...process.env, AIRLAB_ROOT: root, NO_COLOR: '1' };
  const { stdout, stderr } = await runGrade({
    program: gradeProgram(root),
    args: ['doctor'],
    cwd: root,
    env,
  });
  display({ data: { 'text/plain': stdout || stderr }, metadata: {} });
}
