import { endMs } from './clock.ts';
import type { Contest } from './contest.ts';
import { lastMistakes } from './mistakes.ts';
import { counts, standings } from './rank.ts';
import { byPerson } from './submissions.ts';
import type { PersonRow } from './viewer.ts';

/** Everyone, as the instructor sees them. */
export function room(contest: Contest): readonly PersonRow[] {
  const sent = byPerson(contest);
  const visible = new Map(standings(contest, { scope: 'visible' }).map((row) => [row.person, row]));
  const all = new Map(standings(contest, { scope: 'all' }).map((row) => [row.person, row]));
  return [...contest.people.values()].map((person) => {
    const { id, nick, isLate, isKicked, factor, extraMs, delayMs, checks } = person;
    const own = sent.get(id) ?? [];
    return {
      ...{ person: id, nick, isLate, isKicked, factor, extraMs, delayMs, checks },
      endMs: endMs(contest, person),
      place: visible.get(id)?.place,
      visiblePoints: visible.get(id)?.points ?? 0,
      points: all.get(id)?.points ?? 0,
      timeS: visible.get(id)?.timeS,
      submissions: own.length,
      mistakes: lastMistakes(person, own),
      late: own.filter((one) => !counts(contest, person, one)).map((one) => one.id),
    };
  });
}
