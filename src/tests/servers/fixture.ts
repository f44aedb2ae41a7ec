import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Running } from '../../servers/room.ts';
import { KINDS, startServers } from '../../servers/servers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Runs the work with one real server, or prints why it cannot. What is not there is fetched only when
 * AIRLAB_FETCH_SERVERS names it: `mongodb,cassandra`.
 */
export async function withServer(name: string, work: (server: Running) => Promise<void>): Promise<void> {
  const lack = KINDS.find((kind) => kind.name === name)?.lacks(root);
  const isFetched = (process.env.AIRLAB_FETCH_SERVERS ?? '').split(',').includes(name);
  if (lack !== undefined && !isFetched) return console.log(`skipped: ${lack}`);
  const folder = mkdtempSync(join(tmpdir(), `airlab-test-${name}-`));
  const servers = await startServers({ names: [name], folder, root, say: () => undefined });
  try {
    const [server] = servers.running;
    if (server === undefined) {
      if (lack !== undefined) return console.log(`skipped: ${servers.missing.join()}`);
      throw new Error(servers.missing.join('\n'));
    }
    await work(server);
  } finally {
    await servers.stop();
  }
}
