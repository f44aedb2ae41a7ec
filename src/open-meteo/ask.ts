import type { Answer } from '../http/answer.ts';
import { http } from '../http/http.ts';
import { whetherReached } from '../http/reachable.ts';
import { baseUrlOf, type Surroundings } from './base-url.ts';
import { type Parameters, queryText, type Reach } from './query.ts';
import { SERVICES, type ServiceName } from './services.ts';

const ANSWER_TIMEOUT_MS = 500;

/** This process: its environment, its folder, and servers on this computer. */
const here: Surroundings = {
  env: process.env,
  folder: () => process.cwd(),
  answers: async (url) => {
    try {
      await http.get(`${url}/health`, { timeoutMs: ANSWER_TIMEOUT_MS, retries: 0, cache: false });
      return true;
    } catch {
      return false;
    }
  },
  reached: whetherReached,
  say: (line) => console.log(line),
};

/** Asks one of the services. */
export async function ask(name: ServiceName, parameters: Parameters, reach: Reach): Promise<Answer> {
  const base = await baseUrlOf(name, reach, here);
  return (reach.http ?? http).get(`${base}${SERVICES[name].path}?${queryText(parameters)}`, {
    ...(reach.apiKey ? { headers: { 'x-api-key': reach.apiKey } } : {}),
    ...(reach.signal ? { signal: reach.signal } : {}),
  });
}
