import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { browserCommand } from '../../lab/browser.ts';

const URL = 'http://127.0.0.1:8888/?token=a&b';
const machines: readonly [string, NodeJS.Platform, NodeJS.ProcessEnv, string | undefined][] = [
  ['macOS', 'darwin', {}, 'open'],
  ['Windows', 'win32', {}, 'rundll32'],
  ['Linux with a display', 'linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['WSL', 'linux', { WSL_DISTRO_NAME: 'Debian' }, 'wslview'],
  ['a machine without a display', 'linux', {}, undefined],
];
for (const [name, platform, env, program] of machines)
  test(`browser :: ${name} :: ${program ?? 'none'}`, () => {
    const command = browserCommand(URL, { platform, env });
    assert.is(command?.[0], program);
    if (command) assert.is(command.at(-1), URL, 'the address is one argument, no shell reads it');
  });

test.run();
