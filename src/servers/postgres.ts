import { startCluster } from '../databases/embedded/cluster.ts';
import { programsIn } from '../databases/embedded/programs.ts';
import { postgres as open } from '../databases/postgres.ts';
import { debianPostgres } from './installed.ts';
import type { Kind } from './room.ts';

/** The PostgreSQL that is installed on this machine, with data of its own. */
export const postgres: Kind = {
  name: 'postgres',
  variable: 'AIRLAB_POSTGRES_URL',
  lacks: () => (debianPostgres() === undefined ? 'PostgreSQL: apt-get install postgresql' : undefined),
  start: async ({ name, folder }) => {
    const programs = programsIn(debianPostgres() ?? '');
    const cluster = await startCluster({ folder, programs, endsWithLab: true });
    const db = await open({ url: cluster.url });
    await db.close();
    return { name, engine: db.engine, variable: postgres.variable, value: cluster.url, stop: cluster.stop };
  },
};
