import { AirlabError, OutsideError } from '../errors.ts';

export interface GradeProcess {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What the command line printed and how it ended. */
export interface GradeEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/**
 * Runs the command line in a process of its own: the notebook's kernel is full of the student's names.
 *
 * @throws AirlabError `GRADE_IN_GRADE` where no process may be started: in the grader's sandbox, which also runs the
 *   cell that calls grade().
 */
export async function runGrade({ program, args, cwd, env }: GradeProcess): Promise<GradeEnd> {
  // Loaded here because the sandbox has no child processes, and importing airlab must work there.
  const { spawn } = await import('node:child_process').catch(refuse);
  try {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const talk: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => void out.push(data));
    child.stderr.on('data', (data: Buffer) => void talk.push(data));
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? (signal ? 70 : 0)));
    });
    return { stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(talk).toString(), exitCode };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_ACCESS_DENIED') return refuse(error);
    throw new OutsideError(
      `grade could not be started: ${error instanceof Error ? error.message : error}`,
      'Type the same in a terminal of the lab.',
      'GRADE_START',
      error,
    );
  }
}

function refuse(cause: unknown): never {
  throw new AirlabError('grade() does not run while an answer is graded.', {
    code: 'GRADE_IN_GRADE',
    trouble: 'usage',
    hint: 'Nothing to do: this cell is skipped.',
    cause,
  });
}
