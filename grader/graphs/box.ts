import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OutsideError } from '../../src/errors.ts';
import type { Box, BoxCommand } from '../sandbox/box.ts';

export interface EngineFiles {
  /** The built `graph-runner.cjs`. */
  readonly runner: string;
  /** The engine's machine code, `grafeo.linux-x64-gnu.node`. */
  readonly addon: string;
}

/**
 * The files that the engine's process may read, in the airlab of this folder.
 *
 * @throws OutsideError `NO_GRAPH_ENGINE` when npm has no engine for this system, or left it out.
 */
export function engineFiles(home: string): EngineFiles {
  const runner = join(home, 'grader', 'dist', 'graph-runner.cjs');
  try {
    const entry = createRequire(join(home, 'src', 'package.json')).resolve('@grafeo-db/js');
    const folder = dirname(dirname(entry));
    const packages = readdirSync(folder).filter((name) => name.startsWith('js-'));
    const addon = packages
      .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
      .find((path) => path.endsWith('.node'));
    if (addon !== undefined && existsSync(runner)) return { runner, addon };
  } catch {
    // the same next step
  }
  throw new OutsideError(
    `The graph engine for ${process.platform} ${process.arch} is not installed, or airlab is not built.`,
    'Run npm ci without --omit=optional, then npm run build.',
    'NO_GRAPH_ENGINE',
  );
}

const DATA_BYTES = 1_073_741_824;
const CPU_S = 4;

/**
 * The command that runs the engine: machine code cannot be held by Node's own permissions, so it sees an empty world of
 * files, processes and network wherever bubblewrap is there. Pure.
 */
export function engineCommand(
  { node, bubblewrap, prlimit }: Box,
  { runner, addon }: EngineFiles,
): BoxCommand {
  const limits = prlimit
    ? [prlimit, `--data=${DATA_BYTES}`, `--cpu=${CPU_S}:${CPU_S + 1}`, '--fsize=0', '--core=0']
    : [];
  const words = bubblewrap
    ? [
        ...limits,
        bubblewrap,
        ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--setenv', 'TZ', 'UTC'],
        ...['--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
        ...[
          '--ro-bind-try',
          '/nix/store',
          '/nix/store',
          '--ro-bind-try',
          '/etc/ld.so.cache',
          '/etc/ld.so.cache',
        ],
        ...['--proc', '/proc', '--dev', '/dev', '--ro-bind', node.path, '/opt/node'],
        ...['--ro-bind', runner, '/box/graph-runner.cjs', '--ro-bind', addon, '/box/grafeo.node'],
        ...['--chdir', '/box', '/opt/node', '/box/graph-runner.cjs', '/box/grafeo.node'],
      ]
    : [...limits, node.path, runner, addon];
  const [command = node.path, ...args] = words;
  return { command, args };
}
