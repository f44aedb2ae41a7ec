// The city of Roskilde wants a page of its own: how was the air, how will it be, and is it above what the WHO advises?
// You write the server behind it: one part that finds cities, one that knows their days, one that shows them to people.
// makeApp makes the server; `npm run app -- mine` starts it. The finished app is `npm run app`.
// Grade as often as you like:  grade exercise-app

import { airQuality, searchPlaces, WHO_2021 } from 'airlab';
import fastify, { type FastifyInstance } from 'fastify';

/** One day of the city, from midnight to midnight on its own clocks. */
export interface Day {
  /** `2026-11-24` */
  date: string;
  /** Mean of all hours, one decimal. Null when an hour has no value: half a day says nothing about 24 hours. */
  pm2_5: number | null;
  /** Whether the mean is above the WHO's guideline for 24 hours. Null when there is no mean. */
  aboveWho: boolean | null;
  /** European AQI of the worst hour. Null when an hour has none. */
  aqi: number | null;
  /** True from today on: a part of today is still to come. */
  forecast: boolean;
}

/** What can be asked: the types of `query` for app.get<NameQuestion>(…) and the others. */
export interface NameQuestion {
  Querystring: { name: string };
}
export interface CityQuestion {
  /** country: two letters, `DK`. There is a Paris in France, and one in the USA. */
  Querystring: { city: string; country: string };
}

/** Given: three days back, today, and three days ahead, on the clocks of the place. */
export const WINDOW = { pastDays: 3, forecastDays: 4 };

/** Given: text as HTML shows it. Whoever writes the address chooses what a city is called. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

export function makeApp(): FastifyInstance {
  const app = fastify();

  app.get('/health', async () => ({ ok: true }));

  // In all three parts: a question of the wrong form is 400, a city that is not found 404, and no good answer from
  // Open-Meteo 502. Each with a reason: { error: '…' }, or on a page, in words.

  // TODO part 1. GET /api/places?name=Paris        all that were found, best first; none is an empty list
  // { places: [{ name: 'Paris', region: 'Île-de-France', country: 'France', countryCode: 'FR',
  //              latitude: 48.85, longitude: 2.35, timezone: 'Europe/Paris' }, …] }

  // TODO part 2. GET /api/recent?city=Paris&country=US
  // { place: { name: 'Paris', country: 'United States', timezone: 'America/Chicago' }, unit: 'μg/m³', days: Day[] }
  // Be polite: who asks the same again within ten minutes is answered without Open-Meteo. Not past the full hour.

  // TODO part 3. GET /city?city=Paris&country=US   the same as a page (type text/html), with:
  // - <html lang="en">, a <title>, and an <h1> with the city
  // - a <table> with one row a day: its date, its mean (or `no data`), `above` where it is above the WHO's line,
  //   and `forecast` where it is one
  // - whose data these are: Open-Meteo and CAMS, with a link to https://open-meteo.com/

  return app;
}
