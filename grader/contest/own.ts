import { hiddenFrom, isTold } from './board.ts';
import { elapsedMs, endMs, lengthMs, type Phase } from './clock.ts';
import type { Contest, Person, Submission } from './contest.ts';
import { counts, placeFor, standings } from './rank.ts';
import { byPerson } from './submissions.ts';
import type { OwnView, SubmissionView } from './viewer.ts';

/** What a student sees of the own race, and nobody else does. */
export function own(
  contest: Contest,
  phase: Phase,
  { id, waiting, asOfMs }: { id: string; waiting: readonly Submission[]; asOfMs: number },
): { own?: OwnView } {
  const person = contest.people.get(id);
  if (!person) return {};
  const told = isTold(contest, phase);
  const options = told
    ? ({ scope: 'all' } as const)
    : ({ scope: 'visible', untilMs: hiddenFrom(contest, { kind: 'person', person: id }) } as const);
  return {
    own: {
      person: id,
      nick: person.nick,
      place: placeFor(contest, person, options),
      of: standings(contest, options).length,
      isLate: person.isLate,
      isKicked: person.isKicked,
      endMs: endMs(contest, person),
      lengthMs: lengthMs(contest, person),
      stoppedMs: contest.clock.pausedMs === undefined ? undefined : elapsedMs(contest, asOfMs, person),
      submissions: (byPerson(contest).get(id) ?? []).map((one) =>
        submissionView(contest, one, { person, told, waiting }),
      ),
    },
  };
}

function submissionView(
  contest: Contest,
  submission: Submission,
  { person, told, waiting }: { person: Person; told: boolean; waiting: readonly Submission[] },
): SubmissionView {
  const { id, sha256, receivedMs, queuedMs, result } = submission;
  const state = stateOf(contest, submission, person);
  const index = waiting.findIndex((one) => one.id === id);
  return {
    id,
    sha256,
    receivedMs,
    queuedMs,
    state,
    queuePlace: state === 'waiting' ? index + 1 : undefined,
    visible: result?.visible,
    visiblePoints: result?.visiblePoints,
    hidden: told ? result?.hidden : undefined,
    points: told ? result?.points : undefined,
    verdict: told ? result?.verdict : undefined,
  };
}

function stateOf(contest: Contest, submission: Submission, person: Person): SubmissionView['state'] {
  if (!counts(contest, person, submission)) return 'late';
  if (submission.result) return 'judged';
  if (submission.unjudged !== undefined) return 'unjudged';
  return submission.isReplaced ? 'replaced' : 'waiting';
}
