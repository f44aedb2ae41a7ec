import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dataset, SCHOOL_AIR } from './school-air.ts';

interface Ask {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly error: string;
}

const TAGS = ['datasets'];
const DATASETS: readonly Dataset[] = [SCHOOL_AIR];
const MOST_PER_PAGE = 100;
const PARAMETERS = ['dataset', 'config', 'split', 'offset', 'length'] as const;
const QUERY = {
  type: 'object',
  properties: Object.fromEntries(PARAMETERS.map((name) => [name, { type: 'string' }])),
};

/** The twin of the Hugging Face dataset viewer: rows in pages of at most 100, with the schema in every answer. */
export async function datasetsRoutes(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
  });
  app.get('/is-valid', { schema: about('What the viewer can do with a dataset') }, () => ({
    preview: true,
    viewer: true,
    search: false,
    filter: false,
    statistics: false,
  }));
  app.get<Ask>('/splits', { schema: about('The parts of a dataset') }, ({ query }, reply) => {
    const dataset = datasetOf(query);
    if ('error' in dataset) return refuse(reply, dataset);
    const { name, config } = dataset;
    const splits = Object.keys(dataset.splits).map((split) => ({ dataset: name, config, split }));
    return { splits, pending: [], failed: [] };
  });
  app.get<Ask>(
    '/rows',
    { schema: { ...about('Rows from offset on, at most 100'), querystring: QUERY } },
    rows,
  );
}

function rows({ query }: FastifyRequest<Ask>, reply: FastifyReply) {
  const dataset = datasetOf(query);
  if ('error' in dataset) return refuse(reply, dataset);
  const total = Object.hasOwn(dataset.splits, query.split ?? '')
    ? dataset.splits[query.split ?? '']
    : undefined;
  if (query.config !== dataset.config || total === undefined || query.split === undefined)
    return refuse(reply, missingPart(query));
  const page = pageOf(query);
  if ('error' in page) return refuse(reply, page);
  const { split } = query;
  const count = Math.max(0, Math.min(page.length, total - page.offset));
  return {
    features: dataset.features,
    rows: Array.from({ length: count }, (_, nth) => ({
      row_idx: page.offset + nth,
      row: dataset.row(split, page.offset + nth),
      truncated_cells: [],
    })),
    num_rows_total: total,
    num_rows_per_page: MOST_PER_PAGE,
    partial: false,
  };
}

function datasetOf({ dataset: name }: Ask['Querystring']): Dataset | Refusal {
  if (name === undefined || name === '') return required('dataset');
  return (
    DATASETS.find((dataset) => dataset.name === name) ?? {
      status: 404,
      code: 'DatasetNotFoundError',
      error: `The dataset does not exist, or is not accessible without authentication. Here there is ${SCHOOL_AIR.name}.`,
    }
  );
}

function missingPart({ config, split }: Ask['Querystring']): Refusal {
  if (config === undefined) return required('config');
  if (split === undefined) return required('split');
  return {
    status: 404,
    code: 'SplitNotFoundError',
    error: 'The config or the split does not exist: see /splits.',
  };
}

function pageOf(query: Ask['Querystring']): { readonly offset: number; readonly length: number } | Refusal {
  const [offset, length] = [Number(query.offset ?? 0), Number(query.length ?? MOST_PER_PAGE)];
  for (const [name, value] of Object.entries({ offset, length })) {
    if (!Number.isInteger(value)) return invalid(`Parameter '${name}' must be integer`);
    if (value < 0) return invalid(`Parameter '${name}' must be positive`);
  }
  if (length > MOST_PER_PAGE) return invalid(`Parameter 'length' must not be greater than ${MOST_PER_PAGE}`);
  return { offset, length };
}

function required(name: string): Refusal {
  return { status: 422, code: 'MissingRequiredParameter', error: `Parameter '${name}' is required` };
}

function invalid(error: string): Refusal {
  return { status: 422, code: 'InvalidParameter', error };
}

function refuse(reply: FastifyReply, { status, code, error }: Refusal): FastifyReply {
  return reply.code(status).header('x-error-code', code).send({ error });
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
