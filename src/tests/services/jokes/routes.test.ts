import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SINGLE_JOKES, TWO_PART_JOKES } from '../../../services/jokes/jokes.ts';
import { ask, type Clock, servicesFor } from '../serving.ts';

const clock: Clock = { ms: 0 };
const served = servicesFor(test, { clockMs: () => clock.ms });
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${served.url}/jokes${path}`, { headers });
const body = async (path: string) => (await get(path)).json();

test('content :: 40 jokes :: all different, ids without gaps', () => {
  const texts = [...TWO_PART_JOKES.map(({ setup }) => setup), ...SINGLE_JOKES.map(({ joke }) => joke)];
  assert.is(new Set(texts).size, 40);
  assert.equal(
    [...TWO_PART_JOKES, ...SINGLE_JOKES].map(({ id }) => id),
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
});

test('official :: random :: an object; by type an array of one', async () => {
  const joke = await body('/random_joke');
  assert.equal(Object.keys(joke), ['type', 'setup', 'punchline', 'id']);
  const [one, ...others] = await body('/jokes/programming/random');
  assert.equal([one.type, others], ['programming', []]);
  assert.equal(await body('/jokes/cooking/random'), []);
  assert.is((await body('/jokes/knock-knock/ten')).length, 4);
});

test('official :: not a number :: 200 with an English sentence', async () => {
  const answer = await get('/jokes/random/abc');
  assert.equal([answer.status, answer.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  assert.is(await answer.text(), 'The passed path is not a number.');
  const tooMany = await get('/jokes/random/451');
  assert.equal(
    [tooMany.status, await tooMany.text()],
    [200, 'The passed path exceeds the number of jokes (28).'],
  );
  assert.is((await body('/jokes/random/3')).length, 3);
});

test('official :: by id :: the joke, or 404 as JSON', async () => {
  assert.is((await body('/jokes/7')).id, 7);
  for (const path of ['/jokes/999999', '/jokes/abc']) {
    const answer = await get(path);
    assert.equal([answer.status, await answer.json()], [404, { type: 'error', message: 'joke not found' }]);
  }
});

test('official :: chance :: no joke twice until all were told, and a seed repeats one', async () => {
  const told = new Set<number>();
  for (let index = 0; index < 28; index += 1) told.add((await body('/random_joke')).id);
  assert.is(told.size, 28);
  assert.equal(await body('/random_joke?seed=3'), await body('/random_joke?seed=3'));
  const ten = await body('/random_ten');
  assert.is(new Set(ten.map(({ id }: { id: number }) => id)).size, 10);
});

test('official :: the limit of an address :: off, on, over, off', async () => {
  const put = (count: number) => ask(`${served.url}/jokes/limit/${count}`, { method: 'PUT' });
  await put(2);
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await get('/random_joke')).status);
  assert.equal(statuses, [200, 200, 429]);
  assert.match((await body('/random_joke')).message, 'exceeded the 2 request limit');
  clock.ms += 3_600_001;
  assert.is((await get('/random_joke')).status, 200);
  await put(0);
  for (let index = 0; index < 5; index += 1) assert.is((await get('/random_joke')).status, 200);
});

test('JokeAPI :: a tagged union :: joke, or setup and delivery', async () => {
  const single = await body('/v2/joke/Programming?safe-mode&type=single');
  assert.equal(
    [single.error, single.type, typeof single.joke, 'setup' in single],
    [false, 'single', 'string', false],
  );
  const two = await body('/v2/joke/programming,misc?type=twopart');
  assert.equal(
    [two.type, typeof two.setup, typeof two.delivery, 'joke' in two],
    ['twopart', 'string', 'string', false],
  );
  assert.equal(Object.keys(two), [
    'error',
    'category',
    'type',
    'setup',
    'delivery',
    'flags',
    'id',
    'safe',
    'lang',
  ]);
});

test('JokeAPI :: several, a word, text :: as asked', async () => {
  const { amount, jokes } = await body('/v2/joke/Any?amount=4');
  assert.equal([amount, jokes.length], [4, 4]);
  assert.match((await body('/v2/joke/Any?contains=brackets')).delivery, 'brackets');
  const text = await get('/v2/joke/Any?format=txt&type=single');
  assert.is(text.headers.get('content-type'), 'text/plain; charset=utf-8');
});

test('JokeAPI :: no match, no such category :: 400 with code 106', async () => {
  for (const path of ['/v2/joke/Any?contains=zebra', '/v2/joke/Cooking', '/v2/joke/Dark']) {
    const answer = await get(path);
    const { error, code, causedBy } = await answer.json();
    assert.equal([answer.status, error, code, causedBy.length], [400, true, 106, 1]);
  }
});

test('JokeAPI :: 121 in a minute :: RateLimit headers, then 429', async () => {
  clock.ms += 60_000;
  const first = await get('/v2/joke/Any');
  assert.equal(
    [first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')],
    ['120', '119'],
  );
  for (let index = 0; index < 119; index += 1) await get('/v2/joke/Any');
  const refused = await get('/v2/joke/Any');
  assert.equal([refused.status, refused.headers.get('retry-after')], [429, '60']);
});

test('dad :: Accept :: JSON, text or a page', async () => {
  const json = await get('/dad/?seed=2', { accept: 'application/json' });
  const { id, joke, status } = await json.json();
  assert.equal([status, id.length, json.headers.get('vary')], [200, 11, 'Accept']);
  assert.is(await (await get('/dad/?seed=2', { accept: 'text/plain' })).text(), joke);
  const page = await get('/dad/?seed=2', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
  assert.is(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(await page.text(), joke);
  assert.is((await get('/dad/?seed=2')).headers.get('content-type'), 'text/html; charset=utf-8');
  const curl = await get('/dad/?seed=2', { 'user-agent': 'curl/8.5.0' });
  assert.is(curl.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.is((await (await get(`/dad/j/${id}`, { accept: 'application/json' })).json()).joke, joke);
});

test('dad :: search :: pages', async () => {
  const found = await body('/dad/search?limit=5&page=2');
  assert.equal(
    [found.current_page, found.results.length, found.total_jokes, found.total_pages, found.next_page],
    [2, 5, 12, 3, 3],
  );
  assert.is((await body('/dad/search?term=cloud')).total_jokes, 1);
});

test('label :: every answer :: invented', async () => {
  for (const path of ['/random_joke', '/v2/joke/Any', '/dad/', '/jokes/999999'])
    assert.match((await get(path)).headers.get('x-airlab-data') ?? '', /^simulated: .*invented/);
});

test.run();
