// Asks for local times and then reads them as UTC.
import { API, answerWith, place } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=4&forecast_days=2&timezone=auto`,
});
