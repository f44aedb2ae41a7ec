import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type BaseUrlOptions, baseUrlOf, type Surroundings } from '../../open-meteo/base-url.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-base-url-'));
const inner = join(folder, 'notebooks', 'lesson');
mkdirSync(inner, { recursive: true });
mkdirSync(join(folder, '.airlab'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

const record = (text: string): void => writeFileSync(join(folder, '.airlab/classroom.json'), text);
const CLASSROOM = 'http://127.0.0.1:8787';
const REAL = 'https://air-quality-api.open-meteo.com';
const asked: string[] = [];
const said: string[] = [];

const find = (
  options: BaseUrlOptions = {},
  env: Surroundings['env'] = {},
  more: Partial<Surroundings> = {},
): Promise<string> =>
  baseUrlOf('air quality', options, {
    env,
    folder: () => inner,
    answers: async (url) => asked.push(url) > 0,
    reached: async () => ({ isReached: true, isNews: true }),
    say: (line) => said.push(line),
    ...more,
  });

test.before.each(() => {
  asked.length = 0;
  said.length = 0;
  record(JSON.stringify({ url: CLASSROOM, port: 8787, pid: 1 }));
});

const OWN = { OPEN_METEO_AIR_QUALITY_API_URL: 'http://own:1/' };
const LAB = { AIRLAB_CLASSROOM_API_URL: 'http://127.0.0.1:9999' };

test('base :: the option comes first', async () => {
  assert.is(
    await find({ baseUrl: 'http://mine:1//' }, { ...OWN, ...LAB, AIRLAB_LIVE: '1' }),
    'http://mine:1',
  );
});

test('base :: then the variable of the service', async () => {
  assert.is(await find({}, { ...OWN, ...LAB, AIRLAB_LIVE: '1' }), 'http://own:1');
  const geocoding = baseUrlOf(
    'geocoding',
    {},
    {
      env: { ...OWN, ...LAB },
      folder: () => inner,
      answers: async () => true,
      reached: async () => ({ isReached: true, isNews: true }),
      say: () => undefined,
    },
  );
  assert.is(await geocoding, LAB.AIRLAB_CLASSROOM_API_URL);
});

test('base :: AIRLAB_LIVE=1 is the real service', async () => {
  assert.is(await find({}, { ...LAB, AIRLAB_LIVE: '1' }), REAL);
  assert.equal([asked, said], [[], []]);
});

test('base :: AIRLAB_LIVE=1 and nothing answers :: the classroom API, and one line', async () => {
  const live = { ...LAB, AIRLAB_LIVE: '1' };
  const gone = (isNews: boolean) => ({ reached: async () => ({ isReached: false, isNews }) });
  assert.is(await find({}, live, gone(true)), LAB.AIRLAB_CLASSROOM_API_URL);
  assert.is(await find({}, live, gone(false)), LAB.AIRLAB_CLASSROOM_API_URL);
  assert.equal(said, [
    'air-quality-api.open-meteo.com cannot be reached: the classroom answers for air quality, with simulated data.',
  ]);
});

test('base :: AIRLAB_LIVE=1 without a classroom API :: the real service says what is wrong', async () => {
  const reached = async () => ({ isReached: false, isNews: true });
  assert.is(await find({}, { AIRLAB_LIVE: '1' }, { answers: async () => false, reached }), REAL);
  assert.equal(said, []);
});

test('base :: a key is for the commercial host, never for the classroom', async () => {
  assert.is(await find({ apiKey: 'k' }, LAB), 'https://customer-air-quality-api.open-meteo.com');
});

test('base :: in the lab, the classroom API', async () => {
  assert.is(await find({}, LAB), LAB.AIRLAB_CLASSROOM_API_URL);
});

test('base :: outside the lab, one that runs for this folder', async () => {
  assert.is(await find(), CLASSROOM);
  assert.equal(asked, [CLASSROOM]);
});

test('base :: its record is old :: the real service', async () => {
  assert.is(await find({}, {}, { answers: async () => false }), REAL);
});

for (const [name, text] of [
  ['another computer', '{"url":"http://evil.example:80"}'],
  ['a name that only begins like this computer', '{"url":"http://127.0.0.1.evil.example:80"}'],
  ['a login before the host', '{"url":"http://127.0.0.1:80@evil.example"}'],
  ['no address', '{}'],
  ['no JSON', '{"url":'],
  ['null', 'null'],
] as const)
  test(`base :: the record holds ${name} :: nobody is asked`, async () => {
    record(text);
    assert.is(await find(), REAL);
    assert.equal(asked, []);
  });

test('base :: no folder, or one that may not be read', async () => {
  const gone = () => {
    throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' });
  };
  assert.is(await find({}, {}, { folder: gone }), REAL);
});

test.run();
