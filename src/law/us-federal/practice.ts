import type { System } from "../../inventory/descriptor.js";
import { earliestDay, latestDay } from "../../source/partial-date.js";
import { valueAt } from "../../source/pointer.js";
import { dateInWords as on } from "../facts.js";

type Practice = NonNullable<NonNullable<System["practices"]>["testing"]>;

/** How far a practice got, as a word of a closed set and in words. */
export interface Progress {
  readonly state: "done" | "stale" | "under-way" | "not-done" | "not-enough-facts";
  readonly words: string;
}

/** Reads the record of a practice on a day, as rules/lib/practice.rego does, but without limits of age, which are those of a profile. */
export function progressOf(system: System, pointer: string, asOf: string): Progress {
  const { state, completedOn, validUntil, note } = (valueAt(system, pointer) ?? {}) as Practice;
  if (state === "done") return done();
  if (state === "unknown") return { state: "not-enough-facts", words: "recorded as unknown" };
  if (state === "in-progress") return { state: "under-way", words: "under way" };
  if (state === "not-done") return { state: "not-done", words: "recorded as not done" };
  if (state === "not-applicable") {
    const why = note === undefined ? "" : ` (${note.replace(/[.]$/, "")})`;
    return { state: "not-done", words: `recorded as not applicable${why}, but it is obligatory` };
  }
  const words = `has a day of completion (${completedOn ?? ""}), but nobody recorded that it is done`;
  return { state: "not-enough-facts", words: completedOn === undefined ? "nothing is recorded" : words };

  function done(): Progress {
    if (completedOn !== undefined && earliestDay(completedOn) > asOf) {
      return { state: "not-done", words: `recorded as done ${on(completedOn)}, after ${asOf}` };
    }
    if (validUntil !== undefined && latestDay(validUntil) < asOf) {
      return { state: "stale", words: `done, but valid only until ${validUntil}` };
    }
    return {
      state: "done",
      words: completedOn === undefined ? "done, on a day that is not recorded" : `done ${on(completedOn)}`,
    };
  }
}
