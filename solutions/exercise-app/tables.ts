import { bandOf } from './bands.ts';
import type { Day } from './days.ts';
import type { PastDay } from './history.ts';
import { type Html, html } from './html.ts';
import type { Hour } from './recent.ts';

interface Figure {
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in one sentence. */
  readonly says: string;
  readonly note: string;
  readonly table: Html;
  /** Long tables are opened by who wants them. */
  readonly isFolded?: boolean;
}

/** A chart, drawn later by charts.js, with the words and the table that say the same. */
export function figure({ id, title, says, note, table, isFolded = false }: Figure): Html {
  const folded = html`<details><summary>${title}: the numbers as a table</summary>${table}</details>`;
  return html`<section class="card" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p id="${id}-says">${says}</p>
    <div class="chart" id="${id}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-says"></div>
    <p class="quiet">${note}</p>
    ${isFolded ? folded : table}
  </section>`;
}

/** A gap is written as a gap: a 0 would be the cleanest air in the world. */
const shown = (value: number | null): string => (value === null ? 'no data' : String(value));

const aboveWho = ({ aboveWho }: Day): string =>
  aboveWho === null ? 'not known' : aboveWho ? 'above' : 'within';

const aqiText = ({ aqi }: Day): string => (aqi === null ? 'no data' : `${aqi}, ${bandOf(aqi).name}`);

export function dayTable(days: readonly Day[], unit: string): Html {
  const rows = days.map(
    (day) => html`<tr>
      <th scope="row"><time datetime="${day.date}">${weekday(day.date)} ${day.date}</time></th>
      <td>${shown(day.pm2_5)}</td><td>${aboveWho(day)}</td><td>${aqiText(day)}</td>
      <td>${kind(day)}</td></tr>`,
  );
  return table(['Day', `PM2.5, ${unit}`, 'WHO’s 15', 'European AQI', 'What it is'], rows);
}

export function airHourTable(hours: readonly Hour[], unit: string): Html {
  const rows = hours.map(
    (hour) => html`<tr><th scope="row">${clock(hour)}</th><td>${shown(hour.pm2_5)}</td>
      <td>${shown(hour.european_aqi)}</td><td>${kind(hour)}</td></tr>`,
  );
  return table(['Hour there', `PM2.5, ${unit}`, 'European AQI', 'What it is'], rows);
}

export function weatherHourTable(hours: readonly Hour[]): Html {
  const rows = hours.map(
    (hour) => html`<tr><th scope="row">${clock(hour)}</th><td>${shown(hour.temperature)}</td>
      <td>${shown(hour.precipitation)}</td><td>${kind(hour)}</td></tr>`,
  );
  return table(['Hour there', 'Temperature, °C', 'Rain and snow, mm', 'What it is'], rows);
}

export function pastAirTable(days: readonly PastDay[], unit: string): Html {
  const rows = days.map(
    (day) => html`<tr><th scope="row">${day.date}</th><td>${shown(day.pm2_5)}</td>
      <td>${aboveWho(day)}</td><td>${aqiText(day)}</td></tr>`,
  );
  return table(['Day', `PM2.5, ${unit}`, 'WHO’s 15', 'European AQI'], rows);
}

export function pastWeatherTable(days: readonly PastDay[]): Html {
  const rows = days.map(
    (day) => html`<tr><th scope="row">${day.date}</th><td>${shown(day.temperature)}</td>
      <td>${shown(day.precipitation)}</td></tr>`,
  );
  return table(['Day', 'Temperature, °C', 'Rain and snow, mm'], rows);
}

const clock = ({ local }: Hour): string => `${local.slice(0, 10)} ${local.slice(11, 16)}`;

const kind = ({ forecast }: { readonly forecast: boolean }): string => (forecast ? 'forecast' : 'past');

function table(heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div>`;
}

const weekday = (date: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(date));
