import type { Contest } from '../contest.ts';
import { standings } from '../rank.ts';
import { byPerson } from '../submissions.ts';
import { csv } from './csv.ts';

/** The final standings, one row a person: everything that decided them. */
export function standingsCsv(contest: Contest): string {
  const sent = byPerson(contest);
  const head = [
    'place',
    'nick',
    'points',
    'time s',
    'penalties',
    'submissions',
    'joined late',
    'extra time',
    'best',
    'id',
  ];
  const rows = standings(contest, { scope: 'all' }).map((row) => {
    const person = contest.people.get(row.person);
    const extra = person ? extraWords(person) : '';
    const { place, nick, points, timeS, penalties, isLate, best } = row;
    const count = sent.get(row.person)?.length ?? 0;
    return [place, nick, points, timeS, penalties, count, isLate ? 'yes' : '', extra, best, row.person];
  });
  return csv([head, ...rows]);
}

function extraWords({
  factor,
  extraMs,
  delayMs,
}: {
  factor: number;
  extraMs: number;
  delayMs: number;
}): string {
  return [
    factor === 1 ? [] : `x ${factor}`,
    extraMs === 0 ? [] : `+ ${extraMs / 60_000} min`,
    delayMs === 0 ? [] : `${delayMs / 60_000} min later`,
  ]
    .flat()
    .join(', ');
}

/**
 * For Moodle: Grades, Import, CSV file. Map `username` to the user and the two others to the grade and its feedback.
 * The nickname stands for the user name, so let the class join with theirs.
 */
export function moodleCsv(contest: Contest): string {
  const { exercise } = contest.settings;
  const rows = standings(contest, { scope: 'all' }).map(({ nick, points, place, timeS }) => [
    nick,
    points,
    `place ${place}${timeS === undefined ? '' : `, ${timeS} s`}`,
  ]);
  return csv([['username', exercise, `${exercise} feedback`], ...rows]);
}

/**
 * For Canvas: Grades, Import. Students are found by `SIS Login ID`, for which the nickname stands; `Student` is only
 * shown. The second row says what the assignment is worth.
 */
export function canvasCsv(contest: Contest): string {
  const { exercise } = contest.settings;
  const worth =
    Math.max(0, ...[...contest.submissions.values()].map(({ result }) => result?.worth ?? 0)) || 100;
  const rows = standings(contest, { scope: 'all' }).map(({ nick, points }) => [
    nick,
    '',
    '',
    nick,
    '',
    points,
  ]);
  return csv([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', exercise],
    ['Points Possible', '', '', '', '', worth],
    ...rows,
  ]);
}
