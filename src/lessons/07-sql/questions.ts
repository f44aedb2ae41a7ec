import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. Every wrong option is a belief that people hold. */
export const predictions: readonly Question[] = [
  {
    id: '7.1',
    asks: 'Three INSERTs: −5 µg/m³, a value of station 9 (which is not there), an hour that is there already. What is in the table afterwards?',
    right: 'd',
    options: [
      {
        key: 'a',
        says: 'All three more: a database stores what it is given.',
        why: 'A list does. A table has rules, and they hold for every program that writes, also for the one of next year.',
        misconception: 'a-table-is-a-list',
      },
      {
        key: 'b',
        says: 'The third one has replaced the old value of its hour.',
        why: 'That is INSERT OR REPLACE, which you have to ask for. An INSERT never overwrites.',
        misconception: 'insert-overwrites',
      },
      {
        key: 'c',
        says: 'The first one, as NULL: what cannot be is no value.',
        why: 'Nothing is repaired behind your back. The whole row is refused, and you are told which rule it broke.',
        misconception: 'rules-repair-values',
      },
      {
        key: 'd',
        says: 'The same as before.',
        why: 'CHECK, FOREIGN KEY and PRIMARY KEY each refuse one, with an error that names the rule.',
      },
    ],
  },
  {
    id: '7.3',
    asks: 'The harbour has no reading at all. In `station LEFT JOIN reading`, grouped by station: what are its count(*) and its count(r.pm2_5)?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: '0 and 0',
        why: 'The LEFT JOIN keeps the station with one row, all of whose reading columns are NULL. count(*) counts that row.',
        misconception: 'count-star-is-count-column',
      },
      {
        key: 'b',
        says: '1 and 0',
        why: 'One row, without a value. count(*) counts rows, count(column) counts values.',
      },
      {
        key: 'c',
        says: 'The harbour has no row in the answer.',
        why: 'So it is with JOIN, and that is how stations vanish from reports. LEFT JOIN keeps them.',
        misconception: 'every-join-drops',
      },
      {
        key: 'd',
        says: '96 and 0: it is joined with every reading',
        why: 'A join without ON would do that. Here ON finds no partner, and one row of NULLs stands in.',
        misconception: 'no-partner-is-all-partners',
      },
    ],
  },
  {
    id: '7.5',
    asks: 'The key is (station_id, time_utc). We want one hour at all stations: WHERE time_utc = … What does the database read?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'every row of the table',
        why: 'The key is sorted by station first. A phone book sorted by family name does not help to find all Annas.',
      },
      {
        key: 'b',
        says: 'only the rows of that hour: the time is part of the key',
        why: 'Only the left part of an index can be searched: station, or station and time.',
        misconception: 'any-column-of-an-index',
      },
      {
        key: 'c',
        says: 'nothing yet: EXPLAIN makes an index by itself',
        why: 'EXPLAIN only tells the plan. Which indexes there are is your decision; each one costs time when you write.',
        misconception: 'explain-optimises',
      },
    ],
  },
  {
    id: '7.7',
    asks: 'Five sensors. Anna and Bo each read 5, each write 4, each COMMIT without an error, at the usual level READ COMMITTED. How many are left, and how many were taken?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: '3 left, 2 taken: transactions see to that',
        why: 'Only when the database computes (n = n - 1), or at SERIALIZABLE. Here it was told the number 4, twice.',
        misconception: 'transactions-prevent-lost-updates',
      },
      {
        key: 'b',
        says: 'Bo gets an error: the row is locked.',
        why: 'It was locked until Anna had committed. Then Bo may write, at this level, over what he has not seen.',
        misconception: 'a-lock-remembers-what-i-read',
      },
      {
        key: 'c',
        says: '4 left, 2 taken',
        why: 'A lost update: the second write covers the first. No error, and one sensor exists only on paper.',
      },
    ],
  },
  {
    id: '7.8',
    asks: 'A process that has said 20 rows is killed with kill -9. How many of the 20 are in the file: first without save(), then with save() before each number is said?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: '20 and 20: COMMIT writes to the disk',
        why: 'In most databases it does, and that is the D. This one works in memory: its COMMIT is only as durable as the file that is written.',
        misconception: 'commit-is-always-on-disk',
      },
      {
        key: 'b',
        says: '0 and 20',
        why: 'Memory ends with the process. What was written, and only then said, is there.',
      },
      {
        key: 'c',
        says: '19 and 20: only the last row is lost',
        why: 'Nothing had been written at all, so nothing at all is left.',
        misconception: 'a-crash-loses-the-last-row',
      },
      {
        key: 'd',
        says: '0 and 0: a killed process leaves a broken file',
        why: 'save() writes a new file and renames it, so there is an old file or a new one at any moment, never half of one.',
        misconception: 'a-crash-breaks-the-file',
      },
    ],
  },
];

/** Asked at the start of later lessons. */
export const recall: readonly Question[] = [
  {
    id: '7.r1',
    asks: 'The pm2_5 of an hour is NULL. Which hours does `WHERE pm2_5 <> 10` give?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'all but those with 10, also the NULL',
        why: 'NULL <> 10 is not true: nobody knows whether the missing value was 10.',
        misconception: 'null-is-a-value',
      },
      {
        key: 'b',
        says: 'all but those with 10; the NULL counts as 0',
        why: 'A gap is no clean air. NULL is no number at all.',
        misconception: 'null-is-zero',
      },
      {
        key: 'c',
        says: 'those with a value other than 10',
        why: 'A comparison with NULL is never true. Ask for it by name: OR pm2_5 IS NULL.',
      },
    ],
  },
  {
    id: '7.r2',
    asks: 'A name from a web form goes into an INSERT. What keeps it from being read as SQL?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: '`?` in the statement and the name in the list of values',
        why: 'The statement is read before the value is there, so no value can change it.',
      },
      {
        key: 'b',
        says: 'removing quotes and semicolons from the name',
        why: "Then St. John's Gate has lost its apostrophe, and the next trick is not on your list.",
        misconception: 'cleaning-prevents-injection',
      },
      {
        key: 'c',
        says: 'a password for the database',
        why: 'Your program has the password, and it is your program that runs the statement.',
        misconception: 'passwords-prevent-injection',
      },
    ],
  },
  {
    id: '7.r3',
    asks: 'Which letter of ACID says: two UPDATEs count both, or neither?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'C: the data stay consistent',
        why: 'C says that no rule of the tables is broken. Half a move may break none.',
        misconception: 'consistent-is-atomic',
      },
      {
        key: 'b',
        says: 'A: a transaction is one thing, not two',
        why: 'Atomic: it cannot be cut. I is about others who work at the same time, D about what is kept.',
      },
      {
        key: 'c',
        says: 'I: nobody sees half of it',
        why: 'That others do not see the half is isolation. That there is no half in the end is A.',
        misconception: 'isolated-is-atomic',
      },
    ],
  },
];
