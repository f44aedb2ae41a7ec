const LISTS = ['hourly', 'current', 'daily', 'minutely_15'] as const;
const REFERENCE_VARIABLES = 10;
const REFERENCE_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * How many calls a request counts as: for each place `max(1, variables / 10, variables / 10 × days / 14)`, as
 * Open-Meteo's pricing says. A refused request counts as one. Read from the query alone, so it needs no answer.
 *
 * @example weightOf('/v1/air-quality?latitude=55.6,39.9&longitude=12.1,116.4&hourly=pm2_5') // 2
 */
export function weightOf(url: string): number {
  const cut = url.indexOf('?');
  const query = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1));
  const places = Math.max(1, listOf(query, 'latitude').length);
  const models = Math.max(1, listOf(query, 'models').length);
  const variables = LISTS.reduce((sum, name) => sum + listOf(query, name).length, 0) * models;
  const share = variables / REFERENCE_VARIABLES;
  return places * Math.max(1, share, (share * daysOf(query, url)) / REFERENCE_DAYS);
}

function listOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(/[,|]/).filter((part) => part !== ''));
}

function daysOf(query: URLSearchParams, url: string): number {
  const [start, end] = [Date.parse(query.get('start_date') ?? ''), Date.parse(query.get('end_date') ?? '')];
  if (Number.isFinite(start) && Number.isFinite(end)) return Math.max(0, (end - start) / DAY_MS + 1);
  const usual = url.startsWith('/v1/air-quality') ? 5 : url.startsWith('/v1/forecast') ? 7 : 1;
  const number = (name: string, otherwise: number): number => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isFinite(value) ? Math.max(0, value) : otherwise;
  };
  return number('past_days', 0) + number('forecast_days', usual);
}
