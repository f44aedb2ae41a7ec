import { spawn, spawnSync } from 'node:child_process';

const BUBBLEWRAP = ['--dev-bind', '/', '/', '--unshare-net', '--die-with-parent'];

/** True when bubblewrap can start a program that sees only loopback. */
export function canSwitchNetworkOff(platform: NodeJS.Platform): boolean {
  return (
    platform === 'linux' && spawnSync('bwrap', [...BUBBLEWRAP, 'true'], { stdio: 'ignore' }).status === 0
  );
}

/** Runs a command that sees only loopback; resolves to its exit code. */
export function runWithoutNetwork(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn('bwrap', [...BUBBLEWRAP, command, ...args], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
