import { spawn } from 'node:child_process';

/** The command that shows a URL in the person's browser; undefined on a machine without a display. */
export function browserCommand(
  url: string,
  { platform, env }: { platform: NodeJS.Platform; env: NodeJS.ProcessEnv },
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  if (env.WSL_DISTRO_NAME) return ['wslview', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined;
}

/** Opens the browser; the screen names the address, so a failure here needs no words. */
export function openBrowser(url: string): void {
  const command = browserCommand(url, { platform: process.platform, env: process.env });
  if (!command) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
