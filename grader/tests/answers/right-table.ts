// A table instead of a chart, aligned, with units.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => {
    const rows = all.map(({ city, readings }) => right.air(city, readings));
    return `## Fine dust, last 72 hours

| City | Share of hours | Mean of 24 h (µg/m³) | Maximum (µg/m³) | at (local) | Hours above 15 |
| :--- | ---: | ---: | ---: | :---: | ---: |
${rows
  .map(
    (row) =>
      `| **${row.city}** | ${(100 * row.share).toFixed(0)} % | ${row.mean24.toFixed(1)} | ${row.max.toFixed(1)} | ${row.maxAt.replace('T', ' ')} | ${row.hoursAbove15} |`,
  )
  .join('\n')}

Source: Open-Meteo.com, CC BY 4.0
`;
  },
});
