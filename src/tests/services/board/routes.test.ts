import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
test.before.each(async () => {
  await ask(`${served.url}/board/reset`, { method: 'POST' });
});

const DRAFT = { title: 'Tea', text: 'At three.', author: 'ana' };

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return ask(`${served.url}/board${path}`, {
    method,
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

test('POST :: twice :: two notices, each with its Location', async () => {
  const first = await send('POST', '/notices', DRAFT);
  const second = await send('POST', '/notices', DRAFT);
  assert.equal([first.status, second.status], [201, 201]);
  assert.equal(
    [first.headers.get('location'), second.headers.get('location')],
    ['/board/notices/4', '/board/notices/5'],
  );
  const again = await ask(served.url + first.headers.get('location'));
  assert.equal(await again.json(), { id: 4, ...DRAFT, version: 1, locked: false });
});

test('POST :: the same Idempotency-Key :: one notice, the same answer', async () => {
  const headers = { 'idempotency-key': 'tea-1' };
  const first = await send('POST', '/notices', DRAFT, headers);
  const second = await send('POST', '/notices', DRAFT, headers);
  assert.is(second.status, 201);
  assert.equal(await second.json(), await first.json());
  assert.is((await (await send('GET', '/notices')).json()).length, 4);
});

test('POST :: an Idempotency-Key with another body :: 422', async () => {
  const headers = { 'idempotency-key': 'tea-2' };
  await send('POST', '/notices', DRAFT, headers);
  assert.is((await send('POST', '/notices', { ...DRAFT, title: 'Cake' }, headers)).status, 422);
});

test('POST :: fields missing, wrong and unknown :: 422 names each of them', async () => {
  const answer = await send('POST', '/notices', { title: 5, author: '', colour: 'red' });
  assert.is(answer.status, 422);
  const { fields } = await answer.json();
  assert.equal(fields.map(({ field }: { field: string }) => field).sort(), [
    'author',
    'colour',
    'text',
    'title',
  ]);
  assert.match(fields.find(({ field }: { field: string }) => field === 'text').problem, 'is missing');
});

test('POST :: no JSON at all :: 400 for a broken body, 415 for another type, 422 for none', async () => {
  assert.is((await send('POST', '/notices', '{"title":')).status, 400);
  const text = await send('POST', '/notices', 'hello', { 'content-type': 'text/plain' });
  assert.is(text.status, 415);
  assert.is(text.headers.get('accept-post'), 'application/json');
  assert.is((await send('POST', '/notices')).status, 422);
});

test('POST :: too large :: 413', async () => {
  assert.is((await send('POST', '/notices', { ...DRAFT, text: 'x'.repeat(70_000) })).status, 413);
});

test('PUT :: new id, then again :: 201, 200, one notice', async () => {
  assert.is((await send('PUT', '/notices/20', DRAFT)).status, 201);
  assert.is((await send('PUT', '/notices/20', DRAFT)).status, 200);
  assert.is((await (await send('GET', '/notices')).json()).length, 4);
});

test('PUT :: only a part :: 422; PATCH takes it', async () => {
  assert.is((await send('PUT', '/notices/2', { title: 'New' })).status, 422);
  const patched = await send('PATCH', '/notices/2', { title: 'New' });
  assert.is(patched.status, 200);
  const { title, text, version } = await patched.json();
  assert.equal([title, text, version], ['New', 'Last seen at the end of line 12.', 2]);
});

test('PATCH :: nothing, or a field that cannot change :: 422', async () => {
  assert.is((await send('PATCH', '/notices/2', {})).status, 422);
  assert.is((await send('PATCH', '/notices/2', { id: 9 })).status, 422);
});

test('DELETE :: twice :: 204 without a body, then 404', async () => {
  const first = await send('DELETE', '/notices/2');
  assert.is(first.status, 204);
  assert.is(await first.text(), '');
  assert.is((await send('DELETE', '/notices/2')).status, 404);
});

test('If-Match :: stale :: 412, and nothing is lost', async () => {
  const read = await send('GET', '/notices/2');
  const etag = read.headers.get('etag') ?? '';
  assert.is((await send('PATCH', '/notices/2', { text: 'Found.' }, { 'if-match': etag })).status, 200);
  const late = await send('PUT', '/notices/2', DRAFT, { 'if-match': etag });
  assert.is(late.status, 412);
  assert.is(late.headers.get('etag'), '"2-2"');
  assert.is((await (await send('GET', '/notices/2')).json()).text, 'Found.');
});

test('If-Match, If-None-Match :: star and lists :: as RFC 9110 says', async () => {
  assert.is((await send('DELETE', '/notices/2', undefined, { 'if-match': '"9-9", "2-1"' })).status, 204);
  assert.is((await send('PUT', '/notices/2', DRAFT, { 'if-match': '*' })).status, 412);
  assert.is((await send('PUT', '/notices/3', DRAFT, { 'if-none-match': '*' })).status, 412);
  assert.is((await send('PUT', '/notices/30', DRAFT, { 'if-none-match': '*' })).status, 201);
  assert.is((await send('PATCH', '/notices/3', { text: '' }, { 'if-match': 'W/"3-1"' })).status, 412);
});

test('GET :: If-None-Match :: 304 without a body', async () => {
  const read = await send('GET', '/notices/3', undefined, { 'if-none-match': '"3-1"' });
  assert.is(read.status, 304);
  assert.is(await read.text(), '');
});

test('locked :: write :: 409', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    assert.is((await send(method, '/notices/1', method === 'DELETE' ? undefined : DRAFT)).status, 409);
});

test('OPTIONS and 405 :: Allow :: what is possible', async () => {
  const options = await send('OPTIONS', '/notices/3');
  assert.is(options.status, 204);
  assert.is(options.headers.get('allow'), 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS');
  const refused = await send('DELETE', '/notices');
  assert.is(refused.status, 405);
  assert.is(refused.headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
  assert.is((await send('POST', '/notices/3', DRAFT)).status, 405);
});

test('HEAD :: one notice :: headers of GET, no body', async () => {
  const head = await send('HEAD', '/notices/3');
  assert.is(head.status, 200);
  assert.is(head.headers.get('etag'), '"3-1"');
  assert.is(await head.text(), '');
});

test('ids :: not a number, far away :: 404', async () => {
  for (const id of ['abc', '0', '-1', '1.5', '99999999999999999999', '999'])
    assert.is((await send('GET', `/notices/${id}`)).status, 404, id);
  assert.is((await send('PUT', '/notices/abc', DRAFT)).status, 404);
});

test('full :: 201 notices :: 409, the board stays bounded', async () => {
  for (let index = 3; index < 200; index += 1) await send('POST', '/notices', DRAFT);
  assert.is((await send('POST', '/notices', DRAFT)).status, 409);
  assert.is((await (await send('GET', '/notices')).json()).length, 200);
});

test.run();
