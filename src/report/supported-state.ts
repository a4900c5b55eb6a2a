import type { Assurance, VerdictState } from "../assessment/verdict.js";

/** The state of a verdict, and how well it is supported where it is satisfied: "satisfied (documented)". */
export function supportedState({
  state,
  assurance,
}: {
  readonly state: VerdictState;
  readonly assurance?: Assurance | undefined;
}): string {
  return state === "satisfied" && assurance !== undefined ? `${state} (${assurance})` : state;
}
