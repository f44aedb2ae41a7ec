import type { Call, Trial, World } from '../../exercise.ts';
import type { GraphQuestions } from '../../graphs/ask.ts';
import { type AirCity, airCity, cityScript, type Distances } from './city.ts';

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, string | number>>;

/** One question to one city. */
export type Question = { readonly id: string; readonly city: AirCity; readonly shown: string } & (
  | { readonly part: 'downwind'; readonly params: { readonly place: string } }
  | { readonly part: 'workload'; readonly params: Readonly<Record<string, never>> }
  | { readonly part: 'answerable'; readonly params: { readonly school: string; readonly substance: string } }
);

export const EXPORTS = { downwind: 'downwind', workload: 'workload', answerable: 'answerable' } as const;

/** The columns that an answer to a part must have. */
export const COLUMNS = {
  downwind: ['school'],
  workload: ['person', 'sources'],
  answerable: ['person'],
} as const;

const NEAR: Distances = { wind: 4, kinds: 2 };
const DISTANCES: Readonly<Record<string, Distances>> = {
  far: { wind: 7, kinds: 2 },
  kinds: { wind: 4, kinds: 5 },
};

/** The questions of a trial. */
export function questionsOf({ salt = 0 }: World, trial: Trial): readonly Question[] {
  const city = airCity(salt, DISTANCES[trial.id] ?? NEAR);
  const { start, second, calm } = city.places;
  const { first, down } = city.schools;
  const questions: readonly Question[] = [
    {
      id: 'downwind:start',
      part: 'downwind',
      city,
      shown: 'a place in a circle of winds',
      params: { place: start },
    },
    { id: 'downwind:second', part: 'downwind', city, shown: 'another place', params: { place: second } },
    { id: 'downwind:calm', part: 'downwind', city, shown: 'a place without wind', params: { place: calm } },
    { id: 'workload', part: 'workload', city, shown: 'all people', params: {} },
    ...(['dust', 'soot', 'gas'] as const).map(
      (substance): Question => ({
        id: `answerable:${substance}`,
        part: 'answerable',
        city,
        shown: `${substance} at a school`,
        params: { school: first, substance },
      }),
    ),
    {
      id: 'answerable:down',
      part: 'answerable',
      city,
      shown: 'dust at another school',
      params: { school: down, substance: 'dust' },
    },
  ];
  return questions.filter(({ part }) => part in trial.points);
}

export const callsOf = (world: World, trial: Trial): readonly Call[] =>
  questionsOf(world, trial).map(({ id, part }) => ({ id, part, export: EXPORTS[part], args: [] }));

/** The city of a trial, and what each text of Cypher is given for its `$…`. */
export function graphOf(world: World, trial: Trial): GraphQuestions {
  const questions = questionsOf(world, trial);
  const [first] = questions;
  return {
    script: first === undefined ? [] : cityScript(first.city),
    params: Object.fromEntries(questions.map(({ id, params }) => [id, params])),
  };
}
