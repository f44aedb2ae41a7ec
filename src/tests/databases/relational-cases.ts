import * as assert from 'uvu/assert';
import type { SqlDatabase } from '../../databases/sql.ts';
import { errorOf } from './fixture.ts';

/** What a cell may count on, whichever relational engine is behind it. Closes the database. */
export async function sameOnEveryEngine(db: SqlDatabase): Promise<void> {
  await db.query(
    `CREATE TEMPORARY TABLE reading (city VARCHAR(20) NOT NULL, hour VARCHAR(16) NOT NULL, pm2_5 DOUBLE PRECISION,
       PRIMARY KEY (city, hour), CHECK (pm2_5 >= 0))`,
  );
  const hours = ['2026-01-12T00:00', '2026-01-12T01:00', '2026-01-12T02:00'];
  const rows = hours.map((hour, i) => ({ city: 'Roskilde', hour, pm2_5: i === 1 ? null : 9.5 + i }));
  assert.is(await db.insert('reading', rows), 3);

  const [one] = await db.query<{ rows_: number; known: number; mean: number }>(
    'SELECT count(*) AS rows_, count(pm2_5) AS known, avg(pm2_5) AS mean FROM reading WHERE city = ?',
    ['Roskilde'],
  );
  assert.equal({ ...one }, { rows_: 3, known: 2, mean: 10.5 });
  const evil = "' OR '1'='1";
  assert.equal(await db.query('SELECT * FROM reading WHERE city = ?', [evil]), []);

  const refused = await errorOf(db.query("INSERT INTO reading VALUES ('Roskilde', '2026-01-12T03:00', -5)"));
  assert.is(refused.code, 'SQL');
  assert.is((await errorOf(db.query('SELEC'))).code, 'SQL');

  const stop = new Error('the power went');
  await db
    .transaction(async () => {
      await db.query('DELETE FROM reading');
      throw stop;
    })
    .then(assert.unreachable, (error: unknown) => assert.is(error, stop));
  await errorOf(db.insert('reading', [{ city: 'Beijing', hour: 'x', pm2_5: 1 }, rows[0] ?? {}]));
  const [after] = await db.query<{ n: number }>('SELECT count(*) AS n FROM reading');
  assert.is(after?.n, 3);
  assert.match(db.engine, /\d/);
  await db.close();
}
