import type { City, World } from '../../exercise.ts';
import { wallTime } from '../../judge/clock.ts';
import { firstDifference, isRight, withoutTexts } from '../../judge/served/bodies.ts';
import { MISTAKES } from '../../judge/served/mistakes.ts';
import type { Mistake } from '../../judge/setting.ts';
import { cleanestOf, comparisonBody, type View, viewAt } from './air.ts';
import { type Body, bodyFor, citiesOf } from './bodies.ts';
import { DEFAULT_LIMIT, type Question } from './questions.ts';

const HOUR_MS = 3_600_000;

/** What a guess may look at: one question with what came, those before and beside it, and the visible data. */
export interface Around {
  readonly question: Question;
  readonly others: readonly Question[];
  readonly world: World;
  readonly base: World;
}

/** A known mistake, with the bodies that it would give. */
interface Guess extends Mistake {
  readonly bodies: (around: Around) => readonly (Body | undefined)[];
}

/** Every known mistake that gives just this body, the surest first. Pure. */
export function mistakesIn(given: unknown, around: Around): readonly Mistake[] {
  const { question } = around;
  const right = bodyFor(question.wanted, question.view);
  if (isRight(withoutTexts(given), right)) return [MISTAKES.textNumbers];
  if (firstDifference(given, right) === 'unit') return [MISTAKES.noUnit];
  return GUESSES.filter(({ bodies }) =>
    bodies(around).some((body) => body !== undefined && isRight(given, body)),
  ).map(({ id, says }) => ({ id, says }));
}

/** By how sure one can be. */
export const GUESSES: readonly Guess[] = [
  {
    id: 'frozen',
    says: 'numbers that were copied from the visible data',
    bodies: ({ question: { wanted, view }, base, world }) =>
      world.source === base.source ? [] : [bodyFor(wanted, { ...view, world: base })],
  },
  {
    id: 'kept-too-long',
    says: 'keeping an answer, or the time, when the hour has passed',
    bodies: ({ question: { wanted, view }, world }) =>
      view.hour > viewAt(world).hour ? [bodyFor(wanted, { ...view, hour: view.hour - 1 })] : [],
  },
  {
    id: 'running-hour',
    says: 'giving the hour that still runs',
    bodies: ({ question: { wanted, view } }) => [bodyFor(wanted, { ...view, hour: view.hour + 1 })],
  },
  {
    id: 'hour-early',
    says: 'giving the hour before the last full one',
    bodies: ({ question: { wanted, view } }) => [bodyFor(wanted, { ...view, hour: view.hour - 1 })],
  },
  {
    id: 'local-time',
    says: 'giving the time of the city as if it were UTC',
    bodies: ({ question: { wanted, view } }) => {
      const body = bodyFor(wanted, view);
      const [city] = citiesOf(wanted);
      if (!city || !body || !('time' in body)) return [];
      return [{ ...body, time: `${wallTime(view.hour * HOUR_MS, city.timezone)}Z` }];
    },
  },
  {
    id: 'null-as-zero',
    says: 'taking an hour without a value for clean air (0)',
    bodies: ({ question: { wanted, view } }) => zeros(bodyFor(wanted, view)),
  },
  {
    id: 'dirtiest',
    says: 'giving the city with the most dust as the cleanest',
    bodies: ({ question: { wanted, view } }) => {
      const body = bodyFor(wanted, view);
      if (!body || !('cleanest' in body)) return [];
      const [most] = body.cities.toSorted((a, b) => (b.pm2_5 ?? 0) - (a.pm2_5 ?? 0));
      return [{ ...body, cleanest: most?.city ?? null }];
    },
  },
  {
    id: 'other-order',
    says: 'giving the cities in another order than they were asked for',
    bodies: ({ question: { wanted, view } }) =>
      wanted.kind === 'comparison'
        ? orders(wanted.cities).map((cities) => bodyFor({ ...wanted, cities }, view))
        : [],
  },
  {
    id: 'mixed-up',
    says: 'giving each city the value of another one: answers do not come in the order of the questions',
    bodies: ({ question: { wanted, view } }) =>
      wanted.kind === 'comparison'
        ? orders(wanted.cities).map((cities) => mixedUp(wanted.cities, cities, view))
        : [],
  },
  {
    id: 'below-only',
    says: '< where ≤ is asked for',
    bodies: ({ question: { wanted, view } }) => {
      const body = bodyFor(wanted, view);
      return body && 'run' in body && body.pm2_5 === body.limit ? [{ ...body, run: false }] : [];
    },
  },
  {
    id: 'limit-reversed',
    says: 'running when there is more dust than the limit',
    bodies: ({ question: { wanted, view } }) => {
      const body = bodyFor(wanted, view);
      return body && 'run' in body && body.run !== null ? [{ ...body, run: !body.run }] : [];
    },
  },
  {
    id: 'fixed-limit',
    says: 'a limit of its own in the place of the one that was sent',
    bodies: ({ question: { wanted, view } }) => {
      if (wanted.kind !== 'run') return [];
      const body = bodyFor({ ...wanted, limit: DEFAULT_LIMIT }, view);
      return [body, body && { ...body, limit: wanted.limit }];
    },
  },
  {
    id: 'state-kept',
    says: 'keeping something of one request for another: a variable outside the handler',
    bodies: ({ question, others }) => others.flatMap((other) => between(question, other)),
  },
];

/** With 0 for what is missing, in the value itself or only in what follows from it. */
function zeros(body: Body | undefined): readonly Body[] {
  if (body === undefined || 'ok' in body) return [];
  if ('cities' in body) {
    const gap = body.cities.find(({ pm2_5 }) => pm2_5 === null);
    if (gap === undefined) return [];
    const cities = body.cities.map((one) => ({ ...one, pm2_5: one.pm2_5 ?? 0 }));
    return [
      { ...body, cleanest: gap.city },
      { cities, cleanest: gap.city },
      { ...body, cities },
    ];
  }
  if (body.pm2_5 !== null) return [];
  if ('run' in body)
    return [null, 0].flatMap((pm2_5) => [true, null].map((run) => ({ ...body, pm2_5, run })));
  return [{ ...body, pm2_5: 0 }];
}

/** What one visitor gets when something of another one's question is used: all of it, the limit, or the name. */
function between({ wanted, view }: Question, other: Question): readonly (Body | undefined)[] {
  const body = bodyFor(wanted, view);
  const [city] = citiesOf(other.wanted);
  return [
    bodyFor(other.wanted, view),
    wanted.kind === 'run' && other.wanted.kind === 'run'
      ? bodyFor({ ...wanted, limit: other.wanted.limit }, view)
      : undefined,
    body && 'city' in body && city ? { ...body, city: city.name } : undefined,
  ];
}

/** The names in one order, the values in another. */
function mixedUp(names: readonly City[], cities: readonly City[], view: View): Body {
  const values = comparisonBody(view, cities).cities;
  const entries = names.map(({ name }, index) => ({ city: name, pm2_5: values[index]?.pm2_5 ?? null }));
  return { cities: entries, cleanest: cleanestOf(entries) };
}

/** The orders that come about by themselves: by name, and turned round. */
function orders<Named extends { readonly name: string }>(cities: readonly Named[]): readonly Named[][] {
  const byName = cities.toSorted((a, b) => a.name.localeCompare(b.name));
  return [byName, cities.toReversed(), byName.toReversed()];
}
