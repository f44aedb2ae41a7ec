import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wideTable } from '../databases/wide-table.ts';
import { programPath } from './installed.ts';
import { type Artifact, fetchJars, jarsOf, lacksJava } from './java.ts';
import { type Kind, sparePort, startProgram } from './room.ts';

const ARTIFACT: Artifact = { group: 'org.apache.cassandra', name: 'cassandra-all', version: '5.0.2' };

/** Doors of the Java runtime that Cassandra 5 walks through, from its own jvm17-server.options. */
const OPENS = [
  '--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED',
  '--add-exports=java.management.rmi/com.sun.jmx.remote.internal.rmi=ALL-UNNAMED',
  '--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED',
  '--add-exports=java.rmi/sun.rmi.server=ALL-UNNAMED',
  '--add-exports=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED',
  '--add-exports=java.sql/java.sql=ALL-UNNAMED',
  '--add-exports=java.base/java.lang.ref=ALL-UNNAMED',
  '--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED',
  ...['java.lang.module', 'java.net', 'jdk.internal.loader', 'jdk.internal.ref', 'jdk.internal.reflect'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
  ...[
    'jdk.internal.math',
    'jdk.internal.module',
    'jdk.internal.util.jar',
    'sun.nio.ch',
    'java.io',
    'java.nio',
  ].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ...['java.lang', 'java.util', 'java.util.concurrent', 'java.util.concurrent.atomic'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
  '--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED',
];

/** One node of Cassandra out of its Maven artifact. */
export const cassandra: Kind = {
  name: 'cassandra',
  variable: 'AIRLAB_CASSANDRA_HOSTS',
  lacks: (root) => lacksJava(root, ARTIFACT, `Cassandra ${ARTIFACT.version} (64 MB, Java 17)`),
  fetch: (room) => fetchJars(room, ARTIFACT),
  start: async (room) => {
    const [port, storage] = [await sparePort(), await sparePort()];
    const config = join(room.folder, 'cassandra.yaml');
    writeFileSync(config, settings(room.folder, port, storage));
    const program = startProgram(room, {
      command: programPath('java') ?? 'java',
      args: [
        ...['-Xms256m', '-Xmx768m', '-XX:+UseSerialGC', '-Djdk.attach.allowAttachSelf=true', ...OPENS],
        `-Dcassandra.config=file://${config}`,
        `-Dcassandra.storagedir=${room.folder}`,
        `-Dcassandra.logdir=${room.folder}`,
        '-Dcassandra-foreground=yes',
        // One node has nobody to wait for.
        '-Dcassandra.skip_wait_for_gossip_to_settle=0',
        '-Dcassandra.ring_delay_ms=0',
        '-Dcassandra.superuser_setup_delay_ms=0',
        ...['-cp', join(jarsOf(room.root, ARTIFACT), '*'), 'org.apache.cassandra.service.CassandraDaemon'],
      ],
    });
    const value = `cassandra:cassandra@127.0.0.1:${port}`;
    const table = await program.until(() => wideTable(READY, { hosts: value }));
    await table.close();
    return { name: room.name, engine: table.engine, variable: cassandra.variable, value, stop: program.stop };
  },
};

const READY = { name: 'ready', columns: { a: 'text' }, partitionKey: ['a'], clusteringKey: [] } as const;

const settings = (folder: string, port: number, storage: number): string => `cluster_name: airlab
num_tokens: 1
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
authenticator: PasswordAuthenticator
listen_address: 127.0.0.1
rpc_address: 127.0.0.1
storage_port: ${storage}
native_transport_port: ${port}
start_native_transport: true
commitlog_sync: periodic
commitlog_sync_period: 1000ms
endpoint_snitch: SimpleSnitch
data_file_directories: ["${folder}/data"]
commitlog_directory: "${folder}/commitlog"
saved_caches_directory: "${folder}/caches"
hints_directory: "${folder}/hints"
cdc_raw_directory: "${folder}/cdc"
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters:
      - seeds: "127.0.0.1:${storage}"
`;
