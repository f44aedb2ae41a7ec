import { freezeMs, type Phase } from './clock.ts';
import type { Contest, Person } from './contest.ts';
import { type RankOptions, type Standing, standings } from './rank.ts';
import type { BoardRow, Viewer } from './viewer.ts';

/** Rows of the public board: who is far down need not be shown to all. */
export const BOARD_ROWS = 5;

export const present = ({ people }: Contest): Person[] =>
  [...people.values()].filter(({ isKicked }) => !isKicked);

/** Whether all results are told, so that everybody may see what counts. */
export const isTold = (contest: Contest, phase: Phase): boolean =>
  phase === 'closed' || (phase === 'reveal' && contest.revealedPlaces >= shownRows(contest));

/** How many places there are to reveal. */
export const shownRows = (contest: Contest): number => Math.min(BOARD_ROWS, present(contest).length);

/** The rows that a viewer sees. */
export function board(contest: Contest, phase: Phase, viewer: Viewer): readonly BoardRow[] {
  if (phase === 'lobby' || phase === 'countdown') return [];
  const ownId = viewer.kind === 'person' ? viewer.person : undefined;
  if (phase === 'reveal' || phase === 'closed') {
    const rows = standings(contest, { scope: 'all' });
    const hiddenRows = isTold(contest, phase) ? 0 : shownRows(contest) - contest.revealedPlaces;
    const shown = viewer.kind === 'instructor' ? rows : rows.slice(0, BOARD_ROWS);
    return shown.map((row, index) =>
      boardRow(row, ownId, index < hiddenRows && viewer.kind !== 'instructor'),
    );
  }
  const rows = standings(contest, { scope: 'visible', ...untilFreeze(contest, viewer) });
  const shown = viewer.kind === 'instructor' ? rows : rows.slice(0, BOARD_ROWS);
  return shown.map((row) => boardRow(row, ownId, false));
}

/** A student's own submissions count at once on the own screen. */
export function untilFreeze(contest: Contest, viewer: Viewer): Pick<RankOptions, 'untilMs' | 'except'> {
  const untilMs = freezeMs(contest);
  if (viewer.kind === 'instructor' || untilMs === undefined) return {};
  return { untilMs, ...(viewer.kind === 'person' ? { except: viewer.person } : {}) };
}

function boardRow(row: Standing, ownId: string | undefined, isHidden: boolean): BoardRow {
  const { place, nick, points, timeS, isLate } = row;
  const isOwn = row.person === ownId;
  if (isHidden)
    return { place, nick: undefined, points: undefined, timeS: undefined, isLate: false, isOwn: false };
  return { place, nick, points, timeS, isLate, isOwn };
}
