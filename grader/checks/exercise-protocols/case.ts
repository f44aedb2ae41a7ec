import type { Call, Finding, Outcome } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import type { Mistake } from './mistakes.ts';

export type PartId = 'protocol' | 'value' | 'events';

/** One message, as the exercise types it. */
export interface Message {
  readonly from: 'you' | 'service';
  /** First line of HTTP, or nothing. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Protocol = 'REST' | 'SOAP' | 'JSON-RPC' | 'gRPC' | 'SSE' | 'WebSocket' | 'MQTT' | 'webhook';

/** What must come back: a value, or an error that has these words of the service. */
export type Due =
  | { readonly kind: 'value'; readonly value: string | number | null }
  | { readonly kind: 'error'; readonly words: string };

/** One call of the answer and what must come of it. */
export interface Case {
  /** Unique in its part; the same kind of message has the same id in every trial. */
  readonly id: string;
  readonly part: PartId;
  /** What the message is, for the student: `a call of JSON-RPC`. No digits, because hidden trials show it too. */
  readonly what: string;
  readonly given: Message | string;
  readonly due: Due;
  /** The mistake behind a wrong outcome, when it is a known one. Pure. */
  readonly suspect: (outcome: Outcome) => Mistake | undefined;
}

export const EXPORTS = { protocol: 'protocolOf', value: 'pm25Of', events: 'newestOf' } as const;

export const callId = ({ part, id }: Case): string => `${part}:${id}`;

export const callOf = (one: Case): Call => ({
  id: callId(one),
  part: one.part,
  export: EXPORTS[one.part],
  args: [one.given],
});

/** What is wrong with one outcome; undefined when nothing is. Pure. */
export function problemOf({ what, due, suspect }: Case, outcome: Outcome | undefined): Finding | undefined {
  if (outcome === undefined || outcome.kind === 'missing' || outcome.kind === 'unfinished')
    return noValue(outcome);
  if (isDue(outcome, due)) return undefined;
  const mistake = suspect(outcome);
  const finding = {
    expected: due.kind === 'value' ? shown(due.value) : `an Error with: ${due.words}`,
    actual: outcome.kind === 'value' ? shown(outcome.value) : `${outcome.name}: ${outcome.message}`,
    ...(mistake === undefined ? {} : { mistake }),
  };
  if (outcome.kind === 'value') return { says: `gives something else for ${what}`, ...finding };
  return due.kind === 'value'
    ? { says: `throws an error for ${what}`, ...finding }
    : { says: `throws an error without the words of the service, for ${what}`, ...finding };
}

function isDue(outcome: Exclude<Outcome, { kind: 'missing' | 'unfinished' }>, due: Due): boolean {
  return due.kind === 'value'
    ? outcome.kind === 'value' && outcome.value === due.value
    : outcome.kind === 'threw' && outcome.message.includes(due.words);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
