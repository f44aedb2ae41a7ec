import type { Check, Judgement } from '../../teaching/lesson.ts';

const NAMES: Readonly<Record<string, string>> = {
  R: 'REST',
  S: 'SOAP',
  J: 'JSON-RPC',
  G: 'gRPC',
  E: 'event stream',
  W: 'WebSocket',
  M: 'MQTT',
  H: 'webhook',
};

/** One letter for each of the eight messages of the notebook, in their order. */
const RIGHT = 'RJSWEHMG';

/** What it means to take message n for that letter. */
const CONFUSED: Readonly<Record<string, readonly [id: string, says: string]>> = {
  '2R': ['rpc-as-rest', 'taking JSON-RPC for REST, because both send JSON with POST'],
  '2H': ['rpc-as-webhook', 'taking a call for a webhook; here you ask'],
  '3R': ['soap-as-rest', 'taking SOAP for REST, because both use POST'],
  '4M': ['frames-swapped', 'mixing up the first bytes of WebSocket and MQTT'],
  '7W': ['frames-swapped', 'mixing up the first bytes of WebSocket and MQTT'],
  '4G': ['bytes-are-grpc', 'taking all bytes that are no text for gRPC'],
  '7G': ['bytes-are-grpc', 'taking all bytes that are no text for gRPC'],
  '5R': ['stream-as-rest', 'taking a stream for REST, because it begins with 200'],
  '5W': ['push-is-websocket', 'taking every push for a WebSocket'],
  '6R': ['webhook-as-rest', 'not looking at who asks whom'],
  '6J': ['json-is-rpc', 'taking all JSON for JSON-RPC'],
  '8R': ['grpc-as-rest', 'taking gRPC for REST, because it is HTTP'],
  '8J': ['function-is-json-rpc', 'taking every call of a function for JSON-RPC'],
};

/** Eight messages, one letter each. */
export const eightMessages: Check = {
  id: '3.8',
  title: 'Eight messages',
  hints: [
    'Where do you look first: at the body, or at what stands around it? And who asks whom?',
    'Headers first: content-type names xml, grpc or event-stream. No HTTP around it: the first byte, 81 or 31. Then the body: jsonrpc. A service that sends you a POST is a webhook.',
    "check('3.8', 'R _ S _ E _ M _')",
  ],
  solution: `R J S W E H M G
// 2 has jsonrpc, in an array: several calls at once. 6 comes from the service: a webhook.
// Rejected for 8: R, because of POST and HTTP. Its content-type is application/grpc, its body is no text.`,
  judge: (answer) => {
    const letters = typeof answer === 'string' ? answer.toUpperCase().replace(/[^A-Z]/g, '') : '';
    return letters === '' ? { kind: 'not tried' } : judged(letters);
  },
};

function judged(letters: string): Judgement {
  if (letters.length !== RIGHT.length)
    return { kind: 'not yet', says: `Eight letters, one a message; you wrote ${letters.length}.` };
  const strange = [...letters].find((letter) => !Object.hasOwn(NAMES, letter));
  if (strange !== undefined) return { kind: 'not yet', says: `${strange} is no letter of the list.` };
  const wrong = [...letters].flatMap((letter, index) =>
    letter === RIGHT[index] ? [] : [`${index + 1}${letter}`],
  );
  if (wrong.length === 0) return { kind: 'passed', says: 'You know all eight by their messages.' };
  const shown = wrong.find((one) => Object.hasOwn(CONFUSED, one)) ?? wrong[0] ?? '';
  const [id, says] = CONFUSED[shown] ?? [];
  return {
    kind: 'not yet',
    says: `${8 - wrong.length} of 8. Message ${shown[0]} is no ${NAMES[shown[1] ?? '']}.`,
    ...(id === undefined || says === undefined ? {} : { mistake: { id, says } }),
  };
}
