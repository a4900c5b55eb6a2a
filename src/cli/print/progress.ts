import type { Terminal } from "../terminal.js";

/** Milliseconds after which a person wants to know how far a run is, and between two words on it. */
const FIRST_AFTER = 1000;
const THEN_EVERY = 250;

/** A line that shows a person how far a run is. */
export interface Progress {
  readonly show: (words: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Progress on standard error, where a person watches it; for a run of less than a second, and in a pipeline, there is none. */
export function progressOn({ interactive, err }: Terminal, now: () => number = () => performance.now()): Progress {
  let next = now() + FIRST_AFTER;
  let shown = 0;
  return {
    show: (words) => {
      if (!interactive || now() < next) return;
      next = now() + THEN_EVERY;
      err(`\r${words.padEnd(shown)}`);
      shown = words.length;
    },
    end: () => {
      if (shown > 0) err(`\r${" ".repeat(shown)}\r`);
      shown = 0;
    },
  };
}
