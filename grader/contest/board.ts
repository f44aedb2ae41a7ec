import { freezeMs, type Phase } from './clock.ts';
import type { Contest, Person } from './contest.ts';
import { firstRowsFor, type Standing, standings } from './rank.ts';
import { remembered } from './remembered.ts';
import type { BoardRow, Viewer } from './viewer.ts';

/** Rows of the public board: who is far down need not be shown to all. */
export const BOARD_ROWS = 5;

export const present = remembered(({ people }): readonly Person[] =>
  [...people.values()].filter(({ isKicked }) => !isKicked),
);

/** How many have checked something on their own machine. */
export const checkers = remembered((contest) => present(contest).filter(({ checks }) => checks > 0).length);

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
  const options = { scope: 'visible', untilMs: hiddenFrom(contest, viewer) } as const;
  const person = ownId === undefined ? undefined : contest.people.get(ownId);
  const rows = person
    ? firstRowsFor(contest, person, { ...options, count: BOARD_ROWS })
    : standings(contest, options);
  const shown = viewer.kind === 'instructor' ? rows : rows.slice(0, BOARD_ROWS);
  return shown.map((row) => boardRow(row, ownId, false));
}

/** Submissions received from then on are hidden from this viewer, but for the own ones. */
export const hiddenFrom = (contest: Contest, viewer: Viewer): number | undefined =>
  viewer.kind === 'instructor' ? undefined : freezeMs(contest);

function boardRow(row: Standing, ownId: string | undefined, isHidden: boolean): BoardRow {
  const { place, nick, points, timeS, isLate } = row;
  const isOwn = row.person === ownId;
  if (isHidden)
    return { place, nick: undefined, points: undefined, timeS: undefined, isLate: false, isOwn: false };
  return { place, nick, points, timeS, isLate, isOwn };
}
