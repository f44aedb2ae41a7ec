import type { Reading } from '../../../src/services/reading.ts';
import type { Outcome } from '../../exercise.ts';
import type { Case, Message, Protocol } from './case.ts';
import {
  answered,
  answeredJson,
  asked,
  askedJson,
  called,
  envelope,
  frame,
  readingXml,
  XML_TYPE,
} from './http.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { readingOf, shuffled } from './readings.ts';
import { grpcFrame, mqttConnect, mqttPublish, WEB_SOCKET_CLOSE, webSocketFrame } from './wire.ts';

/** Which mistake leads to which wrong name. */
type Confused = Partial<Record<Protocol, Mistake>>;
type Row = readonly [id: string, what: string, due: Protocol, given: Message, confused?: Confused];

/** Every protocol at its plainest, asked and answered. */
export function plainMessages(salt: number): readonly Case[] {
  const r = (n: number): Reading => readingOf(salt, n);
  const rest = { REST: MISTAKES.rpcAsRest };
  return casesOf(salt, [
    ['get', 'a GET of REST', 'REST', asked(`GET /cities/${r(0).city}/readings/latest HTTP/1.1`)],
    ['json', 'an answer in JSON', 'REST', answeredJson(r(1)), { webhook: MISTAKES.answerAsWebhook }],
    ['post', 'a POST of REST', 'REST', askedJson('POST /readings HTTP/1.1', r(2))],
    ['soap-call', 'a call in an Envelope', 'SOAP', soapCall(r(3))],
    ['soap', 'an answer in an Envelope', 'SOAP', answered(XML_TYPE, envelope(readingXml(r(4))))],
    ['rpc-call', 'a call of JSON-RPC', 'JSON-RPC', askedJson('POST /rpc HTTP/1.1', rpcCall(r(5), 1)), rest],
    ['rpc', 'an answer of JSON-RPC', 'JSON-RPC', answeredJson(rpcResult(r(6), 1)), rest],
    ['grpc-call', 'a call of gRPC', 'gRPC', grpcCall(r(7)), { REST: MISTAKES.grpcAsRest }],
    ['grpc', 'an answer of gRPC', 'gRPC', grpcAnswer(r(8)), { REST: MISTAKES.grpcAsRest }],
    ['sse', 'an event stream', 'SSE', answered(EVENTS, events(r(9))), streamMistakes],
    ['frame', 'a frame of WebSocket', 'WebSocket', frame('service', webSocketFrame(short(r(10)))), frames],
    ['publish', 'a packet of MQTT', 'MQTT', frame('service', publish(r(11))), frames],
    ['webhook', 'a request from the service', 'webhook', webhook(r(12)), { REST: MISTAKES.webhookAsRest }],
  ]);
}

/** Messages that look like another protocol. */
export function lookAlikes(salt: number): readonly Case[] {
  const r = (n: number): Reading => readingOf(salt, n);
  const words = { ...r(0), note: 'jsonrpc and the SOAP Envelope come next year; data: event: 2.0' };
  const mask = [0x21, 0x7a, 0x0f, 0x40 + (salt % 16)];
  const inText = {
    'JSON-RPC': MISTAKES.wordInText,
    SOAP: MISTAKES.wordInText,
    SSE: MISTAKES.wordInText,
    webhook: MISTAKES.answerAsWebhook,
  };
  return casesOf(salt, [
    ['words', 'JSON that speaks of other protocols', 'REST', answeredJson(words), inText],
    ['missing', 'a refusal of REST', 'REST', refusal(r(1)), { 'JSON-RPC': MISTAKES.errorAsRpc }],
    [
      'xml',
      'XML without an Envelope',
      'REST',
      answered(XML_TYPE, readingXml(r(2))),
      { SOAP: MISTAKES.xmlAsSoap },
    ],
    ['http2', 'JSON over HTTP of the newer kind', 'REST', newer(r(3)), { gRPC: MISTAKES.versionAsGrpc }],
    ['batch', 'several calls at once', 'JSON-RPC', batch(r(4), r(5)), { REST: MISTAKES.batchAsRest }],
    ['rpc-error', 'a refusal of JSON-RPC', 'JSON-RPC', rpcRefusal(r(6)), { REST: MISTAKES.rpcAsRest }],
    ['soap-new', 'an Envelope of the newer SOAP', 'SOAP', newerSoap(r(7)), soapMistakes],
    ['fault', 'a Fault', 'SOAP', fault(r(8)), soapMistakes],
    ['sse-ask', 'a GET that wants a stream', 'SSE', asked('GET /events HTTP/1.1', WANTS), streamMistakes],
    ['upgrade', 'the beginning of a WebSocket', 'WebSocket', upgrade(salt), handshake],
    ['switch', 'the answer to it', 'WebSocket', switched(salt), handshake],
    ['masked', 'a frame from you', 'WebSocket', frame('you', webSocketFrame(short(r(9)), mask)), frames],
    ['close', 'a frame that ends it', 'WebSocket', frame('service', WEB_SOCKET_CLOSE), frames],
    [
      'connect',
      'the first packet of MQTT',
      'MQTT',
      frame('you', mqttConnect(`school-${salt % 900}`)),
      frames,
    ],
    ['kept', 'a packet that was kept', 'MQTT', frame('service', publish(r(10), true)), frames],
    ['hook-text', 'a request from the service, in text', 'webhook', textHook(r(11)), hookMistakes],
  ]);
}

function casesOf(salt: number, rows: readonly Row[]): readonly Case[] {
  const cases = rows.map(
    ([id, what, due, given, confused = {}]): Case => ({
      id,
      part: 'protocol',
      what,
      given,
      due: { kind: 'value', value: due },
      suspect: (outcome) => confusedIn(outcome, confused),
    }),
  );
  return shuffled(cases, salt);
}

function confusedIn(outcome: Outcome, confused: Confused): Mistake | undefined {
  if (outcome.kind !== 'value') return undefined;
  return Object.entries(confused).find(([said]) => said === outcome.value)?.[1];
}

const soapMistakes = { REST: MISTAKES.soapAsRest, webhook: MISTAKES.answerAsWebhook };
const streamMistakes = { REST: MISTAKES.streamAsRest, webhook: MISTAKES.answerAsWebhook };
const hookMistakes = { REST: MISTAKES.webhookAsRest };
const handshake = { REST: MISTAKES.handshakeAsRest, webhook: MISTAKES.answerAsWebhook };
const frames = { WebSocket: MISTAKES.frames, MQTT: MISTAKES.frames };
const EVENTS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
const WANTS = { accept: 'text/event-stream' };
const GRPC = { 'content-type': 'application/grpc+proto', te: 'trailers' };

const short = ({ city, pm2_5 }: Reading): string => JSON.stringify({ city, pm2_5 });
const publish = (reading: Reading, retained = false): string =>
  mqttPublish(`air/${reading.city}/pm2_5`, short(reading), { retained });
const events = (reading: Reading): string =>
  `id: 1\nevent: change\ndata: ${JSON.stringify({ n: 1, reading })}\n\n`;

const soapCall = ({ city }: Reading): Message =>
  asked(
    'POST /soap HTTP/1.1',
    { ...XML_TYPE, soapaction: '"urn:airlab:air#GetReading"' },
    envelope(`<GetReading xmlns="urn:airlab:air"><city>${city}</city></GetReading>`),
  );
const newerSoap = (reading: Reading): Message =>
  answered(
    { 'content-type': 'application/soap+xml; charset=utf-8' },
    envelope(readingXml(reading, { tag: 'a:' }), { prefix: 'env', version: '1.2' }),
  );
const fault = ({ city }: Reading): Message =>
  answered(
    XML_TYPE,
    envelope(
      `<s:Fault><faultcode>s:Client</faultcode><faultstring>No such city: ${city}</faultstring></s:Fault>`,
      { prefix: 's' },
    ),
    '500 Internal Server Error',
  );

const rpcCall = ({ city }: Reading, id: number) => ({
  jsonrpc: '2.0',
  method: 'air.reading',
  params: { city },
  id,
});
const rpcResult = (result: Reading, id: number) => ({ jsonrpc: '2.0', result, id });
const batch = (a: Reading, b: Reading): Message =>
  askedJson('POST /rpc HTTP/1.1', [rpcCall(a, 1), rpcCall(b, 2)]);
const rpcRefusal = ({ city }: Reading): Message =>
  answeredJson({ id: 4, error: { code: -32001, message: `No such city: ${city}` }, jsonrpc: '2.0' });

const grpcCall = (place: Reading): Message => {
  const { unit: _, pm2_5: __, ...question } = place;
  return asked('POST /airlab.Air/GetReading HTTP/2', GRPC, grpcFrame(question));
};
const grpcAnswer = (reading: Reading): Message => ({
  ...answered({ 'content-type': 'application/grpc+proto' }, grpcFrame(reading)),
  line: 'HTTP/2 200',
});
const newer = (reading: Reading): Message => ({ ...answeredJson(reading), line: 'HTTP/2 200' });

const refusal = ({ city }: Reading): Message =>
  answeredJson({ error: `No such city: ${city}` }, '404 Not Found');
const webhook = (reading: Reading): Message =>
  called(
    'POST /hooks/air HTTP/1.1',
    { 'content-type': 'application/json', 'x-event': 'reading.changed' },
    JSON.stringify({ event: 'reading.changed', reading }),
  );
const textHook = ({ city, pm2_5 }: Reading): Message =>
  called('PUT /screen/text HTTP/1.1', { 'content-type': 'text/plain' }, `PM2.5 in ${city}: ${pm2_5}`);

const upgrade = (salt: number): Message =>
  asked('GET /live HTTP/1.1', {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.from(`airlab ${salt} airlab`.slice(0, 16).padEnd(16, '.')).toString('base64'),
  });
const switched = (salt: number): Message =>
  answered(
    {
      connection: 'Upgrade',
      upgrade: salt % 2 === 0 ? 'websocket' : 'WebSocket',
      'sec-websocket-accept': 'HSmrc0sMlYUkAGmm5OPpG2HaGWk=',
    },
    '',
    '101 Switching Protocols',
  );
