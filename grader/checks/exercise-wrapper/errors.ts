import type { Finding } from '../../exercise.ts';
import { answerProblem, errorProblem } from './came.ts';
import { ask, asked, type Case, gapMs, MISTAKES, type Mistake, type Seen, seconds } from './case.ts';
import { bodyOf, type Station, urlOf } from './stations.ts';

/** Far above the time limit asked for, far below the 300 s after which the library gives up by itself. */
const LONGEST_WAIT_MS = 30_000;

/** A good answer comes through; a refusal is an error. */
export function errorsBasics(salt: number): readonly Case[] {
  return [came('calm', salt, { maxAgeS: 45 }), failed('missing', salt, { status: 404 })];
}

/** What is no answer, and must be told as what it is. */
export function errorsBroken(salt: number): readonly Case[] {
  return [
    failed('down', salt, { status: 503 }),
    failed('unwanted', salt, { status: 422, method: 'POST' }),
    page(salt),
    failed('cut', salt, {}),
    failed('short', salt, {}),
  ];
}

/** Silence ends in time, and an answer that takes its time is not cut off. */
export function errorsSilent(salt: number): readonly Case[] {
  const url = urlOf('mute', salt);
  return [
    {
      id: 'mute',
      part: 'errors',
      // The request to the marker tells when the wait was over.
      asks: [ask('askOnce', 'GET', url), ask('askOnce', 'GET', urlOf('marker', salt))],
      judge: (seen) =>
        once('mute', seen) ??
        endless(seen) ??
        errorProblem(seen.outcomes[0], { method: 'GET', url, instead: MISTAKES.swallowed }),
    },
    {
      ...came('slow', salt, {}),
      judge: (seen) => {
        const [outcome] = seen.outcomes;
        if (outcome?.kind !== 'threw') return came('slow', salt, {}).judge(seen);
        return {
          says: 'gives up on a good answer that takes its time',
          mistake: MISTAKES.impatient,
          expected: 'an answer, after 3 s',
          actual: `${outcome.name}: ${outcome.message}`,
        };
      },
    },
  ];
}

function endless(seen: Seen): Finding | undefined {
  const waitedMs = gapMs([...asked('mute', seen), ...asked('marker', seen)]);
  if (seen.outcomes[0]?.kind === 'missing') return undefined;
  if (waitedMs !== undefined && waitedMs <= LONGEST_WAIT_MS) return undefined;
  return {
    says: 'waits for a service that is silent',
    mistake: MISTAKES.noTimeLimit,
    expected: 'an error after 5 s',
    actual: waitedMs === undefined ? 'still waiting when the run ended' : `waited ${seconds(waitedMs)}`,
  };
}

function came(station: Station, salt: number, { maxAgeS }: { readonly maxAgeS?: number }): Case {
  return {
    id: station,
    part: 'errors',
    asks: [ask('askOnce', 'GET', urlOf(station, salt))],
    judge: ({ outcomes: [outcome] }) =>
      answerProblem(outcome, {
        body: bodyOf(station, salt),
        frozen: bodyOf(station, 0),
        ...(maxAgeS === undefined ? {} : { maxAgeS }),
      }),
  };
}

interface Failure {
  readonly status?: number;
  readonly method?: string;
}

function failed(station: Station, salt: number, { status, method = 'GET' }: Failure): Case {
  const url = urlOf(station, salt);
  const instead: Mistake = status === undefined ? MISTAKES.swallowed : MISTAKES.statusIgnored;
  return {
    id: station,
    part: 'errors',
    asks: [ask('askOnce', method, url)],
    judge: (seen) =>
      once(station, seen) ??
      errorProblem(seen.outcomes[0], { method, url, instead, ...(status === undefined ? {} : { status }) }),
  };
}

/** A login page with status 200: the words must say what came, not where JSON.parse stumbled. */
function page(salt: number): Case {
  const plain = failed('page', salt, {});
  return {
    ...plain,
    judge: (seen) => {
      const [outcome] = seen.outcomes;
      const finding = plain.judge(seen);
      if (outcome?.kind !== 'threw') return finding;
      const actual = `${outcome.name}: ${outcome.message}`;
      if (finding && /unexpected token/i.test(actual)) return { ...finding, mistake: MISTAKES.htmlAsJson };
      if (finding || /json|html|content-type/i.test(outcome.message)) return finding;
      return { says: 'does not say "not JSON" when a web page came', actual };
    },
  };
}

function once(station: Station, seen: Seen): Finding | undefined {
  if (seen.outcomes[0]?.kind === 'missing') return undefined;
  const { length } = asked(station, seen);
  if (length === 1) return undefined;
  if (length === 0) return { says: 'makes no request' };
  return {
    says: 'asks more than once',
    mistake: MISTAKES.retriesInside,
    expected: '1 request',
    actual: `${length} requests`,
  };
}
