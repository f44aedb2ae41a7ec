import { join } from 'node:path';
import { documents } from '../databases/documents.ts';
import { programPath } from './installed.ts';
import { type Artifact, fetchJars, jarsOf, lacksJava } from './java.ts';
import { type Kind, type Room, sparePort, startProgram } from './room.ts';

const ARTIFACT: Artifact = { group: 'de.bwaldvogel', name: 'mongo-java-server', version: '1.47.0' };
const mongod = (): string | undefined => programPath('mongod');

/** MongoDB where it is installed; else mongo-java-server, which speaks MongoDB's protocol and keeps all in memory. */
export const mongodb: Kind = {
  name: 'mongodb',
  variable: 'AIRLAB_MONGODB_URL',
  lacks: (root) => {
    if (mongod()) return undefined;
    if (!programPath('javac'))
      return 'MongoDB: its own packages, or for a server of its protocol: apt-get install default-jdk-headless maven';
    return lacksJava(
      root,
      ARTIFACT,
      `mongo-java-server ${ARTIFACT.version} (MongoDB's protocol, 3 MB, JDK 17)`,
    );
  },
  fetch: (room) => fetchJars(room, ARTIFACT),
  start: async (room) => {
    const port = await sparePort();
    const own = mongod();
    const program = startProgram(
      room,
      own ? { command: own, args: mongodWords(room, port) } : javaServer(room, port),
    );
    const value = `mongodb://127.0.0.1:${port}/airlab`;
    const collection = await program.until(() => documents('ready', { url: value }));
    await collection.close();
    const engine = own ? collection.engine : `mongo-java-server ${ARTIFACT.version}, as ${collection.engine}`;
    return { name: room.name, engine, variable: mongodb.variable, value, stop: program.stop };
  },
};

const mongodWords = ({ folder }: Room, port: number): readonly string[] => [
  ...['--dbpath', folder],
  ...['--port', String(port)],
  ...['--bind_ip', '127.0.0.1'],
];

const javaServer = ({ root }: Room, port: number) => ({
  command: programPath('java') ?? 'java',
  args: [
    ...['-Xmx128m', '-XX:+UseSerialGC', '-cp', join(jarsOf(root, ARTIFACT), '*')],
    ...[join(root, 'src', 'servers', 'java', 'StartMongo.java'), String(port)],
  ],
});
