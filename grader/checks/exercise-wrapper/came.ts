import type { Finding, Outcome } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { MISTAKES, type Mistake } from './case.ts';
import type { Body } from './stations.ts';

/** An Answer must have come, with this body. */
export function answerProblem(
  outcome: Outcome | undefined,
  { body, maxAgeS, frozen }: { readonly body: Body; readonly maxAgeS?: number; readonly frozen: Body },
): Finding | undefined {
  if (outcome?.kind !== 'value') return noValue(outcome);
  const given = fieldsOf(outcome.value);
  if (!given || !('body' in given))
    return { says: 'gives no Answer with a body', actual: shown(outcome.value) };
  const is = fieldsOf(given.body);
  if (is?.pm2_5 !== body.pm2_5 || is.city !== body.city || is.time !== body.time)
    return {
      says: 'gives another body than the service sent',
      ...(is?.pm2_5 === frozen.pm2_5 ? { mistake: MISTAKES.hardCoded } : {}),
      expected: shown(body),
      actual: shown(given.body),
    };
  if (maxAgeS === undefined || given.maxAgeS === maxAgeS) return undefined;
  return {
    says: 'gives another maxAgeS than Cache-Control',
    expected: `${maxAgeS}`,
    actual: shown(given.maxAgeS),
  };
}

/** A reading must have come, with these numbers. */
export function readingProblem(outcome: Outcome | undefined, body: Body, frozen?: Body): Finding | undefined {
  if (outcome?.kind !== 'value') return noValue(outcome);
  const is = fieldsOf(outcome.value);
  if (is?.pm25 === body.pm2_5 && is.city === body.city && is.time === body.time) return undefined;
  return {
    says: 'gives another reading than the service sent',
    ...(frozen !== undefined && is?.pm25 === frozen.pm2_5 ? { mistake: MISTAKES.hardCoded } : {}),
    expected: shown({ city: body.city, time: body.time, pm25: body.pm2_5 }),
    actual: shown(outcome.value),
  };
}

interface Failing {
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  /** What a value means where an error was due. */
  readonly instead: Mistake;
}

/** An error must have come that names method, URL and status. */
export function errorProblem(outcome: Outcome | undefined, failing: Failing): Finding | undefined {
  if (outcome?.kind !== 'threw') return noError(outcome, failing.instead);
  const lacks = factsMissing(outcome.message, failing);
  if (lacks.length === 0) return undefined;
  return {
    says: `throws an error whose message does not name the ${lacks.join(' and the ')}`,
    mistake: MISTAKES.bareError,
    actual: `${outcome.name}: ${outcome.message}`,
  };
}

/** An error must have come, whatever it says. `instead` is what a value means where an error was due. */
export function noError(outcome: Outcome | undefined, instead: Mistake): Finding | undefined {
  if (outcome?.kind === 'threw') return undefined;
  if (outcome === undefined || outcome.kind === 'missing') return noValue(outcome);
  if (outcome.kind === 'unfinished')
    return { says: 'does not finish', mistake: MISTAKES.noTimeLimit, actual: outcome.why };
  const isEmpty = outcome.value === null || emptyAnswer(outcome.value);
  return {
    says: 'gives a value where the service failed',
    mistake: isEmpty ? MISTAKES.swallowed : instead,
    expected: 'an error',
    actual: shown(outcome.value),
  };
}

/**
 * The run was ended from outside, by time, memory or output: what did not happen then says nothing about the layers.
 * The words are those of `limitSays`.
 */
export function cutOff(outcomes: readonly (Outcome | undefined)[]): Finding | undefined {
  const ended = outcomes.find(
    (outcome) =>
      outcome?.kind === 'unfinished' &&
      /^(ran longer|computed for|used more memory|printed more)/.test(outcome.why),
  );
  return ended?.kind === 'unfinished' ? noValue(ended) : undefined;
}

/** `{ body: null }` and the like: an Answer in form only. */
function emptyAnswer(value: unknown): boolean {
  const given = fieldsOf(value);
  return (
    given !== undefined &&
    'body' in given &&
    (given.body === null || fieldsOf(given.body)?.error === undefined)
  );
}

function factsMissing(message: string, { method, url, status }: Failing): string[] {
  const path = new URL(url).pathname;
  return [
    ...(new RegExp(`\\b${method}\\b`, 'i').test(message) ? [] : ['method']),
    ...(message.includes(path) ? [] : ['URL']),
    ...(status === undefined || new RegExp(`(^|\\D)${status}(\\D|$)`).test(message.replaceAll(path, ''))
      ? []
      : ['status']),
  ];
}

/** The fields of a JSON object; undefined for everything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

/** A value as one short line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
