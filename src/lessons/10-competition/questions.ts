import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. */
export const predictions: readonly Question[] = [
  {
    id: '10.1',
    asks: 'A has 45 points after 3 minutes. B has 80 at 14:50, after two wrong submissions. C has 80 at 14:55, at the first one. Who is first?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'A, by far the fastest of them',
        why: 'Races are about speed. Here time only breaks ties: more points are always ahead.',
        misconception: 'fastest-wins',
      },
      {
        key: 'b',
        says: 'B, five seconds before C',
        why: 'By the clock, yes. But each wrong submission before the best one costs a minute.',
        misconception: 'tries-are-free',
      },
      {
        key: 'c',
        says: 'C, with the same points as B',
        why: 'Points first; then 14:55 against 14:50 and two minutes. Grade locally, where trying is free.',
      },
    ],
  },
  {
    id: '10.4',
    asks: 'An answer has all 30 points on the data as it is. How many has it at the end?',
    right: 'd',
    options: [
      {
        key: 'a',
        says: '100: it is right, we saw it',
        why: 'We saw one example. A constant is right on one example too.',
        misconception: 'visible-is-all',
      },
      {
        key: 'b',
        says: '30 or more: those are earned',
        why: 'They count only if the same part passes on other values. Else nobody would have to ask the service.',
        misconception: 'visible-points-stay',
      },
      {
        key: 'c',
        says: '80: all but those for trouble',
        why: 'That is what an honest first answer often gets. But other days and gaps have surprises.',
        misconception: 'hidden-is-the-same',
      },
      {
        key: 'd',
        says: 'anything from 0 to 100',
        why: 'A constant gets 0, an answer that follows the data and survives trouble 100.',
      },
    ],
  },
  {
    id: '10.6',
    asks: 'One of the three read a clock in Beijing as UTC. Which number of its comparison is clearly wrong?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'the highest value: far too high',
        why: 'Wrong data feel as if they must look wrong. The window moved by eight hours still holds the same peak.',
        misconception: 'wrong-looks-wrong',
      },
      {
        key: 'b',
        says: 'the mean of the last 24 hours',
        why: 'Sixteen of the 24 hours are the same ones, so the mean is only a little off: easy to miss.',
        misconception: 'mean-shows-all',
      },
      {
        key: 'c',
        says: 'only when it was the highest',
        why: 'The values are those of real hours, with wrong names. Only a time gives it away, so look at times.',
      },
    ],
  },
];

/** Asked again in later lessons. */
export const recall: readonly Question[] = [
  {
    id: '10.r1',
    asks: 'Why is an answer run on changed data?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'so that nobody can copy it',
        why: 'A copy of a right answer is right on every data. That is for people to talk about.',
        misconception: 'changed-data-against-copies',
      },
      {
        key: 'b',
        says: 'to see that it follows the data',
        why: 'A constant fits one set of data, never two.',
      },
      {
        key: 'c',
        says: 'to make it harder at the end',
        why: 'It asks nothing new: any list of cities, any day, gaps included.',
        misconception: 'hidden-is-harder',
      },
    ],
  },
  {
    id: '10.r2',
    asks: 'Every try failed. What does a good answer do?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'It throws, and says what was asked.',
        why: 'Then the school knows that it knows nothing, and can decide.',
      },
      {
        key: 'b',
        says: 'It gives the mean of last year.',
        why: 'Nobody sees that it is not of today: the most dangerous number is a likely one.',
        misconception: 'likely-number-helps',
      },
      {
        key: 'c',
        says: 'It gives 0, so that nothing breaks.',
        why: 'Zero is the cleanest air there is. The children run.',
        misconception: 'null-is-zero',
      },
    ],
  },
  {
    id: '10.r3',
    asks: 'A line lies beside the right one, same shape, moved. What do you look at first?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'the unit of the values',
        why: 'A unit changes the height, never the place.',
        misconception: 'shift-taken-for-unit',
      },
      {
        key: 'b',
        says: 'the hours without a value',
        why: 'Gaps break a line or pull it to the ground; they do not move it.',
        misconception: 'shift-taken-for-gap',
      },
      {
        key: 'c',
        says: 'the time zone of the hours',
        why: 'A move along the time is a clock.',
      },
    ],
  },
];
