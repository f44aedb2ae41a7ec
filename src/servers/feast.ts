import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onlineFeast } from '../databases/feature-store-feast.ts';
import { programPath } from './installed.ts';
import { type Kind, type Room, runToEnd, sparePort, startProgram } from './room.ts';

const VERSION = '0.67.0';
const VIEW = { name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] };
const venvIn = (root: string): string => join(root, '.airlab', 'servers', `feast-${VERSION}`);
/** Feast phones home unless it is told not to. */
const ENV = { FEAST_USAGE: 'False', PYTHONDONTWRITEBYTECODE: '1' };

/** Feast's feature server with a small feature view, `air`, of which it holds the newest rows of two cities. */
export const feast: Kind = {
  name: 'feast',
  variable: 'AIRLAB_FEAST_URL',
  lacks: (root) => {
    if (existsSync(venvIn(root))) return undefined;
    return programPath('python3')
      ? `Feast ${VERSION} (Python, about 1 GB with all that it needs): fetched when it is named`
      : 'Feast: apt-get install python3-venv';
  },
  fetch: install,
  start: async (room) => {
    const port = await sparePort();
    const python = join(venvIn(room.root), 'bin', 'python');
    const repo = join(room.root, 'src', 'servers', 'feast', 'airlab_repo.py');
    await runToEnd(room, { command: 'env', args: [...words(), python, repo, room.folder] });
    // Its own starter names paths of the folder that it was installed in; the module does not.
    const serve = [
      '-c',
      'from feast.cli.cli import cli; cli()',
      '-c',
      room.folder,
      'serve',
      '-h',
      '127.0.0.1',
    ];
    const program = startProgram(
      room,
      { command: python, args: [...serve, '-p', String(port), '--no-access-log'] },
      { ...ENV, no_proxy: '127.0.0.1' },
    );
    const value = `http://127.0.0.1:${port}`;
    await program.until(() => onlineFeast(VIEW, value).ask('Roskilde'));
    return {
      name: room.name,
      engine: `Feast ${VERSION}`,
      variable: feast.variable,
      value,
      stop: program.stop,
    };
  },
};

const words = (): readonly string[] => Object.entries(ENV).map(([name, value]) => `${name}=${value}`);

async function install(room: Room): Promise<void> {
  const venv = venvIn(room.root);
  if (existsSync(venv)) return;
  room.say(`  pip fetches feast ${VERSION}, once; this takes some minutes`);
  const fresh = `${venv}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await runToEnd(room, { command: programPath('python3') ?? 'python3', args: ['-m', 'venv', fresh] });
    const pip = ['-m', 'pip', 'install', '-q', `feast==${VERSION}`];
    await runToEnd(room, { command: join(fresh, 'bin', 'python'), args: pip });
    renameSync(fresh, venv);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
