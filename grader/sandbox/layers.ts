import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Box, boxCommand, layersOf } from './box.ts';
import { childFile } from './child-file.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** The walls around every run, strongest first, and what a teacher should know when one is missing. */
export interface Layers {
  readonly layers: readonly string[];
  readonly warning?: string;
}

/**
 * Which walls stand on this machine. Found out once in a process, by starting Node once in the strongest box.
 *
 * @example layers().layers // ['bubblewrap', 'prlimit', 'node permissions', 'network lock', 'watchdog']
 */
export function layers(): Layers {
  const { box, warning } = machine();
  return { layers: layersOf(box), ...(warning === undefined ? {} : { warning }) };
}

/** The strongest box that works on this machine. */
export const machineBox = (): Box => machine().box;

interface Machine {
  readonly box: Box;
  readonly warning?: string;
}

const known: { machine?: Machine } = {};

function machine(): Machine {
  known.machine ??= probe({ path: process.execPath, version: process.version });
  return known.machine;
}

/**
 * Looks for the tools and tries bubblewrap with this Node.
 *
 * @example probe({ path: process.execPath, version: process.version }).box.bubblewrap // '/usr/bin/bwrap'
 */
export function probe(node: Box['node']): Machine {
  const [prlimit, setpriv, bubblewrap] =
    process.platform === 'linux' ? ['prlimit', 'setpriv', 'bwrap'].map(onPath) : [];
  const shell = process.platform === 'win32' || (prlimit && setpriv) ? undefined : '/bin/sh';
  const portable: Box = { node, ...given({ prlimit, setpriv, shell }) };
  if (!bubblewrap) return { box: portable, warning: `${WITHOUT}${INSTALL}` };
  const box = { ...portable, bubblewrap };
  const refused = refusal(box);
  return refused === undefined
    ? { box }
    : { box: portable, warning: `${WITHOUT}It is installed, but does not start here: ${refused}.` };
}

const WITHOUT =
  "Without bubblewrap, Node's own permissions are the wall: grade only code of people you know. ";
const INSTALL = 'On Linux: apt-get install bubblewrap.';

/** Why bubblewrap cannot run Node here; undefined when it can. */
function refusal(box: Box): string | undefined {
  const { command, args } = boxCommand(box, {
    child: childFile(),
    limits: DEFAULT_LIMITS,
    nodeArgs: ['--version'],
  });
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: {},
    encoding: 'utf8',
    timeout: 5_000,
  });
  if (status === 0 && stdout.trim() === box.node.version) return undefined;
  return error?.message ?? (stderr.trim().split('\n')[0] || `exit code ${status}`);
}

function onPath(name: string): string | undefined {
  const folders = ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

type Tools = Pick<Box, 'prlimit' | 'setpriv' | 'shell'>;

function given({ prlimit, setpriv, shell }: { [Name in keyof Tools]: Tools[Name] | undefined }): Tools {
  return { ...(prlimit ? { prlimit } : {}), ...(setpriv ? { setpriv } : {}), ...(shell ? { shell } : {}) };
}
