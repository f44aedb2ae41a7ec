import { elapsedMs, isInTime, lengthMs } from './clock.ts';
import type { Contest, Person, Submission } from './contest.ts';
import { remembered } from './remembered.ts';
import { byPerson } from './submissions.ts';

/** For each wrong submission before the best one: the 20 of 300 minutes of larger contests, for 15. */
const PENALTY_S = 60;
const MOST_PENALTIES = 5;

/** What counts: what everybody may see at once, or all of it. */
export type Scope = 'visible' | 'all';

/** One person's place. Time breaks ties of points, to the second; who is equal in both shares a place. */
export interface Standing {
  readonly person: string;
  readonly nick: string;
  readonly isLate: boolean;
  readonly place: number;
  readonly points: number;
  /** Of the best submission, with penalties; undefined without points. */
  readonly timeS: number | undefined;
  readonly penalties: number;
  readonly best: string | undefined;
}

export interface RankOptions {
  readonly scope: Scope;
  /** Only submissions received before count. */
  readonly untilMs?: number | undefined;
}

/**
 * The standings: points, then penalised time, then equal. Nothing depends on the order in which verdicts arrived.
 * Who has no points has no time either.
 */
export const standings = (contest: Contest, { scope, untilMs }: RankOptions): readonly Standing[] =>
  shared(contest, scope, untilMs);

/** The first rows as one person sees them: the own submissions count at once, those of others until `untilMs`. */
export function firstRowsFor(
  contest: Contest,
  person: Person,
  { count, ...options }: RankOptions & { count: number },
): readonly Standing[] {
  const rows = shared(contest, options.scope, options.untilMs);
  if (person.isKicked) return rows.slice(0, count);
  const others = rows.slice(0, count + 1).filter((row) => row.person !== person.id);
  return placed([...others, ownRow(contest, person, options)].sort(inOrder)).slice(0, count);
}

/** The own place, the own submissions counted at once. */
export function placeFor(contest: Contest, person: Person, options: RankOptions): number {
  const rows = shared(contest, options.scope, options.untilMs);
  const own = ownRow(contest, person, options);
  const range = { low: 0, high: rows.length };
  while (range.low < range.high) {
    const middle = (range.low + range.high) >> 1;
    const row = rows[middle];
    if (row && compare(row, own) < 0) range.low = middle + 1;
    else range.high = middle;
  }
  // The own row as others see it is no one else's.
  const sent = byPerson(contest).get(person.id) ?? [];
  const isAmong = !person.isKicked && compare(unplaced(contest, person, { ...options, own: sent }), own) < 0;
  return range.low + 1 - (isAmong ? 1 : 0);
}

const ownRow = (contest: Contest, person: Person, { scope }: RankOptions): Unplaced =>
  unplaced(contest, person, { scope, own: byPerson(contest).get(person.id) ?? [] });

const shared = remembered((contest, scope: Scope, untilMs: number | undefined) => {
  const own = byPerson(contest);
  const seen = untilMs === undefined ? {} : { untilMs };
  return placed(
    [...contest.people.values()]
      .filter(({ isKicked }) => !isKicked)
      .map((person) => unplaced(contest, person, { scope, ...seen, own: own.get(person.id) ?? [] }))
      .sort(inOrder),
  );
});

function placed(rows: readonly Unplaced[]): readonly Standing[] {
  const places = { last: 0 };
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || compare(before, row) !== 0) places.last = index + 1;
    return { ...row, place: places.last };
  });
}

/** Submissions that count for somebody: received in time, or admitted later. */
export function counts(contest: Contest, person: Person, { receivedMs, isAdmitted }: Submission): boolean {
  return isAdmitted || isInTime(contest, receivedMs, person);
}

type Unplaced = Omit<Standing, 'place'>;

function unplaced(
  contest: Contest,
  person: Person,
  { scope, untilMs, own }: RankOptions & { own: readonly Submission[] },
): Unplaced {
  const pointsOf = ({ result }: Submission): number =>
    (scope === 'all' ? result?.points : result?.visiblePoints) ?? 0;
  const isSeen = ({ receivedMs }: Submission): boolean => untilMs === undefined || receivedMs < untilMs;
  const counted = own
    .filter((one) => one.result && isSeen(one) && counts(contest, person, one))
    .filter(({ result }) => result?.verdict !== 'could not check');
  const best = counted.reduce<Submission | undefined>(
    (top, one) => (top === undefined || pointsOf(one) > pointsOf(top) ? one : top),
    undefined,
  );
  const points = best ? pointsOf(best) : 0;
  const isSolved = best !== undefined && points > 0;
  const earlier = isSolved ? counted.slice(0, counted.indexOf(best)) : [];
  const penalties = Math.min(MOST_PENALTIES, earlier.filter(({ result }) => result?.hasRun).length);
  return {
    person: person.id,
    nick: person.nick,
    isLate: person.isLate,
    points,
    timeS: isSolved ? Math.floor(timeMs(contest, person, best) / 1000) + penalties * PENALTY_S : undefined,
    penalties,
    best: isSolved ? best.id : undefined,
  };
}

/** Running clock of the submission, as if nobody had extra time. An admitted one came at the end. */
function timeMs(contest: Contest, person: Person, { receivedMs, isAdmitted }: Submission): number {
  const ran = elapsedMs(contest, receivedMs, person) ?? 0;
  const mostMs = lengthMs(contest, person);
  return Math.max(0, isAdmitted ? mostMs : Math.min(ran, mostMs)) / person.factor;
}

const compare = (one: Unplaced, other: Unplaced): number =>
  other.points - one.points || (one.timeS ?? 0) - (other.timeS ?? 0);

/** Equal ones are listed by name, which gives nobody an advantage: they share a place. */
const inOrder = (one: Unplaced, other: Unplaced): number =>
  compare(one, other) ||
  (one.nick < other.nick ? -1 : one.nick > other.nick ? 1 : one.person < other.person ? -1 : 1);
