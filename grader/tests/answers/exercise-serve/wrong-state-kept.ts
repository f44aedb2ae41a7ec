// The question in a variable outside the handler: the next visitor changes it while this one waits.
import { hourAt, places, Refusal, serverWith } from './base.ts';

let city = '';

export const makeServer = () =>
  serverWith({
    required: (query, name) => {
      const value = query.get(name);
      if (value === null) throw new Refusal(400, `${name} is missing`);
      city = value;
      return value;
    },
    finish: (body) => ('time' in body ? { ...body, city } : body),
    hour: (place) => hourAt(place, 'past_hours=1&forecast_hours=0'),
  });
void places;
