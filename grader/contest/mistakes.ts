import { present } from './board.ts';
import type { Person, Submission } from './contest.ts';
import { remembered } from './remembered.ts';
import { byPerson } from './submissions.ts';
import type { View } from './viewer.ts';

/** How many people have met each named mistake in their newest version, the most frequent first. */
export const mistakes = remembered((contest): View['mistakes'] => {
  const sent = byPerson(contest);
  const met = new Map<string, number>();
  for (const person of present(contest))
    for (const id of lastMistakes(person, sent.get(person.id) ?? [])) met.set(id, (met.get(id) ?? 0) + 1);
  return [...met]
    .map(([id, count]) => ({ id, people: count }))
    .sort((one, other) => other.people - one.people || (one.id < other.id ? -1 : 1));
});

/** The named mistakes of a person's newest version, checked or judged. */
export function lastMistakes({ checked }: Person, sent: readonly Submission[]): readonly string[] {
  const judged = sent.findLast(({ result }) => result !== undefined);
  if (checked && checked.atMs >= (judged?.receivedMs ?? 0)) return checked.mistakes;
  return judged?.result?.mistakes ?? [];
}
