// timezone=auto, and a Z behind it.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({ hour: (place) => hourAt(place, 'past_hours=1&forecast_hours=0&timezone=auto') });
