import type { Check, Judgement } from '../../teaching/lesson.ts';

interface Need {
  readonly right: string;
  /** Other answers with what is wrong with each. */
  readonly tempting: Readonly<Record<string, readonly [id: string, says: string]>>;
}

/** In the order of the notebook. */
const NEEDS: Readonly<Record<string, Need>> = {
  site: {
    right: 'rest',
    tempting: {
      grpc: [
        'contract-for-strangers',
        'asking strangers to build a client from a contract for one number a day',
      ],
      mqtt: ['connection-for-rare', 'a connection that stays open for one value a day'],
      websocket: ['connection-for-rare', 'a connection that stays open for one value a day'],
    },
  },
  screen: {
    right: 'sse',
    tempting: {
      websocket: ['two-way-for-one', 'two directions where one is used'],
      rest: ['polling-is-free', 'asking again and again for what could be told'],
    },
  },
  chat: {
    right: 'websocket',
    tempting: {
      sse: ['one-way-for-two', 'one direction where two are used'],
      rest: ['polling-is-free', 'asking again and again for what could be told'],
    },
  },
  sensors: {
    right: 'mqtt',
    tempting: {
      rest: ['heads-are-free', 'heads of 500 bytes, paid by a battery'],
      websocket: [
        'no-broker',
        'a connection of its own to each sensor, without a broker that keeps the newest',
      ],
    },
  },
  inside: {
    right: 'grpc',
    tempting: {
      rest: ['heads-are-free', 'heads and names in every question, thousands of times a second'],
      soap: ['contract-means-soap', 'taking the oldest contract, and the longest messages'],
    },
  },
  register: {
    right: 'soap',
    tempting: {
      rest: ['newer-is-better', 'wishing for what the other side does not speak'],
      grpc: ['newer-is-better', 'wishing for what the other side does not speak'],
    },
  },
  alarm: {
    right: 'webhook',
    tempting: {
      rest: ['polling-is-free', 'asking again and again for what could be told'],
      sse: ['connection-for-rare', 'a connection that stays open for a message a month'],
      websocket: ['connection-for-rare', 'a connection that stays open for a message a month'],
    },
  },
};

/** One protocol for each need. */
export const choose: Check = {
  id: '3.9',
  title: 'Choose one',
  hints: [
    'Ask of each need: who speaks first, how often, and who decides the language?',
    'Both speak: WebSocket. Only the service speaks, to a page: SSE; to a server, seldom: webhook. Weak net, many: MQTT. Your own programs: gRPC. Strangers: REST. They decide: what they offer.',
    "const choice = { site: 'REST', screen: 'S__', chat: 'W________', sensors: 'M___', … };",
  ],
  solution: `site: REST, screen: SSE, chat: WebSocket, sensors: MQTT, inside: gRPC, register: SOAP, alarm: webhook
// Rejected: WebSocket for all that is live. It can do it, but coming back after a break, proxies and
// "where was I" would be your own code; SSE has them.`,
  judge: (answer) => {
    const given = new Map<string, unknown>(
      typeof answer === 'object' && answer !== null ? Object.entries(answer) : [],
    );
    const written = Object.keys(NEEDS).map((need) => [need, normal(given.get(need))] as const);
    return written.every(([, choice]) => choice === '') ? { kind: 'not tried' } : judged(written);
  },
};

function judged(written: readonly (readonly [need: string, choice: string])[]): Judgement {
  const wrong = written.filter(([need, choice]) => choice !== NEEDS[need]?.right);
  const [first] = wrong.filter(([, choice]) => choice !== '');
  if (wrong.length === 0)
    return { kind: 'passed', says: 'Each need has the one that fits it, none is the best.' };
  const count = `${written.length - wrong.length} of ${written.length} fit.`;
  if (first === undefined) return { kind: 'not yet', says: `${count} The others are still empty.` };
  const [id, says] = NEEDS[first[0]]?.tempting[first[1]] ?? [];
  return {
    kind: 'not yet',
    says: `${count} Look at ${first[0]} again.`,
    ...(id === undefined || says === undefined ? {} : { mistake: { id, says } }),
  };
}

/** `Event stream (SSE)`, `web-socket`: people write names in many ways. */
function normal(choice: unknown): string {
  const text = typeof choice === 'string' ? choice.toLowerCase().replace(/[^a-z]/g, '') : '';
  if (/sse|eventstream|serversent/.test(text)) return 'sse';
  return Object.values(NEEDS).find(({ right }) => text.includes(right))?.right ?? text;
}
