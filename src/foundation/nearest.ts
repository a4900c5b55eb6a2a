/**
 * The candidate most like `word`, when one is near enough to be a likely slip of the pen.
 * Distance is Damerau-Levenshtein (adjacent swaps count once) without regard to case; at most a third of the word may differ.
 * Of two that are equally near, the one that begins as the word does (yaml for yml, not xml), then the one that sorts first: the order of
 * the candidates does not matter.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === "" || word.length > 100) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (
      distance < bestDistance ||
      (distance === bestDistance && best !== undefined && isBefore(candidate, best, wanted))
    ) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Whether the first of two equally near candidates is the likelier one. */
function isBefore(one: string, other: string, wanted: string): boolean {
  const [oneBegins, otherBegins] = [one, other].map((each) => each[0]?.toLowerCase() === wanted[0]);
  return oneBegins === otherBegins ? one < other : oneBegins === true;
}

/** The three rows of the table that are in use. Kept, since a broken document may have hundreds of thousands of words to compare. */
let rows: [beforePrevious: number[], previous: number[], current: number[]] = [[], [], []];

/** @returns a number beyond the bound where the distance is greater; it is not computed to its end then */
function editDistance(a: string, b: string, bound: number): number {
  let [beforePrevious, previous, current] = rows;
  for (let column = 0; column <= b.length; column += 1) previous[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const sign = a.charCodeAt(row - 1);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const other = b.charCodeAt(column - 1);
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (sign === other ? 0 : 1),
      );
      if (row > 1 && column > 1 && sign === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current[column] = distance;
      if (distance < least) least = distance;
    }
    // A later row comes from the two before it, and never gets less than both.
    if (least > bound && leastBefore > bound) return least;
    leastBefore = least;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  rows = [beforePrevious, previous, current];
  return previous[b.length] ?? 0;
}
