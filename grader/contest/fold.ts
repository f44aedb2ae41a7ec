import { freezeMs, phaseAt } from './clock.ts';
import type { Contest, ContestClock, Person, Regrade, Submission } from './contest.ts';
import type { ContestEvent, Entry } from './event.ts';

const MINUTE_MS = 60_000;

/** A contest that grows with its journal. */
export type Growing = { -readonly [Field in keyof Contest]: Contest[Field] } & {
  readonly people: Map<string, Person>;
  readonly submissions: Map<string, Submission>;
  readonly regrades: Map<string, Regrade>;
};

type Of<Type extends ContestEvent['type']> = Extract<ContestEvent, { type: Type }>;

/**
 * The contest that a journal tells. Events that make no sense at their place (a submission of nobody, a verdict on
 * nothing) change nothing, so a journal can always be read.
 *
 * @throws Error when the first entry is not `created`.
 * @example fold(entries).people.size // 60
 */
export function fold(entries: readonly Entry[]): Growing {
  const [first, ...rest] = entries;
  if (first?.event.type !== 'created') throw new Error('A journal begins with the event "created".');
  const contest = begin(first.id, first.event);
  for (const entry of rest) advance(contest, entry);
  return contest;
}

function begin(id: number, { type: _, ...settings }: Of<'created'>): Growing {
  return {
    settings,
    people: new Map(),
    submissions: new Map(),
    clock: { startMs: undefined, pausedMs: undefined, frozenMs: undefined, extendedMs: 0, cuts: [] },
    regrades: new Map(),
    messages: [],
    isBoardShown: true,
    endedMs: undefined,
    revealedPlaces: 0,
    isClosed: false,
    lastId: id,
  };
}

/** Takes one more entry in. An entry that is in already changes nothing. */
export function advance(contest: Growing, { id, atMs, event }: Entry): void {
  if (id <= contest.lastId) return;
  contest.lastId = id;
  switch (event.type) {
    case 'created':
      break;
    case 'joined':
      join(contest, atMs, event);
      break;
    case 'renamed':
    case 'kicked':
    case 'paced':
    case 'delayed':
    case 'checked':
      changePerson(contest, atMs, event);
      break;
    case 'started':
    case 'paused':
    case 'continued':
    case 'cut':
    case 'extended':
      changeClock(contest, atMs, event);
      break;
    case 'submitted':
      submit(contest, event);
      break;
    case 'judged':
    case 'unjudged':
    case 'admitted':
      changeSubmission(contest, event);
      break;
    case 'regraded':
      contest.regrades.set(event.regrade, { atMs, results: event.results, state: 'proposed' });
      break;
    case 'applied':
    case 'dropped':
      settle(contest, event);
      break;
    default:
      changeShow(contest, atMs, event);
  }
}

function join({ people, clock }: Growing, atMs: number, { person: id, nick }: Of<'joined'>): void {
  if (people.has(id)) return;
  const isLate = clock.startMs !== undefined && atMs > clock.startMs;
  const pace = { factor: 1, extraMs: 0, delayMs: 0 };
  people.set(id, {
    id,
    nick,
    joinedMs: atMs,
    isLate,
    isKicked: false,
    ...pace,
    checked: undefined,
    checks: 0,
  });
}

type PersonEvent = Of<'renamed' | 'kicked' | 'paced' | 'delayed' | 'checked'>;

function changePerson({ people }: Growing, atMs: number, event: PersonEvent): void {
  const person = people.get(event.person);
  if (person) people.set(person.id, { ...person, ...personChange(person, atMs, event) });
}

function personChange({ delayMs, checks }: Person, atMs: number, event: PersonEvent): Partial<Person> {
  switch (event.type) {
    case 'renamed':
      return { nick: event.nick };
    case 'kicked':
      return { isKicked: true };
    case 'paced':
      return { factor: event.factor, extraMs: event.minutes * MINUTE_MS };
    case 'delayed':
      return { delayMs: delayMs + event.minutes * MINUTE_MS };
    case 'checked':
      return {
        checks: checks + 1,
        checked: { atMs, points: event.points, mistakes: event.mistakes },
      };
  }
}

type ClockEvent = Of<'started' | 'paused' | 'continued' | 'cut' | 'extended'>;

/** What was frozen before the clock was changed stays frozen. */
function changeClock(contest: Growing, atMs: number, event: ClockEvent): void {
  const { clock } = contest;
  const frozenMs = phaseAt(contest, atMs) === 'freeze' ? freezeMs(contest) : clock.frozenMs;
  contest.clock = { ...clock, frozenMs, ...clockChange(clock, atMs, event) };
}

function clockChange(clock: ContestClock, atMs: number, event: ClockEvent): Partial<ContestClock> {
  const { startMs, pausedMs, cuts } = clock;
  switch (event.type) {
    case 'started':
      return startMs === undefined || atMs < startMs ? { startMs: event.startMs } : {};
    case 'paused':
      return pausedMs === undefined ? { pausedMs: atMs } : {};
    case 'continued':
      if (pausedMs === undefined) return {};
      return { pausedMs: undefined, cuts: [...cuts, { fromMs: pausedMs, toMs: atMs }] };
    case 'cut':
      return event.toMs > event.fromMs ? { cuts: [...cuts, { fromMs: event.fromMs, toMs: event.toMs }] } : {};
    case 'extended':
      return { extendedMs: clock.extendedMs + event.minutes * MINUTE_MS };
  }
}

function submit(
  { submissions, people }: Growing,
  { type: _, submission: id, replaces, ...rest }: Of<'submitted'>,
): void {
  if (submissions.has(id) || !people.has(rest.person)) return;
  const older = replaces === undefined ? undefined : submissions.get(replaces);
  if (older) submissions.set(older.id, { ...older, isReplaced: true });
  submissions.set(id, {
    queuedMs: undefined,
    ...rest,
    id,
    isAdmitted: false,
    isReplaced: false,
    result: undefined,
    unjudged: undefined,
  });
}

function changeSubmission({ submissions }: Growing, event: Of<'judged' | 'unjudged' | 'admitted'>): void {
  const known = submissions.get(event.submission);
  if (!known) return;
  if (event.type === 'judged')
    submissions.set(known.id, { ...known, result: event.result, unjudged: undefined });
  else if (event.type === 'admitted') submissions.set(known.id, { ...known, isAdmitted: true });
  else if (!known.result) submissions.set(known.id, { ...known, unjudged: event.why });
}

function settle({ regrades, submissions }: Growing, { type, regrade: id }: Of<'applied' | 'dropped'>): void {
  const regrade = regrades.get(id);
  if (regrade?.state !== 'proposed') return;
  regrades.set(id, { ...regrade, state: type });
  if (type === 'dropped') return;
  for (const [name, result] of Object.entries(regrade.results)) {
    const known = submissions.get(name);
    if (known) submissions.set(name, { ...known, result, unjudged: undefined });
  }
}

function changeShow(
  contest: Growing,
  atMs: number,
  event: Of<'told' | 'board' | 'ended' | 'revealed' | 'closed'>,
): void {
  switch (event.type) {
    case 'told':
      contest.messages = [...contest.messages, { atMs, text: event.text }];
      break;
    case 'board':
      contest.isBoardShown = event.isShown;
      break;
    case 'ended':
      contest.endedMs ??= atMs;
      break;
    case 'revealed':
      contest.revealedPlaces = Math.max(contest.revealedPlaces, event.places);
      break;
    case 'closed':
      contest.isClosed = true;
  }
}
