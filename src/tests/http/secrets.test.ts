import { inspect } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { maskHeaders, maskText, maskUrl, secretsOf } from '../../http/secrets.ts';
import { errorOf, json, withServer } from './server.ts';

test('mask :: keys in a URL', () => {
  assert.is(maskUrl('https://a.b/c?apikey=abc&q=1#x'), 'https://a.b/c?apikey=***&q=1#x');
  assert.is(
    maskUrl('https://a.b/?q=1&API_KEY=abc&access_token=x'),
    'https://a.b/?q=1&API_KEY=***&access_token=***',
  );
  assert.is(maskUrl('https://user:pass@a.b/c'), 'https://***@a.b/c');
  assert.is(maskUrl('https://a.b/?hourly=pm2_5,pm10'), 'https://a.b/?hourly=pm2_5,pm10');
});

test('mask :: headers keep what teaches', () => {
  assert.equal(
    maskHeaders({
      authorization: 'Bearer abc',
      'x-api-key': 'abc',
      cookie: 'a=1; b=2',
      'set-cookie': 'sid=xyz; Path=/; HttpOnly',
      accept: '*/*',
    }),
    {
      authorization: 'Bearer ***',
      'x-api-key': '***',
      cookie: 'a=***; b=***',
      'set-cookie': 'sid=***; Path=/; HttpOnly',
      accept: '*/*',
    },
  );
});

test('mask :: secrets in texts', () => {
  assert.equal(
    secretsOf('https://a.b/?apikey=k%2B1234&q=pm2_5', { authorization: 'Bearer tok-1', accept: 'x/y' }),
    ['Bearer tok-1', 'tok-1', 'k%2B1234', 'k+1234'],
  );
  assert.is(maskText('{"password": "hunter2", "user": "ada"}', []), '{"password": "***", "user": "ada"}');
});

const KEY = 'k-9f8e7d6c';
const TOKEN = 't-1a2b3c4d';
const COOKIE = 'c-55aa66bb';
const hidden = (text: string) => {
  for (const secret of [KEY, TOKEN, COOKIE]) assert.not.ok(text.includes(secret), text);
};
const asking = (url: string) =>
  [
    `${url}/v1?apikey=${KEY}`,
    { headers: { Authorization: `Bearer ${TOKEN}`, 'X-API-Key': KEY, Cookie: `id=${COOKIE}` } },
  ] as const;

test('mask :: nothing that an answer shows of itself holds a secret, not even an echo', () =>
  withServer(
    (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': `id=${COOKIE}; Path=/` });
      response.end(JSON.stringify({ url: request.url, headers: request.headers }));
    },
    async ({ http, url, seen }) => {
      const answer = await http.get(...asking(url));
      assert.is(seen[0]?.headers['x-api-key'], KEY);
      hidden(inspect(answer));
      hidden(String(answer));
      hidden(answer.url);
      hidden(JSON.stringify(answer.exchange));
      const show: unknown = Reflect.get(answer, Symbol.for('Jupyter.display'));
      hidden(JSON.stringify(typeof show === 'function' ? show() : ''));
    },
  ));

test('mask :: nothing that an error shows of itself holds a secret', () =>
  withServer(
    (request, response) =>
      void response.writeHead(403).end(`no access with ${JSON.stringify(request.headers)} ${request.url}`),
    async ({ http, url }) => {
      const error = await errorOf(http.get(...asking(url)));
      hidden(inspect(error, { depth: 10, showHidden: true }));
      hidden(JSON.stringify(error));
    },
  ));

test('mask :: a form and a login in the URL', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    const target = url.replace('://', `://ada:${KEY}@`);
    const answer = await http.post(target, { form: { token: TOKEN, lesson: 3 } });
    assert.is(seen[0]?.headers.authorization, `Basic ${Buffer.from(`ada:${KEY}`).toString('base64')}`);
    assert.is(seen[0]?.body, `token=${TOKEN}&lesson=3`);
    hidden(inspect(answer));
    assert.match(inspect(answer), 'token=***&lesson=3');
  }));

test.run();
