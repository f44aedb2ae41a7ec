import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. Every wrong option is a belief that people hold. */
export const predictions: readonly Question[] = [
  {
    id: '6.1',
    asks: 'One document says `pm25: 900` instead of `pm2_5: 900`. What happens when it is stored, and when we look for more than 800?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'Storing it fails: the other documents have no field of that name.',
        why: 'That is what a table does. A collection has no list of fields unless somebody gives it rules.',
        misconception: 'documents-share-columns',
      },
      {
        key: 'b',
        says: 'It is stored, and the search does not find it.',
        why: 'No rule was broken, for there was none. The value is there under a name that nobody asks for.',
      },
      {
        key: 'c',
        says: 'It is stored, and the search finds it: the store sees that the names are alike.',
        why: 'A store compares names letter by letter. That two names mean one thing, only people know.',
        misconception: 'nosql-guesses-meaning',
      },
    ],
  },
  {
    id: '6.3',
    asks: 'The rows are cut up by city and day. We ask for a day and name no city. What comes back?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'The rows of both cities: the database puts them together.',
        why: 'It would have to ask every machine. With two cities that is nothing, with a million sensors it stops the shop.',
        misconception: 'wide-column-is-a-table',
      },
      {
        key: 'b',
        says: 'Nothing, because no row has an empty city.',
        why: 'Leaving a column out of a question does not ask for an empty one.',
        misconception: 'unnamed-means-null',
      },
      {
        key: 'c',
        says: 'An error.',
        why: 'Nobody knows on which machine to look, so it refuses what it could not do fast.',
      },
    ],
  },
  {
    id: '6.5',
    asks: 'Features of the same day by name, or those known at seven o’clock: which join has the smaller error on paper, and which at work?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'By day on paper; at work its lead is gone.',
        why: 'The mean of the whole day already holds the afternoon. On paper that helps; at seven in the morning nobody has it.',
      },
      {
        key: 'b',
        says: 'By day on paper, and by day at work: a better model is a better model.',
        why: 'A score counts only when its inputs can be had at the moment of the question.',
        misconception: 'paper-score-is-real',
      },
      {
        key: 'c',
        says: 'The same: both join a day with a mean of a day.',
        why: 'It is a mean of two different days: one is over, the other one holds the answer.',
        misconception: 'feature-store-is-just-a-table',
      },
    ],
  },
  {
    id: '6.7',
    asks: 'One of 96 values is corrected on the 20th, as a new row. Which names do the data get, known on the 14th, on the 20th, and on the 14th once more?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'Three different names, one a question.',
        why: 'A content hash knows no clock. The same rows in the same order have the same name for ever.',
        misconception: 'hash-names-the-moment',
      },
      {
        key: 'b',
        says: 'Twice the new one at the end: the correction is in the table now.',
        why: 'So it would be had we written over the row. The question says as of when, and the old row is still there.',
        misconception: 'correction-changes-the-past',
      },
      {
        key: 'c',
        says: 'One name, another name, and the first name again.',
        why: 'Rows that are only added can be asked as of any day, and the same rows give the same name.',
      },
      {
        key: 'd',
        says: 'Three times the same: 1 value of 96 is hardly a change.',
        why: 'A content hash changes with one bit. It does not say how much changed, only that something did.',
        misconception: 'hash-is-similar-for-similar',
      },
    ],
  },
];

/** Asked again at the start of later lessons. */
export const recall: readonly Question[] = [
  {
    id: '6.r1',
    asks: 'Why does a feature need two times?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'One for each time zone',
        why: 'One moment has one time, however it is written.',
        misconception: 'two-times-two-zones',
      },
      {
        key: 'b',
        says: 'It was known later than it was measured',
        why: 'Training may only use what was known at the moment of the question.',
      },
      {
        key: 'c',
        says: 'One to sort by, and one as a key for joining tables',
        why: 'Both times can do that. What they mean differs: when it was, and when we could know.',
        misconception: 'feature-store-is-just-a-table',
      },
    ],
  },
  {
    id: '6.r2',
    asks: 'A colleague says: we take documents, then we need no schema. What is right about it?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'All of it: what has no columns cannot have wrong columns',
        why: 'A wrong name is stored without a word, and every reader must know of it.',
        misconception: 'nosql-has-no-schema',
      },
      {
        key: 'b',
        says: 'Nothing: a document store refuses unknown fields',
        why: 'It takes them unless it was given rules.',
        misconception: 'documents-share-columns',
      },
      {
        key: 'c',
        says: 'The schema is still needed, in the code that reads',
        why: 'The rules moved; they did not go away.',
      },
    ],
  },
  {
    id: '6.r3',
    asks: 'The newest model is bad. What makes going back easy?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'The old version is archived, and one call promotes it',
        why: 'Nothing has to be trained again in a hurry.',
      },
      {
        key: 'b',
        says: 'Its code is in git, so it can be trained again',
        why: 'With which data, and which parameters? And in how many hours?',
        misconception: 'code-is-the-model',
      },
      {
        key: 'c',
        says: 'Both are in production, so users can choose',
        why: 'Then nobody knows whose answer a user saw.',
        misconception: 'two-in-production',
      },
    ],
  },
];
