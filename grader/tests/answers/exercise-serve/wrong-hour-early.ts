// The first of two hours.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () => serverWith({ hour: (place) => hourAt(place, 'past_hours=2&forecast_hours=0') });
