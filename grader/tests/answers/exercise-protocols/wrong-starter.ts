// The screen in the school's hall listens to many services, and each speaks in its own way. A colleague caught their
// messages on the wire. Your three functions say what each one is and read the fine dust out of it.
// Notebook 03 shows such messages. No network is needed here.
// Grade as often as you like:  grade exercise-protocols

/** What a message can be. */
export type Protocol = 'REST' | 'SOAP' | 'JSON-RPC' | 'gRPC' | 'SSE' | 'WebSocket' | 'MQTT' | 'webhook';

/** One message, as it crossed the wire. */
export interface Message {
  /** Who sent it: you, the client, or the service. */
  from: 'you' | 'service';
  /** First line of HTTP: 'POST /air HTTP/1.1' asks, 'HTTP/1.1 200 OK' answers. '' when there is no HTTP around it. */
  line: string;
  /** The headers of HTTP, their names in lower case. */
  headers: Record<string, string>;
  /** Text. Bytes that are no text stand in hex: '81 5d 7b 22 …'. */
  body: string;
}

/** Given: the text of the first XML element of that name, whatever its prefix. undefined when there is none. */
export function textOf(xml: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
}

/**
 * Part 1. What a message is. Look at the headers before the body, and at who asks whom: a webhook is a request that
 * the service sends to you. Without HTTP the first byte decides: 8… is a WebSocket frame, 1… to 3… an MQTT packet.
 * A WebSocket begins as HTTP, with the header upgrade: websocket.
 */
export function protocolOf(message: Message): Protocol {
  // TODO: what is it?
  return 'REST';
}

/**
 * Part 2. pm2_5 in an answer that came as REST (JSON), SOAP (XML) or JSON-RPC. null when the hour has no value: then
 * JSON says null, and XML has no such element. When the service refuses, throw an Error whose message has its words:
 * they are in `error` (REST), in `faultstring` (SOAP) or in `error.message` (JSON-RPC).
 */
export function pm25Of(answer: Message): number | null {
  // TODO: three shapes, one number.
  return null;
}

/**
 * Part 3. pm2_5 of the newest `change` in an event stream, as far as it has arrived: { "n": 3, "reading": { "pm2_5": … } }
 * is the data of an event. An empty line ends an event; what comes after the last empty line is not whole yet.
 * Other events are not for you; a line that begins with ':' says nothing; several data lines are one text with \n
 * between them, and the space after 'data:' may be missing. Lines end with \n or with \r\n.
 */
export function newestOf(stream: string): number | null {
  // TODO: events, their names, their data.
  return null;
}
