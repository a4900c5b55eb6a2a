// @ts-check
// Chooses, always in the same way, which changes of a class are made into mutants: as many different kinds as there are.

/**
 * @typedef {import("./json-changes.mjs").Change} Change
 * @typedef {{ source: string, change: Change }} Candidate
 */

/**
 * @param {Candidate[]} candidates in the order of the sources
 * @param {number} count
 * @returns {Candidate[]}
 */
export function select(candidates, count) {
  /** @type {Map<string, Candidate[]>} */
  const byKind = new Map();
  for (const candidate of candidates) {
    const alike = byKind.get(candidate.change.kind) ?? [];
    byKind.set(candidate.change.kind, alike);
    alike.push(candidate);
  }
  const kinds = [...byKind.keys()].sort();
  const first =
    kinds.length <= count
      ? kinds
      : Array.from({ length: count }, (_, index) => kinds[Math.floor((index * kinds.length) / count)] ?? "");
  /** @type {Candidate[]} */
  const chosen = [];
  for (let round = 0; chosen.length < Math.min(count, candidates.length); round += 1) {
    const before = chosen.length;
    first.forEach((kind, index) => {
      const alike = byKind.get(kind) ?? [];
      // Each kind begins with another one of its places, so that the sources take turns.
      const candidate = alike[(index * 7 + round) % alike.length];
      if (round < alike.length && candidate !== undefined && chosen.length < count) chosen.push(candidate);
    });
    if (chosen.length === before) break;
  }
  return chosen;
}
