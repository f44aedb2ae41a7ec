import type { Contest } from '../contest.ts';
import { type Attempt, lapse, type Pass } from './race.ts';

const WIDTH = 780;
const SMALL_WIDTH = 220;
const SMALL_COLUMNS = 3;
const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

export function attemptsChart(made: readonly Attempt[], minutes: number): object {
  return {
    $schema: SCHEMA,
    width: WIDTH,
    height: 280,
    data: { values: made },
    mark: { type: 'point', filled: true, size: 70, tooltip: true },
    encoding: {
      x: { field: 'minute', type: 'quantitative', title: 'minute', scale: { domain: [0, minutes] } },
      y: { field: 'points', type: 'quantitative', title: 'points', scale: { domain: [0, 100] } },
      color: { field: 'verdict', type: 'nominal', title: 'verdict' },
      shape: { field: 'verdict', type: 'nominal' },
      tooltip: ['nick', 'minute', 'points', 'verdict', 'mistakes'].map((field) => ({ field })),
    },
  };
}

/** A small chart each: the lines of checks that everybody passes together would hide each other. */
export function passesChart(passed: readonly Pass[], minutes: number): object {
  return {
    $schema: SCHEMA,
    data: { values: passed },
    transform: [
      {
        sort: [{ field: 'minute' }],
        window: [{ op: 'count', as: 'people' }],
        groupby: ['check'],
        frame: [null, 0],
      },
    ],
    facet: {
      field: 'check',
      type: 'nominal',
      title: null,
      sort: [...new Set(passed.map(({ check }) => check))],
      header: { labelLimit: SMALL_WIDTH, labelAnchor: 'start' },
    },
    columns: SMALL_COLUMNS,
    spec: {
      width: SMALL_WIDTH,
      height: 90,
      mark: { type: 'line', interpolate: 'step-after', point: true, tooltip: true },
      encoding: {
        x: { field: 'minute', type: 'quantitative', title: 'minute', scale: { domain: [0, minutes] } },
        y: {
          field: 'people',
          type: 'quantitative',
          title: 'people',
          axis: { tickMinStep: 1 },
          scale: { domainMin: 0 },
        },
        tooltip: ['check', 'minute', 'people'].map((field) => ({ field })),
      },
    },
  };
}

export function lapseChart(contest: Contest): object {
  const { minutes } = contest.settings;
  return {
    $schema: SCHEMA,
    width: WIDTH,
    height: { step: 18 },
    params: [
      {
        name: 'minute',
        value: minutes,
        bind: { input: 'range', min: 0, max: minutes, step: 1, name: 'minute ' },
      },
    ],
    data: { values: lapse(contest) },
    transform: [{ filter: 'datum.minute === minute' }],
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'nick', type: 'nominal', title: null, sort: '-x' },
      x: { field: 'points', type: 'quantitative', title: 'points', scale: { domain: [0, 100] } },
    },
  };
}
