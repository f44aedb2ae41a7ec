/** @import { PassesRow } from '../race/passes-rows.js' */

/** Colours of Okabe and Ito, told apart by people who see fewer colours; brighter ones on dark. */
const COLOURS = {
  light: ['#0072B2', '#B85000', '#00795A', '#A24A7D', '#000000'],
  dark: ['#56B4E9', '#E69F00', '#2FC79A', '#E79CC4', '#FFFFFF'],
};
const DASHES = [
  [1, 0],
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
  [1, 5],
];

/**
 * The chart of passes over time, drawn by Vega in one element and kept up to date there. The table beside it says the
 * same in words.
 *
 * @example
 * const chart = new PassesChart(element);
 * chart.show(rows, { minutes: 15, freezeMinute: 12, people: 60 });
 */
export class PassesChart {
  /** @type {HTMLElement} */
  #element;
  #shown = '';
  #isDark = matchMedia('(prefers-color-scheme: dark)');
  /** @type {Promise<unknown>} */
  #drawing = Promise.resolve();
  /** @type {{ finalize(): void } | undefined} */
  #drawn;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /**
   * @param {readonly PassesRow[]} rows
   * @param {{ minutes: number, freezeMinute: number, people: number }} frame
   */
  show(rows, frame) {
    const spec = passesSpec(rows, { ...frame, theme: this.#isDark.matches ? 'dark' : 'light' });
    const text = JSON.stringify(spec);
    if (text === this.#shown) return;
    this.#shown = text;
    // One after the other: two drawings in one element at once would both stay there.
    this.#drawing = this.#drawing.then(() => this.#draw(spec)).catch((error) => console.error(error));
  }

  /** @param {object} spec */
  async #draw(spec) {
    const { vegaEmbed } = /** @type {any} */ (globalThis);
    this.#drawn?.finalize();
    this.#drawn = await vegaEmbed(this.#element, spec, {
      actions: false,
      ast: true,
      renderer: 'svg',
      defaultStyle: false,
      tooltip: false,
    });
  }
}

/**
 * @param {readonly PassesRow[]} rows
 * @param {{ minutes: number, freezeMinute: number, people: number, theme: 'light' | 'dark' }} frame
 */
export function passesSpec(rows, { minutes, freezeMinute, people, theme }) {
  const ink = theme === 'dark' ? '#C3CFDA' : '#45535F';
  const grid = theme === 'dark' ? '#2A3744' : '#E3E7EB';
  const colours = COLOURS[theme];
  const most = Math.max(4, people);
  const checks = [...new Set(rows.map(({ check }) => check))];
  const words = {
    labelColor: ink,
    titleColor: ink,
    labelFontSize: 14,
    titleFontSize: 14,
    titleFontWeight: 'normal',
  };
  return {
    width: 'container',
    height: 'container',
    background: 'transparent',
    autosize: { type: 'fit', contains: 'padding' },
    config: {
      view: { stroke: null },
      axis: { ...words, gridColor: grid, domainColor: grid, tickColor: grid },
      font: 'system-ui',
    },
    layer: [
      {
        data: { values: [{ minute: freezeMinute }] },
        mark: { type: 'rule', strokeDash: [3, 3], color: ink },
        encoding: { x: { field: 'minute', type: 'quantitative' } },
      },
      {
        data: { values: rows },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 3.5, strokeCap: 'round' },
        encoding: {
          x: {
            field: 'minute',
            type: 'quantitative',
            title: 'minutes',
            scale: { domain: [0, minutes], nice: false },
            axis: { tickCount: 5, grid: false },
          },
          y: {
            field: 'people',
            type: 'quantitative',
            title: null,
            scale: { domain: [0, most], nice: true },
            axis: { tickCount: 4, format: 'd', tickMinStep: 1 },
          },
          color: { field: 'check', type: 'nominal', scale: { domain: checks, range: colours }, legend: null },
          strokeDash: {
            field: 'check',
            type: 'nominal',
            scale: { domain: checks, range: DASHES },
            legend: null,
          },
        },
      },
    ],
  };
}
