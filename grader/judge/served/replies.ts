import type { Finding, Outcome, Reply } from '../../exercise.ts';
import { noValue } from '../outcome.ts';
import { isRecord, kindOf } from '../readings.ts';
import { MISTAKES } from './mistakes.ts';

/** Why there was no server to ask, or none any more. */
export function noServer(outcome: Exclude<Outcome, { kind: 'value' }> | undefined): Finding {
  const finding = noValue(outcome);
  if (outcome?.kind !== 'unfinished') return finding;
  if (/^crashed with/.test(outcome.why))
    return { ...finding, says: 'ends while it is asked', mistake: MISTAKES.crashes };
  if (/^ended its own process/.test(outcome.why))
    return { ...finding, says: 'ends while it is asked', mistake: MISTAKES.leaves };
  return /no time limit was set/.test(outcome.why) ? { ...finding, mistake: MISTAKES.noTimeLimit } : finding;
}

/** The replies, or why the server could not be asked. */
export function repliesIn(
  value: unknown,
): { readonly list: readonly Reply[] } | { readonly finding: Finding } {
  const served = isRecord(value) ? value : {};
  if (served.problem === 'own port')
    return {
      finding: {
        says: 'starts its server itself, on a port of its own',
        mistake: MISTAKES.fixedPort,
        expected: 'a server that is not started',
        actual: `listens on port ${String(served.port)}`,
      },
    };
  if (!Array.isArray(served.replies))
    return {
      finding: {
        says: 'gives no server',
        expected: 'a server with listen(): of fastify, or of node:http',
        actual: kindOf(served.given),
      },
    };
  const list: readonly unknown[] = served.replies;
  return { list: list.map(replyOf) };
}

/** Border: what the sandbox wrote down is data of the answer's process. */
function replyOf(value: unknown): Reply {
  const { kind, status, type, body, tookMs, why }: Readonly<Record<string, unknown>> = isRecord(value)
    ? value
    : {};
  if (kind === 'silent') return { kind };
  if (kind !== 'answer') return { kind: 'broken', why: String(why) };
  return { kind, status: Number(status), type: String(type), body: String(body), tookMs: Number(tookMs) };
}
