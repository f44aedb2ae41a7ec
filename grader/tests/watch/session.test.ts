import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { OutsideError } from '../../../src/errors.ts';
import { type KeySource, readKeys } from '../../watch/keys.ts';
import { type Session, watchSession } from '../../watch/session.ts';
import { FakeTimers } from './fake-timers.ts';

interface Scene {
  readonly session: Session;
  readonly timers: FakeTimers;
  readonly shown: () => string;
  /** Ends grading number N with this text. */
  readonly finish: (index: number, text: string) => Promise<void>;
  readonly fail: (index: number, error: Error) => Promise<void>;
  readonly started: () => number;
  readonly quits: () => number;
  readonly calls: string[];
}

function watching(live = false): Scene {
  const timers = new FakeTimers();
  const written: string[] = [];
  const calls: string[] = [];
  const gradings: {
    resolve: (text: string | undefined) => void;
    reject: (error: Error) => void;
    isCurrent: () => boolean;
  }[] = [];
  let quits = 0;
  const session = watchSession({
    attempt: (isCurrent) => new Promise((resolve, reject) => gradings.push({ resolve, reject, isCurrent })),
    actions: {
      hint: () => {
        calls.push('hint');
        return 'a hint';
      },
      list: async () => 'a list',
      reset: () => {
        calls.push('reset');
        return 'put back';
      },
    },
    timeLeft: () => `${15 - Math.floor(timers.nowMs / 60_000)} min left`,
    write: (text) => written.push(text),
    live,
    columns: 80,
    timers,
    onQuit: () => {
      quits += 1;
    },
  });
  const settle = (): Promise<void> => new Promise((done) => setImmediate(done));
  return {
    session,
    timers,
    calls,
    shown: () => written.join(''),
    started: () => gradings.length,
    quits: () => quits,
    finish: (index, text) => {
      const one = gradings[index];
      one?.resolve(one.isCurrent() ? text : undefined);
      return settle();
    },
    fail: (index, error) => {
      gradings[index]?.reject(error);
      return settle();
    },
  };
}

const test = suite('watch :: session');

test('save :: the report is shown', async () => {
  const { session, finish, shown } = watching();
  session.again('saved');
  await finish(0, 'report one');
  assert.is(shown(), 'report one\n');
});

test('newer save :: supersedes the grading that runs', async () => {
  const { session, finish, shown, started } = watching();
  session.again('saved');
  session.again('saved');
  assert.is(started(), 2);
  await finish(1, 'report two');
  await finish(0, 'report one');
  assert.is(shown(), 'report two\n');
});

test('error :: is shown with its hint, the session goes on', async () => {
  const { session, finish, fail, shown } = watching();
  session.again('saved');
  await fail(0, new OutsideError('No data.', 'Try again.'));
  session.again('saved');
  await finish(1, 'report');
  assert.is(shown(), 'No data.\nTry again.\nreport\n');
});

test('keys :: run, hint, list, reset twice, quit', async () => {
  const { session, started, shown, calls, quits } = watching();
  session.key('r');
  assert.is(started(), 1);
  session.key('h');
  session.key('l');
  await new Promise((done) => setImmediate(done));
  session.key('x');
  session.key('h');
  session.key('x');
  assert.equal(calls, ['hint', 'hint']);
  session.key('x');
  assert.equal(calls, ['hint', 'hint', 'reset']);
  assert.match(shown(), 'a list');
  session.key('q');
  session.key('q');
  assert.is(quits(), 1);
});

test('footer :: shows the time left and is redrawn in place', () => {
  const { session, timers, shown } = watching(true);
  session.again('watching');
  assert.match(
    shown(),
    '\r\u001b[Kwatching, grading | 15 min left | r run again, h hint, l list, x reset, q quit',
  );
  timers.pass(60_000);
  assert.match(shown(), '14 min left');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a cleared screen is a control sequence
  assert.not.match(shown(), /\u001b\[[0-9]*[JH]/);
});

test('quit :: erases the footer and ends the ticks', async () => {
  const { session, timers, shown, finish } = watching(true);
  session.again('saved');
  session.quit();
  assert.ok(shown().endsWith('\r\u001b[K'));
  assert.is(timers.running, 0);
  await finish(0, 'too late');
  assert.not.match(shown(), 'too late');
});

test.run();

class FakeKeys implements KeySource {
  isTTY = true;
  isRaw = false;
  paused = true;
  listener: ((data: Buffer | string) => void) | undefined;
  setRawMode(raw: boolean): void {
    this.isRaw = raw;
  }
  on(_event: 'data', listener: (data: Buffer | string) => void): void {
    this.listener = listener;
  }
  off(): void {
    this.listener = undefined;
  }
  resume(): void {
    this.paused = false;
  }
  pause(): void {
    this.paused = true;
  }
}

const keys = suite('watch :: keys');

keys('one at a time, Ctrl-C and Ctrl-D quit, arrows are nothing', () => {
  const source = new FakeKeys();
  const pressed: string[] = [];
  const end = readKeys(source, (key) => pressed.push(key));
  assert.ok(source.isRaw);
  for (const data of ['r', 'H', '\u001b[A', Buffer.from('lq'), '\u0003', '\u0004']) source.listener?.(data);
  assert.equal(pressed, ['r', 'h', 'l', 'q', 'q', 'q']);
  end();
  assert.not(source.isRaw);
  assert.ok(source.paused);
  assert.is(source.listener, undefined);
});

keys('no terminal :: nothing is touched', () => {
  const source = Object.assign(new FakeKeys(), { isTTY: false });
  readKeys(source, () => {})();
  assert.not(source.isRaw);
  assert.is(source.listener, undefined);
});

keys.run();
