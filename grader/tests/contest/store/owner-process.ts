// A process of its own that opens a folder's database, says so, and stays until it is killed.
import { openDatabase } from '../../../contest/store/database.ts';

const [folder = ''] = process.argv.slice(2);
openDatabase({ folder }).then(
  async (database) => {
    await database.pool.query('CREATE TABLE IF NOT EXISTS kept (n int)');
    await database.pool.query('INSERT INTO kept VALUES (1)');
    console.log('open');
    setInterval(() => undefined, 1_000);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
