import { inspect } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { StatusError } from '../../http/errors.ts';
import { errorOf, json, withServer } from './server.ts';

const CLOCK = { now: () => 0 };
const plain = (text: string) => text.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/^date: .*$/gm, 'date: …');
const fixed = { connection: 'close', 'content-length': '7' };

test('exchange :: as people read HTTP', () =>
  withServer(
    [{ status: 503, headers: { 'retry-after': '2' } }, json({ a: 1 }, fixed)],
    async ({ http, url }) => {
      const answer = await http.put(`${url}/v1/notes?id=7`, { json: { text: 'hi' } });
      assert.is(
        plain(inspect(answer)),
        `PUT /v1/notes?id=7 HTTP/1.1
host: HOST
accept: application/json, */*;q=0.5
user-agent: airlab
accept-encoding: gzip, deflate, br
content-type: application/json

{"text":"hi"}

HTTP/1.1 200 OK
content-type: application/json
connection: close
content-length: 7
date: …

{"a":1}

Try 1: 503 Service Unavailable; waited 2 s
Try 2: 200 OK
2 tries, 0 ms`,
      );
      assert.is(inspect(answer), inspect(answer.exchange));
      assert.is(String(answer), inspect(answer));
    },
    CLOCK,
  ));

test('exchange :: Jupyter gets HTML and text, with nothing left to run', () =>
  withServer(
    { headers: { 'content-type': 'text/html' }, body: '<script>alert(1)</script>' },
    async ({ http, url }) => {
      const answer = await http.get(url);
      const show: unknown = Reflect.get(answer, Symbol.for('Jupyter.display'));
      const bundle = typeof show === 'function' ? show() : {};
      assert.equal(Object.keys(bundle), ['text/html', 'text/plain']);
      assert.not.match(bundle['text/html'], '<script>');
      assert.match(bundle['text/html'], '&lt;script&gt;');
    },
  ));

test('exchange :: long bodies are cut, and say how long they are', () =>
  withServer({ body: 'x'.repeat(9000) }, async ({ http, url }) => {
    const text = inspect(await http.get(url));
    assert.ok(text.length < 1500);
    assert.match(text, '… (9000 bytes in all)');
  }));

test('exchange :: bytes are not shown as text', () =>
  withServer(
    { headers: { 'content-type': 'image/png' }, body: Buffer.from('89504e470d0a1a0aff', 'hex') },
    async ({ http, url }) => {
      const answer = await http.get(url);
      assert.match(inspect(answer), '(9 bytes that are no text)');
      assert.is(answer.bytes[0], 0x89);
    },
  ));

test('exchange :: an error holds it too', () =>
  withServer(
    { status: 404, headers: { ...fixed, 'content-length': '4' }, body: 'gone' },
    async ({ http, url }) => {
      const error = await errorOf(http.get(url));
      assert.ok(error instanceof StatusError);
      assert.match(inspect(error.exchange), /^GET \/ HTTP\/1\.1\nhost: /);
      assert.equal([error.body, error.method, error.attempts], ['gone', 'GET', 1]);
    },
  ));

test('exchange :: no answer', () =>
  withServer(
    (request) => request.socket.destroy(),
    async ({ http, url }) => {
      const error = await errorOf(http.get(url, { retries: 0 }));
      assert.match(inspect(Reflect.get(Object(error), 'exchange')), '(no answer)');
    },
  ));

test.run();
