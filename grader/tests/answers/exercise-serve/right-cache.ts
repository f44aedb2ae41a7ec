// Keeps an hour for as long as it is the last full one, and two visitors at once share a request.
import { type Hour, hourAt, type Place, serverWith } from './base.ts';

const kept = new Map<string, Promise<Hour>>();

async function hour(place: Place): Promise<Hour> {
  const key = `${place.latitude} ${Math.floor(Date.now() / 3_600_000)}`;
  const known = kept.get(key) ?? hourAt(place, 'past_hours=1&forecast_hours=0');
  kept.set(key, known);
  try {
    return await known;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

export const makeServer = () => serverWith({ hour });
