// What the charts look like, as Vega-Lite specifications. Pure: data in, specification out.

/** @typedef {{ at: string, value: number | null, forecast?: boolean, above?: boolean | null }} Point */
/** @typedef {{ unit: string, theme: 'light' | 'dark', fontSize: number, line?: { value: number, says: string } }} Look */

/** WHO global air quality guidelines, 2021: PM2.5 over 24 hours. */
export const WHO_LINE = { value: 15, says: '- - - WHO guideline for 24 hours: 15' };

const COLOURS = {
  light: { ink: '#3c4a57', grid: '#dfe5ea', main: '#0072B2', high: '#B85000' },
  dark: { ink: '#c3cfda', grid: '#2f3d4a', main: '#56B4E9', high: '#E69F00' },
};

/**
 * Days as bars: above the line in another colour, and forecast as outlines. Colour is not the only signal: the line
 * shows what is above.
 *
 * @param {Point[]} points
 * @param {Look} look
 */
export function bars(points, look) {
  const { main, high } = COLOURS[look.theme];
  const isForecast = 'datum.forecast === true';
  const colour = { condition: { test: 'datum.above === true', value: high }, value: main };
  const day = {
    field: 'at',
    type: 'ordinal',
    title: null,
    axis: {
      labelAngle: 0,
      labelOverlap: true,
      labelExpr: "utcFormat(toDate(datum.value + 'T00:00Z'), '%a %-d')",
    },
  };
  return spec(look, [
    {
      data: { values: points },
      mark: { type: 'bar', strokeWidth: 2, strokeDash: [4, 3] },
      encoding: {
        x: day,
        y: amount(look),
        fill: colour,
        fillOpacity: { condition: { test: isForecast, value: 0.12 }, value: 1 },
        stroke: colour,
        strokeOpacity: { condition: { test: isForecast, value: 1 }, value: 0 },
      },
    },
  ]);
}

/**
 * A line over time; dashed where it is forecast, broken where there is no value.
 *
 * @param {Point[]} points
 * @param {Look} look
 */
export function line(points, look) {
  const { main } = COLOURS[look.theme];
  // The first hour of the forecast ends the solid line too, so that the two meet.
  const first = points.findIndex(({ forecast }) => forecast === true);
  const past = first < 0 ? points : points.slice(0, first + 1);
  const part = (values, dash) => ({
    data: { values },
    mark: {
      type: 'line',
      color: main,
      strokeWidth: 2.5,
      strokeDash: dash,
      invalid: 'break-paths-show-path-domains',
    },
    encoding: { x: time(), y: amount(look) },
  });
  return spec(look, [part(past, [1, 0]), ...(first < 0 ? [] : [part(points.slice(first), [5, 4])])]);
}

/** Local clocks are drawn as they are read: their time is put in as if it were UTC, and shown as UTC. */
const time = () => ({
  field: 'at',
  type: 'temporal',
  title: null,
  scale: { type: 'utc' },
  axis: {
    labelOverlap: true,
    tickCount: 7,
    grid: false,
    labelExpr:
      "utcFormat(datum.value, '%H:%M') === '00:00' ? utcFormat(datum.value, '%a %-d %b') : utcFormat(datum.value, '%H:%M')",
  },
});

const amount = ({ unit }) => ({ field: 'value', type: 'quantitative', title: unit, axis: { tickCount: 5 } });

/** What all charts have: their size, their words, the line of a guideline, and the mark at the chosen point. */
function spec(look, layers) {
  const { ink, grid } = COLOURS[look.theme];
  const text = {
    labelColor: ink,
    titleColor: ink,
    labelFontSize: look.fontSize,
    titleFontSize: look.fontSize,
    titleFontWeight: 'normal',
  };
  return {
    width: 'container',
    height: 'container',
    ...(look.line
      ? { title: { text: look.line.says, anchor: 'start', color: ink, fontSize: look.fontSize } }
      : {}),
    background: 'transparent',
    autosize: { type: 'fit', contains: 'padding' },
    config: {
      font: 'system-ui',
      view: { stroke: null },
      axis: { ...text, gridColor: grid, domainColor: grid, tickColor: grid },
    },
    params: [{ name: 'chosen', value: '' }],
    layer: [
      ...layers,
      ...(look.line ? guideline(look.line, COLOURS[look.theme]) : []),
      {
        data: { values: layers.flatMap(({ data }) => data.values) },
        transform: [{ filter: 'datum.at === chosen && datum.value !== null' }],
        mark: { type: 'point', filled: true, size: 110, color: ink },
        encoding: { x: layers[0].encoding.x, y: amount(look) },
      },
    ],
  };
}

/** The line of a guideline, in the colour of its words above the chart. */
function guideline({ value }, { ink }) {
  return [
    {
      data: { values: [{ value }] },
      mark: { type: 'rule', color: ink, strokeWidth: 2, strokeDash: [8, 4] },
      encoding: { y: { field: 'value', type: 'quantitative' } },
    },
  ];
}
