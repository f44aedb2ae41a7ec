import type { Reading } from '../../../src/services/reading.ts';
import type { Message } from './case.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** You ask. */
export function asked(line: string, headers: Message['headers'] = {}, body = ''): Message {
  return { from: 'you', line, headers: { host: 'air.example', ...headers }, body };
}

/** You ask with JSON. */
export const askedJson = (line: string, content: unknown): Message =>
  asked(line, JSON_TYPE, JSON.stringify(content));

/** The service answers. */
export function answered(headers: Message['headers'], body: string, status = '200 OK'): Message {
  return { from: 'service', line: `HTTP/1.1 ${status}`, headers, body };
}

/** The service answers with JSON. */
export const answeredJson = (content: unknown, status?: string): Message =>
  answered(JSON_TYPE, JSON.stringify(content), status);

/** The service asks you. */
export const called = (line: string, headers: Message['headers'], body: string): Message => ({
  from: 'service',
  line,
  headers: { host: 'school.example', ...headers },
  body,
});

/** Bytes on a connection that is no HTTP. */
export const frame = (from: Message['from'], body: string): Message => ({
  from,
  line: '',
  headers: {},
  body,
});

/** A SOAP envelope around a body; services choose the prefix. */
export function envelope(inside: string, { prefix = 'soap', version = '1.1' } = {}): string {
  const space =
    version === '1.1'
      ? 'http://schemas.xmlsoap.org/soap/envelope/'
      : 'http://www.w3.org/2003/05/soap-envelope';
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    `<${prefix}:Envelope xmlns:${prefix}="${space}"><${prefix}:Body>${inside}</${prefix}:Body></${prefix}:Envelope>`
  );
}

/** The elements of a reading; an hour without a value has no element, as the schema of airlab's WSDL says. */
export function readingXml({ city, time, pm2_5 }: Reading, { tag = '', before = '' } = {}): string {
  const element = (name: string, text: unknown): string => `<${tag}${name}>${text}</${tag}${name}>`;
  const value = pm2_5 === null ? '' : element('pm2_5', pm2_5);
  const name = tag === '' ? '' : `:${tag.slice(0, -1)}`;
  return (
    `<${tag}GetReadingResponse xmlns${name}="urn:airlab:air">` +
    `${element('city', city)}${element('time', time)}${before}${value}${element('unit', 'μg/m³')}` +
    `</${tag}GetReadingResponse>`
  );
}

export const XML_TYPE = { 'content-type': 'text/xml; charset=utf-8' };
