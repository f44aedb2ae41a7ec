import type { Question } from '../../teaching/lesson.ts';

export const predictions: readonly Question[] = [
  {
    id: '9.1',
    asks: 'A visitor in Texas types Paris. Our app takes the first hit. What does the visitor see?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'the air of Paris, Texas',
        why: 'the search knows a name and nothing about who typed it.',
        misconception: 'search-knows-me',
      },
      {
        key: 'b',
        says: 'the air of France',
        why: 'the largest one comes first. No error, a plausible number, and the wrong continent.',
      },
      {
        key: 'c',
        says: 'an error, because the name is not unique',
        why: 'a list with many hits is a good answer. To choose is our task.',
        misconception: 'ambiguous-is-error',
      },
    ],
  },
  {
    id: '9.3',
    asks: 'Beijing’s 12 January begins. Which time is it in UTC?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: '12 January, 00:00',
        why: 'that is when the day begins in UTC. In Beijing people have had breakfast by then.',
        misconception: 'utc-is-local',
      },
      {
        key: 'b',
        says: '12 January, 08:00',
        why: 'eight hours, in the wrong direction: Beijing is ahead, so its day begins earlier.',
        misconception: 'zone-wrong-way',
      },
      {
        key: 'c',
        says: '11 January, 16:00',
        why: 'China is eight hours ahead of UTC. A day cut at UTC’s midnight mixes two of Beijing’s.',
      },
    ],
  },
  {
    id: '9.5',
    asks: 'Twenty hours of a day are known, their mean is 16.2. Is the day above the WHO’s 15?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'nobody knows',
        why: 'with four clean hours the mean of 24 would be below 15, with four dirty ones far above.',
      },
      {
        key: 'b',
        says: 'above: 16.2 is more than 15',
        why: 'the guideline is for 24 hours. This number is about twenty of them.',
        misconception: 'incomplete-day',
      },
      {
        key: 'c',
        says: 'within: with 0 for the four hours the mean is 13.5',
        why: 'a missing value is no clean air. A broken sensor would make the best day of the year.',
        misconception: 'null-as-zero',
      },
    ],
  },
  {
    id: '9.7',
    asks: 'It is noon. The answer has a value for 18:00 today. What is it?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'a measurement of a station nearby',
        why: 'nothing can be measured before it happens, and CAMS is a model anyway.',
        misconception: 'forecast-as-past',
      },
      {
        key: 'b',
        says: 'a mistake, the service should say null',
        why: 'null means that there is no value. Here is one, of a special kind.',
        misconception: 'forecast-is-error',
      },
      {
        key: 'c',
        says: 'a forecast, in the same list as the past',
        why: 'the answer does not mark it. Who shows it has to look at the clock and say so.',
      },
    ],
  },
];

export const recall: readonly Question[] = [
  {
    id: '9.r1',
    asks: 'Which letters of an hour are the date of the city?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'the first ten of its UTC time',
        why: 'that is the date in London in winter, for every city.',
        misconception: 'utc-is-local',
      },
      {
        key: 'b',
        says: 'the first ten of its local time',
        why: 'a day belongs to the clocks of the place.',
      },
      {
        key: 'c',
        says: 'either, they name the same hour',
        why: 'the same moment, but not always the same date.',
        misconception: 'moment-is-date',
      },
    ],
  },
  {
    id: '9.r2',
    asks: 'Open-Meteo fails. What does your app’s cache keep?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'the error, so that nobody asks in vain',
        why: 'then the app stays broken for ten minutes after the service is well again.',
        misconception: 'keeps-errors',
      },
      {
        key: 'b',
        says: 'an empty answer',
        why: 'that looks like a city without air, and is kept as if it were true.',
        misconception: '200-for-errors',
      },
      {
        key: 'c',
        says: 'nothing',
        why: 'only answers are worth keeping. The next visitor tries again.',
      },
    ],
  },
  {
    id: '9.r3',
    asks: 'A day has a gap of three hours. What stands in its row?',
    right: 'a',
    options: [
      { key: 'a', says: 'no data', why: 'a gap is shown as a gap, in words.' },
      {
        key: 'b',
        says: '0.0',
        why: 'that would be the cleanest air in the world.',
        misconception: 'null-as-zero',
      },
      {
        key: 'c',
        says: 'the mean of the other hours',
        why: 'it would be held against a guideline for 24 hours.',
        misconception: 'incomplete-day',
      },
    ],
  },
];
