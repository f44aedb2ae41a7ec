import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from '../databases/embedded/account.ts';
import { mysql } from '../databases/mysql.ts';
import { programPath } from './installed.ts';
import { type Kind, runToEnd, sparePort, startProgram } from './room.ts';

/** The MariaDB that is installed on this machine, with data of its own. It speaks MySQL. */
export const mariadb: Kind = {
  name: 'mariadb',
  variable: 'AIRLAB_MYSQL_URL',
  lacks: () =>
    programPath('mariadbd') && programPath('mariadb-install-db')
      ? undefined
      : 'MariaDB: apt-get install mariadb-server',
  start: async (room) => {
    const port = await sparePort();
    const password = randomBytes(12).toString('hex');
    const data = join(room.folder, 'data');
    const first = join(room.folder, 'first.sql');
    mkdirSync(data);
    writeFileSync(first, firstWords(password), { mode: 0o644 });
    const account = accountFor([room.folder]);
    for (const path of [room.folder, data, first]) account.give(path);
    const words = ['--no-defaults', `--datadir=${data}`];
    await runToEnd(
      room,
      account.start(programPath('mariadb-install-db') ?? '', [
        ...words,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
      ]),
    );
    const program = startProgram(
      room,
      account.start(programPath('mariadbd') ?? '', [
        ...words,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        `--socket=${join(room.folder, 'socket')}`,
        `--pid-file=${join(room.folder, 'pid')}`,
        `--init-file=${first}`,
      ]),
    );
    const value = `mysql://airlab:${password}@127.0.0.1:${port}/airlab`;
    const db = await program.until(() => mysql({ url: value }));
    await db.close();
    return { name: room.name, engine: db.engine, variable: mariadb.variable, value, stop: program.stop };
  },
};

/** One user with a password, and none without. */
const firstWords = (password: string): string =>
  [
    'CREATE DATABASE IF NOT EXISTS airlab',
    `CREATE USER IF NOT EXISTS 'airlab'@'127.0.0.1' IDENTIFIED BY '${password}'`,
    "GRANT ALL ON *.* TO 'airlab'@'127.0.0.1'",
    "DELETE FROM mysql.global_priv WHERE User <> 'airlab' AND User <> 'mariadb.sys'",
    'FLUSH PRIVILEGES',
  ]
    .map((line) => `${line};\n`)
    .join('');
