import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. */
export const predictions: readonly Question[] = [
  {
    id: '0.1',
    asks: 'Beijing has the worst hour of the three days. So when was the air in Roskilde better?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'in every one of the 72 hours',
        why: 'One number, such as the worst hour, seems to order the cities. It says nothing about the other 71 hours.',
        misconception: 'maximum-orders-all',
      },
      {
        key: 'b',
        says: 'in some hours, not in all',
        why: 'In the simulated data the lines cross: for the first ten hours Roskilde is above. One number hides that.',
      },
      {
        key: 'c',
        says: 'only at night, without cars',
        why: 'Cars come to mind first. Most of this dust comes from far away, with the wind, at any hour.',
        misconception: 'dust-is-cars',
      },
    ],
  },
  {
    id: '0.2',
    asks: "Without the slashes, line 2 is `const hours: number = days + ' × 24'`. What happens?",
    right: 'c',
    options: [
      {
        key: 'a',
        says: '`hours` becomes the text `3 × 24`, and all goes on.',
        why: 'JavaScript alone does just that, and the mistake shows up much later, somewhere else.',
        misconception: 'types-are-comments',
      },
      {
        key: 'b',
        says: '`72` is printed, then an error comes in line 2.',
        why: 'So it is with errors while a cell runs. Types are read before anything runs: nothing is printed.',
        misconception: 'types-checked-while-running',
      },
      {
        key: 'c',
        says: 'An error comes, before anything runs.',
        why: 'The message names the place, `2:7`, and what does not fit: a `string` is not a `number`.',
      },
      {
        key: 'd',
        says: '`hours` becomes 72: the text is calculated.',
        why: 'A text in quotes stays a text, whatever stands in it.',
        misconception: 'text-is-calculated',
      },
    ],
  },
  {
    id: '0.4',
    asks: 'You ask for 12 to 14 January in another city. When does its first row begin?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'At midnight UTC, as with the two cities above.',
        why: 'Above we asked for it: `timezone` was GMT. Here nobody names a zone.',
        misconception: 'time-without-zone',
      },
      {
        key: 'b',
        says: 'At midnight on a clock in that city.',
        why: 'A day is a matter of the place. `local` begins with 00:00, `time` says which hour that is for all.',
      },
      {
        key: 'c',
        says: 'At midnight on the clock of your computer.',
        why: 'The service does not know your clock, and the air does not either.',
        misconception: 'my-clock-counts',
      },
    ],
  },
];

/** Asked again in later lessons. */
export const recall: readonly Question[] = [
  {
    id: '0.r1',
    asks: 'Above a table stands "simulated, seed 1". What do its numbers tell about the air in Beijing?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'nothing: they are made up, by rule',
        why: 'They behave like air, so one can practise. The line says it, so that nobody decides by them.',
      },
      {
        key: 'b',
        says: 'what it was, for they were recorded',
        why: 'Recorded data say so too, with their date. These come from a formula and a seed.',
        misconception: 'simulated-is-recorded',
      },
      {
        key: 'c',
        says: 'what it will be: it is a forecast',
        why: 'A forecast begins with today. A simulation begins with a seed.',
        misconception: 'simulated-is-forecast',
      },
    ],
  },
  {
    id: '0.r2',
    asks: "A cell prints something in line 1 and has `const n: number = 'x'` in line 2. What do you see?",
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'the print, then an error',
        why: 'Types are read before line 1 runs.',
        misconception: 'types-checked-while-running',
      },
      {
        key: 'b',
        says: 'an error, and no print',
        why: 'Nothing of a cell runs as long as its types do not fit.',
      },
      {
        key: 'c',
        says: 'the print, and no error',
        why: 'That is JavaScript, where a type is not even written.',
        misconception: 'types-are-comments',
      },
    ],
  },
  {
    id: '0.r3',
    asks: 'A row says `2026-01-12T00:00Z`. When is that in Beijing, where clocks are eight hours ahead?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'at midnight: it says 00:00',
        why: 'The `Z` says whose midnight it is: that of UTC.',
        misconception: 'time-without-zone',
      },
      {
        key: 'b',
        says: 'at eight in the morning',
        why: 'UTC and eight hours.',
      },
      {
        key: 'c',
        says: 'at four in the afternoon before',
        why: 'That is eight hours behind. East is ahead.',
        misconception: 'zone-sign',
      },
    ],
  },
];
