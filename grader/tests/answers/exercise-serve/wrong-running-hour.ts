// The hour that is not over yet.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () => serverWith({ hour: (place) => hourAt(place, 'past_hours=0&forecast_hours=1') });
