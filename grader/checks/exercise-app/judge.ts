import type { Finding, Outcome, PartVerdict, Reply, World } from '../../exercise.ts';
import { clearest } from '../../judge/served/problem.ts';
import { noServer, repliesIn } from '../../judge/served/replies.ts';
import type { UpstreamRequest } from '../../sandbox/run.ts';
import { MISTAKES } from './mistakes.ts';
import { problemOf } from './problems.ts';
import type { Question, Round } from './questions.ts';

/** Everything that a judgement of one part depends on. */
export interface AppJudging {
  readonly rounds: readonly Round[];
  readonly outcome: Outcome | undefined;
  readonly world: World;
  readonly base: World;
  /** Given where politeness is judged. */
  readonly requests?: readonly UpstreamRequest[];
}

/** Judges what an app said to all questions of a trial. Pure. */
export function judgeApp({ rounds, outcome, requests, ...worlds }: AppJudging): PartVerdict {
  if (outcome?.kind !== 'value') return failed(noServer(outcome));
  const replies = repliesIn(outcome.value);
  if ('finding' in replies) return failed(replies.finding);
  const questions = rounds.flatMap((round) => round.questions);
  const absent = noRoute(questions, replies.list);
  if (absent) return failed(absent);
  const problems = questions.flatMap((question, index) => {
    const reply = replies.list[index];
    return reply === undefined ? [] : (problemOf(reply, question, worlds) ?? []);
  });
  if (problems.length > 0) return failed(clearest(problems));
  if (replies.list.length < questions.length) return failed({ says: 'gave no answer before the run ended' });
  const impolite = requests && repeated(requests);
  return impolite ? failed(impolite) : { kind: 'passed' };
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

/** A part that was not begun: whatever is asked there, the server knows no such path. */
function noRoute(questions: readonly Question[], replies: readonly Reply[]): Finding | undefined {
  const due = questions.flatMap(({ ask, wanted }, index) =>
    wanted.kind === 'places' || wanted.kind === 'recent' || wanted.kind === 'page'
      ? [{ ask, reply: replies[index] }]
      : [],
  );
  const [first] = due;
  if (!first || !due.every(({ reply }) => reply?.kind === 'answer' && reply.status === 404)) return undefined;
  return {
    says: `knows no GET ${first.ask.path.split('?')[0]} yet`,
    expected: 'status 200',
    actual: 'status 404',
  };
}

/** The same question to Open-Meteo twice: nothing has changed there since. */
function repeated(requests: readonly UpstreamRequest[]): Finding | undefined {
  const asked = requests.map(({ origin, url, body }) => `${origin}${url} ${body}`);
  const first = asked.find((one, index) => asked.indexOf(one) < index);
  if (first === undefined) return undefined;
  return {
    says: 'asks Open-Meteo for the same more than once',
    expected: `${new Set(asked).size} requests`,
    actual: `${asked.length} requests, twice ${first.slice(0, 120)}`,
    mistake: MISTAKES.noCache,
  };
}
