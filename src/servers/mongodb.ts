import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../databases/documents.ts';
import { programPath } from './installed.ts';
import { type Kind, type Room, runToEnd, sparePort, startProgram } from './room.ts';

const VERSION = '1.24.2';
const programIn = (root: string): string =>
  join(root, '.airlab', 'servers', `ferretdb-${VERSION}`, 'ferretdb');
const mongod = (): string | undefined => programPath('mongod');

/** MongoDB where it is installed; else FerretDB, which speaks MongoDB's protocol and keeps its data in SQLite. */
export const mongodb: Kind = {
  name: 'mongodb',
  variable: 'AIRLAB_MONGODB_URL',
  lacks: (root) => {
    if (mongod() || existsSync(programIn(root))) return undefined;
    return programPath('go')
      ? `FerretDB ${VERSION} (MongoDB's protocol; Go builds it in some minutes): fetched when it is named`
      : 'MongoDB: its own packages, or apt-get install golang for FerretDB';
  },
  fetch: build,
  start: async (room) => {
    const port = await sparePort();
    const own = mongod();
    const program = startProgram(
      room,
      own
        ? { command: own, args: ['--dbpath', room.folder, '--port', String(port), '--bind_ip', '127.0.0.1'] }
        : { command: programIn(room.root), args: [`127.0.0.1:${port}`, room.folder] },
    );
    const value = `mongodb://127.0.0.1:${port}/airlab`;
    const collection = await program.until(() => documents('ready', { url: value }));
    await collection.close();
    const engine = own ? collection.engine : `FerretDB ${VERSION}, as ${collection.engine}`;
    return { name: room.name, engine, variable: mongodb.variable, value, stop: program.stop };
  },
};

async function build(room: Room): Promise<void> {
  const program = programIn(room.root);
  if (mongod() || existsSync(program)) return;
  room.say(`  Go builds FerretDB ${VERSION}, once; this takes some minutes`);
  const fresh = join(program, '..', '..', `ferretdb.${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    copyFileSync(join(room.root, 'src', 'servers', 'go', 'ferretdb.go'), join(fresh, 'ferretdb.go'));
    writeFileSync(
      join(fresh, 'go.mod'),
      `module airlab\n\ngo 1.24\n\nrequire github.com/FerretDB/FerretDB v${VERSION}\n`,
    );
    const env = [`GOPATH=${join(room.folder, 'go')}`, 'GOFLAGS=-mod=mod -modcacherw'];
    const go = programPath('go') ?? 'go';
    await runToEnd(room, { command: 'env', args: [...env, go, 'build', '-o', 'ferretdb', '.'] }, fresh);
    renameSync(fresh, join(program, '..'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
