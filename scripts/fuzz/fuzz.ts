import { randomOf, type Random } from "./random.js";
import { shrink } from "./shrink.js";

/** Two readers of one format that have to say the same of every text: a fast one that accepts, and the one that reads everything. */
export interface ReaderPair {
  readonly name: string;
  /** Texts to begin with, small ones; the same, in the same order, at every call. */
  readonly seeds: () => readonly string[];
  /** Another text, made of one of the seeds or of nothing; the same for the same numbers. */
  readonly mutate: (seeds: readonly string[], random: Random) => string;
  readonly check: (text: string) => Checked;
}

/** What the two readers say of a text. */
export interface Checked {
  /** Whether the fast reader took it. Texts that it refuses prove nothing. */
  readonly accepted: boolean;
  /** What they say otherwise; undefined where they agree. */
  readonly difference: string | undefined;
}

/** How far a run is, as its state file keeps it. */
export interface Progress {
  readonly reader: string;
  readonly seed: number;
  /** Steps done; the next one has this number. */
  readonly steps: number;
  readonly accepted: number;
  /** One for each kind of difference, with the smallest text that shows it. */
  readonly found: readonly Finding[];
}

/** A text of which the readers say different things. */
export interface Finding {
  readonly step: number;
  readonly text: string;
  readonly difference: string;
}

/** The beginning of a run. */
export function atStart(reader: string, seed: number): Progress {
  return { reader, seed, steps: 0, accepted: 0, found: [] };
}

/**
 * Does further steps of a run. Each depends on the seed and its number alone.
 * @param steps how many further steps
 */
export function advance(pair: ReaderPair, from: Progress, steps: number): Progress {
  const seeds = pair.seeds();
  const found = [...from.found];
  let { accepted } = from;
  const end = from.steps + steps;
  for (let step = from.steps; step < end; step += 1) {
    const text = pair.mutate(seeds, randomOf(from.seed, step));
    const checked = checkedBy(pair, text);
    if (checked.accepted) accepted += 1;
    if (checked.difference === undefined) continue;
    const smallest = shrink(text, (smaller) => checkedBy(pair, smaller).difference !== undefined);
    const difference = checkedBy(pair, smallest).difference ?? checked.difference;
    if (!found.some((each) => each.text === smallest)) found.push({ step, text: smallest, difference });
  }
  return { ...from, steps: end, accepted, found };
}

/** A reader that throws is a finding as well. */
function checkedBy(pair: ReaderPair, text: string): Checked {
  try {
    return pair.check(text);
  } catch (error) {
    return { accepted: false, difference: `throws ${String(error)}` };
  }
}
