import type { FastifyInstance, FastifyReply } from 'fastify';
import { csv, type Value } from '../csv.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayAt, dayOf, isoDay } from './days.ts';
import { daysOf } from './query.ts';
import { currencyFacts, FIRST_DAY, isCurrency, rateOn } from './series.ts';

interface Ask {
  readonly Params: { readonly key: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const COLUMNS = [
  'KEY',
  'FREQ',
  'CURRENCY',
  'CURRENCY_DENOM',
  'EXR_TYPE',
  'EXR_SUFFIX',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'DECIMALS',
  'TITLE',
  'UNIT',
] as const;
const DECIMALS = 4;

/** A twin of the ECB's data portal for exchange rates: the address is the key of a series, the answer is CSV. */
export async function ecbRates(app: FastifyInstance, { world }: Surroundings): Promise<void> {
  app.get<Ask>('/service/data/EXR/:key', { schema: SCHEMA }, (request, reply) => {
    const { params, query } = request;
    const [, currency = ''] = /^D\.([A-Z]{3})\.EUR\.SP00\.A$/.exec(params.key) ?? [];
    if (!isCurrency(currency) || currency === 'EUR') return plain(reply, 404, 'No results found.');
    if (query.format !== 'csvdata')
      return plain(reply, 406, 'This twin has csvdata only: add format=csvdata.');
    const today = dayAt(world().nowMs);
    const from = periodOf(query.startPeriod, FIRST_DAY);
    const to = periodOf(query.endPeriod, today);
    if (from === undefined || to === undefined) return plain(reply, 400, 'A period is written 2026-01-31.');
    const days = daysOf(from, Math.min(to, today)).filter((day) => day >= from);
    const last = Number(query.lastNObservations ?? days.length);
    const rows = days.slice(Math.max(0, days.length - last)).map((day) => row(currency, day));
    return reply.type('text/csv; charset=utf-8').send(csv(COLUMNS, rows));
  });
}

const SCHEMA = {
  tags: ['rates'],
  summary: 'ECB style: D.DKK.EUR.SP00.A?lastNObservations=5&format=csvdata',
  querystring: {
    type: 'object',
    properties: Object.fromEntries(
      ['startPeriod', 'endPeriod', 'lastNObservations', 'format'].map((name) => [name, { type: 'string' }]),
    ),
  },
};

function row(currency: string, day: number): readonly Value[] {
  const rate = rateOn(day, { base: 'EUR', quote: currency });
  const key = `EXR.D.${currency}.EUR.SP00.A`;
  const title = `${currencyFacts(currency).name}/Euro (simulated)`;
  return [key, 'D', currency, 'EUR', 'SP00', 'A', isoDay(day), rate, 'A', DECIMALS, title, currency];
}

function periodOf(text: string | undefined, usual: number): number | undefined {
  return text === undefined ? usual : dayOf(text);
}

function plain(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(text);
}
