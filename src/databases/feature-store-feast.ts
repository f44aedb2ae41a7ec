import { OutsideError } from '../errors.ts';
import type { FeatureView, OnlineFeatures } from './feature-store.ts';
import { hostOf } from './server-url.ts';
import type { SqlRow } from './sql.ts';
import { databaseTrouble, type Whose } from './trouble.ts';

const VARIABLE = 'AIRLAB_FEAST_URL';
const ASK_MS = 10_000;

/** Feast's feature server: `POST /get-online-features`. Python's feast filled it; here it is only asked. */
export function onlineFeast({ name, entity, features }: FeatureView, url: string): OnlineFeatures {
  const whose: Whose = { kind: 'Feast', at: hostOf(url), variable: VARIABLE };
  return {
    engine: `Feast at ${whose.at}`,
    ask: async (thing) => {
      const body = {
        features: features.map((feature) => `${name}:${feature}`),
        entities: { [entity]: [thing] },
      };
      const answer = await postJson(`${url.replace(/\/$/, '')}/get-online-features`, { body, whose });
      return rowIn(answer, whose);
    },
  };
}

export interface PostJson {
  readonly body: object;
  readonly whose: Whose;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends JSON and reads JSON.
 *
 * @throws OutsideError `SERVER_DOWN`, `WRONG_CREDENTIALS`, or `SQL` with what the server said.
 */
export async function postJson(address: string, { body, whose, headers = {} }: PostJson): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ASK_MS),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw Object.assign(new Error(`${answer.status} ${text.slice(0, 300)}`), { status: answer.status });
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw databaseTrouble(new Error(`ETIMEDOUT after ${ASK_MS / 1000} s`), whose);
    throw databaseTrouble(error, whose);
  }
}

/** `{ metadata: { feature_names: [] }, results: [{ values: [], statuses: [] }] }`: one result a name. */
function rowIn(answer: unknown, { at }: Whose): SqlRow {
  const names = member(member(answer, 'metadata'), 'feature_names');
  const list = Array.isArray(names) ? names : member(names, 'val');
  const results = member(answer, 'results');
  if (Array.isArray(list) && Array.isArray(results))
    return Object.fromEntries(
      list.map((name: unknown, i) => [String(name), firstOf(member(results[i], 'values'))]),
    );
  throw new OutsideError(
    `Feast at ${at} answered in a shape that airlab does not know.`,
    'npm run servers starts a version that it knows.',
    'UPSTREAM_SHAPE',
  );
}

const firstOf = (values: unknown): unknown => (Array.isArray(values) ? (values[0] ?? null) : null);

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
