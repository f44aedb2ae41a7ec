import type { Finding } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { answerProblem, noError } from './came.ts';
import { ask, asked, type Case, gapMs, MISTAKES, type Mistake, type Seen, seconds } from './case.ts';
import { bodyOf, type Station, urlOf } from './stations.ts';

/** Retry-After of the station `busy`. Timers may be a little early; virtual time is exact. */
const ASKED_MS = 20_000;
const SLACK_MS = 20;
/** A pause shorter than this is none. */
const AT_ONCE_MS = 5;
/** Time limit and pause together; the library alone waits 300 s. */
const LONGEST_GAP_MS = 60_000;
/** MOST_TRIES is 4; one more is no matter, as "4 tries after the first" is a fair reading. */
const MOST_REQUESTS = 5;

/** Refused for a moment, with Retry-After. */
export function connectionBasics(salt: number): readonly Case[] {
  return [
    {
      ...again('busy', salt),
      judge: (seen) => retryAfter(seen) ?? again('busy', salt).judge(seen),
    },
  ];
}

/** Trouble that passes by itself: overloaded, cut in two ways, silent. */
export function connectionPassing(salt: number): readonly Case[] {
  const asleep = again('asleep', salt);
  return [
    again('overloaded', salt),
    again('halved', salt),
    again('broken', salt),
    { ...asleep, judge: (seen) => silence(seen) ?? asleep.judge(seen) },
  ];
}

/** What must not be asked twice. */
export function connectionRefused(salt: number): readonly Case[] {
  return [
    notAgain('bad', salt, { method: 'GET', status: 400, mistake: MISTAKES.retriesRefusals }),
    notAgain('gone', salt, { method: 'GET', status: 404, mistake: MISTAKES.retriesRefusals }),
    notAgain('posted', salt, { method: 'POST', status: 503, mistake: MISTAKES.retriesPost }),
  ];
}

/** A service that stays down is left alone after a few tries, and the last error is told. */
export function connectionEnd(salt: number): readonly Case[] {
  return [
    {
      id: 'dead',
      part: 'connection',
      asks: [ask('askPatiently', 'GET', urlOf('dead', salt))],
      judge: (seen) => {
        const { length } = asked('dead', seen);
        const expected = '4 requests, with pauses, then an error';
        if (length > MOST_REQUESTS)
          return {
            says: 'does not stop asking',
            mistake: MISTAKES.endless,
            expected,
            actual: `${length} requests`,
          };
        return (
          paused(seen) ??
          noError(seen.outcomes[0], MISTAKES.statusIgnored) ??
          (length > 1
            ? undefined
            : { says: 'gives up after one request', mistake: MISTAKES.noRetry, expected })
        );
      },
    },
  ];
}

/** One question that is answered at the second request. */
function again(station: Station, salt: number): Case {
  return {
    id: station,
    part: 'connection',
    asks: [ask('askPatiently', 'GET', urlOf(station, salt))],
    judge: (seen) => {
      const [outcome] = seen.outcomes;
      const requests = asked(station, seen);
      if (requests.length === 1 && outcome?.kind === 'threw')
        return {
          says: 'gives up at trouble that passes by itself',
          mistake: MISTAKES.noRetry,
          expected: 'another request',
          actual: `${outcome.name}: ${outcome.message}`,
        };
      if (requests.length === 1 && outcome?.kind === 'value')
        return { says: 'gives trouble back as an answer', mistake: MISTAKES.statusIgnored };
      const came = answerProblem(outcome, { body: bodyOf(station, salt), frozen: bodyOf(station, 0) });
      if (came || requests.length === 2) return came;
      return {
        says: 'makes another number of requests',
        expected: '2 requests',
        actual: `${requests.length} requests`,
      };
    },
  };
}

function retryAfter(seen: Seen): Finding | undefined {
  const waitedMs = gapMs(asked('busy', seen));
  if (waitedMs === undefined || waitedMs >= ASKED_MS - SLACK_MS) return undefined;
  return {
    says: 'asks again before the wait that the service asked for is over',
    mistake: earlyBecause(waitedMs),
    expected: `Retry-After: ${ASKED_MS / 1000}, so a wait of ${seconds(ASKED_MS)}`,
    actual: `asked again after ${seconds(waitedMs)}`,
  };
}

function earlyBecause(waitedMs: number): Mistake {
  if (waitedMs <= AT_ONCE_MS) return MISTAKES.retriesAtOnce;
  const asMs = ASKED_MS / 1000;
  return Math.abs(waitedMs - asMs) <= 2 ? MISTAKES.retryAfterAsMs : MISTAKES.ignoresRetryAfter;
}

/** Without Retry-After a pause of one's own is due. */
function paused(seen: Seen): Finding | undefined {
  const waitedMs = gapMs(asked('dead', seen));
  if (waitedMs === undefined || waitedMs > AT_ONCE_MS) return undefined;
  return {
    says: 'asks again without a pause',
    mistake: MISTAKES.retriesAtOnce,
    expected: 'a pause before each further request',
    actual: `asked again after ${seconds(waitedMs)}`,
  };
}

function silence(seen: Seen): Finding | undefined {
  const waitedMs = gapMs(asked('asleep', seen));
  const isLate = waitedMs === undefined ? seen.outcomes[0]?.kind !== 'threw' : waitedMs > LONGEST_GAP_MS;
  if (!isLate || asked('asleep', seen).length === 0) return undefined;
  return {
    says: 'waits for a service that is silent',
    mistake: MISTAKES.noTimeLimit,
    expected: 'another request soon after 5 s',
    actual: waitedMs === undefined ? 'no further request' : `asked again after ${seconds(waitedMs)}`,
  };
}

interface Refusal {
  readonly method: string;
  readonly status: number;
  readonly mistake: Mistake;
}

function notAgain(station: Station, salt: number, { method, status, mistake }: Refusal): Case {
  return {
    id: station,
    part: 'connection',
    asks: [ask('askPatiently', method, urlOf(station, salt))],
    judge: (seen) => {
      const [outcome] = seen.outcomes;
      const { length } = asked(station, seen);
      if (outcome?.kind === 'missing') return noValue(outcome);
      if (length === 0) return { says: 'makes no request' };
      if (length > 1)
        return {
          says: `asks again after ${method} was answered with ${method === 'POST' ? 'trouble' : 'a refusal'}`,
          mistake,
          expected: `1 request: ${method}, ${status}`,
          actual: `${length} requests`,
        };
      return noError(outcome, MISTAKES.statusIgnored);
    },
  };
}
