import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from './installed.ts';
import { type Room, runToEnd } from './room.ts';

/** One artifact of Maven, with all that it needs. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string;
}

/** Where the jars of an artifact are kept between runs. */
export const jarsOf = (root: string, { name, version }: Artifact): string =>
  join(root, '.airlab', 'servers', `${name}-${version}`);

/** What is missing for a server of Maven's; `size` is what would be fetched. */
export function lacksJava(root: string, artifact: Artifact, words: string): string | undefined {
  if (!programPath('java')) return `${words}: apt-get install default-jdk-headless maven`;
  if (existsSync(jarsOf(root, artifact))) return undefined;
  return programPath('mvn') ? `${words}: fetched when it is named` : `${words}: apt-get install maven`;
}

/** Has Maven copy the jars, all of them or none. */
export async function fetchJars(room: Room, artifact: Artifact): Promise<void> {
  const place = jarsOf(room.root, artifact);
  if (existsSync(place)) return;
  const { group, name, version } = artifact;
  room.say(`  Maven fetches ${group}:${name}:${version}, once`);
  const fresh = `${place}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(room.folder, 'pom.xml'), pom(artifact));
  try {
    await runToEnd(
      room,
      {
        command: programPath('mvn') ?? 'mvn',
        args: [
          '-B',
          '-q',
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
          `-DoutputDirectory=${fresh}`,
        ],
      },
      room.folder,
    );
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const pom = ({
  group,
  name,
  version,
}: Artifact): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>airlab</groupId>
  <artifactId>server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${name}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
