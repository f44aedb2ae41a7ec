import type { Finding, Outcome, PartVerdict, Reply, World } from '../../exercise.ts';
import { shown } from '../../judge/served/bodies.ts';
import { clearest } from '../../judge/served/problem.ts';
import { noServer, repliesIn } from '../../judge/served/replies.ts';
import { bodyFor } from './bodies.ts';
import { problemOf } from './problems.ts';
import type { Question, Round } from './questions.ts';

/** Everything that a judgement of one part depends on. */
export interface ServeJudging {
  readonly rounds: readonly Round[];
  readonly outcome: Outcome | undefined;
  readonly world: World;
  readonly base: World;
}

/** Judges what a server said to all questions of a trial. Pure. */
export function judgeServer({ rounds, outcome, ...worlds }: ServeJudging): PartVerdict {
  if (outcome?.kind !== 'value') return failed(noServer(outcome));
  const replies = repliesIn(outcome.value);
  if ('finding' in replies) return failed(replies.finding);
  const questions = rounds.flatMap((round) => round.questions);
  const absent = noRoute(questions, replies.list);
  if (absent) return failed(absent);
  const problems = questions.flatMap((question, index) => {
    const reply = replies.list[index];
    const others = questions.filter((other) => other !== question);
    return reply === undefined ? [] : (problemOf(reply, { question, others, ...worlds }) ?? []);
  });
  if (problems.length > 0) return failed(clearest(problems));
  return replies.list.length < questions.length
    ? failed({ says: 'gave no answer before the run ended' })
    : { kind: 'passed' };
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

/** A part that was not begun: whatever is asked there, the server knows no such path. */
function noRoute(questions: readonly Question[], replies: readonly Reply[]): Finding | undefined {
  const due = questions.flatMap((question, index) => {
    const { kind } = question.wanted;
    const reply = replies[index];
    return kind === 'air' || kind === 'comparison' || kind === 'run' ? [{ question, reply }] : [];
  });
  const [first] = due;
  if (first?.reply?.kind !== 'answer' || !due.every(({ reply }) => isAbsent(reply))) return undefined;
  const { wanted, view, ask } = first.question;
  return {
    says: `knows no ${ask.method} ${ask.path.split('?')[0]} yet`,
    expected: `200 ${JSON.stringify(bodyFor(wanted, view))}`,
    actual: shown(first.reply),
  };
}

const isAbsent = (reply: Reply | undefined): boolean =>
  reply?.kind === 'answer' && [404, 405, 501].includes(reply.status);
