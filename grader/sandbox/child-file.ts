import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { airlabHome } from '../home.ts';

/**
 * The one file that lies in the sandbox: our own code, without links on its way. The answer itself is never written to
 * a file, it comes through the channel, so there is no folder in which it could find or leave anything.
 *
 * @example childFile() // '/home/ada/airlab/grader/dist/sandbox-child.cjs'
 */
export function childFile(): string {
  const path = join(airlabHome(), 'grader/dist/sandbox-child.cjs');
  return existsSync(path) ? realpathSync(path) : path;
}
