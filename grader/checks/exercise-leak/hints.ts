import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'join',
    rungs: [
      'It is 09:40. Which rows of the table could you have had on your screen? Which column says so: `time` or `published`?',
      'For each label: filter by city and published <= label.time, sort by time, newest first, then by published, newest first. The first row is the one. Only then look at its age, label.time minus time, and only then at its value. map gives one example for each label, also when nothing is known.',
      `return labels.map((label) => {
  const [newest] = readings
    .filter((one) => one.city === label.city && /* it was published by then */)
    .sort((a, b) => /* newest time first, then newest published first */);
  const isFresh = newest !== undefined && /* label.time - newest.time is at most toleranceHours */;
  return { ...label, pm25: isFresh ? newest.pm25 : null };
});`,
    ],
  },
  {
    part: 'backtest',
    rungs: [
      'On the evening before `from`, what do you know? Which of the six numbers may use anything else?',
      'Filter twice by time: before `from`, and not before. Mean, deviation and the usual target of each city come from train. The two errors come from test, from every example of it: mean of Math.abs(predicted - target).',
      `const train = examples.filter(({ time }) => time < from);
const test = examples.filter(/* the others */);
const values = train.flatMap(({ pm25 }) => pm25 ?? []);
const usual = (city: string) => meanOf(/* targets of that city in train */);
const errorOf = (predict: (one: Example) => number) =>
  meanOf(test.map((one) => Math.abs(predict(one) - one.target)));
return {
  /* … */
  climatology: errorOf((one) => usual(one.city)),
  persistence: errorOf((one) => /* pm25, or the usual */),
};`,
    ],
  },
];
