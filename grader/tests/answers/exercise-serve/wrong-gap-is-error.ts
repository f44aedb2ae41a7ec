// if (!pm2_5) throw …
import { hourAt, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    hour: async (place) => {
      const hour = await hourAt(place, 'past_hours=1&forecast_hours=0');
      if (!hour.pm2_5) throw new Error('no value');
      return hour;
    },
  });
