// fetch without a signal: right until Open-Meteo falls silent. Robustness points only.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () => serverWith({ hour: (place) => hourAt(place, 'past_hours=1&forecast_hours=0', 0) });
