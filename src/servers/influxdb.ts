import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from '../databases/embedded/account.ts';
import { timeSeries } from '../databases/time-series.ts';
import { programPath } from './installed.ts';
import { type Kind, sparePort, startProgram } from './room.ts';

/** The InfluxDB (1.x) that is installed on this machine, with data of its own. */
export const influxdb: Kind = {
  name: 'influxdb',
  variable: 'AIRLAB_INFLUXDB_URL',
  lacks: () => (programPath('influxd') ? undefined : 'InfluxDB: apt-get install influxdb'),
  start: async (room) => {
    const [port, inner] = [await sparePort(), await sparePort()];
    const password = randomBytes(12).toString('hex');
    const config = join(room.folder, 'influxdb.conf');
    writeFileSync(config, settings(room.folder, port, inner));
    const account = accountFor([room.folder]);
    for (const path of [room.folder, config]) account.give(path);
    const program = startProgram(
      room,
      account.start(programPath('influxd') ?? '', ['run', '-config', config]),
    );
    const base = `127.0.0.1:${port}`;
    await program.until(() => makeUser(base, password));
    const value = `http://airlab:${password}@${base}/airlab`;
    const series = await program.until(() => timeSeries('ready', { url: value }));
    return { name: room.name, engine: series.engine, variable: influxdb.variable, value, stop: program.stop };
  },
};

/** The first user may be made without being one. */
async function makeUser(base: string, password: string): Promise<void> {
  const q = `CREATE USER airlab WITH PASSWORD '${password}' WITH ALL PRIVILEGES`;
  const answer = await fetch(`http://${base}/query`, { method: 'POST', body: new URLSearchParams({ q }) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

const settings = (folder: string, port: number, inner: number): string => `reporting-disabled = true
bind-address = "127.0.0.1:${inner}"
[meta]
  dir = "${folder}/meta"
[data]
  dir = "${folder}/data"
  wal-dir = "${folder}/wal"
  query-log-enabled = false
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:${port}"
  auth-enabled = true
  log-enabled = false
`;
