// The missing smog (notebook 07): all of Roskilde lies in smog, and one station measures clean air. Find out who did it,
// and write it down as queries: they are graded on other cases too, where somebody else did it at another station, and
// the clues are told in the same words. Look around in the notebook, or: db_create(':memory:', missingSmog().script)
// The easy door: grade hint exercise-mystery. The hard door: none.           Grade:  grade exercise-mystery

/** Part 1. The text of one SELECT that gives one row: the name of the station of Roskilde where the smog is missing. */
export function cleanStation(): string {
  // TODO: tables reading and station; the notes (note) say when
  return ``;
}

/** Part 2. The text of one SELECT that gives one row: the name of the person who did it. */
export function suspect(): string {
  // TODO: tables badge, person, work_order, van; the neighbours (statement) saw something
  return ``;
}
