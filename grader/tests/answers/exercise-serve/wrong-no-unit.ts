// A number alone.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    hour: async (place) => ({ ...(await hourAt(place, 'past_hours=1&forecast_hours=0')), unit: undefined as any }),
  });
