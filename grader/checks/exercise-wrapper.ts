import type { Exercise, Part, PartVerdict, Trial, World } from '../exercise.ts';
import { cacheBasics, cacheKeys, cacheStale } from './exercise-wrapper/cache.ts';
import { cutOff } from './exercise-wrapper/came.ts';
import type { Case, Seen } from './exercise-wrapper/case.ts';
import {
  connectionBasics,
  connectionEnd,
  connectionPassing,
  connectionRefused,
} from './exercise-wrapper/connection.ts';
import { errorsBasics, errorsBroken, errorsSilent } from './exercise-wrapper/errors.ts';
import { formatBasics, formatEdges } from './exercise-wrapper/format.ts';
import { hints } from './exercise-wrapper/hints.ts';
import { stations } from './exercise-wrapper/stations.ts';

type Cases = (salt: number) => readonly Case[];

const basics: Cases = (salt) => [
  ...formatBasics(salt),
  ...errorsBasics(salt),
  ...connectionBasics(salt),
  ...cacheBasics(salt),
];

/** What is asked in each trial. */
const CASES: Readonly<Record<string, Cases>> = {
  'as-is': basics,
  values: basics,
  'no-answer': (salt) => [
    ...formatEdges(salt),
    ...errorsBroken(salt),
    ...connectionRefused(salt),
    ...cacheKeys(salt),
  ],
  // Those that may wait long come last, so that they do not use up the time of the others.
  trouble: (salt) => [...cacheStale(salt), ...connectionPassing(salt), ...errorsSilent(salt)],
  endless: connectionEnd,
};

const BASICS = { format: 5, errors: 5, connection: 5, cache: 5 };

const trials: readonly Trial[] = [
  {
    id: 'as-is',
    title: 'a day with a little trouble',
    tier: 'visible',
    points: BASICS,
    change: (world) => world,
  },
  hidden('values', 'another day, other stations', BASICS),
  hidden('no-answer', 'gaps, refusals, web pages, other questions', {
    format: 10,
    errors: 10,
    connection: 8,
    cache: 6,
  }),
  hidden('trouble', 'silence, trouble that passes, time that passes', { errors: 8, connection: 8, cache: 6 }),
  hidden('endless', 'trouble that does not pass', { connection: 4 }),
];

/** A wrapper of four layers, graded by what it asks a rude service, and when. */
export const exercise: Exercise = {
  name: 'exercise-wrapper',
  title: 'A wrapper for a rude service',
  minutes: 15,
  parts: [
    { id: 'format', title: 'Layer 1, format', export: 'readAir' },
    { id: 'errors', title: 'Layer 2, errors', export: 'askOnce' },
    { id: 'connection', title: 'Layer 3, connection', export: 'askPatiently' },
    { id: 'cache', title: 'Layer 4, cache', export: 'getAir' },
  ],
  trials,
  gate: 'values',
  hints,
  cities: [],
  invented: 'a sensor service invented by airlab',
  upstream: ({ salt = 0 }) => stations(salt),
  calls: (world, trial) =>
    casesOf(trial, world).flatMap(({ id, part, asks }) =>
      asks.map((ask, index) => ({ id: callId(part, id, index), part, export: ask.export, args: ask.args })),
    ),
  judge: (part, outcomes, { trial, world, requests }) => {
    const { salt = 0 } = world;
    return firstProblem(part, casesOf(trial, world), (one) => ({
      salt,
      requests,
      outcomes: one.asks.map((_, index) => outcomes.get(callId(one.part, one.id, index))),
    }));
  },
};

function hidden(id: string, title: string, points: Trial['points']): Trial {
  const place = Object.keys(CASES).indexOf(id);
  // Each trial has data of its own; the largest step keeps neighbouring seeds apart.
  return {
    id,
    title,
    tier: 'hidden',
    points,
    change: (world, seed) => ({ ...world, salt: 1 + seed * 100 + place }),
  };
}

function casesOf({ id, points }: Trial, { salt = 0 }: World): readonly Case[] {
  return (CASES[id]?.(salt) ?? []).filter(({ part }) => part in points);
}

const callId = (part: string, id: string, index: number): string => `${part}:${id}:${index}`;

function firstProblem(part: Part, cases: readonly Case[], seenBy: (one: Case) => Seen): PartVerdict {
  for (const one of cases.filter((each) => each.part === part.id)) {
    const seen = seenBy(one);
    const finding = cutOff(seen.outcomes) ?? one.judge(seen);
    if (finding) return { kind: 'failed', finding };
  }
  return { kind: 'passed' };
}
