// ?? 0
import { hourAt, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    hour: async (place) => {
      const hour = await hourAt(place, 'past_hours=1&forecast_hours=0');
      return { ...hour, pm2_5: hour.pm2_5 ?? 0 };
    },
  });
