import { Readable } from 'node:stream';
import { AirlabError } from '../errors.ts';

/** Ends the process for good, whatever `guardProcess` replaced. */
export type EndProcess = (code: number) => never;

/** Node's own last step of `process.exit`, which its types leave out. */
interface Ending {
  reallyExit(code: number): never;
}

/**
 * Keeps cells from ending the kernel: `process.exit`, `abort` and `kill` of itself throw. Reading the keyboard
 * calls `noKeyboard`, because nothing would ever arrive.
 */
export function guardProcess(noKeyboard: (error: Error) => void): EndProcess {
  // Border: present in every Node, undocumented.
  const node = process as unknown as Ending;
  const end = node.reallyExit.bind(process);
  const kill = process.kill.bind(process);
  const refuse = (what: string) => (): never => {
    throw new AirlabError(
      `${what} is switched off in notebooks: it would end the kernel and lose all names.`,
      {
        code: 'KERNEL_EXIT',
        trouble: 'yours',
        hint: 'End a cell early with an if, a return inside a function, or throw new Error("…").',
      },
    );
  };
  process.exit = refuse('process.exit()');
  node.reallyExit = refuse('process.exit()');
  process.abort = refuse('process.abort()');
  // 0 and a negative number are process groups, the kernel's own among them.
  const ourselves = [process.pid, -process.pid, 0, -1];
  process.kill = (pid, signal) =>
    ourselves.includes(pid) && signal !== 0 ? refuse('process.kill() of the kernel')() : kill(pid, signal);
  const keyboard = new Readable({
    read() {
      this.push(null);
      noKeyboard(
        new AirlabError('This notebook cannot read from the keyboard.', {
          code: 'KERNEL_STDIN',
          trouble: 'yours',
          hint: 'Put the value into a variable at the top of the cell.',
        }),
      );
    },
  });
  Object.defineProperty(process, 'stdin', { configurable: true, get: () => keyboard });
  return end;
}
