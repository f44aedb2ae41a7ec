import { db_create } from '../../sql/create.ts';
import type { Judgement } from '../../teaching/lesson.ts';
import { SCHEMA } from './schema.ts';

/** Values of each station; `null` is a gap. */
type World = Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;

/** Stations of one city measured unlike hours, so a mean of means is another number. */
const WORLDS: readonly World[] = [
  { Roskilde: { Centre: [4, null, 8], Harbour: [] }, Beijing: { Centre: [60, 40, 50], North: [10] } },
  { Roskilde: { Centre: [null], Harbour: [9, 3, 3, null] }, Beijing: { Centre: [31] }, Lejre: { Mill: [] } },
];

interface City {
  readonly city: string;
  readonly hours: number;
  readonly mean: number | null;
}

/** One row a city: how many hours have a value, and their mean. Judged by its rows, in any order. */
export async function judgePerCity(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'string')
    return { kind: 'not yet', says: 'Hand over the text of one SELECT, between backticks.' };
  if (answer.trim() === '') return { kind: 'not tried' };
  for (const world of WORLDS) {
    const found = await rowsOf(answer, world);
    if (typeof found === 'string') return { kind: 'not yet', says: found };
    const wrong = problemIn(found, world);
    if (wrong) return wrong;
  }
  return { kind: 'passed', says: 'Right on two sets of readings, with gaps and silent stations.' };
}

async function rowsOf(sql: string, world: World): Promise<readonly City[] | string> {
  const db = await db_create(':memory:', SCHEMA);
  try {
    const stations = Object.entries(world).flatMap(([city, all]) =>
      Object.entries(all).map(([name, values]) => ({ city, name, values })),
    );
    stations.forEach(({ city, name, values }, id) => {
      db.run('INSERT INTO station VALUES (?, ?, ?)', [id, city, name]);
      values.forEach((value, hour) => {
        db.run('INSERT INTO reading VALUES (?, ?, ?)', [id, `2026-01-12T0${hour}:00Z`, value]);
      });
    });
    const rows = db.all(sql);
    const names = Object.keys(rows[0] ?? {});
    const missing = ['city', 'hours', 'mean'].filter((name) => !names.includes(name));
    if (rows.length === 0) return 'It gives no row.';
    if (missing.length > 0) return `There is no column ${missing.join(', ')}: name it with AS.`;
    return rows.map(({ city, hours, mean }) => ({
      city: String(city),
      hours: Number(hours),
      mean: mean === null || mean === undefined ? null : Number(mean),
    }));
  } catch (error) {
    return error instanceof Error ? `SQLite says: ${error.message}` : String(error);
  } finally {
    db.close();
  }
}

function problemIn(rows: readonly City[], world: World): Judgement | undefined {
  const cities = Object.keys(world);
  const notYet = (says: string, id?: string, why = ''): Judgement => ({
    kind: 'not yet',
    says,
    ...(id === undefined ? {} : { mistake: { id, says: why } }),
  });
  if (rows.length === 1 && cities.length > 1)
    return notYet('All cities came as one row.', 'no-group-by', 'an aggregate without GROUP BY');
  if (rows.length > cities.length)
    return notYet('A city has more than one row.', 'grouped-too-fine', 'grouping by station or by hour');
  const missing = cities.filter((city) => !rows.some((row) => row.city === city));
  if (missing.length > 0)
    return notYet(
      'A city whose stations never measured is missing.',
      'inner-for-left-join',
      'JOIN or WHERE where LEFT JOIN keeps all',
    );
  for (const [city, stations] of Object.entries(world)) {
    const row = rows.find((one) => one.city === city);
    const lists = Object.values(stations);
    const problem = row && cityProblem(row, lists);
    if (problem) return notYet(...problem);
  }
  return undefined;
}

type Problem = readonly [says: string, id?: string, why?: string];

function cityProblem(row: City, lists: readonly (readonly (number | null)[])[]): Problem | undefined {
  const values = lists.flat().filter((value) => value !== null);
  const same = (mean: number | null): boolean =>
    row.mean === null || mean === null ? row.mean === mean : Math.abs(row.mean - mean) < 0.051;
  const rowsJoined = lists.reduce((sum, list) => sum + Math.max(1, list.length), 0);
  if (row.hours !== values.length)
    return row.hours === rowsJoined || row.hours === lists.flat().length
      ? ['Hours without a value are counted.', 'count-star', 'count(*), which counts rows, not values']
      : ['The number of hours is another one.'];
  if (same(meanOf(values))) return undefined;
  const zeros = lists.flatMap((list) => (list.length === 0 ? [0] : list.map((value) => value ?? 0)));
  if (same(meanOf(zeros)) || same(meanOf(lists.flat().map((value) => value ?? 0))))
    return ['The mean takes gaps for clean air.', 'null-is-zero', 'NULL as 0'];
  const means = lists
    .map((list) => meanOf(list.filter((value) => value !== null)))
    .filter((mean) => mean !== null);
  if (same(meanOf(means)))
    return ['A station of one hour counts as much as one of many.', 'mean-of-means', 'a mean of means'];
  return ['The mean of a city is another one.'];
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
