import { board, checkers, isTold, present, shownRows } from './board.ts';
import { elapsedMs, endMs, freezeMs, lengthMs, phaseAt } from './clock.ts';
import type { Contest } from './contest.ts';
import { mistakes } from './mistakes.ts';
import { own } from './own.ts';
import { passes } from './passes.ts';
import { room } from './room.ts';
import { unjudged } from './submissions.ts';
import type { View, Viewer } from './viewer.ts';

/**
 * What a viewer may see. From the freeze on, nothing that was received later changes what others see, until the reveal.
 *
 * @example view(contest, { asOfMs: now, viewer: { kind: 'public' } }).board[0]?.nick // 'Ada'
 */
export function view(contest: Contest, { asOfMs, viewer }: { asOfMs: number; viewer: Viewer }): View {
  const phase = phaseAt(contest, asOfMs);
  const { startMs, pausedMs } = contest.clock;
  const waiting = unjudged(contest);
  return {
    settings: contest.settings,
    phase,
    clock: {
      asOfMs,
      startMs,
      freezeMs: freezeMs(contest),
      endMs: endMs(contest),
      isPaused: pausedMs !== undefined,
      lengthMs: lengthMs(contest),
      stoppedMs: pausedMs === undefined ? undefined : elapsedMs(contest, asOfMs),
    },
    people: present(contest).length,
    checkers: checkers(contest),
    isProvisional: !isTold(contest, phase),
    isBoardShown: contest.isBoardShown,
    board: contest.isBoardShown || viewer.kind === 'instructor' ? board(contest, phase, viewer) : [],
    reveal: { told: contest.revealedPlaces, of: shownRows(contest) },
    // Told to everybody's own view as well, it would be the largest part of what a full room is sent.
    passes: viewer.kind === 'person' ? { stepMs: 0, checks: [] } : passes(contest, phase, { asOfMs, viewer }),
    mistakes: phase === 'freeze' || phase === 'over' ? [] : mistakes(contest),
    messages: contest.messages,
    waiting: viewer.kind === 'instructor' || phase === 'race' ? waiting.length : 0,
    ...(viewer.kind === 'person' ? own(contest, phase, { id: viewer.person, waiting, asOfMs }) : {}),
    ...(viewer.kind === 'instructor' ? { room: room(contest) } : {}),
  };
}
