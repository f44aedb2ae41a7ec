// Top-level await, a default import, a default export beside the named ones, and work before the first call.
import timers from 'node:timers/promises';
import { answerWith } from './base.ts';

await timers.setTimeout(200);
const { hourlyPm25, compareCities, showCities } = answerWith();
const roskilde = { name: 'Roskilde', latitude: 55.64152, longitude: 12.08035, timezone: 'Europe/Copenhagen' };
console.log((await hourlyPm25(roskilde, new Date())).at(-1));

export { hourlyPm25, compareCities, showCities };
export default hourlyPm25;
