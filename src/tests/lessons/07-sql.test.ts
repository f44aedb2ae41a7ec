import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/07-sql.ts';
import { missingSmog } from '../../mysteries/missing-smog.ts';
import { db_create } from '../../sql/create.ts';
import type { SqlFile } from '../../sql/sql-file.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const questions = [...lesson.predictions, ...lesson.recall];

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

async function mistakeOf(id: string, answer: unknown): Promise<string | undefined> {
  const judgement = await judged(id, answer);
  assert.is(judgement.kind, 'not yet', JSON.stringify(judgement));
  return judgement.kind === 'not yet' ? judgement.mistake?.id : undefined;
}

const test = suite('lesson 07');

test('questions :: one right option, and a belief behind each wrong one', () => {
  for (const { id, options, right } of questions) {
    assert.equal(options.filter(({ key }) => key === right).length, 1, id);
    for (const { key, misconception } of options)
      assert.is(misconception === undefined, key === right, `${id} ${key}`);
  }
});

test('questions :: the longest option is not usually the right one, nor always the same letter', () => {
  const longest = questions.filter(({ options, right }) => {
    const [first] = [...options].sort((a, b) => b.says.length - a.says.length);
    return first?.key === right;
  });
  assert.ok(longest.length <= questions.length / 2, `${longest.length} of ${questions.length}`);
  assert.ok(new Set(questions.map(({ right }) => right)).size >= 3);
});

test('ids :: each is used once', () => {
  const ids = [...questions, ...lesson.checks].map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
});

const adding = (city: string, name: string): string =>
  `INSERT INTO station (city, name) VALUES ('${city}', '${name}')`;

test('7.2 :: values apart, in two styles', async () => {
  const marks = (db: SqlFile, city: string, name: string) =>
    db.run('INSERT INTO station (city, name) VALUES (?, ?)', [city, name]);
  const names = (db: SqlFile, city: string, name: string) =>
    db.run('INSERT INTO station (city, name) VALUES (:city, :name)', { city, name });
  for (const answer of [marks, names]) assert.is((await judged('7.2', answer)).kind, 'passed');
});

test('7.2 :: not yet, with the mistake', async () => {
  const asHandedOut = (db: SqlFile, city: string, name: string) => db.run(adding(city, name));
  assert.is((await judged('7.2', asHandedOut)).kind, 'not tried');
  const stripped = (db: SqlFile, city: string, name: string) =>
    db.run(adding(city, name.replace(/[';]/g, '')));
  assert.is(await mistakeOf('7.2', stripped), 'cleans-the-input');
  const refusing = (db: SqlFile, city: string, name: string) => {
    if (/[';]/.test(name)) throw new Error('no such names');
    db.run(adding(city, name));
  };
  assert.is(await mistakeOf('7.2', refusing), 'cleans-the-input');
  assert.is(await mistakeOf('7.2', () => undefined), undefined);
  assert.is(await mistakeOf('7.2', 'INSERT'), undefined);
});

const FROM = 'FROM station s LEFT JOIN reading r ON r.station_id = s.id';
const INNER = 'FROM station s JOIN reading r ON r.station_id = s.id';

test('7.4 :: right queries in three styles', async () => {
  const styles = [
    `SELECT s.city, count(r.pm2_5) AS hours, avg(r.pm2_5) AS mean ${FROM} GROUP BY s.city`,
    `SELECT round(sum(pm2_5) / count(pm2_5), 1) AS mean, city, count(pm2_5) AS hours
     ${FROM} GROUP BY city ORDER BY mean DESC;`,
    `SELECT DISTINCT city, (SELECT count(pm2_5) FROM reading JOIN station x ON x.id = station_id
      WHERE x.city = s.city) AS hours, (SELECT avg(pm2_5) FROM reading JOIN station x ON x.id = station_id
      WHERE x.city = s.city) AS mean FROM station s`,
  ];
  for (const sql of styles) assert.is((await judged('7.4', sql)).kind, 'passed', sql);
});

test('7.4 :: not yet, with the mistake', async () => {
  assert.is((await judged('7.4', ' ')).kind, 'not tried');
  const wrong: Readonly<Record<string, string>> = {
    'inner-for-left-join': `SELECT city, count(pm2_5) AS hours, avg(pm2_5) AS mean ${INNER} GROUP BY city`,
    'count-star': `SELECT city, count(*) AS hours, avg(pm2_5) AS mean ${FROM} GROUP BY city`,
    'null-is-zero': `SELECT city, count(pm2_5) AS hours, avg(coalesce(pm2_5, 0)) AS mean ${FROM} GROUP BY city`,
    'no-group-by': `SELECT city, count(pm2_5) AS hours, avg(pm2_5) AS mean ${FROM}`,
    'grouped-too-fine': `SELECT city, count(pm2_5) AS hours, avg(pm2_5) AS mean ${FROM} GROUP BY s.id`,
    'mean-of-means': `SELECT city, sum(n) AS hours, avg(m) AS mean FROM
      (SELECT city, count(pm2_5) AS n, avg(pm2_5) AS m ${FROM} GROUP BY s.id) GROUP BY city`,
  };
  for (const [id, sql] of Object.entries(wrong)) assert.is(await mistakeOf('7.4', sql), id);
  assert.is(await mistakeOf('7.4', 'SELEC city'), undefined);
  assert.is(await mistakeOf('7.4', `SELECT city ${FROM} GROUP BY city`), undefined);
});

test('7.6 :: the order, and ways to miss it', async () => {
  for (const answer of ['bac', 'B, A, C']) assert.is((await judged('7.6', answer)).kind, 'passed');
  assert.is(await mistakeOf('7.6', 'bad'), 'commit-in-finally');
  assert.is(await mistakeOf('7.6', 'abc'), 'begin-after-work');
  assert.is(await mistakeOf('7.6', 'ba'), undefined);
  assert.is((await judged('7.6', '')).kind, 'not tried');
});

test('7.9 :: the database decides', async () => {
  const { script, cast } = missingSmog();
  const accusing = async (...names: readonly string[]) => {
    const db = await db_create(':memory:', script);
    for (const name of names) db.run('INSERT INTO accusation (who) VALUES (?)', [name]);
    return db;
  };
  assert.is((await judged('7.9', await accusing())).kind, 'not tried');
  assert.is(await mistakeOf('7.9', await accusing(cast.hourLater.name)), 'local-as-utc');
  assert.is(await mistakeOf('7.9', await accusing(cast.ordered.name)), 'inner-for-left-join');
  assert.is(await mistakeOf('7.9', await accusing('Sherlock Holmes')), undefined);
  assert.is((await judged('7.9', await accusing('nobody', cast.hand.name))).kind, 'passed');
  assert.is(await mistakeOf('7.9', cast.hand.name), undefined);
});

test('checks :: no verdict prints the answer', async () => {
  const db = await db_create(':memory:', missingSmog().script);
  db.run("INSERT INTO accusation (who) VALUES ('Sherlock Holmes')");
  assert.not.match(JSON.stringify(await judged('7.9', db)), new RegExp(missingSmog().cast.hand.name));
  assert.not.match(JSON.stringify(await judged('7.6', 'cab')), /bac/);
});

test.run();
