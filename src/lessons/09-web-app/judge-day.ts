import type { Check, Judgement } from '../../teaching/lesson.ts';

type Values = readonly (number | null)[];
interface Day {
  readonly mean: number | null;
  readonly aboveWho: boolean | null;
}

const hours = (count: number, value: number | null): Values => new Array(count).fill(value);

const DAYS = {
  clean: hours(24, 6.5),
  dirty: [...hours(12, 40), ...hours(12, 12)],
  between: hours(24, 18),
  exact: hours(24, 15),
  gap: [...hours(20, 16.2), ...hours(4, null)],
  cut: hours(9, 31),
} as const;

const RIGHT: Readonly<Record<keyof typeof DAYS, Day>> = {
  clean: { mean: 6.5, aboveWho: false },
  dirty: { mean: 26, aboveWho: true },
  between: { mean: 18, aboveWho: true },
  exact: { mean: 15, aboveWho: false },
  gap: { mean: null, aboveWho: null },
  cut: { mean: null, aboveWho: null },
};

/** Wrong rules, with what they say of a day. */
const MISTAKES: readonly (readonly [
  id: string,
  says: string,
  day: keyof typeof DAYS,
  gives: Partial<Day>,
])[] = [
  ['null-as-zero', 'taking a missing hour for clean air (0)', 'gap', { mean: 13.5 }],
  ['incomplete-day', 'holding the mean of an incomplete day against 24 hours', 'gap', { mean: 16.2 }],
  ['incomplete-day', 'holding the mean of an incomplete day against 24 hours', 'cut', { mean: 31 }],
  [
    'annual-guideline',
    'the WHO’s 5 for a whole year, where a day is judged',
    'clean',
    { mean: 6.5, aboveWho: true },
  ],
  ['at-least', '15 itself counted as above 15', 'exact', { mean: 15, aboveWho: true }],
  [
    'eu-limit',
    'the limit of the European Union in the place of the WHO’s',
    'between',
    { mean: 18, aboveWho: false },
  ],
  ['null-is-within', 'a day that nobody knows counted as within', 'gap', { mean: null, aboveWho: false }],
];

/** The mean of a day, and whether it is above what the WHO advises. */
export const judgeDay: Check = {
  id: '9.6',
  title: 'A day against the WHO’s line',
  hints: [
    'When do you know the mean of 24 hours: with 24 values, with 20, with 9?',
    'Look first whether a day is whole: 24 values, and none is null. Only then there is a mean, and something to compare.',
    'const whole = values.length >= 24 && !values.includes(null);\nif (!whole) return { mean: …, aboveWho: … };\nconst mean = …;\nreturn { mean, aboveWho: mean > … };',
  ],
  solution: `const whole = values.length >= 24 && !values.includes(null);
if (!whole) return { mean: null, aboveWho: null };
const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
return { mean, aboveWho: mean > 15 };
// Rejected: leaving nulls out of the mean. It is fine for a chart of hours, not for a rule about 24 of them.`,
  judge: (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: judgeDay, without ().' };
    const given = new Map(
      Object.entries(DAYS).map(([name, values]) => [name, Reflect.apply(answer, undefined, [[...values]])]),
    );
    if ([...given.values()].every((day) => day === undefined)) return { kind: 'not tried' };
    return judged((name) => fieldsOf(given.get(name)));
  },
};

const SAYS: Readonly<Record<keyof typeof DAYS, string>> = {
  clean: '24 hours of 6.5',
  dirty: 'half a day of 40, half a day of 12',
  between: '24 hours of 18',
  exact: '24 hours of exactly 15',
  gap: 'twenty hours of 16.2 and four without a value',
  cut: 'nine hours of 31, and the day is not over',
};

function judged(given: (day: keyof typeof DAYS) => Readonly<Record<string, unknown>>): Judgement {
  const [name] = names().filter((day) => !fits(given(day), RIGHT[day]));
  if (name === undefined) return { kind: 'passed', says: 'Six days, and two of them stay unknown.' };
  const known = MISTAKES.find(([, , day, gives]) => !fits(given(day), RIGHT[day]) && fits(given(day), gives));
  const [id, says] = known ?? [];
  return {
    kind: 'not yet',
    says: `Another judgement than the rule's: ${SAYS[known?.[2] ?? name]}.`,
    ...(id && says ? { mistake: { id, says } } : {}),
  };
}

const names = (): readonly (keyof typeof DAYS)[] => ['clean', 'dirty', 'between', 'exact', 'gap', 'cut'];

const fits = (given: Readonly<Record<string, unknown>>, day: Partial<Day>): boolean =>
  Object.entries(day).every(([name, right]) => {
    const value = given[name];
    return typeof right === 'number' && typeof value === 'number'
      ? Math.abs(value - right) < 0.06
      : value === right;
  });

const fieldsOf = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null ? { ...given } : {};
