import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Observation, observationsOf } from './observations.ts';

interface Ask {
  readonly Params: { readonly countries: string; readonly indicator: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

interface PageInfo {
  readonly page: number;
  readonly pages: number;
  readonly per_page: number;
  readonly total: number;
  readonly sourceid: string;
  readonly lastupdated: string;
}

const USUAL_PER_PAGE = 50;
const MOST_PER_PAGE = 1_000;
const INVALID = [
  { message: [{ id: '120', key: 'Invalid value', value: 'The provided parameter value is not valid' }] },
];
const SCHEMA = {
  tags: ['worldbank'],
  summary: 'An array of two unlike things: the page, and its values. XML unless format=json',
  querystring: {
    type: 'object',
    properties: Object.fromEntries(
      ['format', 'date', 'page', 'per_page'].map((name) => [name, { type: 'string' }]),
    ),
  },
};

/** The twin of the World Bank's indicators. A wrong country or indicator is answered with 200 and a message. */
export async function worldbankRoutes(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.get<Ask>('/v2/country/:countries/indicator/:indicator', { schema: SCHEMA }, answer);
}

function answer({ params, query }: FastifyRequest<Ask>, reply: FastifyReply): FastifyReply {
  const years = yearsOf(query.date);
  const found = years === undefined ? undefined : observationsOf({ ...params, ...years });
  const isJson = query.format?.toLowerCase() === 'json';
  if (found === undefined) return isJson ? reply.send(INVALID) : sendXml(reply, errorXml());
  const perPage = Math.min(MOST_PER_PAGE, wholeOf(query.per_page, USUAL_PER_PAGE));
  const page = wholeOf(query.page, 1);
  const about: PageInfo = {
    page,
    pages: Math.ceil(found.length / perPage),
    per_page: perPage,
    total: found.length,
    sourceid: '2',
    lastupdated: '2026-10-01',
  };
  const values = found.slice((page - 1) * perPage, page * perPage);
  return isJson ? reply.send([about, values]) : sendXml(reply, dataXml(about, values));
}

/** `2015` or `2010:2020`; all when not given. */
function yearsOf(date: string | undefined): { readonly from: number; readonly to: number } | undefined {
  if (date === undefined) return { from: 0, to: 9_999 };
  const [, from, to = from] = /^(\d{4})(?::(\d{4}))?$/.exec(date) ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}

function wholeOf(text: string | undefined, usual: number): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : usual;
}

function sendXml(reply: FastifyReply, xml: string): FastifyReply {
  return reply.type('text/xml; charset=utf-8').send(`<?xml version="1.0" encoding="utf-8"?>\n${xml}`);
}

function errorXml(): string {
  return '<wb:error xmlns:wb="http://www.worldbank.org"><wb:message id="120" key="Invalid value">The provided parameter value is not valid</wb:message></wb:error>\n';
}

function dataXml(
  { page, pages, per_page: perPage, total, lastupdated }: PageInfo,
  values: readonly Observation[],
): string {
  const rows = values.map(
    ({ indicator, country, countryiso3code, date, value }) => `  <wb:data>
    <wb:indicator id="${indicator.id}">${indicator.value}</wb:indicator>
    <wb:country id="${country.id}">${country.value}</wb:country>
    <wb:countryiso3code>${countryiso3code}</wb:countryiso3code>
    <wb:date>${date}</wb:date>
    <wb:value>${value ?? ''}</wb:value>
  </wb:data>\n`,
  );
  return `<wb:data page="${page}" pages="${pages}" per_page="${perPage}" total="${total}" lastupdated="${lastupdated}" xmlns:wb="http://www.worldbank.org">\n${rows.join('')}</wb:data>\n`;
}
