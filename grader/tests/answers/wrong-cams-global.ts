// Asks for the coarse global model where the European one is finer.
import { API, answerWith, place } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=4&forecast_days=1&domains=cams_global`,
});
