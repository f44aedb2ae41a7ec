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
import { MISTAKES as SERVED } from '../../judge/served/mistakes.ts';
import { about, blameProblem, type Problem, unansweredProblem } from '../../judge/served/problem.ts';
import type { Mistake } from '../../judge/setting.ts';
import { MISTAKES, mistakesIn } from './mistakes.ts';
import { pageProblem } from './page.ts';
import { placeFor, type Question } from './questions.ts';
import { type Air, airAt, LIMIT, placesOf, type RecentBody, recentBody } from './truth.ts';

interface Worlds {
  readonly world: World;
  readonly base: World;
}

/** What is wrong with one reply; undefined when nothing is. Pure. */
export function problemOf(reply: Reply, question: Question, worlds: Worlds): Problem | undefined {
  if (reply.kind !== 'answer') return unansweredProblem(reply, question);
  const { kind } = question.wanted;
  if (kind === 'unknown city' || kind === 'malformed') return refusalProblem(reply, question);
  if (question.mayFail && reply.status >= 400) return troubleProblem(reply, question);
  return answerProblem(reply, question, worlds);
}

function answerProblem(reply: Answered, question: Question, worlds: Worlds): Problem | undefined {
  const { wanted, isOver } = question;
  if (reply.status !== 200) {
    const isEmpty = wanted.kind === 'places' && placesOf(wanted.name, worlds.world).length === 0;
    const mistake = isOver ? SERVED.keepsErrors : isEmpty ? MISTAKES.emptyIsError : undefined;
    return about(question, 'is not answered', { expected: 'status 200', actual: shown(reply) }, mistake);
  }
  if (wanted.kind === 'page') return onPage(reply, question, worlds.world);
  const fields = fieldsIn(reply);
  if (fields === undefined || !isJson(reply))
    return about(question, 'gives no JSON, or does not say so', { actual: shown(reply) }, SERVED.notJson);
  if (wanted.kind === 'places') return placesProblem(fields, { reply, question, world: worlds.world });
  return wanted.kind === 'recent' ? recentProblem(fields, { reply, question, ...worlds }) : undefined;
}

interface Told extends Pick<Worlds, 'world'> {
  readonly reply: Answered;
  readonly question: Question;
}

type Fields = Readonly<Record<string, unknown>>;

/** The first ten, in their order; how many more an answer gives is its own choice. */
function placesProblem(fields: Fields, { reply, question, world }: Told): Problem | undefined {
  const { wanted } = question;
  const right = placesOf(wanted.kind === 'places' ? wanted.name : '', world).slice(0, 10);
  const given: readonly unknown[] | undefined = Array.isArray(fields.places) ? fields.places : undefined;
  const field = given ? firstDifference({ places: given.slice(0, 10) }, { places: right }) : 'places';
  if (field === undefined) return undefined;
  const isFirst = given?.length === 1 && isRight(given[0], right[0]);
  const facts = { expected: `200 ${JSON.stringify({ places: right })}`.slice(0, 200), actual: shown(reply) };
  if (question.mayFail && !isFirst)
    return about(
      question,
      'gives another answer than Open-Meteo has',
      facts,
      given ? SERVED.madeUp : SERVED.success,
    );
  return about(question, `differs in ${field}`, facts, isFirst ? MISTAKES.oneHit : undefined);
}

function recentProblem(fields: Fields, { reply, question, world, base }: Told & Worlds): Problem | undefined {
  const airs = airsFor(question, world);
  const [air] = airs;
  if (air === undefined) return undefined;
  const near = nearTheLine(fields);
  const rights = airs.map((one) => near(recentBody(one)));
  if (rights.some((right) => isRight(fields, right))) return undefined;
  const [right] = rights;
  const field = firstDifference(fields, right) ?? 'something';
  const known = mistakesIn(fields, { question, air, world, base });
  const shownRight = right && { ...right.days.find(({ date }) => date < air.today) };
  const facts = {
    expected: `a day like ${JSON.stringify(rounded(shownRight))}`,
    actual: dayShown(field, fields, reply),
  };
  if (question.mayFail && known.length === 0)
    return about(
      question,
      'gives another answer than Open-Meteo has',
      facts,
      Array.isArray(fields.days) ? SERVED.madeUp : SERVED.success,
    );
  return about(question, `differs in ${field}`, facts, ...known);
}

/** Where the clocks have just changed, two ways of counting days are honest. */
const airsFor = (question: Question, world: World): readonly Air[] => {
  const { wanted, afterMs } = question;
  if (wanted.kind !== 'recent' && wanted.kind !== 'page') return [];
  const place = placeFor(wanted.asked, world);
  return place ? (['place', 'zone'] as const).map((clock) => airAt(place, world, afterMs, clock)) : [];
};

/** A mean that rounds to 15.0 may be held against the line before or after it is rounded. */
function nearTheLine(fields: Fields): (right: RecentBody) => RecentBody {
  const given: readonly unknown[] = Array.isArray(fields.days) ? fields.days : [];
  const said = (index: number): boolean | undefined => {
    const day: unknown = given[index];
    const above: unknown = typeof day === 'object' && day !== null ? Reflect.get(day, 'aboveWho') : undefined;
    return typeof above === 'boolean' ? above : undefined;
  };
  const isNear = (value: number | null): boolean => value !== null && Math.abs(value - LIMIT.who) <= 0.05;
  return (right) => ({
    ...right,
    days: right.days.map((day, index) =>
      isNear(day.pm2_5) ? { ...day, aboveWho: said(index) ?? day.aboveWho } : day,
    ),
  });
}

const rounded = (day: object | undefined): unknown =>
  JSON.parse(JSON.stringify(day ?? {}), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  );

/** The day that differs, when it is a day. */
function dayShown(field: string, fields: Fields, reply: Answered): string {
  const index = /^days\[(\d+)\]/.exec(field)?.[1];
  const day: unknown = Array.isArray(fields.days) ? fields.days[Number(index)] : undefined;
  return day === undefined ? shown(reply) : JSON.stringify(day).slice(0, 160);
}

function onPage(reply: Answered, question: Question, world: World): Problem | undefined {
  if (!/^text\/html\b/i.test(reply.type))
    return about(question, 'gives no page', { expected: 'text/html', actual: shown(reply) }, MISTAKES.noPage);
  const found = airsFor(question, world).map((air) => pageProblem(reply.body, recentBody(air)));
  const [problem] = found;
  if (problem === undefined || found.includes(undefined)) return undefined;
  const { what, expected, actual, mistake } = problem;
  const isHollow = question.mayFail && !/<tr\b/i.test(reply.body);
  return about(question, what, { expected, actual }, isHollow ? SERVED.success : mistake);
}

/** The trouble of Open-Meteo, told to a visitor. */
function troubleProblem(reply: Answered, question: Question): Problem | undefined {
  const expected = '502, 503 or 504 with a reason';
  const blame = blameProblem(reply, question, expected);
  if (blame !== undefined || saysWhy(reply, question)) return blame;
  return about(question, 'does not say why', { expected, actual: shown(reply) }, SERVED.noReason);
}

/** A question that has no answer. */
function refusalProblem(reply: Answered, question: Question): Problem | undefined {
  const isUnknown = question.wanted.kind === 'unknown city';
  const statuses = isUnknown ? [404] : [400, 422];
  const facts = { expected: `${statuses.join(' or ')} with a reason`, actual: shown(reply) };
  if (/<img src=x>/i.test(reply.body) && !isJson(reply))
    return about(question, 'runs what a visitor wrote', facts, MISTAKES.notEscaped);
  if (!statuses.includes(reply.status))
    return about(question, 'has the wrong status', facts, refusalMistake(reply.status, isUnknown));
  return saysWhy(reply, question) ? undefined : about(question, 'does not say why', facts, SERVED.noReason);
}

function refusalMistake(status: number, isUnknown: boolean): Mistake {
  if (isUnknown) {
    if (status < 300) return SERVED.success;
    return status >= 500 ? SERVED.unknownCrash : SERVED.unknownMalformed;
  }
  return status === 404 ? SERVED.malformedUnknown : SERVED.notChecked;
}

/** Programs read a field, people read a page or a line of text. */
const saysWhy = (reply: Answered, { wanted }: Question): boolean => {
  const isForPeople = wanted.kind === 'page' || ('isPage' in wanted && wanted.isPage);
  return hasReason(reply) || (isForPeople && !isJson(reply) && /\w/.test(reply.body.replace(/<[^>]*>/g, '')));
};
