import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MISTAKES } from '../../checks/exercise-wrapper/case.ts';
import { bodyOf, SCRIPTS, type Station, stations, urlOf } from '../../checks/exercise-wrapper/stations.ts';
import { exercise } from '../../checks/exercise-wrapper.ts';
import type { Outcome, PartVerdict, Trial, World } from '../../exercise.ts';
import { limitSays, limitsWith } from '../../sandbox/limits.ts';
import type { UpstreamReply, UpstreamRequest } from '../../sandbox/run.ts';
import { wrapperZoo } from '../answers/exercise-wrapper/expected.ts';

const test = suite('exercise-wrapper');

const BASE: World = {
  source: { kind: 'simulated', label: '', holds: () => false, read: () => [] },
  nowMs: 0,
  cities: [],
};

const request = (station: Station, atMs: number, salt = 0): UpstreamRequest => ({
  index: 0,
  method: 'GET',
  origin: 'https://sensors.example',
  url: urlOf(station, salt).slice('https://sensors.example'.length),
  headers: {},
  body: '',
  atMs,
});

interface Played {
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  readonly requests?: readonly UpstreamRequest[];
}

function judged(partId: string, trialId: string, { outcomes = {}, requests = [] }: Played): PartVerdict {
  const part = exercise.parts.find(({ id }) => id === partId);
  const trial = exercise.trials.find(({ id }) => id === trialId);
  if (part === undefined || trial === undefined) throw new Error('no such part or trial');
  return exercise.judge(part, new Map(Object.entries(outcomes)), {
    trial,
    world: BASE,
    base: BASE,
    requests,
  });
}

const mistakeOf = (verdict: PartVerdict): string | undefined =>
  verdict.kind === 'failed' ? (verdict.finding.mistake?.id ?? verdict.finding.says) : verdict.kind;

const body = (reply: UpstreamReply): unknown =>
  reply.kind === 'answer' ? JSON.parse(String(reply.body)) : undefined;

test('points :: sum to 100 :: every part is in the gate', () => {
  const points = exercise.trials.flatMap((trial: Trial) => Object.values(trial.points));
  assert.is(
    points.reduce((sum, one) => sum + one, 0),
    100,
  );
  const gate = exercise.trials.find(({ id }) => id === exercise.gate);
  assert.equal(
    Object.keys(gate?.points ?? {}),
    exercise.parts.map(({ id }) => id),
  );
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = Object.values(wrapperZoo).flatMap(({ mistake }) => mistake ?? []);
  assert.equal(
    Object.values(MISTAKES)
      .map(({ id }) => id)
      .filter((id) => !made.includes(id)),
    [],
  );
});

test('stations :: a script is played :: from the beginning in every run', () => {
  for (const _ of [1, 2]) {
    const ask = stations(0);
    const first = ask(request('busy', 0));
    assert.is(first.kind === 'answer' && first.status, 429);
    assert.is(first.kind === 'answer' && first.headers['retry-after'], '20');
    assert.equal(body(ask(request('busy', 1))), bodyOf('busy', 0));
    assert.equal(body(ask(request('busy', 2))), bodyOf('busy', 0, { nth: 1 }));
  }
});

test('stations :: other data :: other numbers and other addresses', () => {
  const all = Object.keys(SCRIPTS).filter((name): name is Station => name in SCRIPTS);
  const seen = new Set(all.map((station) => urlOf(station, 3)));
  assert.is(seen.size, all.length);
  assert.is.not(urlOf('calm', 0), urlOf('calm', 1));
  assert.is.not(bodyOf('calm', 0).pm2_5, bodyOf('calm', 1).pm2_5);
  assert.is.not(bodyOf('twins', 1).pm2_5, bodyOf('twins', 1, { city: 'beijing' }).pm2_5);
});

test('stations :: an address that is none :: 404', () => {
  const reply = stations(0)({ ...request('calm', 0), url: '/stations/1/air' });
  assert.is(reply.kind === 'answer' && reply.status, 404);
});

test('judge :: nothing came :: no part passes, and no mistake is made up', () => {
  for (const trial of exercise.trials)
    for (const id of Object.keys(trial.points)) {
      const verdict = judged(id, trial.id, {});
      assert.is(verdict.kind, 'failed', `${trial.id} ${id}`);
    }
});

test('judge :: a run that was cut off :: blames no layer for it', () => {
  const limits = limitsWith();
  for (const limit of ['wall', 'cpu', 'memory', 'output'] as const)
    for (const trial of exercise.trials)
      for (const id of Object.keys(trial.points)) {
        const world = { ...BASE, salt: 0 };
        const outcomes = new Map(
          exercise
            .calls(world, trial)
            .map((call): [string, Outcome] => [
              call.id,
              { kind: 'unfinished', why: limitSays(limit, limits) },
            ]),
        );
        assert.is(
          mistakeOf(judged(id, trial.id, { outcomes: Object.fromEntries(outcomes) })),
          'does not finish',
        );
      }
});

test('judge :: Retry-After :: the wait decides which mistake it is', () => {
  const answer: Outcome = { kind: 'value', value: { body: bodyOf('busy', 0), maxAgeS: 0 } };
  const after = (ms: number) =>
    mistakeOf(
      judged('connection', 'as-is', {
        outcomes: { 'connection:busy:0': answer },
        requests: [request('busy', 100), request('busy', 100 + ms)],
      }),
    );
  assert.is(after(0), 'retries-at-once');
  assert.is(after(20), 'retry-after-as-ms');
  assert.is(after(1_000), 'ignores-retry-after');
  assert.is(after(19_900), 'ignores-retry-after');
  assert.is(after(20_000), 'passed');
  assert.is(after(25_000), 'passed');
});

test('judge :: an error :: has to name method, address and status', () => {
  const verdict = (message: string) =>
    judged('errors', 'as-is', {
      outcomes: {
        'errors:calm:0': { kind: 'value', value: { body: bodyOf('calm', 0), maxAgeS: 45 } },
        'errors:missing:0': { kind: 'threw', name: 'Error', message },
      },
      requests: [request('calm', 0), request('missing', 0)],
    });
  const url = urlOf('missing', 0);
  assert.is(mistakeOf(verdict(`GET ${url} answered 404`)), 'passed');
  assert.is(mistakeOf(verdict(`404 after get ${new URL(url).pathname}`)), 'passed');
  assert.is(mistakeOf(verdict(`GET ${url} failed`)), 'error-without-facts');
  assert.is(mistakeOf(verdict(`GET: 404`)), 'error-without-facts');
  assert.is(mistakeOf(verdict(`${url} answered 404`)), 'error-without-facts');
});

test('judge :: as-is :: says what was expected in numbers, with digits only in the facts', () => {
  const verdict = judged('cache', 'as-is', {
    outcomes: Object.fromEntries(
      [0, 1, 2].map((index): [string, Outcome] => {
        const { city, time, pm2_5: pm25 } = bodyOf('steady', 0);
        return [`cache:steady:${index}`, { kind: 'value', value: { city, time, pm25 } }];
      }),
    ),
    requests: [request('steady', 0), request('steady', 0), request('steady', 0)],
  });
  if (verdict.kind !== 'failed') throw new Error('it passed');
  assert.equal(verdict.finding, {
    says: 'asks the service for what is still fresh',
    mistake: MISTAKES.noCache,
    expected: '1 request',
    actual: '3 requests for 3 answers',
  });
});

test.run();
