import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Box, type BoxCommand, boxCommand, layersOf } from './box.ts';
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

/**
 * The strongest box that works on this machine. Asked for early, it is found out while something else is done.
 *
 * @example void machineBox(); // while the answer is compiled
 */
export async function machineBox(): Promise<Box> {
  if (known.machine) return known.machine.box;
  known.coming ??= tryOut(thisNode());
  known.machine = await known.coming;
  return known.machine.box;
}

/** The box that the machine most likely has, before it was tried. */
export function likelyBox(): Box {
  if (known.machine) return known.machine.box;
  const { box, portable } = candidates(thisNode());
  return box ?? portable;
}

interface Machine {
  readonly box: Box;
  readonly warning?: string;
}

const known: { machine?: Machine; coming?: Promise<Machine> } = {};

function machine(): Machine {
  known.machine ??= probe(thisNode());
  return known.machine;
}

const thisNode = (): Box['node'] => ({ path: process.execPath, version: process.version });

/**
 * Looks for the tools and tries bubblewrap with this Node.
 *
 * @example probe({ path: process.execPath, version: process.version }).box.bubblewrap // '/usr/bin/bwrap'
 */
export function probe(node: Box['node']): Machine {
  const { box, portable } = candidates(node);
  if (!box) return { box: portable, warning: `${WITHOUT}${INSTALL}` };
  const { command, args } = versionCommand(box);
  const { error, stdout, stderr } = spawnSync(command, args, TRIAL);
  return judged({ box, portable, printed: stdout, trouble: error?.message ?? stderr });
}

/** `probe` without waiting for it. */
async function tryOut(node: Box['node']): Promise<Machine> {
  const { box, portable } = candidates(node);
  if (!box) return { box: portable, warning: `${WITHOUT}${INSTALL}` };
  const { command, args } = versionCommand(box);
  return new Promise((resolve) => {
    execFile(command, [...args], TRIAL, (error, printed, trouble) => {
      resolve(judged({ box, portable, printed, trouble: trouble || (error?.message ?? '') }));
    });
  });
}

const WITHOUT =
  "Without bubblewrap, Node's own permissions are the wall: grade only code of people you know. ";
const INSTALL = 'On Linux: apt-get install bubblewrap.';
const TRIAL = { env: {}, encoding: 'utf8', timeout: 5_000 } as const;

const versionCommand = (box: Box): BoxCommand =>
  boxCommand(box, { child: childFile(), limits: DEFAULT_LIMITS, nodeArgs: ['--version'] });

interface Tried {
  readonly box: Box;
  readonly portable: Box;
  readonly printed: string;
  readonly trouble: string;
}

function judged({ box, portable, printed, trouble }: Tried): Machine {
  if (printed.trim() === box.node.version) return { box };
  const reason = trouble.trim().split('\n')[0] || 'no reason given';
  return { box: portable, warning: `${WITHOUT}It is installed, but does not start here: ${reason}.` };
}

/** The box that always works, and the one with bubblewrap where there is one. */
function candidates(node: Box['node']): { portable: Box; box?: Box } {
  if (process.platform === 'win32') return { portable: { node } };
  const [prlimit, setpriv, bubblewrap] = ['prlimit', 'setpriv', 'bwrap'].map(onPath);
  const portable = prlimit && setpriv ? { node, prlimit, setpriv } : { node, shell: '/bin/sh' };
  return bubblewrap ? { portable, box: { ...portable, bubblewrap } } : { portable };
}

function onPath(name: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folders = ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}
