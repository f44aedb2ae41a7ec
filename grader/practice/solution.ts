import { leftMs, type PracticeClock } from './clock.ts';
import type { Progress } from './progress.ts';

/** Whether the model solution may be read, and the reason in words. */
export type SolutionGate =
  | { readonly open: true; readonly because: string }
  | { readonly open: false; readonly says: string };

/** Opens after one graded try of an edited answer, or after the bell. Pure. */
export function solutionGate(
  { exercise, triedHonestly, solutionOpened }: Progress,
  clock: PracticeClock | undefined,
  nowMs: number,
): SolutionGate {
  if (solutionOpened) return { open: true, because: 'you opened it before' };
  if (triedHonestly) return { open: true, because: 'you tried' };
  if (clock && leftMs(clock, nowMs) <= 0) return { open: true, because: 'the bell rang' };
  const wait = clock ? ', or wait for the bell' : '';
  return {
    open: false,
    says: `The model opens after one graded try of your own: edit exercises/${exercise}.ts and run grade ${exercise}${wait}.`,
  };
}
