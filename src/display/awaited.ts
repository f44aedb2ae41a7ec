import { inspect } from 'node:util';
import { DISPLAY } from './bundle.ts';

/**
 * Lets a call that needs `await` work without it when it is the last expression of a cell: the kernel then waits for
 * its output, and a line says what to write. Plain tslab cannot wait; there only the line appears.
 *
 * @param call how the call is written, for example `chart(…)`.
 */
export function shownEvenUnawaited(work: Promise<void>, call: string): Promise<void> {
  const tip = `Write "await ${call}": without await the cell may end before this is shown.`;
  return Object.assign(work, {
    [inspect.custom]: () => tip,
    async [DISPLAY]() {
      await work;
      return { 'text/plain': tip };
    },
  });
}
