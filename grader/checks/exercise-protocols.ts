import type { Exercise, Outcome, Part, PartVerdict, Trial, World } from '../exercise.ts';
import { oddAnswers, plainAnswers } from './exercise-protocols/answers.ts';
import { type Case, callId, callOf, EXPORTS, problemOf } from './exercise-protocols/case.ts';
import { hints } from './exercise-protocols/hints.ts';
import { lookAlikes, plainMessages } from './exercise-protocols/messages.ts';
import { MISTAKES } from './exercise-protocols/mistakes.ts';
import { oddStreams, plainStreams } from './exercise-protocols/streams.ts';

type Cases = (salt: number) => readonly Case[];

const plain: Cases = (salt) => [...plainMessages(salt), ...plainAnswers(salt), ...plainStreams(salt)];

/** What is asked in each trial. */
const CASES: Readonly<Record<string, Cases>> = {
  'as-is': plain,
  values: plain,
  'look-alikes': lookAlikes,
  refusals: oddAnswers,
  streams: oddStreams,
};

const trials: readonly Trial[] = [
  {
    id: 'as-is',
    title: 'messages as they were caught',
    tier: 'visible',
    points: { protocol: 10, value: 10, events: 10 },
    change: (world) => world,
  },
  hidden('values', 'other values, another order', { protocol: 10, value: 10, events: 10 }),
  hidden('look-alikes', 'messages that look like others', { protocol: 15 }),
  hidden('refusals', 'gaps, clean air, refusals', { value: 10 }),
  hidden('streams', 'streams of other services', { events: 15 }),
];

/** Eight protocols, told apart by their messages, and one value out of four of them. */
export const exercise: Exercise = {
  name: 'exercise-protocols',
  title: 'Messages on the wire',
  minutes: 12,
  parts: [
    { id: 'protocol', title: 'Which protocol it is', export: EXPORTS.protocol },
    { id: 'value', title: 'The value out of three shapes', export: EXPORTS.value },
    { id: 'events', title: 'The newest of a stream', export: EXPORTS.events },
  ],
  trials,
  gate: 'values',
  hints,
  cities: [],
  invented: 'messages invented by airlab',
  calls: (world, trial) => casesOf(trial, world).map(callOf),
  judge: (part, outcomes, { trial, world }) => firstProblem(part, casesOf(trial, world), outcomes),
};

function hidden(id: string, title: string, points: Trial['points']): Trial {
  const place = Object.keys(CASES).indexOf(id);
  // Each trial has data of its own; the step keeps neighbouring seeds apart.
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

function firstProblem(
  part: Part,
  cases: readonly Case[],
  outcomes: ReadonlyMap<string, Outcome>,
): PartVerdict {
  for (const one of cases.filter((each) => each.part === part.id)) {
    const outcome = outcomes.get(callId(one));
    const finding = problemOf(one, outcome);
    if (finding === undefined) continue;
    const mistake = finding.mistake ?? (isFrozen(one, outcome) ? MISTAKES.hardCoded : undefined);
    return { kind: 'failed', finding: { ...finding, ...(mistake === undefined ? {} : { mistake }) } };
  }
  return { kind: 'passed' };
}

/** True when the outcome is right for the visible data, and only for it. */
function isFrozen(one: Case, outcome: Outcome | undefined): boolean {
  const seen = plain(0).find((each) => callId(each) === callId(one));
  return seen !== undefined && problemOf(seen, outcome) === undefined;
}
