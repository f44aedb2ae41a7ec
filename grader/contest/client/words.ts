import { duration } from '../../report/circumstances.ts';
import type { SubmissionView, View } from '../viewer.ts';

/**
 * Where a student stands, in lines of at most 80 columns. `nowMs` is by the server's clock. Pure.
 *
 * @example standing(view, nowMs)[0] // 'race: 11 min left · place 3 of 28, provisional'
 */
export function standing(view: View, nowMs: number): readonly string[] {
  const { own, phase, clock, isProvisional, messages } = view;
  const leftMs = own?.endMs === undefined ? undefined : own.endMs - nowMs;
  const place =
    own === undefined ? [] : [`place ${own.place} of ${own.of}${isProvisional ? ', provisional' : ''}`];
  const isRacing = phase === 'race' || phase === 'freeze' || (phase === 'over' && (leftMs ?? 0) > 0);
  return [
    [
      clock.isPaused ? 'paused' : timeWords(view, { nowMs, leftMs }),
      ...(isRacing || !isProvisional ? place : []),
    ].join(' · '),
    ...messages.slice(-1).map(({ text }) => `the instructor says: ${text}`),
  ];
}

function timeWords(
  { phase, clock }: View,
  { nowMs, leftMs }: { nowMs: number; leftMs: number | undefined },
): string {
  const { startMs } = clock;
  if (phase === 'lobby') return 'the race has not begun';
  if (phase === 'countdown' && startMs !== undefined)
    return `the race begins in ${duration(startMs - nowMs)}`;
  if (leftMs !== undefined && leftMs > 0 && phase !== 'reveal' && phase !== 'closed')
    return `${duration(leftMs)} left${phase === 'freeze' ? ', the board stands still' : ''}`;
  return phase === 'over' ? 'the bell has rung' : 'the race is over';
}

/** How one submission stands, in a line. Pure. */
export function submissionWords(submission: SubmissionView): string {
  const { state, queuePlace, visible, visiblePoints, points, hidden } = submission;
  switch (state) {
    case 'waiting':
      return queuePlace === 1 ? 'next to be graded' : `waiting, place ${queuePlace} in the queue`;
    case 'replaced':
      return 'replaced by your newer one before its turn';
    case 'late':
      return 'came after your time; the instructor may count it';
    case 'unjudged':
      return 'could not be graded, through no fault of yours; it costs nothing';
    case 'judged': {
      const parts = Object.entries(visible ?? {}).map(([part, verdict]) => `${part} ${VERDICTS[verdict]}`);
      const end = hidden === undefined ? 'hidden checks are told at the end' : hiddenWords(hidden);
      return `${points ?? visiblePoints} points: ${parts.join(', ')}; ${end}`;
    }
  }
}

const VERDICTS = { passed: 'passed', failed: 'not yet', unchecked: 'could not check' } as const;

function hiddenWords(hidden: NonNullable<SubmissionView['hidden']>): string {
  const failed = Object.entries(hidden).filter(([, verdict]) => verdict !== 'passed');
  if (failed.length === 0) return 'all hidden checks passed';
  return `not yet: ${failed.map(([trial]) => trial).join(', ')}`;
}
