import type { FoundPlace } from 'airlab';
import { bandOf } from './bands.ts';
import type { History } from './history.ts';
import { type Html, html } from './html.ts';
import type { CityName, Places } from './places.ts';
import { type Hour, leastReal, type Recent } from './recent.ts';
import {
  airHourTable,
  dayTable,
  figure,
  pastAirTable,
  pastWeatherTable,
  weatherHourTable,
} from './tables.ts';
import type { Trouble } from './trouble.ts';
import { words } from './words.ts';

const EXAMPLES = [
  { name: 'Roskilde', country: 'Denmark', countryCode: 'DK' },
  { name: 'Beijing', country: 'China', countryCode: 'CN' },
];

/** Vega first, in this order; then ours, which finds it there. They load while the page is read. */
const SCRIPTS = html`${['vega', 'vega-lite', 'vega-embed'].map(
  (name) => html`<script defer src="/assets/${name}.js"></script>`,
)}
    <script type="module" src="/assets/charts.js"></script>`;

/** The first page: a search, and two cities to begin with. */
export function homePage(): string {
  return layout(
    'Air and weather',
    html`
    <h1>How is the air?</h1>
    <p>Search for any city. You see its fine dust (PM2.5) and its weather: the last days, the next ones, and the past.</p>
    ${placeList(EXAMPLES)}`,
  );
}

/** All places of a name. Which one was meant is the visitor's to say. */
export function hitsPage(name: string, { places, attribution }: Places): string {
  const found =
    places.length === 0 ? 'No place' : places.length === 1 ? 'One place' : `${places.length} places`;
  const hits =
    places.length === 0
      ? html`<p>Check the spelling, or write the name as it is written there. Three letters are enough to begin.</p>`
      : html`<p>Which one do you mean?</p>${placeList(places)}`;
  return layout(
    `Places called ${name}`,
    html`
    <h1>${found} for “${name}”</h1>
    ${hits}
    <p class="quiet">${linked(attribution)}</p>`,
    name,
  );
}

/** One city: now, recent days, the past. Each chart has its table, so the page is whole without JavaScript. */
export function cityPage(asked: CityName, recent: Recent, past: History): string {
  const { place, hours, days, unit } = recent;
  const source = leastReal(recent.source, past.source);
  const attribution = [...new Set([...recent.attribution, ...past.attribution])];
  const now = hours.findLast(({ forecast }) => !forecast);
  const title = [...new Set([place.name, place.region, place.country])].filter(Boolean).join(', ');
  return layout(
    title,
    html`
    ${
      source.kind === 'open-meteo'
        ? undefined
        : html`<p class="banner" role="note">
      <strong>Simulated data</strong>: no measurement and no forecast. Lesson data, invented by airlab (${source.label}).</p>`
    }
    <h1>${title}</h1>
    ${now && nowCard(now, unit, place)}
    ${figure({
      id: 'days',
      title: 'Fine dust by day',
      says: words.days(days, unit),
      note: `Mean PM2.5 of each day in ${place.timezone}. The WHO recommends at most 15 ${unit} over 24 hours. From today on it is forecast.`,
      table: dayTable(days, unit),
    })}
    ${figure({
      id: 'hours',
      title: 'Fine dust by hour',
      says: words.hours(hours, unit),
      note: 'The line is dashed where it is forecast.',
      table: airHourTable(hours, unit),
      isFolded: true,
    })}
    ${figure({
      id: 'weather',
      title: 'Temperature by hour',
      says: words.weather(hours),
      note: 'The line is dashed where it is forecast. The table has rain and snow, too.',
      table: weatherHourTable(hours),
      isFolded: true,
    })}
    <h2 id="past-title">The past</h2>
    ${periodForm(asked, past)}
    ${figure({
      id: 'past-air',
      title: 'Fine dust of past days',
      says: words.days(past.days, unit),
      note: `Daily means, with the WHO’s 15 ${unit} as a line. Days with gaps have no mean.`,
      table: pastAirTable(past.days, unit),
      isFolded: true,
    })}
    ${figure({
      id: 'past-weather',
      title: 'Temperature of past days',
      says: words.temperature(past.days),
      note: 'Daily means. The table has rain and snow, too.',
      table: pastWeatherTable(past.days),
      isFolded: true,
    })}
    <footer class="quiet">
      ${source.kind === 'simulated' ? html`<p>Simulated here. With AIRLAB_LIVE=1 the data would be:</p>` : undefined}
      <ul>${attribution.map((line) => html`<li>${linked(line)}</li>`)}</ul>
      <p>Values are computed by models, for cells of some kilometres. A street in it may be much worse. No value is a
        measurement of a station.</p>
    </footer>
    ${SCRIPTS}`,
  );
}

/** What went wrong, and the next step. */
export function troublePage({ status, error, next }: Trouble): string {
  const titles: Readonly<Record<number, string>> = { 400: 'That cannot be asked', 404: 'Not found' };
  const title = titles[status] ?? 'No answer just now';
  return layout(title, html`<h1>${title}</h1><p>${error}</p><p><strong>Next:</strong> ${next}</p>`);
}

function nowCard(
  { local, pm2_5, european_aqi, temperature }: Hour,
  unit: string,
  { timezone }: FoundPlace,
): Html {
  const band = bandOf(european_aqi);
  return html`<section class="now" aria-label="Now">
    <p><span class="quiet">PM2.5</span> <strong>${pm2_5 ?? 'no data'}</strong> ${pm2_5 === null ? '' : unit}</p>
    <p><span class="quiet">European air quality index</span>
      <strong class="band ${band.id}">${band.name}</strong> ${european_aqi ?? ''}</p>
    <p><span class="quiet">Temperature</span> <strong>${temperature ?? 'no data'}</strong> ${temperature === null ? '' : '°C'}</p>
    <p class="quiet">Hour of ${local.slice(11, 16)} on ${local.slice(0, 10)}, on the clocks of ${timezone}.</p>
  </section>`;
}

type Listed = Pick<FoundPlace, 'name'> &
  Partial<Pick<FoundPlace, 'region' | 'country' | 'countryCode' | 'population'>>;

function placeList(places: readonly Listed[]): Html {
  const items = places.map(({ name, region, country, countryCode = '', population }) => {
    const address = new URLSearchParams({ city: name, country: countryCode, ...(region ? { region } : {}) });
    const where = [region, country].filter(Boolean).join(', ');
    const people = population ? `, ${population.toLocaleString('en')} people` : '';
    return html`<li><a href="/city?${address.toString()}">${name}</a> <span class="quiet">${where}${people}</span></li>`;
  });
  return html`<ul class="places">${items}</ul>`;
}

function periodForm({ city, country, region }: CityName, { period }: History): Html {
  const hidden = Object.entries({ city, country, ...(region ? { region } : {}) }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form action="/city#past-title" class="period">${hidden}
    <label>From <input type="date" name="from" value="${period.from}" required></label>
    <label>to <input type="date" name="to" value="${period.to}" required></label>
    <button>Show</button></form>`;
}

/** Their licence asks for a link. */
function linked(attribution: string): Html {
  const [before, after] = attribution.split('Open-Meteo.com');
  return after === undefined
    ? html`${attribution}`
    : html`${before}<a href="https://open-meteo.com/">Open-Meteo.com</a>${after}`;
}

/** What all pages have: the search stands on each of them. */
function layout(title: string, body: Html, name = ''): string {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · airlab</title>
  <link rel="stylesheet" href="/assets/style.css">
  <link rel="icon" href="/assets/icon.svg">
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header>
    <a href="/" class="home">Air and weather</a>
    <form action="/places" role="search">
      <label for="name">City</label>
      <input id="name" name="name" type="search" value="${name}" required maxlength="100" autocomplete="off">
      <button>Search</button>
    </form>
  </header>
  <main id="main" tabindex="-1">${body}</main>
</body>
</html>
`.text;
}
