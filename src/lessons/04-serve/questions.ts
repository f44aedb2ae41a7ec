import type { Question } from '../../teaching/lesson.ts';

export const predictions: readonly Question[] = [
  {
    id: '4.1',
    asks: 'Somebody sends pm2_5=smog. What does the server answer?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: '500, our function fails',
        why: 'it is never called: the schema stands in front of it.',
        misconception: 'validation-by-hand',
      },
      {
        key: 'b',
        says: '200, and run is false',
        why: 'without the schema that is what comes: smog <= 15 is false, a wrong answer that looks right.',
        misconception: 'types-validate',
      },
      {
        key: 'c',
        says: '400, our function never runs',
        why: 'the schema wants a number. The answer names the field, and we wrote no line for it.',
      },
    ],
  },
  {
    id: '4.3',
    asks: "A function returns { error: 'no such city' }. Which status goes with it?",
    right: 'a',
    options: [
      {
        key: 'a',
        says: '200, the status of everything returned',
        why: 'nobody reads your body for you. Another status is a line that you write.',
      },
      {
        key: 'b',
        says: '404, because nothing was found',
        why: 'only an address without a route gives that by itself. This route was found.',
        misconception: '200-for-errors',
      },
      {
        key: 'c',
        says: '500, because of the field error',
        why: 'a field is a word like any other. What is thrown becomes a 500.',
        misconception: 'body-makes-status',
      },
    ],
  },
  {
    id: '4.5',
    asks: 'Two calls of 200 ms. First one await each, then both in Promise.all. How long does each take?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: '200 ms, then 200 ms: async functions run side by side',
        why: 'await waits. The second call is not sent before the first answer is here.',
        misconception: 'await-makes-parallel',
      },
      {
        key: 'b',
        says: '400 ms, then 200 ms',
        why: 'Promise.all gets two questions that are on their way, and waits once.',
      },
      {
        key: 'c',
        says: '400 ms, then 400 ms: JavaScript has one thread',
        why: 'one thread, but waiting needs none. Calculating twice would take twice as long.',
        misconception: 'one-thread-one-wait',
      },
      {
        key: 'd',
        says: '400 ms, then 100 ms: the work is shared',
        why: 'each call takes as long as before. Async makes nothing faster, it waits better.',
        misconception: 'async-is-faster',
      },
    ],
  },
  {
    id: '4.8',
    asks: 'The cell that called listen() has ended. We ask its server from another cell. What happens?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'nobody answers, it ended with its cell',
        why: 'a cell starts things, it does not hold them. The kernel does.',
        misconception: 'server-ends-with-cell',
      },
      {
        key: 'b',
        says: 'it answers until close() or the end of the kernel',
        why: 'and its port is taken until then: a forgotten server is why the next one cannot start.',
      },
      {
        key: 'c',
        says: 'the cell waits for ever, one kernel cannot ask itself',
        why: 'while the cell awaits, the kernel is free, and the server in it can answer.',
        misconception: 'await-blocks-server',
      },
    ],
  },
];

export const recall: readonly Question[] = [
  {
    id: '4.r1',
    asks: 'Your server asks two services. Which line sends both questions at once?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'const a = await x(); const b = await y();',
        why: 'the second question waits for the first answer.',
        misconception: 'await-makes-parallel',
      },
      {
        key: 'b',
        says: 'await Promise.all([await x(), await y()])',
        why: 'the inner awaits wait first, so there is nothing left to share.',
        misconception: 'await-inside-all',
      },
      {
        key: 'c',
        says: 'await Promise.all([x(), y()])',
        why: 'both are called, then one await waits for both.',
      },
    ],
  },
  {
    id: '4.r2',
    asks: 'Who refuses pm2_5=smog at a server with interface { pm2_5: number } and no schema?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'TypeScript, by the interface',
        why: 'types are gone when the program runs.',
        misconception: 'types-validate',
      },
      {
        key: 'b',
        says: 'nobody',
        why: 'only something that looks at run time can refuse: a schema, or FastAPI by its type hints.',
      },
      {
        key: 'c',
        says: 'HTTP, with a 400',
        why: 'to HTTP an address is text. The server has to look.',
        misconception: 'http-validates',
      },
    ],
  },
  {
    id: '4.r3',
    asks: 'A client asks your server for a city that you do not know. Which status?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: '404',
        why: 'the question was well formed, the thing is not there.',
      },
      {
        key: 'b',
        says: '200 with an error in the body',
        why: 'every client would have to read your body to find out that it failed.',
        misconception: '200-for-errors',
      },
      {
        key: 'c',
        says: '500',
        why: 'that says that the server is broken, and clients try again in vain.',
        misconception: 'unknown-is-crash',
      },
    ],
  },
];
