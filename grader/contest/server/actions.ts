import type { Contest, Person } from '../contest.ts';
import type { ContestEvent } from '../event.ts';
import { Refusal } from './problems.ts';

const MINUTE_MS = 60_000;

const person = { type: 'string', minLength: 1, maxLength: 64 } as const;
const id = person;
const minutes = { type: 'number', minimum: -60, maximum: 240 } as const;
const ms = { type: 'number' } as const;

/** Fields of each action beside `action`; `?` at the end of a name: may be left out. */
const FIELDS = {
  start: { inS: { type: 'number', minimum: 0, maximum: 600 } },
  pause: {},
  continue: {},
  cut: { fromMs: ms, toMs: ms },
  extend: { minutes, 'person?': person },
  pace: { person, factor: { type: 'number', minimum: 1, maximum: 3 }, minutes: { ...minutes, minimum: 0 } },
  delay: { person, minutes: { ...minutes, minimum: 0 } },
  kick: { person },
  rename: { person, nick: { type: 'string', minLength: 1, maxLength: 100 } },
  tell: { text: { type: 'string', minLength: 1, maxLength: 500 } },
  board: { isShown: { type: 'boolean' } },
  admit: { submission: id },
  end: {},
  regrade: {},
  apply: { regrade: id },
  drop: { regrade: id },
  reveal: { places: { type: 'integer', minimum: 1, maximum: 100 } },
  close: {},
} as const;

export type ActionName = keyof typeof FIELDS;

/** What the console asks for, checked by `actionSchema`. */
export interface Action {
  readonly action: ActionName;
  readonly inS?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly minutes?: number;
  readonly person?: string;
  readonly factor?: number;
  readonly nick?: string;
  readonly text?: string;
  readonly isShown?: boolean;
  readonly submission?: string;
  readonly regrade?: string;
  readonly places?: number;
}

/** JSON schema of all actions: one alternative each, nothing besides its fields. */
export const actionSchema = {
  type: 'object',
  required: ['action'],
  properties: { action: { type: 'string', enum: Object.keys(FIELDS) } },
  oneOf: Object.entries(FIELDS).map(([action, fields]) => ({
    type: 'object',
    additionalProperties: false,
    required: ['action', ...Object.keys(fields).filter((name) => !name.endsWith('?'))],
    properties: {
      action: { const: action },
      ...Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace('?', ''), schema])),
    },
  })),
} as const;

/**
 * The event that an action writes, or undefined when the action does more than write one. Pure.
 *
 * @example eventOf({ action: 'start', inS: 10 }, contest, nowMs) // { type: 'started', startMs: nowMs + 10_000 }
 */
export function eventOf(action: Action, { people }: Contest, nowMs: number): ContestEvent | undefined {
  const { person: who = '', minutes: more = 0, submission = '' } = action;
  switch (action.action) {
    case 'start':
      return { type: 'started', startMs: nowMs + (action.inS ?? 0) * 1000 };
    case 'pause':
      return { type: 'paused' };
    case 'continue':
      return { type: 'continued' };
    case 'cut':
      return cut(action, nowMs);
    case 'extend':
      return action.person === undefined
        ? { type: 'extended', minutes: more }
        : longer(people.get(who), who, more);
    case 'pace':
      return { type: 'paced', person: who, factor: action.factor ?? 1, minutes: more };
    case 'delay':
      return { type: 'delayed', person: who, minutes: more };
    case 'tell':
      return { type: 'told', text: action.text ?? '' };
    case 'board':
      return { type: 'board', isShown: action.isShown ?? true };
    case 'admit':
      return { type: 'admitted', submission };
    case 'end':
      return { type: 'ended' };
    case 'apply':
      return { type: 'applied', regrade: action.regrade ?? '' };
    case 'drop':
      return { type: 'dropped', regrade: action.regrade ?? '' };
    case 'reveal':
      return { type: 'revealed', places: action.places ?? 1 };
    case 'close':
      return { type: 'closed' };
    case 'kick':
    case 'rename':
    case 'regrade':
      return undefined;
  }
}

/** More minutes for one person, on top of what was given before. */
function longer(known: Person | undefined, person: string, more: number): ContestEvent {
  const before = (known?.extraMs ?? 0) / MINUTE_MS;
  return { type: 'paced', person, factor: known?.factor ?? 1, minutes: before + more };
}

function cut({ fromMs = 0, toMs = 0 }: Action, nowMs: number): ContestEvent {
  if (fromMs < toMs && toMs <= nowMs) return { type: 'cut', fromMs, toMs };
  throw new Refusal(400, 'BAD_CUT', 'The interval has no length, or is not over yet.', {
    hint: 'Pause the race while something is going on; cut out what is over.',
  });
}
