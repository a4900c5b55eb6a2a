/**
 * Positions of a longest strictly increasing subsequence, in order; of several that are equally long, the one whose values are least
 * from the end. O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  // tails[n]: position of the least value that ends an increasing subsequence of n + 1 values.
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [position, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : tails[low - 1]);
    tails[low] = position;
  }
  const found: number[] = [];
  for (let position = tails.at(-1); position !== undefined; position = before[position]) found.push(position);
  return found.reverse();
}
