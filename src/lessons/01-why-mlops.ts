import type { Judgement, Lesson } from '../teaching/lesson.ts';

/** Lesson 01: from a model in a notebook to one that a school can rely on. */
export const lesson: Lesson = {
  number: '01',
  title: 'Why MLOps',
  objectives: [
    { says: 'put the six parts of the loop in order', provedBy: '1.4' },
    { says: 'see in a chart which change of an upstream broke a feed', provedBy: '1.5' },
    { says: 'write a guard that stops a broken feed before the model eats it', provedBy: '1.6' },
  ],
  predictions: [
    {
      id: '1.1',
      asks: 'The service changes µg to mg and tells nobody. What happens to the error of the model?',
      right: 'b',
      options: [
        {
          key: 'a',
          says: 'It explodes, so everybody notices.',
          why: 'We expect that broken things are loud. The error is measured against the same broken feed, so it shrinks with it.',
          misconception: 'breaks-loudly',
        },
        {
          key: 'b',
          says: 'It becomes a thousand times smaller.',
          why: 'Forecast and truth come from the same feed, and both are a thousand times smaller. It looks like progress.',
        },
        {
          key: 'c',
          says: 'Nothing: a model does not know units.',
          why: 'The model does not, but the error has a unit too. And the school compares the forecast with 15 µg/m³.',
          misconception: 'units-do-not-matter',
        },
      ],
    },
    {
      id: '1.2',
      asks: 'Four changes of an upstream. Which one will the error of the model not show?',
      right: 'c',
      options: [
        {
          key: 'a',
          says: 'A column gets another name.',
          why: 'That is the kind one: the code stops at once. Loud is good.',
          misconception: 'rename-is-silent',
        },
        {
          key: 'b',
          says: 'Two days of missing hours arrive as 0.',
          why: 'The error rises a little, by two jumps. Someone who looks every day can see it.',
          misconception: 'null-is-zero',
        },
        {
          key: 'c',
          says: 'All times are eight hours off.',
          why: 'Daily means hardly change, so the error does not either. The forecast is for the wrong hours, for weeks.',
        },
        {
          key: 'd',
          says: 'The unit becomes mg.',
          why: 'The error falls a thousandfold. Too good to be true is a signal, if somebody watches.',
          misconception: 'better-is-good',
        },
      ],
    },
    {
      id: '1.3',
      asks: 'A colleague runs your training again, with the same code, and gets another model. What is missing first?',
      right: 'b',
      options: [
        {
          key: 'a',
          says: 'Nothing: the code is in git, that is enough.',
          why: 'Code is a third of it. The same code with the data of today makes the model of today.',
          misconception: 'code-is-enough',
        },
        {
          key: 'b',
          says: 'A note of which data it was trained on.',
          why: 'Code, data and parameters together make a model. Platforms keep the three together for each run.',
        },
        {
          key: 'c',
          says: 'The seed of the random numbers.',
          why: 'It helps when the model uses chance. Ours does not, and still differs: its data moved on.',
          misconception: 'only-seed',
        },
      ],
    },
  ],
  checks: [
    {
      id: '1.4',
      title: 'The loop in order',
      hints: [
        'What must be there before a model can be trained, and who eats what the model says?',
        'Raw data first becomes features. A model goes to the register before anybody is served from it.',
        "'data, feature, …, register, serve, …'",
      ],
      solution:
        "const order = 'DFTRSW'; // data, feature, train, register, serve, watch\n// Rejected: serve before register. Then nobody knows which model answered yesterday.",
      judge: judgeOrder,
    },
    {
      id: '1.5',
      title: 'What happened to the second feed',
      hints: [
        'Do the two lines differ in height, in shape, or in place?',
        'Move one line in thought until it lies on the other. In which direction did you move it?',
        "const broken = 'unit' | 'zone' | 'gap' | 'rename';",
      ],
      solution:
        "const broken = 'zone'; // same heights, same shape, eight hours apart: a clock in Beijing read as UTC\n// Rejected: 'unit'. Another unit stretches the line; it does not move it.",
      judge: (answer) => {
        if (answer === 'zone')
          return { kind: 'passed', says: 'Same heights, another place: it is the clock.' };
        if (answer === 'unit' || answer === 'gap')
          return {
            kind: 'not yet',
            says: 'A change of heights would do that. Compare the heights of the two peaks.',
            mistake: {
              id: answer === 'unit' ? 'shift-taken-for-unit' : 'shift-taken-for-gap',
              says: 'taking a move along the time for a change of the values',
            },
          };
        return {
          kind: 'not yet',
          says:
            answer === 'rename'
              ? 'With another name there would be no second line at all.'
              : "Write one of 'unit', 'zone', 'gap', 'rename'.",
        };
      },
    },
    {
      id: '1.6',
      title: 'A guard for the feed',
      hints: [
        'What is true of every good day of air, and false of a day in mg or a day of zeros?',
        'Outdoor PM2.5 is hardly ever 0, and a day whose mean is below 1 µg/m³ is suspicious. Many nulls are, too.',
        "const known = day.filter((value) => value !== null);\nif (known.length < 18) return 'gaps';\nif (/* mean of known */ < 1) return 'too low';\nreturn undefined;",
      ],
      solution:
        "function guard(day) {\n  const known = day.filter((value) => value !== null);\n  if (known.length < 18) return 'gaps'; // a mean over a few hours says little\n  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;\n  return mean < 1 ? 'too low' : undefined; // mg, or nulls read as 0\n}\n// Rejected: an upper limit of 15. Bad air is not a broken feed; the guard would be silent on the day that counts.",
      judge: judgeGuard,
    },
  ],
  recall: [
    {
      id: '1.r1',
      asks: 'Why can a broken feed make the error of a model smaller?',
      right: 'c',
      options: [
        {
          key: 'a',
          says: 'It cannot: broken data always makes errors larger.',
          why: 'Only when the truth comes from elsewhere.',
          misconception: 'breaks-loudly',
        },
        {
          key: 'b',
          says: 'Because models learn from their mistakes.',
          why: 'Not by themselves; somebody must train them again.',
          misconception: 'models-learn-alone',
        },
        {
          key: 'c',
          says: 'Because forecast and truth come from the same feed.',
          why: 'Both shrink together.',
        },
      ],
    },
    {
      id: '1.r2',
      asks: 'What does a model registry keep?',
      right: 'a',
      options: [
        {
          key: 'a',
          says: 'every model with its version and data',
          why: 'With parameters and stage, so that one can say which model answered, and go back.',
        },
        {
          key: 'b',
          says: 'the newest model, ready to serve',
          why: 'Then nobody can go back to the one of yesterday.',
          misconception: 'newest-is-enough',
        },
        {
          key: 'c',
          says: 'the data that models are trained on',
          why: 'That is in the feature store; the registry says which version it was.',
          misconception: 'registry-is-store',
        },
      ],
    },
    {
      id: '1.r3',
      asks: 'Three pipelines of a platform such as Hopsworks: which of them runs when a school asks?',
      right: 'c',
      options: [
        {
          key: 'a',
          says: 'the feature pipeline',
          why: 'It runs when new data comes, whoever asks.',
          misconception: 'one-pipeline',
        },
        {
          key: 'b',
          says: 'the training pipeline',
          why: 'It runs now and then; nobody trains while a school waits.',
          misconception: 'train-on-request',
        },
        {
          key: 'c',
          says: 'the inference pipeline',
          why: 'It takes ready features and a registered model, so it is quick.',
        },
      ],
    },
  ],
};

const ORDER = 'DFTRSW';

function judgeOrder(answer: unknown): Judgement {
  const letters = String(answer)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  if (letters === ORDER) return { kind: 'passed', says: 'And then again from the beginning, every day.' };
  if ([...letters].sort().join('') !== [...ORDER].sort().join(''))
    return { kind: 'not yet', says: 'Use each of the letters D F R S T W once.' };
  const before = (first: string, second: string): boolean => letters.indexOf(first) < letters.indexOf(second);
  if (before('S', 'R'))
    return {
      kind: 'not yet',
      says: 'One letter serves before it is known which model it serves.',
      mistake: { id: 'serve-before-register', says: 'serving a model that nobody registered' },
    };
  if (before('T', 'F'))
    return {
      kind: 'not yet',
      says: 'A model learns from columns that are ready, not from raw answers.',
      mistake: { id: 'train-before-feature', says: 'training on raw data' },
    };
  if (before('W', 'S'))
    return {
      kind: 'not yet',
      says: 'There is nothing to watch yet at that place.',
      mistake: { id: 'watch-before-serve', says: 'watching before anything is served' },
    };
  return { kind: 'not yet', says: 'Follow one hour of air: where does it come from, what becomes of it?' };
}

type Day = readonly (number | null)[];

const hours = (value: (hour: number) => number | null): Day =>
  Array.from({ length: 24 }, (_, hour) => value(hour));
const wave = (hour: number): number => 7 + 2 * Math.sin(hour / 4);

const GOOD: Readonly<Record<string, Day>> = {
  'a clean day': hours((hour) => 2.1 + (hour % 3) / 10),
  'a normal day': hours(wave),
  'a day of smog': hours((hour) => 140 + 3 * wave(hour)),
  'a day with two gaps': hours((hour) => (hour === 3 || hour === 4 ? null : wave(hour))),
};
const BROKEN: Readonly<Record<string, Day>> = {
  'a day in mg': hours((hour) => wave(hour) / 1000),
  'a day of zeros': hours(() => 0),
  'a day of nulls': hours(() => null),
  'a day with two known hours': hours((hour) => (hour < 2 ? wave(hour) : null)),
};

/** The student's guard meets good and broken days; anything but undefined, null, false or '' is an alarm. */
async function judgeGuard(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function: guard, without ().' };
  const alarms = new Map<string, boolean>();
  for (const [name, day] of Object.entries({ ...GOOD, ...BROKEN })) {
    try {
      alarms.set(name, Boolean(await Reflect.apply(answer, undefined, [[...day]])));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'not yet', says: `It throws on ${name}: ${why}` };
    }
  }
  const falsely = Object.keys(GOOD).filter((name) => alarms.get(name));
  const missed = Object.keys(BROKEN).filter((name) => !alarms.get(name));
  if (falsely.length === 0 && missed.length === 0)
    return { kind: 'passed', says: 'Four good days pass, four broken ones are stopped.' };
  return { kind: 'not yet', says: guardSays(falsely, missed), ...guardMistake(falsely, missed) };
}

function guardSays(falsely: readonly string[], missed: readonly string[]): string {
  return [
    ...(falsely.length > 0 ? [`It stops ${falsely.join(' and ')}.`] : []),
    ...(missed.length > 0 ? [`It lets ${missed.join(' and ')} through.`] : []),
  ].join(' ');
}

function guardMistake(
  falsely: readonly string[],
  missed: readonly string[],
): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  if (falsely.length === Object.keys(GOOD).length)
    return { mistake: { id: 'alarm-always', says: 'an alarm that always rings, which people switch off' } };
  if (falsely.includes('a day of smog'))
    return { mistake: { id: 'bad-air-is-no-bug', says: 'taking bad air for a broken feed' } };
  if (falsely.includes('a day with two gaps'))
    return {
      mistake: { id: 'gap-is-fatal', says: 'stopping for a single gap, which real feeds have every week' },
    };
  if (missed.some((name) => /nulls|known hours/.test(name)))
    return { mistake: { id: 'null-is-fine', says: 'leaving nulls out and not counting what is left' } };
  return {};
}
