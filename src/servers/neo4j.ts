import { join } from 'node:path';
import { programPath } from './installed.ts';
import { type Artifact, fetchJars, jarsOf, lacksJava } from './java.ts';
import { type Kind, sparePort, startProgram } from './room.ts';

const ARTIFACT: Artifact = { group: 'org.neo4j', name: 'neo4j', version: '5.26.0' };

/** Neo4j's community edition out of its Maven artifact, speaking Bolt on loopback, without a password. */
export const neo4j: Kind = {
  name: 'neo4j',
  variable: 'AIRLAB_NEO4J_URL',
  lacks: (root) =>
    programPath('javac')
      ? lacksJava(root, ARTIFACT, `Neo4j ${ARTIFACT.version} (125 MB, JDK 17)`)
      : 'Neo4j: apt-get install default-jdk-headless maven',
  fetch: (room) => fetchJars(room, ARTIFACT),
  start: async (room) => {
    const port = await sparePort();
    const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang'].map(
      (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
    );
    const program = startProgram(room, {
      command: programPath('java') ?? 'java',
      args: [
        ...['-Xmx512m', '-XX:+UseSerialGC', ...opens, '-cp', join(jarsOf(room.root, ARTIFACT), '*')],
        ...[join(room.root, 'src', 'servers', 'java', 'StartNeo4j.java'), room.folder, String(port)],
      ],
    });
    const value = `bolt://127.0.0.1:${port}`;
    const engine = await program.until(() => versionAt(value));
    return { name: room.name, engine, variable: neo4j.variable, value, stop: program.stop };
  },
};

async function versionAt(url: string): Promise<string> {
  const { default: driver } = await import('neo4j-driver');
  const client = driver.driver(url, undefined, { connectionTimeout: 2_000 });
  try {
    const { protocolVersion, agent } = await client.getServerInfo();
    return `${agent?.replace('/', ' ') ?? 'Neo4j'} (Bolt ${protocolVersion})`;
  } finally {
    await client.close();
  }
}
