import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { airlabHome } from '../home.ts';

/**
 * The one file that lies in the sandbox: our own code. The answer itself is never written to a file, it comes through
 * the channel, so there is no folder in which it could find or leave anything.
 *
 * @throws Error when airlab was not built.
 */
export function childFile(): string {
  return realpathSync(join(airlabHome(), 'grader/dist/sandbox-child.cjs'));
}
