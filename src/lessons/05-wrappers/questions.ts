import type { Question } from '../../teaching/lesson.ts';

/** Asked before a cell runs. */
export const predictions: readonly Question[] = [
  {
    id: '5.1',
    asks: 'The service answers 503 with a JSON error inside. What do the five lines show?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'fetch throws, because 503 is an error.',
        why: 'It sounds right, and other clients do so. fetch throws only when no answer came. A 503 is an answer.',
        misconception: 'fetch-throws-on-status',
      },
      {
        key: 'b',
        says: 'undefined, and the program goes on.',
        why: 'The error is good JSON, it has no pm2_5, and nobody looked at the status. Silence is the worst of all ends.',
      },
      {
        key: 'c',
        says: 'The value: fetch asks again until it is there.',
        why: 'Browsers do so much for us that one expects it. fetch asks once.',
        misconception: 'fetch-retries',
      },
      {
        key: 'd',
        says: 'null, which means: no value in this hour.',
        why: 'undefined is not null. null is what the service says about a gap; undefined says that we read the wrong thing.',
        misconception: 'error-is-a-gap',
      },
    ],
  },
  {
    id: '5.2',
    asks: 'The service takes the request and says nothing. When does a plain fetch in Node give up?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'After about 5 seconds, as a person would.',
        why: 'No: a tool cannot know how long your question may take, so it waits very long.',
        misconception: 'fetch-has-short-limit',
      },
      {
        key: 'b',
        says: 'After 30 seconds, as most servers do.',
        why: 'Servers and proxies have such limits. The client has its own, and it is ten times as long.',
        misconception: 'server-limit-is-mine',
      },
      {
        key: 'c',
        says: 'After 300 seconds.',
        why: 'Five minutes for the headers. The screen in the school’s hall stands still all that time.',
      },
      {
        key: 'd',
        says: 'At once: the connection is open, so silence means an error.',
        why: 'An open connection and a slow answer look the same from here. Only a time limit can tell.',
        misconception: 'silence-is-an-error',
      },
    ],
  },
  {
    id: '5.4',
    asks: 'A service is overloaded. 12 laptops ask it; each asks again at once, up to 5 times. What does the service see?',
    right: 'd',
    options: [
      {
        key: 'a',
        says: '12 requests: a refused one does not count.',
        why: 'A refusal is work too: connection, headers, a look at who asks.',
        misconception: 'refusals-are-free',
      },
      {
        key: 'b',
        says: 'About 24: the second try usually works.',
        why: 'It would after a pause. At once nothing has changed, so nothing gets better.',
        misconception: 'retry-at-once',
      },
      {
        key: 'c',
        says: '12 at first, then fewer: the laptops take turns.',
        why: 'Nobody arranges turns. They all failed in the same moment, so they all come back in the same moment.',
        misconception: 'retries-spread-themselves',
      },
      {
        key: 'd',
        says: 'Up to 60, in the moment when it can bear them least.',
        why: 'Five times the load on a service that fell under one. People call it a retry storm.',
      },
    ],
  },
  {
    id: '5.6',
    asks: 'Our POST pins a notice to the board. The answer is lost on the way. Did the POST act?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'No: without an answer nothing happened.',
        why: 'The answer was lost, not the question. The notice may hang there already.',
        misconception: 'timeout-means-nothing-happened',
      },
      {
        key: 'b',
        says: 'Yes: it was sent, so it was done.',
        why: 'It may as well have been lost before it arrived.',
        misconception: 'sent-is-done',
      },
      {
        key: 'c',
        says: 'From here nobody can tell.',
        why: 'So a wrapper must not repeat it, unless the service promises to act once: a key (Idempotency-Key) says "the same again".',
      },
    ],
  },
  {
    id: '5.8',
    asks: 'An answer may be kept for 60 s. After 10 s a truck burns beside the school. What does our cache say after 30 s?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'Clean air, as before.',
        why: 'A cache knows how old its answer is, not whether it is still true. The service chose 60 s; that is the promise.',
      },
      {
        key: 'b',
        says: 'Smoke: a cache notices when the data change.',
        why: 'It would have to ask to notice, and not asking is what it is for.',
        misconception: 'cached-is-current',
      },
      {
        key: 'c',
        says: 'Nothing: data that changed are thrown out.',
        why: 'Nobody tells the cache. It throws out by age only.',
        misconception: 'cache-is-told',
      },
      {
        key: 'd',
        says: 'It asks: a cache makes things faster, not different.',
        why: 'It is not only for speed: fewer requests spare the service, and the same answer twice makes a run repeatable.',
        misconception: 'cache-is-for-speed',
      },
    ],
  },
];

/** Asked at the start of later lessons. */
export const recall: readonly Question[] = [
  {
    id: '5.r1',
    asks: 'A service answers 429 with Retry-After: 20. What does a polite wrapper do?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'It waits 20 milliseconds and asks again.',
        why: 'Timers count in milliseconds, the header in seconds.',
        misconception: 'retry-after-as-ms',
      },
      { key: 'b', says: 'It waits 20 seconds and asks again.', why: 'Seconds, or a date in other services.' },
      {
        key: 'c',
        says: 'It gives up: a 4xx stays wrong.',
        why: 'True for the others. 429 is about the pace, not about the question.',
        misconception: 'every-4xx-is-final',
      },
    ],
  },
  {
    id: '5.r2',
    asks: 'Which of these may a wrapper repeat by itself?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'POST, answered 503',
        why: 'It may have acted before it failed.',
        misconception: 'retries-post',
      },
      {
        key: 'b',
        says: 'GET, answered 404',
        why: 'The same question gets the same answer.',
        misconception: 'retries-refusals',
      },
      { key: 'c', says: 'PUT, without an answer', why: 'Putting the same thing twice leaves one thing.' },
    ],
  },
  {
    id: '5.r3',
    asks: 'Who decides how long a cached answer is fresh?',
    right: 'a',
    options: [
      { key: 'a', says: 'the service, in Cache-Control', why: 'It knows when its numbers change.' },
      {
        key: 'b',
        says: 'the wrapper, an hour is usual',
        why: 'Hourly data are then up to two hours old.',
        misconception: 'own-cache-time',
      },
      {
        key: 'c',
        says: 'the data: when they change, it ends',
        why: 'The cache would have to ask to know.',
        misconception: 'cached-is-current',
      },
    ],
  },
];
