// Draws the charts of a city's page from the same JSON that programs get. Without it the page has its tables.

import { bars, line, WHO_LINE } from './specs.js';

/** @typedef {import('./specs.js').Point} Point */
/** @typedef {{ id: string, unit: string, points: Point[], draw: typeof bars, line?: typeof WHO_LINE, says: (point: Point) => string }} Chart */

const isDark = matchMedia('(prefers-color-scheme: dark)');

drawAll('/api/recent', recentCharts);
drawAll('/api/history', pastCharts);

/** @param {(data: any) => Chart[]} chartsOf */
async function drawAll(path, chartsOf) {
  try {
    for (const chart of chartsOf(await get(path))) await show(chart);
  } catch (error) {
    // The page has told everything already; its words and tables stay.
    console.error(error);
    for (const place of document.querySelectorAll('.chart:empty'))
      place.textContent = 'The chart could not be drawn. Reload the page, or read the table.';
  }
}

/** Asks for what this page is about: its own address, as JSON. */
async function get(path) {
  const answer = await fetch(path + location.search);
  if (!answer.ok) throw new Error(`${path} says ${answer.status}`);
  return answer.json();
}

/** @returns {Chart[]} */
function recentCharts({ days, hours, unit }) {
  const wall = ({ local }) => `${local.slice(0, 16)}Z`;
  const hourly = (name) =>
    hours.map((hour) => ({ at: wall(hour), value: hour[name], forecast: hour.forecast }));
  const daily = days.map(({ date, pm2_5, aboveWho, forecast }) => ({
    at: date,
    value: pm2_5,
    above: aboveWho,
    forecast,
  }));
  return [
    { id: 'days', unit, points: daily, draw: bars, line: WHO_LINE, says: saysWith(unit) },
    { id: 'hours', unit, points: hourly('pm2_5'), draw: line, says: saysWith(unit) },
    { id: 'weather', unit: '°C', points: hourly('temperature'), draw: line, says: saysWith('°C') },
  ];
}

/** @returns {Chart[]} */
function pastCharts({ days, unit }) {
  const daily = (name) => days.map((day) => ({ at: day.date, value: day[name] }));
  return [
    { id: 'past-air', unit, points: daily('pm2_5'), draw: line, line: WHO_LINE, says: saysWith(unit) },
    { id: 'past-weather', unit: '°C', points: daily('temperature'), draw: line, says: saysWith('°C') },
  ];
}

function saysWith(unit) {
  return ({ at, value, forecast }) => {
    const when = at.length > 10 ? `${at.slice(0, 10)} ${at.slice(11, 16)}` : at;
    return `${when}: ${value === null ? 'no data' : `${value} ${unit}`}${forecast ? ', forecast' : ''}`;
  };
}

/** Draws one chart, and a slider under it that reads it point by point: with arrow keys, a finger, or the pointer. */
async function show(chart) {
  const place = document.getElementById(chart.id);
  if (!place) return;
  const slider = sliderFor(chart);
  place.after(slider.box);
  let view = await draw(place, chart);
  const choose = () => {
    const point = chart.points[slider.input.valueAsNumber];
    if (!point) return;
    slider.says.textContent = chart.says(point);
    slider.input.setAttribute('aria-valuetext', chart.says(point));
    view.signal('chosen', point.at).run();
  };
  slider.input.addEventListener('input', choose);
  place.addEventListener('pointermove', (event) => {
    const share =
      (event.clientX - place.getBoundingClientRect().left - view.origin()[0]) / view.signal('width');
    slider.input.valueAsNumber = Math.min(
      chart.points.length - 1,
      Math.max(0, Math.floor(share * chart.points.length)),
    );
    choose();
  });
  isDark.addEventListener('change', async () => {
    view.finalize();
    view = await draw(place, chart);
    choose();
  });
}

async function draw(place, chart) {
  const spec = chart.draw(chart.points, {
    unit: chart.unit,
    theme: isDark.matches ? 'dark' : 'light',
    fontSize: 0.8 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    ...(chart.line ? { line: chart.line } : {}),
  });
  // Vega interprets its expressions (ast), so that the page's policy may forbid code made of text.
  const options = {
    actions: false,
    ast: true,
    renderer: 'svg',
    defaultStyle: false,
    tooltip: false,
    logLevel: 1,
  };
  const { view } = await globalThis.vegaEmbed(place, spec, options);
  // The place says what the picture shows; its parts would only be noise to a screen reader.
  place.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  return view;
}

function sliderFor({ id, points }) {
  const box = document.createElement('p');
  const input = document.createElement('input');
  const says = document.createElement('output');
  box.className = 'slider';
  input.type = 'range';
  input.max = String(points.length - 1);
  input.value = '0';
  input.setAttribute('aria-labelledby', `${id}-title`);
  says.textContent = 'Move the slider to read values.';
  // The slider speaks its value by itself; once is enough.
  says.setAttribute('aria-live', 'off');
  box.append(input, says);
  return { box, input, says };
}
