/** Works on up to `limit` items at once and yields the results in the order of the items. */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    result.catch(() => undefined); // awaited below, in its turn
    running.push(result);
    if (running.length >= limit) yield await (running.shift() as Promise<Result>); // not empty: just pushed
  }
  for (const result of running) yield await result;
}
