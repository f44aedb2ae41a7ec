import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { findService, type ServiceName, type ServiceSurroundings } from '../../services/service.ts';

const asked: string[] = [];
const said: string[] = [];
const around = (changes: Partial<ServiceSurroundings> = {}): ServiceSurroundings => ({
  env: {},
  reached: async (url) => ({ isReached: asked.push(url) > 0 }),
  say: (line) => said.push(line),
  classroom: async () => ({ url: 'http://127.0.0.1:1', close: async () => undefined }),
  ...changes,
});
test.before.each(() => {
  asked.length = 0;
  said.length = 0;
});

test('twin :: usually :: the classroom, and nobody else is asked', async () => {
  assert.is(await findService('jokes', {}, around()), 'http://127.0.0.1:1/jokes');
  assert.is(await findService('ecb', {}, around()), 'http://127.0.0.1:1/rates/ecb');
  assert.equal([asked, said], [[], []]);
});

test('live :: by AIRLAB_LIVE or by option :: the real one, when it answers anything', async () => {
  const env = { AIRLAB_LIVE: '1' };
  assert.is(await findService('rates', {}, around({ env })), 'https://api.frankfurter.dev');
  assert.is(await findService('news-search', { live: true }, around()), 'https://hn.algolia.com');
  assert.equal(asked, ['https://api.frankfurter.dev', 'https://hn.algolia.com']);
  assert.is(await findService('rates', { live: false }, around({ env })), 'http://127.0.0.1:1/rates');
});

test('live :: not reachable :: the twin, and one line', async () => {
  const reached = async () => ({ isReached: false });
  assert.is(
    await findService('statbank', { live: true }, around({ reached })),
    'http://127.0.0.1:1/statbank',
  );
  assert.equal(said, [
    'api.statbank.dk cannot be reached: the classroom answers for statbank, with simulated data.',
  ]);
});

test('live :: a service that is only here :: the classroom, without a word', async () => {
  assert.is(await findService('board', { live: true }, around()), 'http://127.0.0.1:1/board');
  assert.equal([asked, said], [[], []]);
});

test('unknown :: a name :: the nearest ones', async () => {
  for (const name of ['joke', 'toString']) {
    const error = await findService(name as ServiceName, {}, around()).catch((caught: unknown) => caught);
    assert.ok(isAirlabError(error));
    if (isAirlabError(error)) assert.is(error.code, 'UNKNOWN_SERVICE');
    if (isAirlabError(error) && name === 'joke') assert.match(error.hint, 'jokes');
  }
});

test.run();
