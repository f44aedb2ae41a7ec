import { answer as ask } from '../../src/classroom/answer.ts';
import { BEIJING, ROSKILDE } from '../../src/open-meteo/places.ts';
import type { Call, City, Exercise, Trial, World } from '../exercise.ts';
import { judgeComparison } from '../judge/comparison.ts';
import { judgeHourly } from '../judge/hourly.ts';
import { judgeShow } from '../judge/show.ts';
import { underFault } from '../judge/trouble.ts';
import { truth } from '../judge/truth.ts';
import { anotherDay, asIs, citiesSwapped, otherValues, valuesFor, withGaps } from '../upstream/variants.ts';
import { hints } from './exercise-pm25/hints.ts';

/** Joins the hidden trial with swapped cities: the functions take a list, not two cities. West of Greenwich. */
const NEW_YORK: City = {
  name: 'New York',
  latitude: 40.71427,
  longitude: -74.00597,
  timezone: 'America/New_York',
};

const visible: Trial = {
  id: 'as-is',
  title: 'the data as it is',
  tier: 'visible',
  points: { hourly: 10, compare: 15, show: 5 },
  change: asIs,
};

const hidden: readonly Trial[] = [
  {
    id: 'values',
    title: 'changed values',
    tier: 'hidden',
    points: { hourly: 5, compare: 7, show: 3 },
    change: otherValues,
  },
  {
    id: 'day',
    title: 'another day',
    tier: 'hidden',
    points: { hourly: 5, compare: 8, show: 2 },
    change: anotherDay,
  },
  {
    id: 'cities',
    title: 'cities swapped with one more',
    tier: 'hidden',
    points: { hourly: 4, compare: 5, show: 1 },
    change: citiesSwapped(NEW_YORK),
  },
  {
    id: 'nulls',
    title: 'hours without a value',
    tier: 'hidden',
    points: { hourly: 4, compare: 5, show: 1 },
    change: withGaps,
  },
];

/** On changed data, so that a constant in a `catch` earns nothing. Points belong to the comparison, which needs it all. */
const robust: readonly Trial[] = (
  [
    ['429', 'too many requests (429)', 6],
    ['503', 'service overloaded (503)', 5],
    ['hang', 'no answer at all', 4],
    ['cut', 'an answer cut off', 3],
    ['slow', 'a slow service', 2],
  ] as const
).map(([fault, title, compare]) => ({
  id: fault,
  title,
  tier: 'robust',
  points: { compare },
  change: valuesFor(fault),
  fault,
}));

/** PM2.5 in Roskilde and Beijing: fetch, compare, show. */
export const exercise: Exercise = {
  name: 'exercise-pm25',
  title: 'Fine dust in two cities',
  minutes: 15,
  parts: [
    { id: 'hourly', title: 'The last 72 full hours', export: 'hourlyPm25' },
    { id: 'compare', title: 'The comparison', export: 'compareCities' },
    { id: 'show', title: 'The same for people', export: 'showCities' },
  ],
  trials: [visible, ...hidden, ...robust],
  gate: 'values',
  hints,
  cities: [ROSKILDE, BEIJING],
  calls: (world, trial) => calls(world).filter(({ part }) => part in trial.points),
  judge: (part, outcomes, { trial, world, base }) => {
    const setting = { world, base, ask };
    const silent = world.cities.find((city) => truth(city, world).values.every((value) => value === null));
    if (silent) return { kind: 'unchecked', why: `the data has no PM2.5 for ${silent.name} in these hours` };
    switch (part.id) {
      case 'hourly': {
        const given = world.cities.map((city) => ({ city, outcome: outcomes.get(`hourly:${city.name}`) }));
        return judgeHourly(given, setting);
      }
      case 'compare':
        return underFault(trial.fault, judgeComparison(outcomes.get('compare'), setting), {
          outcome: outcomes.get('compare'),
          world,
        });
      case 'show':
        return judgeShow(outcomes.get('show'), setting);
      default:
        return { kind: 'unchecked', why: `there is no check for part "${part.id}"` };
    }
  },
};

function calls({ cities, nowMs }: World): readonly Call[] {
  const now = { $date: new Date(nowMs).toISOString() };
  return [
    ...cities.map((city) => ({
      id: `hourly:${city.name}`,
      part: 'hourly',
      export: 'hourlyPm25',
      args: [city, now],
    })),
    { id: 'compare', part: 'compare', export: 'compareCities', args: [cities, now] },
    { id: 'show', part: 'show', export: 'showCities', args: [cities, now] },
  ];
}
