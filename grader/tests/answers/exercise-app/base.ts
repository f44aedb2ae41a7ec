// What the answers share: a right app of node:http, in pieces that each wrong answer replaces one of.

import { createServer, type Server, type ServerResponse } from 'node:http';

export interface Place {
  name: string;
  country: string;
  country_code: string;
  admin1?: string;
  latitude: number;
  longitude: number;
  timezone: string;
}

export interface Hour {
  /** Local, `2026-11-24T10:00`. */
  time: string;
  pm2_5: number | null;
  european_aqi: number | null;
  us_aqi: number | null;
}

export interface Day {
  date: string;
  pm2_5: number | null;
  aboveWho: boolean | null;
  aqi: number | null;
  forecast: boolean;
}

/** An answer with a status of its own. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Values = (number | null)[];
export const whole = (values: Values): values is number[] => values.length > 22 && !values.includes(null);
export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
export const known = (values: Values): number[] => values.filter((value) => value !== null) as number[];

export const pieces = {
  ask: async (url: string): Promise<any> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Refusal(502, `Open-Meteo says ${answer.status}`);
    return await answer.json().catch(() => Promise.reject(new Refusal(502, 'no JSON')));
  },
  searchUrl: (name: string, country?: string): string =>
    `https://geocoding-api.open-meteo.com/v1/search?name=${encodeURIComponent(name)}${country ? `&countryCode=${country}` : ''}`,
  airUrl: ({ latitude, longitude }: Place): string =>
    `https://air-quality-api.open-meteo.com/v1/air-quality?latitude=${latitude}&longitude=${longitude}&hourly=pm2_5,european_aqi,us_aqi&past_days=3&forecast_days=4&timezone=auto`,
  choose: (places: Place[], _country: string): Place | undefined => places[0],
  hits: (places: Place[]): Place[] => places,
  empty: (places: Place[]): Place[] => places,
  required: (query: URLSearchParams, name: string): string => {
    const value = query.get(name);
    if (!value) throw new Refusal(400, `${name} is missing`);
    return value;
  },
  missing: 404,
  today: ({ timezone }: Place): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(Date.now()),
  dateOf: ({ time }: Hour, _offset: number): string => time.slice(0, 10),
  meanOf: (values: Values): number | null => (whole(values) ? mean(values) : null),
  worstOf: (values: Values): number | null => (whole(values) ? Math.max(...values) : null),
  index: 'european_aqi' as 'european_aqi' | 'us_aqi',
  limit: 15,
  isForecast: (date: string, today: string): boolean => date >= today,
  /** Last thing before days are sent. */
  finish: (days: Day[]): any => days,
  keepMs: (nowMs: number): number => Math.min(600_000, 3_600_000 - (nowMs % 3_600_000)),
  keepsErrors: false,
  escaped: (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`),
  row: (day: Day): string =>
    `<tr><th scope="row">${day.date}</th><td>${day.pm2_5?.toFixed(1) ?? 'no data'}</td><td>${day.aboveWho ? 'above' : ''}</td><td>${day.forecast ? 'forecast' : ''}</td></tr>`,
  credit: '<p><a href="https://open-meteo.com/">Open-Meteo</a>, CAMS</p>',
  page: (title: string, body: string): string =>
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`,
  statusOf: (error: unknown): number => (error instanceof Refusal ? error.status : 502),
};

export type Pieces = typeof pieces;

export function appWith(own: Partial<Pieces> = {}): Server {
  const use = { ...pieces, ...own };
  const kept = new Map<string, { untilMs: number; answer: Promise<any> }>();
  const ask = (url: string): Promise<any> => {
    const now = Date.now();
    const before = kept.get(url);
    if (before && now < before.untilMs) return before.answer;
    const answer = use.ask(url);
    kept.set(url, { untilMs: now + use.keepMs(now), answer });
    if (use.keepsErrors) answer.catch(() => undefined);
    else answer.catch(() => kept.delete(url));
    return answer;
  };
  const recent = async (query: URLSearchParams) => {
    const [city, country] = [use.required(query, 'city'), use.required(query, 'country')];
    const { results = [] } = await ask(use.searchUrl(city, country));
    const place = use.choose(results, country);
    if (!place) throw new Refusal(use.missing, `no ${city} in ${country}`);
    const { hourly, hourly_units, utc_offset_seconds } = await ask(use.airUrl(place));
    const hours: Hour[] = hourly.time.map((time: string, at: number) => ({
      time,
      pm2_5: hourly.pm2_5[at],
      european_aqi: hourly.european_aqi[at],
      us_aqi: hourly.us_aqi[at],
    }));
    const dates = [...new Set(hours.map((hour) => use.dateOf(hour, utc_offset_seconds)))];
    const days = dates.map((date) => {
      const ofDay = hours.filter((hour) => use.dateOf(hour, utc_offset_seconds) === date);
      const pm2_5 = use.meanOf(ofDay.map((hour) => hour.pm2_5));
      return {
        date,
        pm2_5: pm2_5 === null ? null : Math.round(pm2_5 * 10) / 10,
        aboveWho: pm2_5 === null ? null : pm2_5 > use.limit,
        aqi: use.worstOf(ofDay.map((hour) => hour[use.index])),
        forecast: use.isForecast(date, use.today(place)),
      };
    });
    return { place, unit: hourly_units.pm2_5, days: use.finish(days) };
  };
  const send = (response: ServerResponse, status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    const isPage = pathname === '/city';
    const json = (status: number, body: unknown) => send(response, status, 'application/json', JSON.stringify(body));
    const html = (status: number, body: string) => send(response, status, 'text/html; charset=utf-8', body);
    try {
      if (pathname === '/health') json(200, { ok: true });
      else if (pathname === '/api/places') {
        const { results = [] } = await ask(use.searchUrl(use.required(searchParams, 'name')));
        const places = use.hits(use.empty(results)).map(({ country_code, admin1, ...place }) => ({
          ...place,
          region: admin1,
          countryCode: country_code,
        }));
        json(200, { places });
      } else if (pathname === '/api/recent') json(200, await recent(searchParams));
      else if (isPage) {
        const { place, days } = await recent(searchParams);
        html(200, use.page(use.escaped(place.name), `<table>${days.map(use.row).join('')}</table>${use.credit}`));
      } else json(404, { error: 'no such path' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const status = use.statusOf(error);
      if (isPage) html(status, use.page('Sorry', `<p>${use.escaped(why)}</p>`));
      else json(status, { error: why });
    }
  });
}
