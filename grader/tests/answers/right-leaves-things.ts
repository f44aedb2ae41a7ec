// Right, and untidy: wraps fetch on every load, never stops a timer, and leaves a request without waiting for it.
import { answerWith, HOUR_MS } from './base.ts';

const real = globalThis.fetch;
globalThis.fetch = (...args) => real(...args);
setInterval(() => {}, 1_000);
process.on('exit', () => {});

const { hourlyPm25, compareCities, showCities: show } = answerWith();
export { hourlyPm25, compareCities };

export const showCities: typeof show = async (cities, now) => {
  const shown = await show(cities, now);
  setTimeout(() => fetch('https://air-quality-api.open-meteo.com/left'), HOUR_MS);
  void fetch('https://air-quality-api.open-meteo.com/not-awaited').catch(() => {});
  return shown;
};
