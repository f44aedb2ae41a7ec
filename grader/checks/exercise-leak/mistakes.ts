import type { Mistake } from '../../judge/setting.ts';
import { type BacktestPolicy, type Score, scoreOf } from './backtest.ts';
import { type JoinPolicy, joined, ms, POINT_IN_TIME } from './join.ts';
import type { Data, Example, Reading } from './readings.ts';

/** A known way of joining wrongly with what it gives. */
export interface JoinMistake extends Mistake {
  readonly gives: (data: Data) => readonly Example[];
}

/** A known way of scoring wrongly with what it gives. */
export interface ScoreMistake extends Mistake {
  readonly gives: (examples: readonly Example[], from: string) => Score;
}

const ofCity: JoinPolicy['mayUse'] = (reading, label) => reading.city === label.city;
const wasMeasured: JoinPolicy['mayUse'] = (reading, label) =>
  ofCity(reading, label) && ms(reading.time) <= ms(label.time);
const wasPublished: JoinPolicy['mayUse'] = (reading, label) => ms(reading.published) <= ms(label.time);
const lastVersion: JoinPolicy['value'] = (_, versions) =>
  [...versions].sort((a, b) => ms(b.published) - ms(a.published))[0]?.pm25 ?? null;
const newestHour = (a: Reading, b: Reading): number => ms(b.time) - ms(a.time);
const inListOrder = (): number => 0;

/** In the order in which they are tried: the ones that say most come first. */
export const JOIN_MISTAKES: readonly JoinMistake[] = [
  joining('event-time', 'joining on the hour that was measured, not on the moment from which it was known', {
    mayUse: wasMeasured,
  }),
  joining('event-time', 'joining on the hour that was measured, not on the moment from which it was known', {
    mayUse: wasMeasured,
    order: (a, b) => newestHour(a, b) || ms(a.published) - ms(b.published),
  }),
  joining('newest-published', 'taking what was published last, also when it corrects an older hour', {
    order: (a, b) => ms(b.published) - ms(a.published) || newestHour(a, b),
  }),
  joining('newest-published', 'taking what was published last, also when it corrects an older hour', {
    order: (a, b) => ms(b.published) - ms(a.published),
  }),
  joining('newest-published', 'taking what was published last, also when it corrects an older hour', {
    order: (a, b) => ms(b.published) - ms(a.published) || ms(a.time) - ms(b.time),
  }),
  joining('nearest', 'taking the reading nearest in time, which may lie in the future', {
    mayUse: ofCity,
    order: (a, b, label) =>
      Math.abs(ms(a.time) - ms(label.time)) - Math.abs(ms(b.time) - ms(label.time)) ||
      ms(b.published) - ms(a.published),
  }),
  joining('nearest', 'taking the reading nearest in time, which may lie in the future', {
    mayUse: ofCity,
    order: (a, b, label) =>
      Math.abs(ms(a.time) - ms(label.time)) - Math.abs(ms(b.time) - ms(label.time)) ||
      ms(a.published) - ms(b.published),
  }),
  joining('nearest', 'taking the reading nearest in time, which may lie in the future', {
    mayUse: ofCity,
    order: (a, b, label) =>
      Math.abs(ms(a.published) - ms(label.time)) - Math.abs(ms(b.published) - ms(label.time)),
  }),
  joining('future-correction', 'taking a correction that was published after the label', {
    value: lastVersion,
  }),
  joining('first-version', 'taking the first version where a correction was already known', {
    order: (a, b) => newestHour(a, b) || ms(a.published) - ms(b.published),
  }),
  {
    id: 'trusts-order',
    says: 'taking the last row of the list as the newest',
    gives: (data) => joined({ ...data, readings: [...data.readings].reverse() }, { order: inListOrder }),
  },
  joining('cities-mixed', 'taking readings of another city', { mayUse: wasPublished }),
  joining('cities-mixed', 'taking readings of another city', {
    mayUse: wasPublished,
    order: newestHour,
  }),
  joining('before-only', 'leaving out what was published at the very moment of the label', {
    mayUse: (reading, label) => ofCity(reading, label) && ms(reading.published) < ms(label.time),
  }),
  joining('no-tolerance', 'using readings however old they are', { ageMs: () => 0 }),
  joining('tolerance-from-published', 'counting the age from the publication, not from the hour itself', {
    ageMs: (chosen, label) => ms(label.time) - ms(chosen.published),
  }),
  joining('gaps-filled', 'taking an earlier value where the newest hour has none', {
    mayUse: (reading, label) => POINT_IN_TIME.mayUse(reading, label) && reading.pm25 !== null,
  }),
  {
    id: 'null-as-zero',
    says: 'writing 0 where there is no value',
    gives: (data) => joined(data).map((example) => ({ ...example, pm25: example.pm25 ?? 0 })),
  },
  {
    id: 'labels-dropped',
    says: 'leaving out labels for which nothing is known',
    gives: (data) => joined(data).filter(({ pm25 }) => pm25 !== null),
  },
  {
    id: 'labels-dropped',
    says: 'leaving out labels for which nothing is known',
    gives: (data) =>
      joined(data, { missing: -1, value: ({ pm25 }) => pm25 }).filter(({ pm25 }) => pm25 !== -1),
  },
  {
    id: 'duplicates-dropped',
    says: 'leaving out a label that is there twice',
    gives: (data) =>
      joined({
        ...data,
        labels: [...new Map(data.labels.map((label) => [`${label.city} ${label.time}`, label])).values()],
      }),
  },
];

const everything: BacktestPolicy['scaled'] = (_, all) => all;

export const SCORE_MISTAKES: readonly ScoreMistake[] = [
  scoring('scaled-with-test', 'taking mean and deviation of the test, too', { scaled: everything }),
  scoring('learned-from-test', 'learning the usual value from the test, too', {
    learned: ({ city }, _, all) => all.filter((one) => one.city === city),
  }),
  scoring('learned-from-test', 'learning the usual value from the test, too', {
    scaled: everything,
    learned: ({ city }, _, all) => all.filter((one) => one.city === city),
  }),
  scoring('one-mean-for-all', 'one usual value for all cities', { learned: (_, train) => train }),
  scoring('first-day-in-train', 'learning from the examples at `from` itself', {
    isTrain: ({ time }, from) => ms(time) <= ms(from),
  }),
  scoring('gaps-not-scored', 'leaving out of the score what has no value', {
    scored: (test) => test.filter(({ pm25 }) => pm25 !== null),
  }),
  scoring('null-as-zero', 'taking 0 where there is no value', { gap: 0 }),
  scoring('scored-on-train', 'scoring on what was learned, too', { scored: (_, all) => all }),
  scoring('signed', 'adding errors up with their signs, so that they cancel', {
    loss: (difference) => difference,
  }),
  scoring('signed', 'adding errors up with their signs, so that they cancel', {
    loss: (difference) => -difference,
  }),
  scoring('squared', 'squaring the errors', { loss: (difference) => difference ** 2 }),
  scoring('squared', 'squaring the errors', { loss: (difference) => difference ** 2, total: Math.sqrt }),
  scoring('sample-deviation', 'dividing the squares by one less than their number', { less: 1 }),
];

function joining(id: string, says: string, changes: Partial<JoinPolicy>): JoinMistake {
  return { id, says, gives: (data) => joined(data, changes) };
}

function scoring(id: string, says: string, changes: Partial<BacktestPolicy>): ScoreMistake {
  return { id, says, gives: (examples, from) => scoreOf(examples, from, changes) };
}

/** Mistakes that show without any numbers to compare with. */
export const FROZEN: Mistake = { id: 'frozen', says: 'numbers that were copied from the visible data' };
export const OTHER_ORDER: Mistake = { id: 'other-order', says: 'another order than that of the labels' };
export const RANDOM_SPLIT: Mistake = {
  id: 'random-split',
  says: 'splitting by chance or by the order of the rows, not by time',
};
