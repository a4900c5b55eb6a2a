// Chooses, always in the same way, which changes of a class are made into mutants: as many different kinds as there are.
import type { Change } from "./json-changes.js";

interface Candidate {
  source: string;
  change: Change;
}

/** @param candidates in the order of the sources */
export function select(candidates: Candidate[], count: number): Candidate[] {
  const byKind = new Map<string, Candidate[]>();
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
  const chosen: Candidate[] = [];
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
