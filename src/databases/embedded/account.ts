import { chownSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutsideError } from '../../errors.ts';

/** Who PostgreSQL runs as. It refuses root, so root lends it another account. */
export interface Account {
  /** How to start a program under this account. */
  readonly start: (program: string, args: readonly string[]) => Start;
  /** Hands a file or folder over. */
  readonly give: (path: string) => void;
}

export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** In the order of preference. Debian's PostgreSQL brings the first; the second is on every system. */
const ACCOUNTS = ['postgres', 'nobody'];

/**
 * The account for PostgreSQL: the own one, unless that is root. Then it is `postgres` or `nobody`, and when that account
 * cannot reach one of the paths (below `/root`, say) it keeps the one right to look past file modes.
 *
 * @throws OutsideError `ROOT_WITHOUT_ACCOUNT` when root has no other account to lend.
 */
export function accountFor(paths: readonly string[]): Account {
  if (process.getuid?.() !== 0)
    return { start: (command, args) => ({ command, args }), give: () => undefined };
  const ids = lentIds();
  const give = (path: string): void => chownSync(path, ids.uid, ids.gid);
  if (paths.every((path) => isReachable(path, ids)))
    return { start: (command, args) => ({ command, args, ...ids }), give };
  return { start: (program, args) => withReach(program, args, ids), give };
}

function lentIds(): Ids {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ACCOUNTS) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new OutsideError(
    `PostgreSQL does not run as root, and there is no account ${ACCOUNTS.join(' or ')}.`,
    'Run the command as a normal user, or name a PostgreSQL of your own by its URL.',
    'ROOT_WITHOUT_ACCOUNT',
  );
}

/** Whether the path and every folder above it let the account through. */
function isReachable(path: string, { uid, gid }: Ids): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function withReach(program: string, args: readonly string[], { uid, gid }: Ids): Start {
  if (process.platform !== 'linux')
    throw new OutsideError(
      'PostgreSQL does not run as root, and another account cannot reach this folder.',
      'Run the command as a normal user.',
      'ROOT_WITHOUT_ACCOUNT',
    );
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const rights = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'];
  return { command: 'setpriv', args: [...ids, ...rights, program, ...args] };
}
