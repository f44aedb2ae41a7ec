import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { readyAnswer } from '../../answer/answer.ts';
import { findAnswer } from '../../answer/find.ts';
import { bodyFor } from '../../checks/exercise-serve/bodies.ts';
import { judgeServer } from '../../checks/exercise-serve/judge.ts';
import { GUESSES } from '../../checks/exercise-serve/mistakes.ts';
import type { Question } from '../../checks/exercise-serve/questions.ts';
import { isPartId, roundsOf } from '../../checks/exercise-serve/rounds.ts';
import { exercise } from '../../checks/exercise-serve.ts';
import type { Finding, PartVerdict, Reply, Trial, World } from '../../exercise.ts';
import { isRight } from '../../judge/served/bodies.ts';
import { MISTAKES } from '../../judge/served/mistakes.ts';
import { Standby } from '../../sandbox/standby.ts';
import { runTrial } from '../../trial.ts';
import { movingOpenMeteo } from '../../upstream/open-meteo.ts';
import { serveZoo } from '../answers/exercise-serve/expected.ts';

const base: World = {
  source: simulated({ seed: 1 }),
  nowMs: Date.parse('2026-11-24T09:59:57Z'),
  cities: exercise.cities,
};
const SEEDS = [0, 1, 4711];
const answers = fileURLToPath(new URL('../answers', import.meta.url));

const test = suite('exercise-serve');

const trialOf = (id: string): Trial => {
  const trial = exercise.trials.find((one) => one.id === id);
  if (trial === undefined) throw new Error(`no trial ${id}`);
  return trial;
};

const questionsOf = (trial: Trial, seed = 1): Question[] =>
  Object.keys(trial.points)
    .filter(isPartId)
    .flatMap((part) => roundsOf(part, trial.change(base, seed), trial))
    .flatMap(({ questions }) => questions);

const said = (status: number, body: unknown, type = 'application/json', tookMs = 0): Reply => ({
  ...{ kind: 'answer', status, type, body: typeof body === 'string' ? body : JSON.stringify(body), tookMs },
});

/** What a right server says. */
function rightReply({ wanted, view }: Question): Reply {
  const body = bodyFor(wanted, view);
  if (body !== undefined) return said(200, body);
  return said(wanted.kind === 'malformed' ? 422 : 404, { detail: [{ msg: 'because' }] });
}

/** Judges a part of a trial on replies that are right but for some. */
function judged(
  id: string,
  part: 'air' | 'compare' | 'run',
  change: (question: Question) => Reply | undefined,
): PartVerdict {
  const trial = trialOf(id);
  const world = trial.change(base, 1);
  const rounds = roundsOf(part, world, trial);
  const replies = rounds.flatMap(({ questions }) => questions.map((one) => change(one) ?? rightReply(one)));
  return judgeServer({ rounds, outcome: { kind: 'value', value: { replies } }, world, base });
}

const findingOf = (verdict: PartVerdict): Finding =>
  verdict.kind === 'failed' ? verdict.finding : { says: verdict.kind };

test('points :: sum to 100, and every part stands in the gate', () => {
  const points = exercise.trials.flatMap((trial) => Object.values(trial.points));
  assert.is(
    points.reduce((sum, each) => sum + each, 0),
    100,
  );
  assert.equal(Object.keys(trialOf(exercise.gate).points).sort(), exercise.parts.map(({ id }) => id).sort());
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = new Set(
    Object.values(serveZoo).flatMap(({ mistake, also = [] }) => (mistake ? [mistake, ...also] : [])),
  );
  const known = [...Object.values(MISTAKES), ...GUESSES].map(({ id }) => id);
  assert.equal(
    known.filter((id) => !made.has(id)),
    [],
  );
});

test('mistakes :: give something else than what is right, on every seed', () => {
  const trials = exercise.trials.filter(({ tier }) => tier !== 'visible');
  for (const seed of SEEDS)
    for (const guess of GUESSES) {
      const shows = trials.some((trial) => {
        const world = trial.change(base, seed);
        const questions = questionsOf(trial, seed);
        return questions.some((question) => {
          const others = questions.filter((other) => other !== question);
          const right = bodyFor(question.wanted, question.view);
          return guess
            .bodies({ question, others, world, base })
            .some((body) => body !== undefined && right !== undefined && !isRight(body, right));
        });
      });
      assert.ok(shows, `${guess.id}, seed ${seed}`);
    }
});

test('limits :: some let run and some do not, on every seed', () => {
  for (const seed of SEEDS) {
    const runs = questionsOf(trialOf('values'), seed).flatMap(({ wanted, view }) => {
      const body = bodyFor(wanted, view);
      return body !== undefined && 'run' in body ? [body.run] : [];
    });
    assert.equal([...new Set(runs)].sort(), [false, true], `seed ${seed}`);
  }
});

test('clock :: no hour ends while visitors ask, but in the trial about it', () => {
  for (const trial of exercise.trials) {
    const { nowMs } = trial.change(base, 1);
    const minute = new Date(nowMs).getUTCMinutes();
    assert.is(minute, trial.id === 'later' ? 59 : 20, trial.id);
  }
  const hours = questionsOf(trialOf('later')).map(({ view }) => view.hour);
  assert.is(new Set(hours).size, 2);
});

test('upstream :: its clock goes on with the visitors', () => {
  const ask = (atMs: number): string => {
    const url = '/v1/air-quality?latitude=55.6&longitude=12&hourly=pm2_5&past_hours=1&forecast_hours=0';
    const origin = 'https://air-quality-api.open-meteo.com';
    const reply = movingOpenMeteo(base)({
      index: 0,
      method: 'GET',
      origin,
      url,
      headers: {},
      body: '',
      atMs,
    });
    return reply.kind === 'answer' ? (/"time":\["([^"]+)"/.exec(String(reply.body))?.[1] ?? '') : '';
  };
  assert.equal([ask(0), ask(5_000)], ['2026-11-24T08:00', '2026-11-24T09:00']);
});

test('judge :: a right server passes every trial', () => {
  for (const trial of exercise.trials)
    for (const part of Object.keys(trial.points).filter(isPartId))
      assert.equal(
        judged(trial.id, part, () => undefined),
        { kind: 'passed' },
        `${trial.id}, ${part}`,
      );
});

test('judge :: says what was sent, what was expected and what came', () => {
  const finding = findingOf(
    judged('as-is', 'air', ({ wanted }) =>
      wanted.kind === 'unknown city' ? said(200, { error: 'no such city' }) : undefined,
    ),
  );
  assert.equal(finding, {
    says: 'GET /air?city=Atlantis: has the wrong status',
    expected: '404 with a reason, { error: … }',
    actual: '200 {"error":"no such city"}',
    mistake: { id: '200-for-errors', says: 'a success in the place of an error' },
  });
  const posted = findingOf(
    judged('refusals', 'run', ({ ask }) => (ask.body === '' ? said(500, 'oh', 'text/plain') : undefined)),
  );
  assert.is(posted.says, 'POST /run without a body: has the wrong status');
  assert.is(posted.actual, '500 (text/plain) oh');
});

test('judge :: times and units in any clear form, more fields, other JSON types', () => {
  const verdict = judged('as-is', 'air', ({ wanted, view }) => {
    const body = bodyFor(wanted, view);
    if (body === undefined || !('time' in body)) return undefined;
    const time = body.time.replace('Z', ':00.000+00:00');
    return said(201, { ...body, time, unit: 'ug/m3', more: [1] }, 'application/hal+json; charset=utf-8');
  });
  assert.equal(verdict, { kind: 'passed' });
});

test('judge :: of several mistakes the one that explains the most replies is named', () => {
  const reversed = judged('values', 'run', ({ wanted, view }) => {
    const body = bodyFor(wanted, view);
    return body !== undefined && 'run' in body ? said(200, { ...body, run: !body.run }) : undefined;
  });
  assert.is(findingOf(reversed).mistake?.id, 'limit-reversed');
});

test('judge :: silence, a broken answer, and what was not asked any more', () => {
  const silent = judged('down', 'air', ({ mayFail }) => (mayFail ? { kind: 'silent' } : undefined));
  assert.is(findingOf(silent).mistake?.id, 'no-time-limit');
  const broken = judged('as-is', 'air', () => ({ kind: 'broken', why: 'socket hang up' }));
  assert.equal(
    [findingOf(broken).says, findingOf(broken).actual],
    ['GET /health: breaks off', 'socket hang up'],
  );
  const trial = trialOf('as-is');
  const rounds = roundsOf('air', base, trial);
  const none = judgeServer({ rounds, outcome: { kind: 'value', value: { replies: [] } }, world: base, base });
  assert.is(none.kind, 'failed');
});

test('judge :: whatever comes out of the sandbox :: does not throw', () => {
  const trial = trialOf('as-is');
  const rounds = roundsOf('run', base, trial);
  const oddities: readonly unknown[] = [
    ...[null, [], 7, 'x', {}, { replies: 'x' }, { replies: [null, 1, {}, { kind: 'answer' }] }],
    { problem: 'own port' },
    { problem: 'no server', given: { $promise: true } },
  ];
  for (const value of oddities)
    assert.is(judgeServer({ rounds, outcome: { kind: 'value', value }, world: base, base }).kind, 'failed');
});

test('right answers :: pass with every seed, in the sandbox', async () => {
  const standby = new Standby(2);
  try {
    for (const name of ['right-http.ts', 'right-router.ts']) {
      const file = join(answers, 'exercise-serve', name);
      const found = findAnswer({ root: answers, exercise: 'exercise-serve', file });
      const { compiled } = await readyAnswer(found, ['makeServer'], { child: '', cache: '' });
      for (const seed of SEEDS)
        for (const trial of exercise.trials) {
          const { verdicts } = await runTrial(compiled, trial, {
            ...{ exercise, base, seed, standby, mayShare: true },
          });
          for (const [part, verdict] of verdicts)
            assert.equal(verdict, { kind: 'passed' }, `${name}, ${trial.id}, ${part}, seed ${seed}`);
        }
      standby.endUsed();
    }
  } finally {
    standby.end();
  }
});

test.run();
