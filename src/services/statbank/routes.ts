import type { FastifyInstance, FastifyReply } from 'fastify';
import { jsonStat, type Language, PRESENTATIONS, type Presentation, statCsv } from './forms.ts';
import { choose, type Mistake, sizeOf, type Wanted } from './selection.ts';
import { type StatTable, SUBJECTS, TABLES, tableNamed, UPDATED } from './tables.ts';

interface Ask {
  readonly Params: { readonly table: string; readonly format: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
  readonly Body: unknown;
}

/** A question for data, however it came: as a body, or in the address. */
interface DataQuery {
  readonly table: string;
  readonly format: string;
  readonly lang: Language;
  readonly presentation: Presentation;
  readonly variables: readonly Wanted[];
}

const TAGS = ['statbank'];
const MOST_CELLS = 10_000;
const NOT_VARIABLES = new Set(['lang', 'valuepresentation', 'delimiter', 'timeorder']);

/** The twin of Statistics Denmark's StatBank: look first (subjects, tables, tableinfo), then read with a POST. */
export async function statbankRoutes(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
  });
  for (const method of ['GET', 'POST'] as const) {
    app.route<Ask>({ method, url: '/v1/subjects', schema: about('Subjects'), handler: () => subjects() });
    app.route<Ask>({
      method,
      url: '/v1/tables',
      schema: about('Tables'),
      handler: ({ body }) => tables(field(body, 'subjects')),
    });
  }
  app.post<Ask>('/v1/tableinfo', { schema: about('What a table has') }, ({ body }, reply) =>
    info(reply, textOf(field(body, 'table'))),
  );
  app.get<Ask>('/v1/tableinfo/:table', { schema: about('What a table has') }, ({ params }, reply) =>
    info(reply, params.table),
  );
  app.post<Ask>('/v1/data', { schema: DATA }, ({ body }, reply) => data(reply, fromBody(body)));
  app.get<Ask>(
    '/v1/data/:table/:format',
    { schema: about('The same, from the address') },
    ({ params, query }, reply) => data(reply, fromAddress(params, query)),
  );
}

const DATA = {
  tags: TAGS,
  summary: 'Reads data with a POST: CSV with semicolons, or JSONSTAT',
  body: {
    type: 'object',
    properties: {
      table: { type: 'string', example: 'LUFT1' },
      format: { type: 'string', enum: ['CSV', 'JSONSTAT'] },
      lang: { type: 'string', enum: ['da', 'en'] },
      valuePresentation: { type: 'string', enum: PRESENTATIONS },
      variables: {
        type: 'array',
        items: {
          type: 'object',
          properties: { code: { type: 'string' }, values: { type: 'array', items: { type: 'string' } } },
        },
      },
    },
  },
};

function data(
  reply: FastifyReply,
  { table: id, format, lang, presentation, variables }: DataQuery,
): FastifyReply {
  const table = tableNamed(id);
  if (table === undefined) return refuse(reply, noTable(id));
  const chosen = choose(table, variables);
  if ('message' in chosen) return refuse(reply, chosen);
  if (sizeOf(chosen) > MOST_CELLS)
    return refuse(reply, { errorTypeCode: 'EXTRACT-TOOBIG', message: 'Choose fewer values.' });
  switch (format.toUpperCase()) {
    case 'CSV':
      return reply.type('text/csv; charset=utf-8').send(statCsv(table, chosen, { lang, presentation }));
    case 'JSONSTAT':
      return reply.send(jsonStat(table, chosen));
    default:
      return refuse(reply, {
        errorTypeCode: 'REQUEST-FORMAT',
        message: `The format ${format} is not one of CSV, JSONSTAT.`,
      });
  }
}

function info(reply: FastifyReply, id: string): FastifyReply {
  const table = tableNamed(id);
  if (table === undefined) return refuse(reply, noTable(id));
  return reply.send({
    id: table.id,
    text: table.text,
    description: table.text,
    unit: table.unit,
    updated: UPDATED,
    active: true,
    variables: table.variables.map(({ values, ...variable }) => ({ ...variable, values })),
  });
}

function subjects() {
  return SUBJECTS.map((subject) => ({ ...subject, active: true, hasSubjects: false, subjects: [] }));
}

function tables(wanted: unknown) {
  const ids = Array.isArray(wanted) ? wanted : [];
  return TABLES.filter(({ subject }) => ids.length === 0 || ids.includes(subject)).map(
    (table: StatTable) => ({
      id: table.id,
      text: table.text,
      unit: table.unit,
      updated: UPDATED,
      firstPeriod: table.variables.find(({ time }) => time)?.values[0]?.id,
      latestPeriod: table.variables.find(({ time }) => time)?.values.at(-1)?.id,
      active: true,
      variables: table.variables.map(({ text }) => text),
    }),
  );
}

function fromBody(body: unknown): DataQuery {
  const variables = field(body, 'variables');
  return {
    table: textOf(field(body, 'table')),
    format: textOf(field(body, 'format')) || 'JSONSTAT',
    lang: languageOf(field(body, 'lang')),
    presentation: presentationOf(field(body, 'valuePresentation')),
    variables: (Array.isArray(variables) ? variables : []).map((one: unknown) => {
      const values = field(one, 'values');
      return { code: textOf(field(one, 'code')), values: Array.isArray(values) ? values.map(textOf) : [] };
    }),
  };
}

function fromAddress({ table, format }: Ask['Params'], query: Ask['Querystring']): DataQuery {
  return {
    table,
    format,
    lang: languageOf(query.lang),
    presentation: presentationOf(query.valuePresentation),
    variables: Object.entries(query)
      .filter(([name]) => !NOT_VARIABLES.has(name.toLowerCase()))
      .map(([code, values]) => ({ code, values: (values ?? '').split(',') })),
  };
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function languageOf(value: unknown): Language {
  return value === 'en' ? 'en' : 'da';
}

function presentationOf(value: unknown): Presentation {
  return PRESENTATIONS.find((one) => one === value) ?? 'Default';
}

function noTable(id: string): Mistake {
  return { errorTypeCode: 'EXTRACT-NOTFOUND', message: `The table ${id} was not found.` };
}

function refuse(reply: FastifyReply, mistake: Mistake): FastifyReply {
  return reply.code(400).send(mistake);
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
