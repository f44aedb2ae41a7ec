import type { Limits } from './run.ts';

/** What surrounds a run on this machine. A tool that is not there, or does not work, is left out. */
export interface Box {
  /** The Node that runs the answer. */
  readonly node: { readonly path: string; readonly version: string };
  readonly bubblewrap?: string;
  readonly prlimit?: string;
  readonly setpriv?: string;
  /** Stands in for prlimit and setpriv where there are none. */
  readonly shell?: string;
}

export interface Program {
  /** The built `sandbox-child.cjs`. */
  readonly child: string;
  readonly limits: Limits;
  /** Instead of running the child: for a probe. */
  readonly nodeArgs?: readonly string[];
}

export interface BoxCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The command that runs the child in its box. Pure.
 *
 * @example boxCommand({ node, bubblewrap: '/usr/bin/bwrap' }, { child, limits }).command // '/usr/bin/bwrap'
 */
export function boxCommand(box: Box, { child, limits, nodeArgs }: Program): BoxCommand {
  const words = box.bubblewrap
    ? [...resources(box, limits), ...bubblewrapped(box, box.bubblewrap, child)]
    : [...tiedToParent(box), ...resources(box, limits), box.node.path];
  const inside = box.bubblewrap ? INSIDE_CHILD : child;
  const [command = box.node.path, ...args] = [...words, ...(nodeArgs ?? nodeFlags(box, inside, limits))];
  return { command, args };
}

/** The names of the walls, strongest first. */
export function layersOf(box: Box): string[] {
  return [
    ...(box.bubblewrap ? ['bubblewrap'] : []),
    ...(box.prlimit ? ['prlimit'] : box.shell ? ['ulimit'] : []),
    'node permissions',
    'network lock',
    'watchdog',
  ];
}

const INSIDE_NODE = '/opt/node';
const INSIDE_CHILD = '/box/sandbox-child.cjs';

const FILE_BYTES = 1_000_000;
const OPEN_FILES = 256;

/**
 * No flag of V8 where it can be helped: one that is not at its default makes V8 refuse the code that Node carries
 * compiled, which costs a run 50 ms. Where the system limits memory, `data` ends what the heap may not hold.
 */
function nodeFlags({ node, prlimit }: Box, child: string, limits: Limits): string[] {
  return [
    isOlder(node.version, node.version.startsWith('v23') ? [23, 5] : [22, 13])
      ? '--experimental-permission'
      : '--permission',
    `--allow-fs-read=${child}`,
    ...(prlimit ? [] : [`--max-old-space-size=${limits.heapMb}`]),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    child,
  ];
}

function resources({ prlimit }: Box, { cpuS, dataMb }: Limits): string[] {
  if (!prlimit) return [];
  const limits = [
    `data=${dataMb * 1_048_576}`,
    `cpu=${cpuS}:${cpuS + 1}`,
    `fsize=${FILE_BYTES}`,
    `nofile=${OPEN_FILES}`,
    'core=0',
  ];
  return [prlimit, ...limits.map((limit) => `--${limit}`)];
}

/** An own world of files, processes and network: system libraries, Node, the child's one file, nothing else. */
function bubblewrapped({ node }: Box, bubblewrap: string, child: string): string[] {
  return [
    bubblewrap,
    ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--setenv', 'TZ', 'UTC'],
    ...['--ro-bind', '/usr', '/usr'],
    ...['lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    ...['--ro-bind-try', '/nix/store', '/nix/store', '--ro-bind-try', '/etc/ld.so.cache', '/etc/ld.so.cache'],
    ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...['--ro-bind', node.path, INSIDE_NODE, '--ro-bind', child, INSIDE_CHILD, '--chdir', '/box'],
    INSIDE_NODE,
  ];
}

/** Outside bubblewrap something else must end the child when its parent is gone, also by kill -9. */
function tiedToParent({ setpriv, shell }: Box): string[] {
  if (setpriv) return [setpriv, '--no-new-privs', '--pdeathsig', 'KILL'];
  return shell ? [shell, '-c', GUARD, 'guard'] : [];
}

/** Standard input is held by the grader, so it closes however that one ends. */
const GUARD = `ulimit -t 6; ulimit -c 0; ulimit -f 2048; ulimit -n ${OPEN_FILES}
exec 4<&0
"$@" </dev/null & answer=$!
( read -r line <&4; kill -9 $answer ) 2>/dev/null & guard=$!
wait $answer; code=$?
kill -9 $guard 2>/dev/null
exit $code`;

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.replace('v', '').split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}
