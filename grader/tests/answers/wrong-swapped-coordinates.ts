// Latitude and longitude change places.
import { API, answerWith } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: ({ latitude, longitude }) =>
    `${API}?latitude=${longitude}&longitude=${latitude}&hourly=pm2_5&past_days=4&forecast_days=1`,
});
