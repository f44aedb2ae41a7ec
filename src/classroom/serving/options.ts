import { parseArgs } from 'node:util';
import { UsageError } from '../../errors.ts';

export const USAGE = `npm run classroom -- [options]

Answers like Open-Meteo, also without a network: air quality, weather and
place search.

  --port PORT      8787 when left out; 0 takes any free one
  --host HOST      127.0.0.1 when left out; 0.0.0.0 lets other machines in
  --seed N         another simulated world, 1 when left out
  --snapshot FILE  what "grade record" kept, at its moment
  --now ISO        let the clock stand still, for example 2026-11-24T09:00Z
  --limits         refuse too many requests (429), as Open-Meteo does
  --quiet          no line for each request
  --help           this text`;

export interface MainOptions {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly snapshot: string | undefined;
  /** Undefined: the real clock, or the moment of the snapshot. */
  readonly nowMs: number | undefined;
  readonly limits: boolean;
  readonly quiet: boolean;
}

const SPEC = {
  help: { type: 'boolean', short: 'h', default: false },
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string', default: '1' },
  snapshot: { type: 'string' },
  now: { type: 'string' },
  limits: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const;

/**
 * Reads what follows `npm run classroom --`.
 *
 * @throws {UsageError} with the option that is unknown or has no good value
 * @example readMainOptions(['--port', '9000']).port // 9000
 */
export function readMainOptions(args: readonly string[]): MainOptions {
  const { help, port, host, seed, snapshot, now, limits, quiet } = parse(args);
  return {
    ...{ help, host, snapshot, limits, quiet },
    port: wholeNumber('port', port, 65_535),
    seed: wholeNumber('seed', seed, Number.MAX_SAFE_INTEGER),
    nowMs: now === undefined ? undefined : moment(now),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: SPEC }).values;
  } catch (error) {
    const says = String(error instanceof Error ? error.message : error).split(/\.\s/)[0] ?? '';
    throw new UsageError(`${says}.`, 'All options: npm run classroom -- --help', 'BAD_OPTION');
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new UsageError(
    `--${name} needs a whole number from 0 to ${most}, got "${text}".`,
    'All options: npm run classroom -- --help',
    'BAD_OPTION',
  );
}

/** The years that Open-Meteo takes dates of. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2050;

function moment(text: string): number {
  const isIso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const ms = isIso ? Date.parse(text) : Number.NaN;
  const year = Number(text.slice(0, 4));
  if (Number.isFinite(ms) && year >= FIRST_YEAR && year <= LAST_YEAR) return ms;
  throw new UsageError(
    `--now needs a moment with its zone, got "${text}".`,
    'For example: --now 2026-11-24T09:00Z',
    'BAD_OPTION',
  );
}
