import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answer } from '../../classroom/answer.ts';
import { record, recordedPlaces } from '../../classroom/record.ts';
import { RECORDED_VARIABLES } from '../../classroom/recorded-variables.ts';
import { sealed } from '../../classroom/sealed.ts';
import { simulated } from '../../classroom/simulated/index.ts';
import { type Snapshot, verifySnapshot } from '../../classroom/snapshot.ts';
import { type AirlabError, isAirlabError } from '../../errors.ts';
import { isDataRequest, NOW_MS, withFake, withServer, world } from './server-fixture.ts';

const test = suite('classroom :: record');

const HOURS = 14 * 24;

function take(base: string, more: Partial<Parameters<typeof record>[0]> = {}): Promise<Snapshot> {
  const signal = new AbortController().signal;
  return record({ places: recordedPlaces, now: () => NOW_MS + 5_000, fetch, env: {}, signal, base, ...more });
}

async function failure(work: Promise<unknown>): Promise<AirlabError> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  assert.ok(isAirlabError(error), `expected an error of ours, got ${error}`);
  assert.is(error.trouble, 'theirs');
  assert.ok(error.hint.length > 10, error.hint);
  return error;
}

/** What Open-Meteo would send, from simulated data but without the header that says so. */
function realAnswer({ url = '', headers }: IncomingMessage): { status: number; type: string; text: string } {
  const {
    status,
    headers: told,
    body,
  } = answer({ method: 'GET', host: headers.host ?? '', url, headers: {} }, world);
  return { status, type: told['content-type'] ?? '', text: String(Buffer.from(body)) };
}

function send(
  response: ServerResponse,
  text: string,
  { status = 200, type = 'application/json' } = {},
): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}

const passOn: RequestListener = (request, response) => {
  const { status, type, text } = realAnswer(request);
  send(response, text, { status, type });
};

/** Answers like Open-Meteo, but data requests as `broken` says. */
function breaking(broken: (request: IncomingMessage, response: ServerResponse) => void): RequestListener {
  return (request, response) =>
    isDataRequest(request) ? broken(request, response) : passOn(request, response);
}

test('classroom API :: whole, sealed, and labelled simulated', async () => {
  await withServer({}, async ({ url }) => {
    const snapshot = await take(url);
    assert.ok(verifySnapshot(snapshot));
    assert.is(snapshot.data, 'simulated');
    assert.match(snapshot.licence, /^Simulated by airlab/);
    assert.is(snapshot.from, url);
    // The clock of the classroom API, not ours.
    assert.is(snapshot.takenAt, '2026-11-24T09:20:00.000Z');
    assert.equal(snapshot.modelRuns, {
      cams_global: '2026-11-23T12:00:00.000Z',
      cams_europe: '2026-11-23T00:00:00.000Z',
      cams_global_greenhouse_gases: '2026-11-23T12:00:00.000Z',
    });
    assert.equal(
      snapshot.places.map(({ name, timezone }) => [name, timezone]),
      [
        ['Roskilde', 'Europe/Copenhagen'],
        ['Beijing', 'Asia/Shanghai'],
      ],
    );
    for (const { firstHour, series, units } of snapshot.places) {
      assert.is(firstHour, Date.parse('2026-11-17T00:00Z') / 3_600_000);
      assert.equal(Object.keys(series), [...RECORDED_VARIABLES]);
      assert.equal(Object.keys(units), [...RECORDED_VARIABLES]);
      assert.ok(Object.values(series).every((values) => values.length === HOURS));
      assert.is(series.pm2_5?.at(-1), null);
      assert.ok(Number(series.pm2_5?.[0]) > 0);
    }
  });
});

test('replayed :: every hour has the value that was recorded', async () => {
  await withServer({}, async ({ url }) => {
    const replay = sealed(await take(url), { elsewhere: simulated({ seed: 99 }) });
    assert.is(replay.kind, 'simulated');
    for (const place of recordedPlaces)
      for (const variable of ['pm2_5', 'ozone', 'uv_index', 'birch_pollen'] as const) {
        const from = Date.parse('2026-11-17T00:00Z') / 3_600_000;
        const read = (source: typeof replay) => source.read(place, variable, from, HOURS, NOW_MS);
        assert.equal(read(replay), read(world.source), `${place.name} ${variable}`);
      }
  });
});

test('one request for both places :: no more than the model runs beside it', async () => {
  const asked: string[] = [];
  const counting: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    passOn(request, response);
  };
  await withFake(counting, (url) => take(url));
  assert.is(asked.filter((path) => path.startsWith('/v1/air-quality')).length, 1);
  assert.is(asked.filter((path) => path.startsWith('/data/')).length, 6);
});

test('label :: Open-Meteo only without a classroom, or by a replay that changes nothing', async () => {
  const real = await withFake(passOn, (url) => take(url));
  assert.is(real.data, 'open-meteo');
  assert.match(real.licence, /CC BY 4\.0.*Open-Meteo\.com.*CAMS/);
  assert.is(real.takenAt, new Date(NOW_MS + 5_000).toISOString());

  const replay = sealed(real, { elsewhere: simulated({ seed: 1 }) });
  const labels = [
    [replay.label, 'open-meteo'],
    [`${replay.label}; changed values`, 'simulated'],
    ['simulated, seed 1', 'simulated'],
    ['something else', 'simulated'],
    ['', 'simulated'],
  ] as const;
  for (const [label, data] of labels) {
    const source = { ...replay, label };
    const snapshot = await withServer({ world: () => ({ source, nowMs: NOW_MS }) }, ({ url }) => take(url));
    assert.is(snapshot.data, data, label);
  }
});

test('address :: option, then environment, without a slash at its end', async () => {
  await withFake(passOn, async (url) => {
    const request = {
      places: recordedPlaces,
      now: () => NOW_MS,
      fetch,
      signal: new AbortController().signal,
    };
    const env = { OPEN_METEO_AIR_QUALITY_API_URL: `${url}//` };
    assert.is((await record({ ...request, env })).from, url);
    const other = { OPEN_METEO_AIR_QUALITY_API_URL: 'http://127.0.0.1:9' };
    assert.is((await record({ ...request, env: other, base: `${url}/` })).from, url);
  });
  const asked: string[] = [];
  const noNetwork: typeof fetch = async (input) => {
    asked.push(String(input));
    throw new TypeError('fetch failed');
  };
  await failure(
    record({
      places: recordedPlaces,
      now: () => 0,
      fetch: noNetwork,
      env: {},
      signal: new AbortController().signal,
    }),
  );
  assert.ok(asked.every((address) => address.startsWith('https://air-quality-api.open-meteo.com/')));
});

test('one place :: Open-Meteo answers it without a list', async () => {
  const snapshot = await withFake(passOn, (url) => take(url, { places: recordedPlaces.slice(1) }));
  assert.equal(
    snapshot.places.map(({ name }) => name),
    ['Beijing'],
  );
});

const REFUSALS = [
  [
    429,
    '{"error":true,"reason":"Minutely API request limit exceeded. Please try again in one minute."}',
    /429: Minutely API request limit/,
  ],
  [
    400,
    '{"error":true,"reason":"Invalid value: Cannot initialize X from invalid String value pm99"}',
    /400: Invalid value/,
  ],
  [503, '{"error":true,"reason":"The service is overloaded"}', /503: The service is overloaded/],
  [500, '', /500: an empty body/],
  [502, '<html><h1>Bad gateway</h1></html>', /502: <html>/],
  [404, '{"reason":7}', /404: \{"reason":7\}/],
] as const;

for (const [status, text, expected] of REFUSALS)
  test(`refused :: ${status}, its reason in the message`, async () => {
    const listener = breaking((_request, response) => send(response, text, { status }));
    const error = await withFake(listener, (url) => failure(take(url)));
    assert.is(error.code, 'RECORD_STATUS');
    assert.match(error.message, expected);
    assert.match(error.message, /^GET http:\/\/127\.0\.0\.1:\d+\/v1\/air-quality answered/);
    if (status === 429) assert.match(error.hint, /Wait/);
  });

const CUTS: readonly (readonly [string, (request: IncomingMessage, response: ServerResponse) => void])[] = [
  [
    'the connection breaks in the body',
    (request, response) => {
      const { text } = realAnswer(request);
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    },
  ],
  [
    'the connection breaks in a chunk',
    (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(realAnswer(request).text.slice(0, 5_000), () => response.destroy());
    },
  ],
  [
    'half the JSON, ended properly',
    (request, response) => send(response, realAnswer(request).text.slice(0, -1)),
  ],
  ['an empty body', (_request, response) => send(response, '')],
];

for (const [name, broken] of CUTS)
  test(`cut :: ${name}`, async () => {
    const error = await withFake(breaking(broken), (url) => failure(take(url)));
    assert.is(error.code, 'RECORD_CUT');
    assert.match(error.message, /answered 200.*Nothing was kept/);
  });

test('no server :: the reason, not "fetch failed"', async () => {
  const address = await withFake(passOn, async (url) => url);
  const error = await failure(take(address));
  assert.is(error.code, 'RECORD_UNREACHABLE');
  assert.match(error.message, /ECONNREFUSED/);
  const hangUp = breaking((_request, response) => void response.destroy());
  assert.is((await withFake(hangUp, (url) => failure(take(url)))).code, 'RECORD_UNREACHABLE');
});

test('a login page :: of the Wi-Fi, straight or by a redirect', async () => {
  const page: RequestListener = (_request, response) =>
    send(response, '<!doctype html>\n<title>Sign in</title>', { type: 'text/html' });
  const redirect: RequestListener = (request, response) =>
    request.url === '/login'
      ? page(request, response)
      : response.writeHead(302, { location: '/login' }).end();
  for (const listener of [page, redirect]) {
    const error = await withFake(listener, (url) => failure(take(url)));
    assert.is(error.code, 'RECORD_CONTENT');
    assert.match(error.message, /expected JSON, got text\/html: <!doctype html> <title>Sign in/);
    assert.match(error.hint, /login page/);
  }
});

test('too much :: a body without an end is given up', async () => {
  const endless = breaking((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = Buffer.alloc(1e6, ' ');
    const pump = (): void => {
      while (!response.destroyed && response.write(more));
    };
    response.on('drain', pump);
    pump();
  });
  const error = await withFake(endless, (url) => failure(take(url)));
  assert.is(error.code, 'RECORD_CONTENT');
  assert.match(error.message, /at most 20 MB/);
});

for (const [name, reason, expected] of [
  ['out of time', new DOMException('The operation timed out', 'TimeoutError'), /no whole answer in time/],
  ['stopped', undefined, /stopped/],
] as const)
  test(`${name} :: a server that never answers is given up, while it is asked for runs or data`, async () => {
    for (const isHanging of [isDataRequest, (request: IncomingMessage) => !isDataRequest(request)]) {
      const control = new AbortController();
      const hanging: RequestListener = (request, response) =>
        isHanging(request) ? control.abort(reason) : passOn(request, response);
      const error = await withFake(hanging, (url) => failure(take(url, { signal: control.signal })));
      assert.is(error.code, 'RECORD_ABORTED');
      assert.match(error.message, expected);
    }
  });

type Part = Readonly<Record<string, unknown>> & {
  readonly hourly: Readonly<Record<string, readonly unknown[]>>;
  readonly hourly_units: Readonly<Record<string, unknown>>;
};

/** What a damaged or foreign server may send in place of each field. */
const DAMAGES: readonly (readonly [string, (parts: [Part, Part]) => unknown, RegExp])[] = [
  ['one place', ([one]) => [one], /expected 2 places, got 1/],
  ['three places', ([one, two]) => [one, two, two], /expected 2 places, got 3/],
  [
    'places swapped',
    ([one, two]) => [two, one],
    /Roskilde: expected a grid point near 55\.64152, 12\.08035, got 39\.9/,
  ],
  ['a text', () => 'hello', /expected 2 places, got 1/],
  ['null', () => null, /expected 2 places, got 1/],
  ['places that are null', () => [null, null], /Roskilde: expected an object/],
  [
    'local time',
    ([one, two]) => [{ ...one, utc_offset_seconds: 3600 }, two],
    /expected UTC, got the offset 3600 s/,
  ],
  ['no hourly', ([one, two]) => [{ ...one, hourly: undefined }, two], /expected hourly values with units/],
  [
    'no units',
    ([one, two]) => [one, { ...two, hourly_units: [] }],
    /Beijing: expected hourly values with units/,
  ],
  ['no coordinates', ([one, two]) => [{ ...one, latitude: '55.6' }, two], /expected coordinates/],
  ['an elevation in words', ([one, two]) => [{ ...one, elevation: 'high' }, two], /expected the elevation/],
  ['no time', ([one, two]) => [withHourly(one, { time: [] }), two], /expected times/],
  [
    'ISO times',
    ([one, two]) => [withHourly(one, { time: Array(HOURS).fill('2026-11-17T00:00') }), two],
    /in unix time/,
  ],
  ['a gap', ([one, two]) => [withHourly(one, { time: hoursOf(one).with(5, 0) }), two], /without a gap/],
  ['a variable missing', ([one, two]) => [without(one, 'pm2_5'), two], /numbers or null for pm2_5/],
  [
    'a text among numbers',
    ([one, two]) => [withHourly(one, { dust: Array(HOURS).fill('1') }), two],
    /for dust/,
  ],
  [
    'an hour too few',
    ([one, two]) => [one, withHourly(two, { ozone: [1] })],
    /Beijing: expected 336 values of ozone, got 1/,
  ],
  ['other hours for one', ([one, two]) => [one, fewer(two)], /expected the same hours for all places/],
  [
    'a unit missing',
    ([one, two]) => [{ ...one, hourly_units: { ...one.hourly_units, ozone: 5 } }, two],
    /a unit for ozone/,
  ],
  ['only nulls', ([one, two]) => [emptied(one), two], /Roskilde: no value at all/],
];

const hoursOf = ({ hourly }: Part): readonly unknown[] => hourly.time ?? [];
const withHourly = (part: Part, change: Readonly<Record<string, readonly unknown[]>>): Part => ({
  ...part,
  hourly: { ...part.hourly, ...change },
});
const without = ({ hourly, ...part }: Part, name: string): unknown => ({
  ...part,
  hourly: Object.fromEntries(Object.entries(hourly).filter(([other]) => other !== name)),
});
const each = (part: Part, change: (values: readonly unknown[], name: string) => readonly unknown[]): Part =>
  withHourly(
    part,
    Object.fromEntries(Object.entries(part.hourly).map(([name, values]) => [name, change(values, name)])),
  );
const fewer = (part: Part): Part => each(part, (values) => values.slice(1));
const emptied = (part: Part): Part =>
  each(part, (values, name) => (name === 'time' ? values : values.map(() => null)));

for (const [name, damage, expected] of DAMAGES)
  test(`wrong content :: ${name}`, async () => {
    const listener = breaking((request, response) =>
      send(response, JSON.stringify(damage(JSON.parse(realAnswer(request).text)))),
    );
    const error = await withFake(listener, (url) => failure(take(url)));
    assert.is(error.code, 'RECORD_CONTENT');
    assert.match(error.message, expected);
    assert.match(error.message, /Nothing was kept/);
  });

/** Answers about model runs with `runs[n]` at the n-th look; each look asks for three models. */
function withRuns(runs: readonly string[]): { listener: RequestListener; dataRequests: () => number } {
  const state = { metas: 0, data: 0 };
  return {
    dataRequests: () => state.data,
    listener: (request, response) => {
      if (isDataRequest(request)) {
        state.data += 1;
        return passOn(request, response);
      }
      send(response, runs[Math.min(Math.floor(state.metas / 3), runs.length - 1)] ?? '');
      state.metas += 1;
    },
  };
}

const run = (iso: string): string =>
  JSON.stringify({ last_run_initialisation_time: Date.parse(iso) / 1_000 });

test('model runs :: a new one in between is waited for, once', async () => {
  const [first, second] = [run('2026-11-23T12:00Z'), run('2026-11-24T00:00Z')];
  const once = withRuns([first, second]);
  const snapshot = await withFake(once.listener, (url) => take(url));
  assert.is(once.dataRequests(), 2);
  assert.is(snapshot.modelRuns.cams_global, '2026-11-24T00:00:00.000Z');

  const always = withRuns([first, second, first]);
  const error = await withFake(always.listener, (url) => failure(take(url)));
  assert.is(error.code, 'RECORD_MOVED');
  assert.is(always.dataRequests(), 2);
});

test('model runs :: what cannot be read is left out', async () => {
  for (const text of [
    '',
    'null',
    '{}',
    '{"last_run_initialisation_time":"soon"}',
    run('1970-01-01'),
    '<html>',
  ]) {
    const snapshot = await withFake(withRuns([text]).listener, (url) => take(url));
    assert.equal(snapshot.modelRuns, {}, text);
  }
});

test.run();
