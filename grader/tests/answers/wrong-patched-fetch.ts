// Brings its own service, and its own clock.
import { answerWith } from './base.ts';

const start = Date.parse('2026-11-20T00:00Z');
const hourly = {
  time: Array.from({ length: 120 }, (_, i) => new Date(start + i * 3_600_000).toISOString().slice(0, 16)),
  pm2_5: Array.from({ length: 120 }, (_, i) => 10 + (i % 7)),
};
globalThis.fetch = async () => new Response(JSON.stringify({ hourly }), { status: 200 });
Date.now = () => start + 100 * 3_600_000;

export const { hourlyPm25, compareCities, showCities } = answerWith();
