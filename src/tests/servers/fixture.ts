import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Running } from '../../servers/room.ts';
import { startServers } from '../../servers/servers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Runs the work with one real server, or prints why it cannot. Nothing is fetched unless AIRLAB_FETCH_SERVERS=1.
 */
export async function withServer(name: string, work: (server: Running) => Promise<void>): Promise<void> {
  const { KINDS } = await import('../../servers/servers.ts');
  const lack = KINDS.find((kind) => kind.name === name)?.lacks(root);
  if (lack !== undefined && process.env.AIRLAB_FETCH_SERVERS !== '1') return console.log(`skipped: ${lack}`);
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
