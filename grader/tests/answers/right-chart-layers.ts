// A layer for each city, a heat map below: as a text, as it comes out of an editor.
import { answerWith } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) =>
    JSON.stringify({
      description: 'PM2.5 of the last 72 hours',
      title: 'PM2.5 (μg/m³)',
      data: {
        values: all.flatMap(({ city, readings }) =>
          readings.map(({ time, pm25 }) => ({ 'Time (UTC)': time, 'PM2.5': pm25, city: city.name })),
        ),
      },
      vconcat: [
        {
          layer: all.map(({ city }) => ({
            transform: [{ filter: `datum.city === '${city.name}'` }],
            mark: 'line',
            encoding: { y: { field: 'PM2\\.5', type: 'quantitative' } },
          })),
          encoding: { x: { field: 'Time (UTC)', type: 'temporal' } },
        },
        {
          mark: 'rect',
          encoding: {
            x: { field: 'Time (UTC)', type: 'ordinal' },
            y: { field: 'city' },
            color: { field: "['PM2.5']", type: 'quantitative' },
          },
        },
      ],
    }),
});
