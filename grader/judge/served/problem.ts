import type { Finding, Reply } from '../../exercise.ts';
import type { Mistake } from '../setting.ts';
import { type Answered, shown } from './bodies.ts';
import { MISTAKES } from './mistakes.ts';

/** What is wrong with one reply, and every mistake that would do just that. */
export interface Problem {
  readonly finding: Finding;
  readonly mistakes: readonly Mistake[];
}

/** What was sent, and whether trouble of Open-Meteo excuses a refusal. */
export interface Sent {
  readonly ask: { readonly method: string; readonly path: string; readonly body?: string };
  readonly mayFail?: boolean;
}

/** A problem with what was sent standing first. Pure. */
export function about(
  { ask: { method, path, body } }: Sent,
  what: string,
  facts: Pick<Finding, 'expected' | 'actual'>,
  ...mistakes: readonly (Mistake | undefined)[]
): Problem {
  const sent = body === undefined ? '' : ` ${body === '' ? 'without a body' : body}`;
  return {
    finding: { says: `${method} ${path}${sent}: ${what}`, ...facts },
    mistakes: mistakes.filter((mistake) => mistake !== undefined),
  };
}

/** A reply without a status. Pure. */
export function unansweredProblem(reply: Exclude<Reply, Answered>, sent: Sent): Problem {
  if (reply.kind === 'broken')
    return about(sent, 'breaks off', { expected: 'an HTTP answer', actual: reply.why });
  const facts = { expected: 'an answer', actual: 'nothing for 20 s' };
  return about(sent, 'gives no answer', facts, sent.mayFail ? MISTAKES.noTimeLimit : MISTAKES.noReply);
}

/** The status with which a server tells of Open-Meteo's trouble; undefined when it blames who it should. Pure. */
export function blameProblem(reply: Answered, sent: Sent, expected: string): Problem | undefined {
  const facts = { expected, actual: shown(reply) };
  if (reply.status < 500)
    return about(sent, 'has the status of a bad question', facts, MISTAKES.outageUnknown);
  if (![502, 503, 504].includes(reply.status))
    return about(sent, 'has the status of a program that broke', facts, MISTAKES.outageOurs);
  return undefined;
}

/** The mistake that explains the most replies, at the first of them. Pure. */
export function clearest(problems: readonly Problem[]): Finding {
  const explains = (id: string): number =>
    problems.filter(({ mistakes }) => mistakes.some((one) => one.id === id)).length;
  const [likeliest] = problems
    .flatMap(({ mistakes }) => mistakes)
    .toSorted((a, b) => explains(b.id) - explains(a.id));
  const shown =
    problems.find(({ mistakes }) => mistakes.some(({ id }) => id === likeliest?.id)) ?? problems[0];
  return { ...(shown?.finding ?? { says: 'differs' }), ...(likeliest ? { mistake: likeliest } : {}) };
}
