import { OutsideError, UsageError } from '../errors.ts';
import {
  type Bucket,
  type CheckedQuestion,
  checkName,
  checkQuestion,
  momentOf,
  type Point,
  sorted,
  type TimeSeries,
  timeOf,
} from './time-series.ts';
import { databaseTrouble, diskFull, type Whose } from './trouble.ts';

const VARIABLE = 'AIRLAB_INFLUXDB_URL';
const ASK_MS = 10_000;
const AT_ONCE = 5_000;

interface Server {
  readonly base: string;
  readonly database: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly whose: Whose;
}

/** InfluxDB 1.x as anybody can speak to it: lines of text to `/write`, InfluxQL to `/query`. */
export async function influxSeries(name: string, url: string): Promise<TimeSeries> {
  const server = serverOf(url);
  const version = await ask(server, '/ping').then(({ headers }) => headers.get('x-influxdb-version') ?? '?');
  await ask(server, '/query', { q: `CREATE DATABASE "${server.database}"` }, '');
  return {
    engine: `InfluxDB ${version.replace(/^v/, '')}`,
    write: async (points) => {
      for (let from = 0; from < points.length; from += AT_ONCE) {
        const lines = points.slice(from, from + AT_ONCE).flatMap((point) => lineOf(name, point));
        if (lines.length > 0)
          await ask(server, '/write', { db: server.database, precision: 'ms' }, lines.join('\n'));
      }
      return points.length;
    },
    buckets: async (question) => {
      const q = statementOf(name, checkQuestion(question));
      const answer = await ask(server, '/query', { db: server.database, epoch: 'ms', q });
      return sorted(bucketsIn(await answer.json(), question.by, server.whose));
    },
    statement: (question) => statementOf(name, checkQuestion(question)),
    close: async () => undefined,
  };
}

/** One point in line protocol: `air,city=Beijing pm2_5=84 1768204800000`. */
export function lineOf(name: string, { time, tags, fields }: Point): readonly string[] {
  for (const word of [...Object.keys(tags), ...Object.keys(fields)]) checkName(word);
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  if (known.length === 0) return [];
  const key = Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, value]) => `,${tag}=${value.replace(/\n/g, ' ').replace(/[,= \\]/g, '\\$&')}`);
  return [
    `${name}${key.join('')} ${known.map(([field, value]) => `${field}=${value}`).join(',')} ${momentOf(time)}`,
  ];
}

function statementOf(name: string, { field, by, take, every, fromMs, untilMs }: CheckedQuestion): string {
  const limits = [
    ...(fromMs === undefined ? [] : [`time >= ${fromMs}ms`]),
    ...(untilMs === undefined ? [] : [`time < ${untilMs}ms`]),
  ];
  const where = limits.length === 0 ? '' : ` WHERE ${limits.join(' AND ')}`;
  return `SELECT ${take}("${field}") AS value FROM "${name}"${where} GROUP BY time(${every}), "${by}" fill(none)`;
}

function serverOf(url: string): Server {
  try {
    const { protocol, host, pathname, username, password } = new URL(url);
    const database = decodeURIComponent(pathname.slice(1)) || 'airlab';
    checkName(database);
    const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
      'base64',
    );
    return {
      base: `${protocol === 'influxdb:' ? 'http:' : protocol}//${host}`,
      database,
      headers: username === '' ? {} : { authorization: `Basic ${secret}` },
      whose: { kind: 'InfluxDB', at: host, variable: VARIABLE },
    };
  } catch {
    throw new UsageError(
      `${VARIABLE} holds no address of an InfluxDB.`,
      'It should look like http://NAME:PASSWORD@HOST:8086/airlab. npm run servers prints a ready one.',
      'DATABASE_URL',
    );
  }
}

/** A GET, or a POST when there is a body. */
async function ask(
  { base, headers, whose }: Server,
  path: string,
  query: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Response> {
  const options = body === undefined ? {} : { method: 'POST', body };
  const address = `${base}${path}?${new URLSearchParams(query)}`;
  try {
    const answer = await fetch(address, { ...options, headers, signal: AbortSignal.timeout(ASK_MS) });
    if (answer.ok) return answer;
    const says = (await answer.text()).slice(0, 300);
    if (/no space left/i.test(says)) throw diskFull(`InfluxDB at ${whose.at}`, new Error(says));
    throw Object.assign(new Error(says || answer.statusText), { status: answer.status });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw databaseTrouble(new Error(`ETIMEDOUT after ${ASK_MS / 1000} s`), whose);
    throw databaseTrouble(error, whose);
  }
}

function bucketsIn(answer: unknown, by: string, { at }: Whose): readonly Bucket[] {
  const [result] = listIn(answer, 'results');
  const error = field(result, 'error');
  if (error !== undefined)
    throw new OutsideError(
      `InfluxDB at ${at} refused the question: ${error}`,
      'Read the message from its end.',
      'SQL',
    );
  return listIn(result, 'series').flatMap((series) =>
    listIn(series, 'values').map((row) => {
      const [moment, value] = Array.isArray(row) ? row : [];
      return {
        time: timeOf(Number(moment)),
        by: String(field(field(series, 'tags'), by) ?? ''),
        value: Number(value),
      };
    }),
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}
