import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csv } from '../csv.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayAt, isoDay, lastBankDay } from './days.ts';
import { grouped, queryOf, type RateRow, rowsOf } from './query.ts';
import { CURRENCIES, currencyFacts, FIRST_DAY, isCurrency } from './series.ts';

interface Ask {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
  readonly Params: { readonly base: string; readonly quote: string };
}

type Form = 'json' | 'csv' | 'ndjson';

const TAGS = ['rates'];
const FORMS: Readonly<Record<string, Form>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
};
const RANGE = {
  tags: TAGS,
  summary: 'Rows of date, base, quote, rate; CSV and NDJSON by Accept',
  querystring: {
    type: 'object',
    properties: Object.fromEntries(
      ['base', 'quotes', 'date', 'from', 'to', 'group'].map((name) => [name, { type: 'string' }]),
    ),
  },
};

/** The twin of Frankfurter v2: one row for a day and a currency. */
export async function ratesVersion2(app: FastifyInstance, { world }: Surroundings): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=900').header('vary', 'Accept');
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ status: 404, message: 'not found' }));
  app.get<Ask>('/rates', { schema: RANGE }, (request, reply) => sendRates(request, reply, formOf(request)));
  app.get<Ask>('/rates.csv', { schema: RANGE }, (request, reply) => sendRates(request, reply, 'csv'));
  app.get<Ask>('/rate/:base/:quote', { schema: { tags: TAGS, summary: 'One pair, as an object' } }, single);
  app.get('/currencies', { schema: { tags: TAGS, summary: 'All currencies and their days' } }, () =>
    currencies(),
  );

  function sendRates({ query, headers }: FastifyRequest<Ask>, reply: FastifyReply, form: Form): FastifyReply {
    const asked = queryOf(query, world().nowMs);
    if ('status' in asked) return reply.code(asked.status).send(asked);
    const all = rowsOf(asked);
    const rows = query.group === 'week' || query.group === 'month' ? grouped(all, query.group) : all;
    const tag = `"${createHash('md5').update(JSON.stringify(rows)).digest('hex')}"`;
    reply.header('etag', tag);
    return headers['if-none-match'] === tag ? reply.code(304).send() : send(reply, rows, form);
  }

  function single({ params, query }: FastifyRequest<Ask>, reply: FastifyReply) {
    const asked = queryOf({ ...query, base: params.base, quotes: params.quote }, world().nowMs);
    if ('status' in asked) return reply.code(asked.status).send(asked);
    const [row] = rowsOf(asked);
    return row ?? reply.code(404).send({ status: 404, message: 'not found' });
  }

  function currencies() {
    const end = isoDay(lastBankDay(dayAt(world().nowMs)));
    return CURRENCIES.filter(isCurrency).map((code) => {
      const { name, number, symbol } = currencyFacts(code);
      return {
        iso_code: code,
        iso_numeric: number,
        name,
        symbol,
        start_date: isoDay(FIRST_DAY),
        end_date: end,
      };
    });
  }
}

function formOf(request: FastifyRequest): Form {
  const type = request.accepts().type(Object.keys(FORMS));
  return (typeof type === 'string' ? FORMS[type] : undefined) ?? 'json';
}

function send(reply: FastifyReply, rows: readonly RateRow[], form: Form): FastifyReply {
  switch (form) {
    case 'json':
      return reply.send(rows);
    case 'csv':
      return reply.type('text/csv; charset=utf-8').send(
        csv(
          ['date', 'base', 'quote', 'rate'],
          rows.map(({ date, base, quote, rate }) => [date, base, quote, rate]),
          { newline: '\n' },
        ),
      );
    case 'ndjson':
      return reply.type('application/x-ndjson').send(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}
