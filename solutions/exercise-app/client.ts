import { createHttp } from 'airlab';

/** Asks Open-Meteo for visitors who wait: four seconds a try instead of airlab's ten, and two tries more. */
export const http = createHttp({ timeoutMs: 4_000, retries: 2, headers: { 'user-agent': 'airlab-app' } });
