import type { Reply } from '../../exercise.ts';
import { isNear } from '../compare.ts';
import { isRecord, timeMs } from '../readings.ts';

/** What a server said, with a status. */
export type Answered = Extract<Reply, { kind: 'answer' }>;
type Fields = Readonly<Record<string, unknown>>;

const LONGEST = 160;

/** The JSON object of an answer; undefined when it is none. */
export function fieldsIn({ body }: Answered): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isJson = ({ type }: Answered): boolean => /^application\/([\w.-]+\+)?json\b/i.test(type);

/** Where `given` parts from what is right, as a name: `pm2_5`, `cities[1].pm2_5`. Fields of its own are fine. */
export function firstDifference(given: unknown, right: unknown, name = ''): string | undefined {
  if (Array.isArray(right)) {
    if (!Array.isArray(given) || given.length !== right.length) return name;
    return first(right.map((entry, index) => firstDifference(given[index], entry, `${name}[${index}]`)));
  }
  if (isRecord(right)) {
    if (!isRecord(given)) return name;
    const dot = name === '' ? '' : `${name}.`;
    return first(
      Object.entries(right).map(([key, value]) => firstDifference(given[key], value, `${dot}${key}`)),
    );
  }
  return isAlike(name, given, right) ? undefined : name;
}

export const isRight = (given: unknown, right: unknown): boolean =>
  firstDifference(given, right) === undefined;

const first = (names: readonly (string | undefined)[]): string | undefined =>
  names.find((name) => name !== undefined);

function isAlike(name: string, given: unknown, right: unknown): boolean {
  if (name === 'time') return timeMs(given) === timeMs(right);
  if (name === 'unit') return typeof given === 'string' && unit(given) === unit(String(right));
  if (typeof right === 'number') return typeof given === 'number' && isNear(given, right);
  return given === right;
}

/** There are two signs that look like µ, and some write u. */
const unit = (text: string): string =>
  text.normalize('NFKC').replace(/^u/, 'μ').replace('^3', '3').replaceAll(' ', '').toLowerCase();

/** Texts that are numbers, read: `'7.4'` becomes 7.4, at any depth. */
export function withoutTexts(value: unknown): unknown {
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTexts(inner)]));
}

/** Names under which frameworks and people give a reason. */
const REASONS = ['error', 'message', 'detail', 'reason', 'title', 'errors'];

/** Whether a refusal says why, as JSON. */
export function hasReason(answered: Answered): boolean {
  const fields = isJson(answered) ? fieldsIn(answered) : undefined;
  return fields !== undefined && REASONS.some((name) => isReason(fields[name]));
}

function isReason(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) && Object.keys(value).length > 0;
}

/** The reply as it is shown, with its type where that is no JSON. */
export function shown(reply: Answered): string {
  const { status, type, body } = reply;
  const said = isJson(reply) ? body : `(${type || 'no Content-Type'}) ${body}`;
  const text = `${status} ${body === '' ? 'with an empty body' : said}`;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
