import type { Finding, Outcome, PartVerdict, Reply, World } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord, kindOf } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { type Answered, bodyFor, fieldsIn, firstDifference, hasReason, isJson, isRight } from './bodies.ts';
import { MISTAKES, mistakesIn } from './mistakes.ts';
import type { Question, Round, Wanted } from './questions.ts';

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

/** What is wrong with one reply, and every mistake that would do just that. */
interface Problem {
  readonly finding: Finding;
  readonly mistakes: readonly Mistake[];
}

/** The mistake that explains the most replies, at the first of them. */
function clearest(problems: readonly Problem[]): Finding {
  const explains = (id: string): number =>
    problems.filter(({ mistakes }) => mistakes.some((one) => one.id === id)).length;
  const [likeliest] = problems
    .flatMap(({ mistakes }) => mistakes)
    .toSorted((a, b) => explains(b.id) - explains(a.id));
  const shown =
    problems.find(({ mistakes }) => mistakes.some(({ id }) => id === likeliest?.id)) ?? problems[0];
  return { ...(shown?.finding ?? { says: 'differs' }), ...(likeliest ? { mistake: likeliest } : {}) };
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

function noServer(outcome: Exclude<Outcome, { kind: 'value' }> | undefined): Finding {
  const finding = noValue(outcome);
  if (outcome?.kind !== 'unfinished') return finding;
  if (/^crashed with/.test(outcome.why))
    return { ...finding, says: 'ends while it is asked', mistake: MISTAKES.crashes };
  if (/^ended its own process/.test(outcome.why))
    return { ...finding, says: 'ends while it is asked', mistake: MISTAKES.leaves };
  return /no time limit was set/.test(outcome.why) ? { ...finding, mistake: MISTAKES.noTimeLimit } : finding;
}

/** The replies, or why the server could not be asked. */
function repliesIn(value: unknown): { readonly list: readonly Reply[] } | { readonly finding: Finding } {
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

interface Asked {
  readonly question: Question;
  readonly others: readonly Question[];
  readonly world: World;
  readonly base: World;
}

function problemOf(reply: Reply, asked: Asked): Problem | undefined {
  const { question } = asked;
  if (reply.kind === 'silent')
    return about(
      question,
      'gives no answer',
      { expected: 'an answer', actual: 'nothing for 20 s' },
      question.mayFail ? MISTAKES.noTimeLimit : MISTAKES.noReply,
    );
  if (reply.kind === 'broken')
    return about(question, 'breaks off', { expected: 'an HTTP answer', actual: reply.why });
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
  const facts = { expected: '502, 503 or 504 with a reason, { error: … }', actual: shown(reply) };
  if (reply.status < 500)
    return about(question, 'has the status of a bad question', facts, MISTAKES.outageUnknown);
  if (![502, 503, 504].includes(reply.status))
    return about(question, 'has the status of a program that broke', facts, MISTAKES.outageOurs);
  return hasReason(reply) ? undefined : about(question, 'does not say why', facts, MISTAKES.noReason);
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

/** What was sent stands first. */
function about(
  { ask: { method, path, body } }: Question,
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

const LONGEST = 160;

/** The reply as it is shown, with its type where that is no JSON. */
function shown(reply: Answered): string {
  const { status, type, body } = reply;
  const said = isJson(reply) ? body : `(${type || 'no Content-Type'}) ${body}`;
  const text = `${status} ${body === '' ? 'with an empty body' : said}`;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
