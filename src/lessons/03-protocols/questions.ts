import type { Question } from '../../teaching/lesson.ts';

export const predictions: readonly Question[] = [
  {
    id: '3.1',
    asks: 'The answer has 75 bytes. How many cross the wire, there and back?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'about 75, because the answer is all there is',
        why: 'the body is what you see in your program. The head of the answer alone is three times as long.',
        misconception: 'body-is-all',
      },
      {
        key: 'b',
        says: 'about 150, because the address goes there too',
        why: 'the address is one line of many. A client also says who it is and what it can read.',
        misconception: 'heads-are-free',
      },
      {
        key: 'c',
        says: 'about 500, because both sides say more than that',
        why: 'heads in both directions. They are the same size for a value as for a thousand values.',
      },
      {
        key: 'd',
        says: 'about 50, because HTTP packs everything small',
        why: 'accept-encoding only offers it. Short answers are seldom packed, and heads of HTTP/1.1 never are.',
        misconception: 'http-compresses-all',
      },
    ],
  },
  {
    id: '3.2',
    asks: 'JSON-RPC is asked about atlantis, which is not there. What does HTTP say?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: '404, as REST says it',
        why: 'in REST the status is part of the answer. JSON-RPC also runs where there is no HTTP at all.',
        misconception: 'rpc-uses-http-status',
      },
      {
        key: 'b',
        says: '200, as for every answer',
        why: 'for HTTP the message arrived, and that was its job. The refusal is in error, in the body.',
      },
      {
        key: 'c',
        says: '500, as for a function that threw',
        why: 'the function did throw, but its server made an answer of it, and that answer is fine.',
        misconception: 'exception-is-500',
      },
      {
        key: 'd',
        says: 'nothing, as RPC is no HTTP',
        why: 'it is carried by HTTP here: one POST, one answer, one status. It only does not use the status.',
        misconception: 'rpc-is-not-http',
      },
    ],
  },
  {
    id: '3.6',
    asks: 'Ten changes come, one every 100 ms. We ask every 10 ms. How many questions bring something new?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'nearly all of them',
        why: 'only when every question meets a change, and nobody knows when that will be.',
        misconception: 'polling-knows-when',
      },
      {
        key: 'b',
        says: 'about every second one',
        why: 'that needs one question every 50 ms. Asking more often brings no more news.',
        misconception: 'asking-more-brings-more',
      },
      {
        key: 'c',
        says: 'fewer than a third of them',
        why: 'there are ten changes, however often we ask. All other questions pay for "nothing new".',
      },
    ],
  },
  {
    id: '3.7',
    asks: 'The server ends while nobody asks anything. Who notices at once?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'all clients, because their network tells them',
        why: 'a client of REST has nothing open that could end. It finds out with its next question.',
        misconception: 'clients-see-the-server',
      },
      {
        key: 'b',
        says: 'the clients that have a connection open',
        why: 'the end of a connection is a message too. It comes when a server says goodbye, not when a cable is cut.',
      },
      {
        key: 'c',
        says: 'no client, because nothing was asked for',
        why: 'true for REST, SOAP and JSON-RPC. A stream, a WebSocket and MQTT are told.',
        misconception: 'only-questions-fail',
      },
    ],
  },
];

export const recall: readonly Question[] = [
  {
    id: '3.r1',
    asks: 'Status 200, and JSON-RPC in the body. Has the call worked?',
    right: 'b',
    options: [
      {
        key: 'a',
        says: 'yes, 200 says so',
        why: '200 says that the message arrived.',
        misconception: '200-is-success',
      },
      {
        key: 'b',
        says: 'look for error in the body',
        why: 'a body has result or error, never both.',
      },
      {
        key: 'c',
        says: 'no, a call that worked is a 201',
        why: '201 is REST: a thing was made.',
        misconception: 'rpc-uses-http-status',
      },
    ],
  },
  {
    id: '3.r2',
    asks: 'The screen shows each change and never says anything. Which protocol is enough?',
    right: 'c',
    options: [
      {
        key: 'a',
        says: 'WebSocket',
        why: 'it works, and you write the coming back after a break yourself.',
        misconception: 'two-way-for-one',
      },
      {
        key: 'b',
        says: 'REST, every second',
        why: 'nearly every question brings nothing new.',
        misconception: 'polling-is-free',
      },
      {
        key: 'c',
        says: 'SSE',
        why: 'one way, over HTTP, and Last-Event-ID goes on where it broke.',
      },
    ],
  },
  {
    id: '3.r3',
    asks: 'A stream arrives in pieces. Where does an event end?',
    right: 'a',
    options: [
      {
        key: 'a',
        says: 'at an empty line',
        why: 'what comes after the last empty line is kept until the next piece.',
      },
      {
        key: 'b',
        says: 'at the end of a piece',
        why: 'pieces are cut anywhere, in the middle of a number too.',
        misconception: 'a-piece-is-an-event',
      },
      {
        key: 'c',
        says: 'at the next closing brace',
        why: 'data can hold braces, or be no JSON at all.',
        misconception: 'json-ends-events',
      },
    ],
  },
];
