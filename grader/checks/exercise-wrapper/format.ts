import type { Finding, Outcome } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { fieldsOf, readingProblem, shown } from './came.ts';
import { type Case, MISTAKES } from './case.ts';
import { bodyOf, type Station } from './stations.ts';

/** A good body becomes a reading. */
export function formatBasics(salt: number): readonly Case[] {
  return [good('calm', salt)];
}

/** The bodies at the edge: a gap, a clean hour, and three that are no reading. */
export function formatEdges(salt: number): readonly Case[] {
  const body = bodyOf('steady', salt);
  const { pm2_5: _, ...without } = body;
  const none: readonly (readonly [string, unknown])[] = [
    ['an error inside a 200', { error: true, reason: 'The sensor does not answer.' }],
    ['a body without pm2_5', without],
    ['no object', null],
  ];
  return [
    good('steady', salt),
    {
      id: 'gap',
      part: 'format',
      asks: [readAir({ ...body, pm2_5: null })],
      judge: ({ outcomes: [outcome] }) => edge(outcome, null),
    },
    {
      id: 'clean',
      part: 'format',
      asks: [readAir({ ...body, pm2_5: 0 })],
      judge: ({ outcomes: [outcome] }) => edge(outcome, 0),
    },
    ...none.map(
      ([what, given]): Case => ({
        id: what,
        part: 'format',
        asks: [readAir(given)],
        judge: ({ outcomes: [outcome] }) => refused(outcome, what),
      }),
    ),
  ];
}

function good(station: Station, salt: number): Case {
  return {
    id: station,
    part: 'format',
    asks: [readAir(bodyOf(station, salt))],
    judge: ({ outcomes: [outcome] }) => readingProblem(outcome, bodyOf(station, salt), bodyOf(station, 0)),
  };
}

const readAir = (body: unknown) => ({ export: 'readAir', args: [body] });

function edge(outcome: Outcome | undefined, value: number | null): Finding | undefined {
  const what = value === null ? 'a gap (null)' : 'a clean hour (zero)';
  if (outcome?.kind === 'threw')
    return {
      says: `throws for ${what}, which is a reading`,
      ...(value === 0 ? { mistake: MISTAKES.zeroAsMissing } : {}),
      actual: `${outcome.name}: ${outcome.message}`,
    };
  if (outcome?.kind !== 'value') return noValue(outcome);
  const is = fieldsOf(outcome.value)?.pm25;
  if (is === value) return undefined;
  return {
    says: `does not keep ${what}`,
    ...(value === null && is === 0 ? { mistake: MISTAKES.nullAsZero } : {}),
    ...(value === 0 && is === null ? { mistake: MISTAKES.zeroAsMissing } : {}),
    expected: `pm25: ${value}`,
    actual: shown(outcome.value),
  };
}

function refused(outcome: Outcome | undefined, what: string): Finding | undefined {
  if (outcome?.kind === 'threw') return undefined;
  if (outcome?.kind !== 'value') return noValue(outcome);
  return {
    says: `does not throw for ${what.replace('a 200', 'an answer')}`,
    mistake: outcome.value === null ? MISTAKES.swallowed : MISTAKES.anyBody,
    expected: 'an error',
    actual: shown(outcome.value),
  };
}
