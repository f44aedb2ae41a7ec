import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. */
export const predictions: readonly Question[] = [
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
];

/** Asked again in later lessons. */
export const recall: readonly Question[] = [
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
];
