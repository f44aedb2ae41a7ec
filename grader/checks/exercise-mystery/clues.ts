/** What the two queries of the exercise find. */
export const CLUES = ['station', 'suspect'] as const;

export type Clue = (typeof CLUES)[number];

export const EXPORTS: Readonly<Record<Clue, string>> = { station: 'cleanStation', suspect: 'suspect' };
