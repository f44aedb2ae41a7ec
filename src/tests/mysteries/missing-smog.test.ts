import initSqlJs, { type Database } from 'sql.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Mystery, missingSmog } from '../../mysteries/missing-smog.ts';

const SALTS = [0, 1, 2, 3, 77, 40_001];

const test = suite('the missing smog');

async function opened(salt: number): Promise<{ mystery: Mystery; db: Database }> {
  const SQL = await initSqlJs();
  const mystery = missingSmog(salt);
  const db = new SQL.Database();
  db.exec(mystery.script);
  return { mystery, db };
}

const firstColumn = (db: Database, sql: string): unknown[] =>
  (db.exec(sql)[0]?.values ?? []).map(([first]) => first);

function accuse(db: Database, who: string): string {
  db.run('INSERT INTO accusation (who) VALUES (?)', [who]);
  return String(firstColumn(db, 'SELECT says FROM reply ORDER BY accusation_id DESC LIMIT 1')[0]);
}

const EVENING = `time_utc >= '2026-01-14T17:00Z' AND time_utc < '2026-01-14T23:00Z'`;
const HAND = (extra = '', moment = '16:50') => `WITH clean AS (
  SELECT s.id FROM reading r JOIN station s ON s.id = r.station_id
  WHERE city = 'Roskilde' AND pm2_5 IS NOT NULL AND ${EVENING}
  GROUP BY s.id ORDER BY avg(pm2_5) LIMIT 1)
SELECT p.name FROM badge b JOIN clean ON clean.id = b.station_id JOIN person p ON p.id = b.person_id
JOIN van v ON v.person_id = p.id
LEFT JOIN work_order w ON w.person_id = p.id AND w.station_id = b.station_id AND w.day = '2026-01-14'
WHERE in_utc <= '2026-01-14T${moment}Z' AND (out_utc IS NULL OR out_utc >= '2026-01-14T${moment}Z')
  AND v.colour = 'grey' AND v.plate LIKE '%7' ${extra}`;

test('clues :: six queries lead to one person :: and it is the hand', async () => {
  for (const salt of SALTS) {
    const { mystery, db } = await opened(salt);
    assert.equal(firstColumn(db, HAND('AND w.day IS NULL')), [mystery.cast.hand.name], `salt ${salt}`);
  }
});

test('clues :: each mistake leads to somebody else, whose reply names it', async () => {
  const { mystery, db } = await opened(0);
  const { ordered, hand, hourLater, silent } = mystery.cast;
  assert.equal(firstColumn(db, HAND()).sort(), [hand.name, ordered.name].sort());
  assert.equal(firstColumn(db, HAND('AND w.day IS NULL', '17:50')), [hourLater.name]);
  assert.match(accuse(db, hourLater.name), /UTC/);
  assert.match(accuse(db, ordered.name), /work order/);
  const [first] = firstColumn(
    db,
    `SELECT s.id FROM reading r JOIN station s ON s.id = r.station_id
     WHERE city = 'Roskilde' AND ${EVENING} GROUP BY s.id ORDER BY avg(pm2_5) LIMIT 1`,
  );
  assert.is(first, silent.id, 'NULL sorts first');
});

test('accusation :: the database says yes :: whatever the capitals and blanks', async () => {
  for (const salt of SALTS) {
    const { mystery, db } = await opened(salt);
    assert.match(accuse(db, mystery.cast.hand.name), /^Yes\. .* who paid/);
    assert.match(accuse(db, `  ${mystery.cast.hand.name.toUpperCase()} `), /^Yes/);
    assert.match(accuse(db, mystery.second.payer.name), /^Yes\. .*Both mysteries/);
  }
});

test('accusation :: everybody else is no, a stranger is nobody', async () => {
  const { mystery, db } = await opened(0);
  const { cast, second } = mystery;
  for (const { name } of cast.people)
    if (name !== cast.hand.name && name !== second.payer.name) assert.match(accuse(db, name), /^No\./);
  assert.match(accuse(db, 'Sherlock Holmes'), /^Nobody/);
});

test('accusation :: no table and no text of the script holds the reply', () => {
  const { script, cast } = missingSmog(0);
  assert.not.match(script, /filter over the inlet/);
  assert.is(script.split(cast.hand.name).length, 3, 'as a person and as a thing, nowhere else');
});

test('second mystery :: one payer :: found over any number of steps', async () => {
  for (const salt of SALTS) {
    const { mystery, db } = await opened(salt);
    const { second } = mystery;
    const found = firstColumn(
      db,
      `WITH RECURSIVE
       money(who, at) AS (SELECT id, id FROM thing WHERE kind = 'person'
         UNION SELECT who, target FROM money JOIN link ON source = at AND kind IN ('OWNS', 'PAID')),
       own(who, at) AS (SELECT id, id FROM thing WHERE kind = 'person'
         UNION SELECT who, target FROM own JOIN link ON source = at AND kind = 'OWNS'),
       is_a(what, at) AS (SELECT id, id FROM thing
         UNION SELECT what, target FROM is_a JOIN link ON source = at AND kind = 'IS_A')
       SELECT DISTINCT t.name FROM money JOIN own USING (who)
       JOIN is_a ON what = own.at AND is_a.at = 'kind:dust'
       JOIN link w ON w.source = own.at AND w.kind = 'UPWIND_OF' AND w.target = '${second.station.id}'
       JOIN thing t ON t.id = money.who WHERE money.at = '${second.hand.id}'`,
    );
    assert.equal(found, [second.payer.name], `salt ${salt}`);
  }
});

test('cases :: another salt is another culprit', () => {
  assert.ok(new Set(SALTS.map((salt) => missingSmog(salt).cast.hand.name)).size > 3);
  assert.is(missingSmog(5).script, missingSmog(5).script);
});

test.run();
