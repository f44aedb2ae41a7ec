import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createDeck } from '../../../services/jokes/deck.ts';

test('deck :: any draws :: different cards, and all of them before one comes again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 20 }),
      (size, draws) => {
        const deck = createDeck(Array.from({ length: size }, (_, index) => index));
        const drawn = draws.flatMap((count) => {
          const cards = deck.draw(count);
          assert.is(cards.length, Math.min(count, size));
          assert.is(new Set(cards).size, cards.length);
          return cards;
        });
        const round = drawn.slice(0, size);
        if (draws.every((count) => count <= size)) assert.is(new Set(round).size, round.length);
      },
    ),
  );
});

test('deck :: a seed :: repeats, and does not disturb the others', () => {
  const [one, two] = [createDeck([1, 2, 3, 4, 5]), createDeck([1, 2, 3, 4, 5])];
  assert.equal(one.draw(2, 3), one.draw(2, 3));
  assert.equal(one.draw(5), two.draw(5));
});

test('deck :: no cards :: nothing', () => {
  assert.equal(createDeck([]).draw(3), []);
});

test.run();
