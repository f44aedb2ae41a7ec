/**
 * Runs `work` for every item, at most `lanes` at a time, and keeps the order of the items in the result.
 * After `stop()` returns true the remaining items are not started and get `undefined`.
 *
 * @example await inLanes([1, 2, 3], async (n) => n * 2, { lanes: 2 }) // [2, 4, 6]
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  { lanes, stop = () => false }: { lanes: number; stop?: () => boolean },
): Promise<(Result | undefined)[]> {
  const results = items.map((): Result | undefined => undefined);
  const waiting = items.map((item, index) => ({ item, index }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !stop(); next = waiting.shift()) {
      results[next.index] = await work(next.item, next.index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
