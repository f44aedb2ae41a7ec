import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'protocol',
    rungs: [
      'Two messages are both POST with JSON. Where do you look to tell JSON-RPC from REST, and where to tell either from a webhook?',
      "From outside to inside. No line: the first byte. Then headers.upgrade, then headers['content-type'] (or accept) for grpc and event-stream. Then the body, parsed: an Envelope, or jsonrpc in an object or in each object of an array. Last: from === 'service' and a line that does not begin with HTTP/.",
      `if (message.line === '') return /* first byte */;
if (/* headers.upgrade */) return 'WebSocket';
const type = message.headers['content-type'] ?? message.headers.accept ?? '';
if (/* type says grpc */) return 'gRPC';
if (/* type says event-stream */) return 'SSE';
if (/* xml, and an element Envelope with any prefix */) return 'SOAP';
if (/* the parsed body, or its first item, has jsonrpc */) return 'JSON-RPC';
return /* a request, and the service sent it */ ? 'webhook' : 'REST';`,
    ],
  },
  {
    part: 'value',
    rungs: [
      'JSON-RPC says "no" inside an HTTP 200. What would your function give back then, and would the screen show it as clean air?',
      "Ask for the refusal before you ask for the value: textOf(body, 'faultstring') in XML, content.error in JSON (a text in REST, an object with message in JSON-RPC). Then the value, and only undefined becomes null: || would throw a 0 away.",
      `if (/* content-type has xml */) {
  const fault = textOf(answer.body, 'faultstring');
  if (fault !== undefined) throw new Error(fault);
  const text = textOf(answer.body, /* name */);
  return text === undefined ? null : /* a number */;
}
const content: any = JSON.parse(answer.body);
if (content.error) throw new Error(/* message, or the text itself */);
return /* content.result or content */.pm2_5;`,
    ],
  },
  {
    part: 'events',
    rungs: [
      'Where does an event end, and how do you know that the last one has arrived as a whole?',
      "Make \\r\\n to \\n, split at the empty line ('\\n\\n') and drop the last piece. Keep the blocks with the line event: change, take the last, join what follows 'data:' in its lines, and only then JSON.parse.",
      `const blocks = stream.replaceAll('\\r\\n', '\\n').split('\\n\\n').slice(0, -1);
const changes = blocks.filter((block) => /* a line is event:change or event: change */);
const data = (changes.at(-1) ?? '')
  .split('\\n')
  .filter((line) => line.startsWith('data:'))
  .map((line) => /* the rest of the line */)
  .join(/* what stands between them */);
return JSON.parse(data).reading.pm2_5;`,
    ],
  },
];
