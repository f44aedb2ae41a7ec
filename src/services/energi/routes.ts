import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { momentWritten } from './danish-time.ts';
import { AREAS, DATASETS, type PriceDataset, type PriceRecord } from './prices.ts';

interface Ask {
  readonly Params: { readonly name: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

interface Window {
  readonly startMs: number;
  readonly endMs: number;
  readonly areas: readonly string[];
  readonly limit: number;
  readonly offset: number;
  readonly ascending: boolean;
}

const USUAL_LIMIT = 100;
const MOST_ROWS = 5_000;
const SCHEMA = {
  tags: ['energi'],
  summary: 'Prices: Elspotprices ends on 2025-09-30, DayAheadPrices begins on 10-01 with other columns',
  querystring: {
    type: 'object',
    properties: Object.fromEntries(
      ['start', 'end', 'filter', 'limit', 'offset', 'sort', 'columns'].map((name) => [
        name,
        { type: 'string' },
      ]),
    ),
  },
};

/**
 * The twin of Energi Data Service. A dataset that has ended still answers 200, with no records: nobody notices who
 * does not count them.
 */
export async function energiRoutes(app: FastifyInstance, { world }: Surroundings): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.get<Ask>('/dataset/:name', { schema: SCHEMA }, ({ params, query }, reply) => {
    const dataset = DATASETS.find(({ name }) => name.toLowerCase() === params.name.toLowerCase());
    if (dataset === undefined) return refuse(reply, 404, `The dataset ${params.name} does not exist.`);
    const window = windowOf(dataset, query, world().nowMs);
    if (typeof window === 'string') return refuse(reply, 400, window);
    const { total, records } = recordsOf(dataset, window);
    return {
      total,
      ...(query.filter === undefined ? {} : { filters: query.filter }),
      ...(query.sort === undefined ? {} : { sort: query.sort }),
      limit: window.limit,
      dataset: dataset.name,
      records: records.map((record) => columnsOf(record, query.columns)),
    };
  });
}

/** The question, or what is wrong with it. */
function windowOf(dataset: PriceDataset, query: Ask['Querystring'], nowMs: number): Window | string {
  const startMs = query.start === undefined ? dataset.firstMs : momentWritten(query.start, nowMs);
  const endMs = query.end === undefined ? Number.POSITIVE_INFINITY : momentWritten(query.end, nowMs);
  if (startMs === undefined || endMs === undefined)
    return 'start and end are written 2025-10-01T00:00 or now-P1D.';
  const areas = areasOf(query.filter);
  if (areas === undefined) return 'filter is written {"PriceArea":["DK2"]}.';
  const [limit, offset] = [Number(query.limit ?? USUAL_LIMIT), Number(query.offset ?? 0)];
  if (![limit, offset].every((value) => Number.isInteger(value) && value >= 0))
    return 'limit and offset are whole numbers.';
  return {
    startMs: Math.max(dataset.firstMs, startMs),
    endMs: Math.min(dataset.endMs(nowMs), endMs),
    areas,
    // 0 asks for all.
    limit: limit === 0 ? MOST_ROWS : Math.min(MOST_ROWS, limit),
    offset,
    ascending: /^(Hour|Time)(UTC|DK)(\s+asc)?$/i.test(query.sort ?? ''),
  };
}

/** Only the rows of the page are made, because two years of quarters are many. */
function recordsOf(
  { stepMs, record }: PriceDataset,
  { startMs, endMs, areas, limit, offset, ascending }: Window,
) {
  const first = Math.ceil(startMs / stepMs) * stepMs;
  const steps = Math.max(0, Math.ceil((endMs - first) / stepMs));
  const total = steps * areas.length;
  const records = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, nth) => {
    const index = offset + nth;
    const step = Math.floor(index / areas.length);
    const ms = first + (ascending ? step : steps - 1 - step) * stepMs;
    return record(ms, areas[index % areas.length] ?? '');
  });
  return { total, records };
}

function areasOf(filter: string | undefined): readonly string[] | undefined {
  if (filter === undefined) return AREAS;
  try {
    const parsed: unknown = JSON.parse(filter);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const wanted: unknown = 'PriceArea' in parsed ? parsed.PriceArea : AREAS;
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return AREAS.filter((area) => list.includes(area));
  } catch {
    return undefined;
  }
}

function columnsOf(record: PriceRecord, columns: string | undefined): PriceRecord {
  if (columns === undefined) return record;
  const wanted = new Set(columns.split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name)));
}

function refuse(reply: FastifyReply, statusCode: number, message: string): FastifyReply {
  return reply.code(statusCode).send({ statusCode, message });
}
