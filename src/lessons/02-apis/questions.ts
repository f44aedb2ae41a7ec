import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. Every wrong option is a belief that people hold. */
export const predictions: readonly Question[] = [
  {
    id: '2.1',
    asks: "The address `/jokes/random` gave one joke, as an object. What does `/jokes/dad/random` give, one joke of the type 'dad'?",
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'An object again: it is one joke of the same service.',
        why: 'The same noun should have the same shape, and good services keep that. This one does not, and only a look shows it.',
        misconception: 'same-noun-same-shape',
      },
      {
        key: 'b',
        says: 'An array with one joke in it.',
        why: 'The service filters a list, so even one joke comes in a list. `answer.json()` does not warn: the type is your promise.',
      },
      {
        key: 'c',
        says: 'The text of the joke, ready to show.',
        why: 'APIs are for programs: they send data with names. Showing it is our part.',
        misconception: 'api-sends-pages',
      },
    ],
  },
  {
    id: '2.2',
    asks: "`/jokes/random/many` asks for 'many' jokes, which is no number. What comes back?",
    right: 'd',
    options: [
      {
        key: 'a',
        says: 'The status 400, and an error as JSON.',
        why: 'So it should be: 4xx is for wrong questions. But a status is what somebody programmed, not a law.',
        misconception: 'errors-have-4xx',
      },
      {
        key: 'b',
        says: 'The status 200, and an empty array.',
        why: 'Many services do that for "nothing found". This question is not empty, it is wrong.',
        misconception: 'wrong-question-is-empty',
      },
      {
        key: 'c',
        says: 'Nothing: the connection breaks.',
        why: 'That is what a crash looks like. Here the service is well and has something to say.',
        misconception: 'error-is-a-crash',
      },
      {
        key: 'd',
        says: 'The status 200, and a sentence.',
        why: '200 says that HTTP worked. Whether the content is what you asked for, only the body says.',
      },
    ],
  },
  {
    id: '2.4',
    asks: 'The news service gives a list of ids, and one story for one id. How many requests are five headlines?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: '1',
        why: 'That is what the search service can: somebody else made the list for it. This one knows ids only.',
        misconception: 'one-screen-one-request',
      },
      {
        key: 'b',
        says: '5',
        why: 'Nearly: one for each story. But how do we know which ids?',
        misconception: 'list-is-free',
      },
      {
        key: 'c',
        says: '6',
        why: 'One for the list and one for each story: N + 1. With 500 stories it is 501, and that is rude.',
      },
    ],
  },
  {
    id: '2.8',
    asks: 'A POST adds a notice. The answer is lost on the way, so we send the very same POST again. What is on the board?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'Two notices, alike but for their ids.',
        why: 'POST means "take this and do something with it". Doing it twice does it twice, as with an order in a shop.',
      },
      {
        key: 'b',
        says: 'One: the server sees that it is the same.',
        why: 'How should it know that it is not two people with the same words? Only a key that you send tells it.',
        misconception: 'server-notices-repeats',
      },
      {
        key: 'c',
        says: 'One, and the second answer is 409 Conflict.',
        why: 'That happens where the address or a field must be unique. Notices may be alike.',
        misconception: 'post-twice-conflicts',
      },
    ],
  },
  {
    id: '2.9',
    asks: 'We DELETE notice 2, and then DELETE it once more. What is true?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'The second is an error, so DELETE must not be repeated.',
        why: 'The status differs, the board does not. Repeating is about what is left behind, not about the answer.',
        misconception: 'delete-twice-is-an-error',
      },
      {
        key: 'b',
        says: 'The answers differ, and the board is as after the first.',
        why: '204, then 404: gone is gone. That is what idempotent means, and why DELETE may be sent again.',
      },
      {
        key: 'c',
        says: 'Both answer 204: idempotent means the same answer.',
        why: 'It means the same effect. The second answer may say that there was nothing left to remove.',
        misconception: 'idempotent-is-same-answer',
      },
    ],
  },
];

/** Asked at the start of later lessons. */
export const recall: readonly Question[] = [
  {
    id: '2.r1',
    asks: 'A service answers with the status 200. What do you know for certain?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'that the body is JSON',
        why: 'The header content-type says what it is, and sometimes that is a sentence.',
        misconception: '200-means-json',
      },
      {
        key: 'b',
        says: 'that you got what you asked for',
        why: 'Jokes came as a sentence, weather as nulls, both with 200.',
        misconception: '200-means-success',
      },
      {
        key: 'c',
        says: 'that the server took the request and answered it',
        why: 'All the rest is in headers and body: look.',
      },
    ],
  },
  {
    id: '2.r2',
    asks: 'The answer to a request was lost. Which one may you send again without a second thought?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'POST, because the first one did not arrive',
        why: 'It may have arrived, and only the answer was lost.',
        misconception: 'lost-answer-is-lost-request',
      },
      {
        key: 'b',
        says: 'PUT, because doing it twice leaves the same',
        why: 'The whole thing at a known place: once or twice is the same.',
      },
      {
        key: 'c',
        says: 'none of them',
        why: 'GET, PUT and DELETE are made for it. A POST with an Idempotency-Key is, too.',
        misconception: 'never-repeat',
      },
    ],
  },
  {
    id: '2.r3',
    asks: 'One call to a travel site asks three other services and answers with all of them. What kind of API is that?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'composite',
        why: 'One question in front, several behind. It must say what it does when one of them fails.',
      },
      {
        key: 'b',
        says: 'partner',
        why: 'That is about who may ask: those with a key.',
        misconception: 'composite-is-partner',
      },
      {
        key: 'c',
        says: 'public',
        why: 'It may be public as well, but that is not what the three services make it.',
        misconception: 'kinds-exclude-each-other',
      },
    ],
  },
];
