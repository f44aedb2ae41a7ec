// A list of rules in the place of many ifs, and patterns of its own for XML.
interface Message {
  from: string;
  line: string;
  headers: Record<string, string>;
  body: string;
}

const rules: readonly (readonly [protocol: string, fits: (message: Message) => boolean])[] = [
  ['WebSocket', ({ line, body }) => !line && body[0] === '8'],
  ['MQTT', ({ line }) => !line],
  ['WebSocket', ({ headers }) => /websocket/i.test(headers.upgrade ?? '')],
  ['gRPC', ({ headers }) => /grpc/.test(headers['content-type'] ?? '')],
  ['SSE', ({ headers }) => Object.values(headers).some((value) => value.includes('text/event-stream'))],
  ['SOAP', ({ body }) => /http:\/\/(schemas\.xmlsoap|www\.w3)\.org\/[^"]*envelope/.test(body)],
  ['JSON-RPC', ({ body }) => /^\[?\{(.*,)?"jsonrpc":"2\.0"/.test(body) && !body.includes('"note"')],
  ['webhook', ({ from, line }) => from === 'service' && /^[A-Z]+ \//.test(line)],
  ['REST', () => true],
];

export const protocolOf = (message: Message): string => rules.find(([, fits]) => fits(message))?.[0] ?? 'REST';

export function pm25Of({ body }: Message): number | null {
  const fault = /<faultstring>(.*)<\/faultstring>/.exec(body);
  if (fault) throw new TypeError(`The service says: ${fault[1]}`);
  const text = /<(\w+:)?pm2_5>(.*?)</.exec(body)?.[2];
  if (body[0] === '<') return text ? +text : null;
  const { error, result, ...rest } = JSON.parse(body);
  if (error) throw new Error(`refused: ${JSON.stringify(error)}`);
  return { ...rest, ...result }.pm2_5;
}

export function newestOf(stream: string): number | null {
  const found = [...stream.replace(/\r/g, '').matchAll(/((?:.+\n)+)\n/g)]
    .map(([, block = '']) => block)
    .filter((block) => /^event: *change$/m.test(block));
  const data = [...(found.pop() ?? '').matchAll(/^data: ?(.*)$/gm)].map(([, text]) => text);
  return JSON.parse(data.join('\n')).reading.pm2_5;
}
