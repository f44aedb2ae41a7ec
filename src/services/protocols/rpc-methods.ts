import type { World } from '../../classroom/answer.ts';
import { CITIES } from '../reading.ts';
import { INVALID_PARAMS, type Method, RpcError } from './json-rpc.ts';
import { answerReading, isMistake } from './questions.ts';

/** In the range that JSON-RPC leaves to servers. */
const NO_SUCH_CITY = -32001;

/** The methods of the JSON-RPC door; parameters by name or by position. */
export function rpcMethods(world: () => World): Readonly<Record<string, Method>> {
  return {
    'air.cities': () => CITIES.map(({ id }) => id),
    'air.reading': (params) => {
      const [city, time = ''] = Array.isArray(params)
        ? params
        : [parameterOf(params, 'city'), parameterOf(params, 'time')];
      if (typeof city !== 'string' || typeof time !== 'string')
        throw new RpcError(
          INVALID_PARAMS,
          'Invalid params: { "city": "roskilde", "time": "2026-11-24T09:00Z" }',
        );
      const answer = answerReading(world(), city, time);
      if (!isMistake(answer)) return answer;
      throw new RpcError(answer.kind === 'no-such-city' ? NO_SUCH_CITY : INVALID_PARAMS, answer.message);
    },
  };
}

function parameterOf(params: unknown, name: string): unknown {
  return typeof params === 'object' && params !== null
    ? Object.entries(params).find(([key]) => key === name)?.[1]
    : undefined;
}
