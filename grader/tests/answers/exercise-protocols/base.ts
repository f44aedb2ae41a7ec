// The plain right answer that most wrong ones change in one place, so that each of them shows its mistake and no more.

export interface Message {
  from: 'you' | 'service';
  line: string;
  headers: Record<string, string>;
  body: string;
}

/** JSON of any shape. */
// biome-ignore lint/suspicious/noExplicitAny: students write it so
export type Content = any;

/** The steps of the answer; each can be done wrong. */
export interface Steps {
  frame: (body: string) => string;
  isUpgrade: (message: Message) => boolean;
  isGrpc: (message: Message) => boolean;
  isStream: (message: Message) => boolean;
  isEnvelope: (message: Message) => boolean;
  isCall: (message: Message) => boolean;
  isWebhook: (message: Message) => boolean;
  /** The service's own words when it refuses. */
  refusal: (answer: Message) => string | undefined;
  xmlValue: (body: string) => Content;
  jsonValue: (content: Content) => Content;
  blocks: (stream: string) => string[];
  isChange: (block: string) => boolean;
  newest: (changes: string[]) => string | undefined;
  data: (block: string) => string;
  /** What becomes of the value of the newest change. */
  told: (value: number | null) => number | null;
}

export function textOf(xml: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
}

export const typeOf = ({ headers }: Message): string => headers['content-type'] ?? headers.accept ?? '';

export function json(text: string): Content {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const right: Steps = {
  frame: (body) => (body.startsWith('8') ? 'WebSocket' : 'MQTT'),
  isUpgrade: ({ headers }) => headers.upgrade !== undefined,
  isGrpc: (message) => typeOf(message).includes('grpc'),
  isStream: (message) => typeOf(message).includes('event-stream'),
  isEnvelope: ({ body }) => /^(<\?.*?\?>)?<(\w+:)?Envelope\b/.test(body),
  isCall: ({ body }) => [json(body)].flat().some((call) => call?.jsonrpc !== undefined),
  isWebhook: ({ from, line }) => from === 'service' && !line.startsWith('HTTP/'),
  refusal: ({ body }) => {
    const { error } = json(body) ?? {};
    return textOf(body, 'faultstring') ?? error?.message ?? error;
  },
  xmlValue: (body) => {
    const text = textOf(body, 'pm2_5');
    return text === undefined ? null : Number(text);
  },
  jsonValue: (content) => (content.result ?? content).pm2_5,
  blocks: (stream) => stream.replace(/\r\n/g, '\n').split('\n\n').slice(0, -1),
  isChange: (block) => /^event: ?change$/m.test(block),
  newest: (changes) => changes.at(-1),
  data: (block) => block.match(/^data:.*$/gm)?.map((line) => line.slice(5)).join('\n') ?? '',
  told: (value) => value,
};

/** The answer with some steps done otherwise. */
export function answerWith(changes: Partial<Steps> = {}) {
  const steps = { ...right, ...changes };
  return {
    protocolOf(message: Message): string {
      if (message.line === '') return steps.frame(message.body);
      if (steps.isUpgrade(message)) return 'WebSocket';
      if (steps.isGrpc(message)) return 'gRPC';
      if (steps.isStream(message)) return 'SSE';
      if (steps.isEnvelope(message)) return 'SOAP';
      if (steps.isCall(message)) return 'JSON-RPC';
      return steps.isWebhook(message) ? 'webhook' : 'REST';
    },
    pm25Of(answer: Message): number | null {
      const words = steps.refusal(answer);
      if (words !== undefined) throw new Error(words);
      return answer.body.startsWith('<') ? steps.xmlValue(answer.body) : steps.jsonValue(json(answer.body));
    },
    newestOf(stream: string): number | null {
      const changes = steps.blocks(stream).filter(steps.isChange);
      return steps.told(JSON.parse(steps.data(steps.newest(changes) ?? '')).reading.pm2_5);
    },
  };
}
