import type { City } from '../reading.ts';

/** One of the services that the composite door asks. */
export type Part = 'weather' | 'air';

export interface Asking {
  /** The classroom API itself, `http://127.0.0.1:8787`. */
  readonly base: string;
  readonly fetchUrl: typeof fetch;
  /** The parts that shall fail, to show what happens then. */
  readonly failing: readonly Part[];
}

/** What one part answered, or why it did not. */
type Answered =
  | {
      readonly part: Part;
      readonly values: Readonly<Record<string, unknown>>;
      readonly units: Readonly<Record<string, unknown>>;
    }
  | { readonly part: Part; readonly trouble: string };

export interface Composite {
  readonly status: 200 | 502;
  readonly body: Readonly<Record<string, unknown>>;
}

const PARTS: readonly Part[] = ['weather', 'air'];
const PATHS: Readonly<Record<Part, string>> = {
  weather: '/v1/forecast?current=temperature_2m,wind_speed_10m',
  air: '/v1/air-quality?current=pm2_5',
};
const PART_TIMEOUT_MS = 3_000;

/**
 * Asks weather and air at the same time and answers with both: one part that fails is named and leaves null; when
 * both fail there is nothing to answer (502).
 */
export async function composite(city: City, asking: Asking): Promise<Composite> {
  const answered = await Promise.all(PARTS.map((part) => askPart(part, city, asking)));
  const troubles = answered.flatMap((one) =>
    'trouble' in one ? [{ part: one.part, problem: one.trouble }] : [],
  );
  const [weather, air] = answered.map((one) =>
    'values' in one ? { ...one.values, units: one.units } : null,
  );
  const body = {
    city: city.id,
    weather: weather ?? null,
    air: air ?? null,
    partial: troubles.length > 0,
    troubles,
  };
  return { status: troubles.length === PARTS.length ? 502 : 200, body };
}

async function askPart(part: Part, { latitude, longitude }: City, asking: Asking): Promise<Answered> {
  if (asking.failing.includes(part)) return { part, trouble: 'answered 503 (asked for with ?fail=)' };
  try {
    const url = `${asking.base}${PATHS[part]}&latitude=${latitude}&longitude=${longitude}`;
    const answer = await asking.fetchUrl(url, { signal: AbortSignal.timeout(PART_TIMEOUT_MS) });
    if (!answer.ok) return { part, trouble: `answered ${answer.status}` };
    const body: unknown = await answer.json();
    if (!isCurrent(body)) return { part, trouble: 'answered something without current values' };
    return { part, values: body.current, units: body.current_units };
  } catch (error) {
    return { part, trouble: `did not answer (${error instanceof Error ? error.message : String(error)})` };
  }
}

interface Current {
  readonly current: Readonly<Record<string, unknown>>;
  readonly current_units: Readonly<Record<string, unknown>>;
}

function isCurrent(body: unknown): body is Current {
  return isRecord(body) && isRecord(body.current) && isRecord(body.current_units);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
