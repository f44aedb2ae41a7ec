import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type RecordCommand, recordCommand } from '../../classroom/record-command.ts';
import { readSnapshot } from '../../classroom/snapshot-file.ts';
import { isAirlabError } from '../../errors.ts';
import { NOW_MS, withFake, withServer } from './server-fixture.ts';

const test = suite<{ root: string; said: string[] }>('classroom :: record command');

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'airlab-record-'));
  context.said = [];
});

test.after.each(({ root }) => {
  chmodSync(root, 0o700);
  rmSync(root, { recursive: true, force: true });
});

function run(
  { root, said }: { root: string; said: string[] },
  more: Partial<RecordCommand>,
): Promise<number> {
  return recordCommand({
    root,
    env: {},
    now: () => NOW_MS,
    fetch,
    signal: new AbortController().signal,
    out: (text) => said.push(text),
    ...more,
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert.ok(isAirlabError(error), String(error));
    return error.code;
  }
  return 'none';
}

test('a classroom API :: the file, and what it is', async (context) => {
  await withServer({}, async ({ url }) => assert.is(await run(context, { from: url }), 0));
  const path = join(context.root, '.airlab/snapshots/2026-11-24T09-20-00-000Z.json');
  const snapshot = readSnapshot(path);
  const text = context.said.join('');
  assert.match(text, `snapshot  ${path}`);
  assert.match(text, 'SIMULATED, not a measurement');
  assert.match(text, `SHA-256   ${snapshot.sha256}`);
  assert.match(text, 'window    2026-11-17 00:00 to 2026-11-30 23:00 UTC, 336 hours');
  assert.match(text, 'PM2.5 ends at 2026-11-28 12:00 UTC');
  assert.match(text, 'cams_europe 2026-11-23 00:00');
  assert.match(text, 'licence   Simulated by airlab; not Open-Meteo data.');
  for (const line of text.split('\n')) if (!line.includes('/')) assert.ok(line.length <= 80, line);
  assert.equal(readdirSync(join(context.root, '.airlab/snapshots')).length, 1);
});

test('out :: the file that was named, in a folder that is made', async (context) => {
  const file = join(context.root, 'a/b/mine.json');
  await withServer({}, ({ url }) => run(context, { from: url, file }));
  assert.is(readSnapshot(file).from.startsWith('http://127.0.0.1:'), true);
  assert.not.ok(existsSync(join(context.root, '.airlab')));
});

test('from :: no web address', async (context) => {
  for (const from of ['', 'open-meteo.com', 'file:///etc/passwd', 'ftp://x'])
    assert.is(await codeOf(run(context, { from })), 'BAD_OPTION', from);
});

test('a server that fails :: no file, no folder, nothing said', async (context) => {
  for (const listener of [
    (_request: unknown, response: import('node:http').ServerResponse) =>
      void response.writeHead(503).end('{}'),
    (_request: unknown, response: import('node:http').ServerResponse) =>
      void response.end('{"latitude":55.6,'),
  ])
    await withFake(listener, async (url) => {
      assert.match(await codeOf(run(context, { from: url })), /^RECORD_/);
    });
  assert.equal(readdirSync(context.root), []);
  assert.equal(context.said, []);
});

test('a folder that cannot be written :: one error, no half file', async (context) => {
  const file = join(context.root, 'taken');
  await withServer({}, ({ url }) => run(context, { from: url, file: join(file, 'is-a-folder.json') }));
  await withServer({}, async ({ url }) => {
    assert.is(await codeOf(run(context, { from: url, file })), 'SNAPSHOT_UNWRITTEN');
  });
  assert.equal(readdirSync(context.root), ['taken']);
});

test.run();
