/** Maps a list by an asynchronous function, at most so many at once; the results keep the list's order. */
export async function mapInTurn<T, R>(
  list: readonly T[],
  atOnce: number,
  map: (value: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = list.entries();
  const work = async (): Promise<void> => {
    for (const [index, value] of waiting) results[index] = await map(value);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
