// toFixed(1), which gives text.
import { hourAt, serverWith } from './base.ts';

export const makeServer = () =>
  serverWith({
    hour: async (place) => {
      const hour: any = await hourAt(place, 'past_hours=1&forecast_hours=0');
      return { ...hour, pm2_5: hour.pm2_5 === null ? null : hour.pm2_5.toFixed(1) };
    },
  });
