import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { dayAt, dayOf, type EpochDay, isoDay, lastBankDay } from './days.ts';
import { codesOf, daysOf } from './query.ts';
import { CURRENCIES, currencyFacts, FIRST_DAY, isCurrency, rateOn } from './series.ts';

interface Ask {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
  readonly Params: { readonly days: string };
}

interface Amounts {
  readonly amount: number;
  readonly base: string;
  readonly symbols: readonly string[];
}

const TAGS = ['rates'];

/** The twin of Frankfurter v1, deprecated and still served: an object with the codes as names. */
export async function ratesVersion1(app: FastifyInstance, { world }: Surroundings): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=86400');
  });
  app.setNotFoundHandler((_request, reply) => notFound(reply));
  const latest = (request: FastifyRequest<Ask>, reply: FastifyReply) =>
    endOfDay(request, reply, dayAt(world().nowMs));
  const schema = { tags: TAGS, summary: 'v1: one object, the codes are the names in rates' };
  app.get<Ask>('/latest', { schema }, latest);
  app.get<Ask>('/current', { schema: { hide: true } }, latest);
  app.get('/currencies', { schema }, () =>
    Object.fromEntries(CURRENCIES.filter(isCurrency).map((code) => [code, currencyFacts(code).name])),
  );
  app.get<Ask>(
    '/:days',
    { schema: { ...schema, summary: 'A day 2026-01-02, or days 2026-01-01..2026-01-31' } },
    (request, reply) => {
      const today = dayAt(world().nowMs);
      const [from = '', to] = request.params.days.split('..');
      const first = dayOf(from);
      if (first === undefined) return notFound(reply);
      if (to === undefined) return endOfDay(request, reply, Math.min(today, first));
      const last = to === '' ? today : dayOf(to);
      return last === undefined
        ? notFound(reply)
        : interval(request, reply, { first, last: Math.min(today, last) });
    },
  );
}

function endOfDay({ query }: FastifyRequest<Ask>, reply: FastifyReply, wanted: EpochDay) {
  const amounts = amountsOf(query);
  const day = lastBankDay(wanted);
  if (amounts === undefined || day < FIRST_DAY) return notFound(reply);
  const { amount, base } = amounts;
  return { amount, base, date: isoDay(day), rates: ratesOn(day, amounts) };
}

function interval(
  { query }: FastifyRequest<Ask>,
  reply: FastifyReply,
  { first, last }: { readonly first: EpochDay; readonly last: EpochDay },
) {
  const amounts = amountsOf(query);
  const days = daysOf(first, last);
  const [from, to] = [days[0], days.at(-1)];
  if (amounts === undefined || from === undefined || to === undefined) return notFound(reply);
  const { amount, base } = amounts;
  const rates = Object.fromEntries(days.map((day) => [isoDay(day), ratesOn(day, amounts)]));
  return { amount, base, start_date: isoDay(from), end_date: isoDay(to), rates };
}

function ratesOn(day: EpochDay, { amount, base, symbols }: Amounts): Record<string, number> {
  return Object.fromEntries(
    symbols.map((quote) => [quote, Number((amount * rateOn(day, { base, quote })).toPrecision(5))]),
  );
}

/** `from` and `to` are the older names of `base` and `symbols`. Undefined when a currency is not known. */
function amountsOf(query: Ask['Querystring']): Amounts | undefined {
  const base = (query.base ?? query.from ?? 'EUR').toUpperCase();
  const asked = codesOf(query.symbols ?? query.to);
  const symbols = (asked.length === 0 ? CURRENCIES : asked.filter(isCurrency)).filter(
    (code) => code !== base,
  );
  const amount = Number(query.amount ?? 1);
  if (!isCurrency(base) || symbols.length === 0 || !(amount > 0)) return undefined;
  return { amount, base, symbols: [...symbols].sort() };
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ message: 'not found' });
}
