import type { CompiledAnswer } from './run.ts';

/**
 * The first place in a stack that lies in what the student wrote, as `file:line` or `cell N`; undefined when there is
 * none. The stack comes from the sandbox, so it is only searched, never trusted.
 *
 * @example positionOf(error.stack, compiled) // 'exercises/exercise-pm25.ts:12'
 */
export function positionOf(stack: string, { path, locate }: CompiledAnswer): string | undefined {
  for (const frame of stack.split('\n')) {
    const start = frame.lastIndexOf(`${path}:`);
    if (start === -1) continue;
    const [line, column] = frame
      .slice(start + path.length + 1)
      .split(':')
      .map((number) => Number.parseInt(number, 10));
    if (!line || !column) continue;
    const place = located(locate, line, column);
    if (place !== undefined) return place;
  }
  return undefined;
}

function located(locate: CompiledAnswer['locate'], line: number, column: number): string | undefined {
  try {
    return locate(line, column);
  } catch {
    return undefined; // a made-up position
  }
}
