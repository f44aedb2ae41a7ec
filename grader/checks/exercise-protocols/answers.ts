import type { Reading } from '../../../src/services/reading.ts';
import type { Outcome } from '../../exercise.ts';
import type { Case, Due, Message } from './case.ts';
import { answered, answeredJson, envelope, readingXml, XML_TYPE } from './http.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { readingOf, shuffled } from './readings.ts';

type Row = readonly [id: string, what: string, due: Due, given: Message];

/** Three answers with a value, a gap, and a refusal inside a 200. */
export function plainAnswers(salt: number): readonly Case[] {
  const [rest, soap, rpc, gap] = fourReadings(salt);
  return casesOf(salt, [
    ['rest', 'an answer in JSON', value(rest), answeredJson(withPm10(rest))],
    ['soap', 'an answer in an Envelope', value(soap), soapAnswer(soap)],
    ['rpc', 'an answer of JSON-RPC', value(rpc), answeredJson(rpcAnswer({ result: rpc }))],
    ['gap', 'an hour without a value', value(null), answeredJson({ ...gap, pm2_5: null })],
    [
      'refused',
      'a refusal of JSON-RPC',
      refusal(salt, 1),
      answeredJson(rpcAnswer({ error: errorOf(salt, 1) })),
    ],
  ]);
}

/** Gaps, clean air, other orders and prefixes, and a refusal in each protocol. */
export function oddAnswers(salt: number): readonly Case[] {
  const [a, b, c, d] = fourReadings(salt);
  const clean = { ...a, pm2_5: 0 };
  const { message } = errorOf(salt, 2);
  return casesOf(salt, [
    ['clean', 'clean air in JSON', value(clean), answeredJson(clean)],
    ['clean-rpc', 'clean air in JSON-RPC', value(clean), answeredJson(rpcAnswer({ result: clean }))],
    ['clean-soap', 'clean air in an Envelope', value(clean), soapAnswer(clean)],
    ['gap-rpc', 'a gap in JSON-RPC', value(null), answeredJson(rpcAnswer({ result: { ...b, pm2_5: null } }))],
    ['gap-soap', 'a gap in an Envelope', value(null), soapAnswer({ ...b, pm2_5: null })],
    ['prefix', 'an Envelope with other prefixes', value(c), soapAnswer(c, { prefix: 'env', tag: 'air:' })],
    [
      'order',
      'JSON-RPC in another order',
      value(d),
      answeredJson({ id: 9, result: withPm10(d), jsonrpc: '2.0' }),
    ],
    [
      'refused',
      'a refusal of JSON-RPC',
      refusal(salt, 1),
      answeredJson(rpcAnswer({ error: errorOf(salt, 1) })),
    ],
    ['missing', 'a refusal of REST', refusal(salt, 2), answeredJson({ error: message }, '404 Not Found')],
    ['fault', 'a refusal of SOAP', refusal(salt, 3), faultOf(errorOf(salt, 3).message)],
  ]);
}

function fourReadings(salt: number) {
  return [readingOf(salt, 0), readingOf(salt, 1), readingOf(salt, 2), readingOf(salt, 3)] as const;
}

function casesOf(salt: number, rows: readonly Row[]): readonly Case[] {
  const cases = rows.map(
    ([id, what, due, given]): Case => ({
      id,
      part: 'value',
      what,
      given,
      due,
      suspect: (outcome) => suspected(outcome, due, given),
    }),
  );
  return shuffled(cases, salt);
}

function suspected(outcome: Outcome, due: Due, { line, body }: Message): Mistake | undefined {
  if (outcome.kind === 'threw') {
    if (due.kind !== 'error') return undefined;
    if (outcome.name !== 'TypeError') return MISTAKES.ownWords;
    return line.includes(' 200') ? MISTAKES.statusOnly : undefined;
  }
  if (outcome.kind !== 'value') return undefined;
  const given = outcome.value;
  if (due.kind === 'error') {
    if (given === null || given === undefined) return MISTAKES.refusalAsGap;
    return MISTAKES.refusalAsValue;
  }
  if (typeof given === 'string') return Number(given) === due.value ? MISTAKES.textNumber : undefined;
  if (due.value === null) return given === 0 ? MISTAKES.nullAsZero : undefined;
  if (due.value === 0 && given === null) return MISTAKES.zeroAsNull;
  if (given === null && /<(env|air):/.test(body)) return MISTAKES.prefix;
  return typeof given === 'number' && numbersIn(body).includes(given) ? MISTAKES.pm10 : undefined;
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d+(\.\d+)?/g)].map(([number]) => Number(number));

const value = (reading: Pick<Reading, 'pm2_5'> | null): Due => ({
  kind: 'value',
  value: reading?.pm2_5 ?? null,
});

/** The first number is not pm2_5. */
function withPm10(reading: Reading): object {
  return { pm10: pm10Of(reading), ...reading };
}

function soapAnswer(reading: Reading, { prefix = 'soap', tag = '' } = {}): Message {
  const before = `<${tag}pm10>${pm10Of(reading)}</${tag}pm10>`;
  return answered(XML_TYPE, envelope(readingXml(reading, { tag, before }), { prefix }));
}

/** More than any pm2_5 of the same hour. */
function pm10Of({ pm2_5 }: Reading): number {
  return Math.round(((pm2_5 ?? 0) * 1.6 + 2.3) * 10) / 10;
}

const faultOf = (message: string): Message =>
  answered(
    XML_TYPE,
    envelope(
      `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>${message}</faultstring></soap:Fault>`,
    ),
    '500 Internal Server Error',
  );

const rpcAnswer = (content: object) => ({ jsonrpc: '2.0', ...content, id: 1 });

/** Words that differ with the data, so that they must be read. */
function errorOf(salt: number, n: number): { readonly code: number; readonly message: string } {
  const { city, time } = readingOf(salt, 10 + n);
  return { code: -32001, message: `No sensor in ${city} at ${time}, ask ${3 + n} km further` };
}

const refusal = (salt: number, n: number): Due => ({ kind: 'error', words: errorOf(salt, n).message });
