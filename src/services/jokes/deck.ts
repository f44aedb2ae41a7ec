/** Hands out the cards of a pack in a fixed order that looks shuffled: no card twice until all were drawn. */
export interface Deck<Card> {
  /** The next `count` different cards; with a seed always the same ones, and the order of the others stays. */
  draw(count: number, seed?: number): readonly Card[];
}

/**
 * Chance that can be repeated: the first draw after a start is always the same.
 *
 * @example
 * const deck = createDeck(TWO_PART_JOKES);
 * deck.draw(1); // [{ id: 12, … }]
 */
export function createDeck<Card>(cards: readonly Card[]): Deck<Card> {
  const shuffled = cards
    .map((card, index) => ({ card, place: scrambled(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card);
  const position = { next: 0 };
  return {
    draw: (count, seed) => {
      const from = seed ?? position.next;
      const wanted = Math.min(count, shuffled.length);
      if (seed === undefined) position.next = (position.next + wanted) % Math.max(1, shuffled.length);
      return Array.from({ length: wanted }, (_, index) => shuffled[(from + index) % shuffled.length]).filter(
        (card) => card !== undefined,
      );
    },
  };
}

/** Spreads small whole numbers over 32 bits (the finaliser of MurmurHash3). */
function scrambled(index: number): number {
  const first = Math.imul((index + 1) ^ ((index + 1) >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
