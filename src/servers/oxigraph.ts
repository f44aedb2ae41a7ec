import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openTriples } from '../databases/triples.ts';
import { programPath } from './installed.ts';
import { type Kind, type Room, runToEnd, sparePort, startProgram } from './room.ts';

const VERSION = '0.5.13';
const venvIn = (root: string): string => join(root, '.airlab', 'servers', `oxigraph-${VERSION}`);

/** The server of oxigraph out of its Python package: a SPARQL endpoint with data in memory. */
export const oxigraph: Kind = {
  name: 'oxigraph',
  variable: 'AIRLAB_SPARQL_URL',
  lacks: (root) => {
    if (existsSync(venvIn(root))) return undefined;
    return programPath('python3')
      ? `oxigraph ${VERSION} (SPARQL, 15 MB): fetched when it is named`
      : 'oxigraph: apt-get install python3-venv';
  },
  fetch: install,
  start: async (room) => {
    const port = await sparePort();
    const program = startProgram(room, {
      command: join(venvIn(room.root), 'bin', 'oxigraph'),
      args: ['serve', '--bind', `127.0.0.1:${port}`],
    });
    const value = `http://127.0.0.1:${port}/query`;
    const triples = await program.until(() => openTriples({ env: { AIRLAB_SPARQL_URL: value } }));
    await triples.close();
    return {
      name: room.name,
      engine: `oxigraph ${VERSION}`,
      variable: oxigraph.variable,
      value,
      stop: program.stop,
    };
  },
};

async function install(room: Room): Promise<void> {
  const venv = venvIn(room.root);
  if (existsSync(venv)) return;
  room.say(`  pip fetches oxigraph ${VERSION}, once`);
  const fresh = `${venv}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await runToEnd(room, { command: programPath('python3') ?? 'python3', args: ['-m', 'venv', fresh] });
    const pip = ['-m', 'pip', 'install', '-q', `oxigraph==${VERSION}`];
    await runToEnd(room, { command: join(fresh, 'bin', 'python'), args: pip });
    renameSync(fresh, venv);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
