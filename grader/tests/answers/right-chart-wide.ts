// One row an hour and one column a city, folded by the chart.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => ({
    description: 'PM2.5 of the last 72 hours in µg/m³',
    data: {
      values: all[0].readings.map(({ time }, i) => ({
        time,
        ...Object.fromEntries(all.map(({ city, readings }) => [city.name, readings[i].pm25])),
      })),
    },
    transform: [
      { fold: all.map(({ city }) => city.name), as: ['city', 'value'] },
      { calculate: 'toDate(datum.time)', as: 'hour' },
    ],
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'hour', type: 'temporal' },
      y: { field: 'value', type: 'quantitative' },
      color: { field: 'city', type: 'nominal' },
    },
  }),
});
