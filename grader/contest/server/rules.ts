import { lastEndMs, phaseAt } from '../clock.ts';
import type { Contest } from '../contest.ts';
import { unjudged } from '../submissions.ts';
import type { Action } from './actions.ts';
import { Refusal } from './problems.ts';

/** Until then a race can be joined. */
const LATEST_JOIN_MS = 10 * 60_000;

/**
 * Whether somebody new may still come in.
 *
 * @throws Refusal `JOIN_CLOSED`
 */
export function mayJoin({ clock }: Contest, nowMs: number): void {
  if (clock.startMs === undefined || nowMs < clock.startMs + LATEST_JOIN_MS) return;
  throw new Refusal(
    403,
    'JOIN_CLOSED',
    'The race has been on for more than ten minutes; nobody new comes in.',
    {
      hint: 'If you were in before: join with your nickname and the PIN of the instructor.',
    },
  );
}

/**
 * Whether submissions are taken now. After the bell they are taken as well, and marked late: nothing sent is lost.
 *
 * @throws Refusal `NOT_STARTED`, `ALL_OVER`
 */
export function maySubmit(contest: Contest, nowMs: number): void {
  const phase = phaseAt(contest, nowMs);
  if (phase === 'lobby' || phase === 'countdown')
    throw new Refusal(409, 'NOT_STARTED', 'The race has not begun.', {
      hint: 'grade exercise-pm25 works already, as often as you like.',
    });
  if (phase === 'reveal' || phase === 'closed')
    throw new Refusal(409, 'ALL_OVER', 'The race is over, and its results are being told.', {
      hint: 'grade exercise-pm25 goes on working.',
    });
}

/**
 * Whether an action fits the state of the contest.
 *
 * @throws Refusal with the reason: `ALREADY_STARTED`, `NO_PERSON`, `STILL_RUNNING`, `STILL_JUDGING` …
 */
export function mayAct(
  contest: Contest,
  { action, person, submission, regrade }: Action,
  nowMs: number,
): void {
  const { clock, people, submissions, regrades } = contest;
  const refuse = (code: string, message: string, hint: string): never => {
    throw new Refusal(409, code, message, { hint });
  };
  if (person !== undefined && !people.has(person))
    refuse('NO_PERSON', 'There is nobody with this id.', 'Reload the page.');
  if (submission !== undefined && !submissions.has(submission))
    refuse('NO_SUBMISSION', 'There is no submission with this id.', 'Reload the page.');
  if (regrade !== undefined && regrades.get(regrade)?.state !== 'proposed')
    refuse('NO_REGRADE', 'This regrade was decided already, or is not there.', 'Reload the page.');
  if (action === 'start' && clock.startMs !== undefined && nowMs >= clock.startMs)
    refuse('ALREADY_STARTED', 'The race has begun.', 'Add minutes, or cut an interval out.');
  if (action === 'start' && people.size === 0)
    refuse('NOBODY', 'Nobody has joined yet.', 'Show the board with the code.');
  if (['pause', 'cut', 'extend', 'end'].includes(action) && clock.startMs === undefined)
    refuse('NOT_STARTED', 'The race has not begun.', 'Start it first.');
  if (action === 'reveal' || action === 'close' || action === 'regrade') afterTheBell(contest, nowMs, action);
}

function afterTheBell(contest: Contest, nowMs: number, action: string): void {
  const end = lastEndMs(contest);
  const isOver = contest.endedMs !== undefined || (end !== undefined && nowMs >= end);
  if (!isOver)
    throw new Refusal(409, 'STILL_RUNNING', 'Somebody still has time.', {
      hint: 'Wait for the last clock, extra time included, or end the race.',
    });
  const waiting = unjudged(contest).length;
  if (waiting > 0 && action !== 'regrade')
    throw new Refusal(409, 'STILL_JUDGING', `${waiting} submissions have no verdict yet.`, {
      hint: 'Wait for the queue to be empty.',
    });
}
