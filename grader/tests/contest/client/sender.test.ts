import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { takeNews } from '../../../contest/client/news.ts';
import { putLetter, readLetters } from '../../../contest/client/outbox.ts';
import { seatFolder, writeSeat } from '../../../contest/client/seat.ts';
import { keepSending } from '../../../contest/client/sender.ts';
import { until } from '../store/fixture.ts';

const test = suite('contest client :: sender');
const home = fileURLToPath(new URL('../../../..', import.meta.url));
const LETTER = { kind: 'ts', source: 'export const a = 1;', queuedMs: 1_000, via: 'cli' } as const;

interface Contest {
  readonly url: string;
  readonly sent: string[];
  readonly close: () => Promise<void>;
}

/** What a contest server answers to a sender; `refusal` instead of taking a submission. */
function contestAt(port: number, refusal?: { status: number; code: string }): Promise<Contest> {
  const sent: string[] = [];
  const server: Server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    answer.setHeader('content-type', 'application/json');
    if (pathname === '/api/time') return answer.end(JSON.stringify({ nowMs: Date.now() }));
    if (refusal) {
      answer.statusCode = refusal.status;
      return answer.end(
        JSON.stringify({ error: { code: refusal.code, message: 'All are used.', hint: 'None.' } }),
      );
    }
    sent.push(`${searchParams.get('id')} ${searchParams.has('queuedMs') ? 'marked' : 'not marked'}`);
    return answer.end(JSON.stringify({ submission: 's', receivedMs: Date.now(), state: 'waiting' }));
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      // Border: a TCP server has an address with a port.
      const { port: taken } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${taken}`, sent, close });
    });
  });
}

/** A seat in a contest at an address that answers only later. */
async function seated(): Promise<{ root: string; port: number }> {
  const first = await contestAt(0);
  await first.close();
  const root = mkdtempSync(join(tmpdir(), 'airlab-sender-'));
  roots.push(root);
  const rest = { token: 't', person: 'p', nick: 'Ada', snapshotSha256: 's', joinedMs: Date.now() };
  writeSeat(root, { url: first.url, exercise: 'exercise-pm25', ...rest });
  return { root, port: Number(new URL(first.url).port) };
}

const roots: string[] = [];
test.after(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const tools = { now: Date.now, sleep: () => pause(20) };

test('sender :: the link comes back :: sent with its moment, and told once', async () => {
  const { root, port } = await seated();
  const { id } = putLetter(root, LETTER);
  const sending = keepSending(root, tools);
  await pause(100);
  assert.is(readLetters(root).length, 1);
  const contest = await contestAt(port);
  await sending;
  await contest.close();
  assert.equal([contest.sent, readLetters(root).length], [[`${id} marked`], 0]);
  assert.equal(takeNews(root), ['What waited on this disk was handed in meanwhile.']);
  assert.equal(takeNews(root), []);
});

test('sender :: refused :: the student hears of it', async () => {
  const { root, port } = await seated();
  putLetter(root, LETTER);
  const contest = await contestAt(port, { status: 409, code: 'TOO_MANY' });
  await keepSending(root, tools);
  await contest.close();
  assert.equal(takeNews(root), ['What waited on this disk was not taken: All are used.']);
});

test('sender :: one at a time; one that was killed does not count; the time ends', async () => {
  const { root } = await seated();
  putLetter(root, LETTER);
  const turn = join(seatFolder(root), 'sender.pid');
  writeFileSync(turn, String(process.ppid));
  await keepSending(root, tools);
  assert.is(readLetters(root).length, 1, 'another one is at it');
  writeFileSync(turn, '999999999');
  const clock = { ms: 0 };
  const now = (): number => {
    clock.ms += 3_600_000;
    return clock.ms;
  };
  await keepSending(root, { ...tools, now });
  assert.is(readLetters(root).length, 1);
});

test('grade submit :: without a link :: kept, and sent by itself', async () => {
  const { root, port } = await seated();
  mkdirSync(join(root, 'exercises'));
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'exercises/exercise-pm25.ts'), 'export const hourlyPm25 = async () => [];\n');
  const [code, said] = await grade(root, 'submit', 'exercise-pm25');
  assert.is(code, 3, said);
  assert.match(said, /NOT SENT YET[\s\S]*Sent by itself/);
  const contest = await contestAt(port);
  await until('it is sent', () => contest.sent.length === 1 && readLetters(root).length === 0);
  await until('it is told', () => takeNews(root).length === 1);
  await contest.close();
});

function grade(root: string, ...words: string[]): Promise<[code: number | null, said: string]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'grader/bin/grade.mjs'), ...words], {
      cwd: root,
      env: { ...process.env, AIRLAB_ROOT: root, NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part;
      });
    child.on('close', (code) => resolve([code, said]));
  });
}

test.run();
