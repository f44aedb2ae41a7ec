import type { Reply, World } from '../../exercise.ts';
import {
  type Answered,
  fieldsIn,
  firstDifference,
  hasReason,
  isJson,
  isRight,
  shown,
} from '../../judge/served/bodies.ts';
import { MISTAKES } from '../../judge/served/mistakes.ts';
import { about, blameProblem, type Problem, unansweredProblem } from '../../judge/served/problem.ts';
import type { Mistake } from '../../judge/setting.ts';
import { bodyFor } from './bodies.ts';
import { mistakesIn } from './mistakes.ts';
import type { Question, Wanted } from './questions.ts';

/** One question among others. */
export interface Asked {
  readonly question: Question;
  readonly others: readonly Question[];
  readonly world: World;
  readonly base: World;
}

/** What is wrong with one reply; undefined when nothing is. Pure. */
export function problemOf(reply: Reply, asked: Asked): Problem | undefined {
  const { question } = asked;
  if (reply.kind !== 'answer') return unansweredProblem(reply, question);
  if (bodyFor(question.wanted, question.view) === undefined) return refusalProblem(reply, question);
  if (question.mayFail && reply.status >= 400) return troubleProblem(reply, question);
  return answerProblem(reply, asked);
}

/** A question that has an answer. */
function answerProblem(reply: Answered, asked: Asked): Problem | undefined {
  const { question } = asked;
  const right = bodyFor(question.wanted, question.view);
  const facts = { expected: `200 ${JSON.stringify(right)}`, actual: shown(reply) };
  if (reply.status !== 200 && reply.status !== 201)
    return about(question, 'is not answered', facts, statusMistake(reply, question));
  const fields = fieldsIn(reply);
  if (fields === undefined || !isJson(reply))
    return about(question, 'gives no JSON, or does not say so', facts, MISTAKES.notJson);
  if (isRight(fields, right)) return timeProblem(reply, question);
  const field = firstDifference(fields, right) ?? 'something';
  const known = mistakesIn(fields, asked);
  if (!question.mayFail || known.length > 0) return about(question, `differs in ${field}`, facts, ...known);
  const isHollow = fields.pm2_5 === undefined && fields.cities === undefined;
  const mistake = isHollow ? MISTAKES.success : MISTAKES.madeUp;
  return about(question, 'gives another answer than Open-Meteo has', facts, mistake);
}

function statusMistake({ status }: Answered, question: Question): Mistake | undefined {
  const { wanted, view, withinMs, isOver } = question;
  if (isOver) return MISTAKES.keepsErrors;
  if (JSON.stringify(bodyFor(wanted, view)).includes('"pm2_5":null')) return MISTAKES.gapIsError;
  return status < 500 || withinMs === undefined ? undefined : MISTAKES.impatient;
}

function timeProblem({ tookMs }: Answered, question: Question): Problem | undefined {
  const { withinMs, wanted } = question;
  if (withinMs === undefined || tookMs <= withinMs) return undefined;
  return about(
    question,
    'is right, and late',
    { expected: `within ${withinMs / 1000} s`, actual: `${tookMs / 1000} s` },
    wanted.kind === 'comparison' ? MISTAKES.oneByOne : MISTAKES.blocks,
  );
}

/** The trouble of Open-Meteo, told to a client. */
function troubleProblem(reply: Answered, question: Question): Problem | undefined {
  const expected = '502, 503 or 504 with a reason, { error: … }';
  const blame = blameProblem(reply, question, expected);
  if (blame !== undefined || hasReason(reply)) return blame;
  return about(question, 'does not say why', { expected, actual: shown(reply) }, MISTAKES.noReason);
}

/** The statuses of questions that have no answer. */
const REFUSALS = {
  'unknown city': [404],
  malformed: [400, 422],
  'no such path': [404],
  'other method': [404, 405],
} as const satisfies Readonly<Partial<Record<Wanted['kind'], readonly number[]>>>;

const isRefusal = (kind: Wanted['kind']): kind is keyof typeof REFUSALS => kind in REFUSALS;

/** A question that has no answer. */
function refusalProblem(reply: Answered, question: Question): Problem | undefined {
  const { kind } = question.wanted;
  if (!isRefusal(kind)) return undefined;
  const statuses: readonly number[] = REFUSALS[kind];
  const isAboutData = kind === 'unknown city' || kind === 'malformed';
  const facts = {
    expected: `${statuses.join(' or ')}${isAboutData ? ' with a reason, { error: … }' : ''}`,
    actual: shown(reply),
  };
  if (!statuses.includes(reply.status))
    return about(question, 'has the wrong status', facts, refusalMistake(reply, question));
  if (!isAboutData || hasReason(reply)) return undefined;
  return about(question, 'does not say why', facts, MISTAKES.noReason);
}

function refusalMistake({ status }: Answered, { wanted: { kind }, ask }: Question): Mistake | undefined {
  const isOdd = /constructor|toString/.test(`${ask.path} ${ask.body ?? ''}`);
  if (isOdd && (status < 300 || status >= 500)) return MISTAKES.dictionary;
  if (kind === 'no such path') return status < 300 ? MISTAKES.anyPath : undefined;
  if (kind === 'other method') return status < 300 ? MISTAKES.anyMethod : undefined;
  if (kind === 'unknown city') {
    if (status < 300) return MISTAKES.success;
    return status >= 500 ? MISTAKES.unknownCrash : MISTAKES.unknownMalformed;
  }
  if (status === 404) return MISTAKES.malformedUnknown;
  return status < 300 || status >= 500 ? MISTAKES.notChecked : undefined;
}
