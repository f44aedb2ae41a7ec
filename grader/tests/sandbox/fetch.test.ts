import { gzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run, RunOptions, UpstreamReply } from '../../sandbox/run.ts';
import { boxes, node, runCode } from './boxes.ts';

/** Node's own `fetch` goes a short way to the upstream. What it says must be what it says over a connection. */
const test = suite('fetch');

const HOST = 'https://api.open-meteo.com';

const reply = (
  status: number,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): UpstreamReply => ({
  kind: 'answer',
  status,
  headers,
  body,
});

const upstream: RunOptions['upstream'] = ({ method, url, headers, body }) => {
  const [path] = url.split('?');
  if (path === '/cut') return { ...reply(200, 'x'.repeat(900)), cutAt: 300 } as UpstreamReply;
  if (path === '/nothing') return { ...reply(200, 'x'.repeat(900)), cutAt: 0 } as UpstreamReply;
  if (path === '/hang') return { kind: 'hang' };
  if (path === '/slow') return { ...reply(200, 'late'), delayMs: 2_500 } as UpstreamReply;
  if (path === '/moved') return reply(302, '', { location: '/echo?moved' });
  if (path === '/round') return reply(301, '', { location: '/round' });
  if (path === '/gzip')
    return reply(200, gzipSync('{"small":true}'), {
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    });
  if (path === '/empty') return reply(204, '');
  if (path === '/error') return reply(503, 'busy', { 'retry-after': '2', 'x-odd': 'é' });
  const { host: _, connection: __, 'user-agent': ___, ...told } = headers;
  return reply(200, JSON.stringify({ method, url, body, told }), { 'content-type': 'application/json' });
};

/** Each gives something to compare. `way` is laid under the options of every request. */
const DEEDS: Readonly<Record<string, string>> = {
  'json and headers': `const r = await go('/echo?q=1', { headers: { accept: 'application/json', 'X-Own': 'a' } });
    return [r.status, r.statusText, r.ok, r.url, r.redirected, r.type, r.bodyUsed, [...r.headers].filter(([n]) => !['connection', 'keep-alive'].includes(n)), await r.json(), r.bodyUsed];`,
  'error status': `const r = await go('/error'); return [r.status, r.statusText, r.headers.get('retry-after'), r.headers.get('x-odd'), await r.text()];`,
  'no options': `const r = await go('/echo'); return [r instanceof Response, await r.clone().json(), (await r.arrayBuffer()).byteLength];`,
  'posted json': `return (await go('/echo', { method: 'POST', body: JSON.stringify({ a: 'ü' }), headers: { 'content-type': 'application/json' } })).json();`,
  'posted form': `return (await go('/echo', { method: 'POST', body: new URLSearchParams({ a: '1 2' }) })).json();`,
  'posted bytes': `return (await go('/echo', { method: 'PUT', body: new Uint8Array([65, 66]) })).json();`,
  'posted stream': `const body = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('ab')); c.enqueue(new TextEncoder().encode('cd')); c.close(); } });
    return (await go('/echo', { method: 'POST', body, duplex: 'half' })).json();`,
  'broken body': `const body = new ReadableStream({ pull() { throw new Error('no more'); } });
    return said(go('/echo', { method: 'POST', body, duplex: 'half' }));`,
  head: `const r = await go('/echo', { method: 'HEAD' }); return [r.status, Number(r.headers.get('content-length')) > 0, await r.text()];`,
  'no content': `const r = await go('/empty'); return [r.status, r.body === null, await r.text()];`,
  redirect: `const r = await go('/moved'); return [r.redirected, r.url, (await r.json()).url];`,
  'redirect by hand': `const r = await go('/moved', { redirect: 'manual' }); return [r.status, r.headers.get('location')];`,
  'redirect refused': `return said(go('/moved', { redirect: 'error' }));`,
  'redirect without end': `return said(go('/round'));`,
  gzip: `return (await go('/gzip')).json();`,
  stream: `const parts = []; for await (const part of (await go('/echo')).body) parts.push(part.length); return parts.length > 0;`,
  'cut body': `const r = await go('/cut'); return [r.status, await said(r.text())];`,
  'cut before the body': `const r = await go('/nothing'); return [r.status, await said(r.text())];`,
  'time limit': `const from = Date.now(); return [await said(go('/hang', { signal: AbortSignal.timeout(4_000) })), Date.now() - from];`,
  'slow, in time': `const from = Date.now(); return [await (await go('/slow', { signal: AbortSignal.timeout(4_000) })).text(), Date.now() - from];`,
  'slow, too late': `const from = Date.now(); return [await said(go('/slow', { signal: AbortSignal.timeout(1_000) })), Date.now() - from];`,
  'aborted before': `return said(go('/echo', { signal: AbortSignal.abort() }));`,
  'aborted with a reason': `const c = new AbortController(); const p = said(go('/hang', { signal: c.signal })); setTimeout(() => c.abort(new Error('enough')), 10); return p;`,
  'aborted in the body': `const c = new AbortController(); const r = await go('/cut', { signal: c.signal }); c.abort(); return said(r.text());`,
  'after an abort': `const c = new AbortController(); const p = said(go('/hang', { signal: c.signal })); c.abort(); await p; return (await go('/echo')).status;`,
  'cancelled body': `const r = await go('/echo'); await r.body.cancel(); return r.bodyUsed;`,
  'many at once': `return (await Promise.all([1, 2, 3, 4].map((n) => go('/echo?' + n).then((r) => r.json())))).map(({ url }) => url);`,
  'first of two': `return Promise.race([go('/slow').then((r) => r.text()), go('/echo').then((r) => r.status)]);`,
  'bad address': `return said(fetch('no address', way));`,
  'bad method': `return said(go('/echo', { method: 'GET', body: 'x' }));`,
  'bad scheme': `return said(fetch('gopher://x/', way));`,
  'data address': `return (await fetch('data:text/plain,here', way)).text();`,
};

const CODE = `
const said = (promise) => Promise.resolve(promise).then(() => 'no error', (e) => [e.name, e.message, e.constructor.name, e.cause?.name, e.cause?.code, e.cause?.message]);
class Far {}
const by = (way) => ({ way, go: (path, init) => way ? fetch('${HOST}' + path, Object.assign(new Far(), init)) : init ? fetch('${HOST}' + path, init) : fetch('${HOST}' + path) });
${Object.entries(DEEDS)
  .flatMap(([name, code]) =>
    ['', 'new Far()'].map(
      (way) =>
        `exports[${JSON.stringify(`${name} ${way}`)}] = async () => { const { way, go } = by(${way}); ${code} };`,
    ),
  )
  .join('\n')}
`;

function runs(code: string, names: readonly string[]): Promise<Run> {
  const [box] = Object.values(boxes);
  if (!box) throw new Error('no box on this machine');
  return runCode({ box, code, names, upstream, limits: { requests: 1_000, cpuS: 5, wallMs: 10_000 } });
}

test('short way :: tells the same as a connection', async () => {
  const names = Object.keys(DEEDS).flatMap((name) => [`${name} `, `${name} new Far()`]);
  const run = await runs(CODE, names);
  assert.is(run.ending.kind, 'finished', JSON.stringify(run.ending));
  for (const name of Object.keys(DEEDS)) {
    const [short, far] = ['', 'new Far()'].map((way) => run.outcomes.get(`${name} ${way}`));
    assert.is(short?.kind, 'value', `${name}: ${JSON.stringify(short)}`);
    assert.equal(short, far, name);
  }
});

const one = async (code: string): Promise<unknown> =>
  (await runs(`exports.act = async () => { ${code} };`, ['act'])).outcomes.get('act');

test('dispatcher :: chosen by the answer :: counts, for one request and for all', async () => {
  const made = `const made = []; const own = { dispatch(options, handler) { made.push(options.path); handler.onRequestStart ? handler.onResponseError({}, new Error('own')) : handler.onError(new Error('own')); return true; } };`;
  const failed = `await fetch('${HOST}/echo', init).catch((error) => made.push(error.cause.message)); return made;`;
  const expected = { kind: 'value', value: ['/echo', 'own'] };
  assert.equal(await one(`${made} const init = { dispatcher: own }; ${failed}`), expected);
  const forAll = `globalThis[Symbol.for('undici.globalDispatcher.1')] = own; let init;`;
  if (!node.version.startsWith('v26')) assert.equal(await one(`${made} ${forAll} ${failed}`), expected);
});

test('fetch :: looks like the one of Node', async () => {
  const looks =
    'return [fetch.name, fetch.length, typeof fetch, fetch("x:").catch(() => 0) instanceof Promise];';
  assert.equal(await one(looks), { kind: 'value', value: ['fetch', 1, 'function', true] });
});

test.run();
