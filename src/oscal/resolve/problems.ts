import type { ProblemMaker } from "../../diagnostics/codes/code-entry.js";
import type { ProfileChangeTold } from "../../diagnostics/codes/profile-changes.js";
import type { ProfileTold } from "../../diagnostics/codes/profiles.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import { placeOf, type Place } from "../../source/place.js";
import type { SourceDocument } from "../../source/document.js";
import { controlCalled } from "../control-names.js";
import type { Control } from "../model/generated/types.js";
import { limits } from "../../foundation/limits.js";

/** The facts for the diagnostics of a resolution, by code. */
export interface ResolutionTold extends ProfileTold, ProfileChangeTold {}

export type ResolutionCode = keyof ResolutionTold;

/** The facts for a code, as they follow the code in a call. */
export type Told<Code extends ResolutionCode> = undefined extends ResolutionTold[Code]
  ? [told?: ResolutionTold[Code]]
  : [told: ResolutionTold[Code]];

/** A problem that is worded when the resolution is over: most profiles have none, and do not load the words. */
type Unworded = (problem: ProblemMaker<ResolutionTold>) => Diagnostic;

/** Looking for the word that was meant compares it with all there are, so it is done for the first slips only. */
const mostGuesses = 20;

/** Thrown where resolution cannot go on; the fault has been reported. */
export class ResolutionStopped extends Error {
  override readonly name = "ResolutionStopped";
}

/** Collects the faults in the documents of one resolution. */
export class Problems {
  readonly #found: (Diagnostic | Unworded)[] = [];
  readonly #perDocument = new Map<SourceDocument, number>();
  #guesses = 0;

  /** Words everything found, in the order of the work: of each document the first ones and a count of the others. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    if (this.#found.length === 0) return [];
    const problem = await wording();
    const more = [...this.#perDocument].filter(([, count]) => count > limits.diagnosticsPerFile);
    return [
      ...this.#found.map((found) => (typeof found === "function" ? found(problem) : found)),
      ...more.map(([{ file }, count]) =>
        problem("profile-more-problems", { file }, { count: count - limits.diagnosticsPerFile }),
      ),
    ];
  }

  /** Reports a fault that does not keep the profile from being resolved. */
  warn<Code extends ResolutionCode>(place: Place, code: Code, ...told: Told<Code>): void {
    const count = (this.#perDocument.get(place.document) ?? 0) + 1;
    this.#perDocument.set(place.document, count);
    if (count <= limits.diagnosticsPerFile) this.reject(place, code, ...told);
  }

  /** Reports an error. */
  reject<Code extends ResolutionCode>({ document, pointer }: Place, code: Code, ...told: Told<Code>): void {
    this.#found.push((problem) => problem(code, placeOf(document, pointer), ...told));
  }

  /** Passes on what a reader found inside a document. */
  pass(diagnostics: readonly Diagnostic[]): void {
    this.#found.push(...diagnostics);
  }

  /** Reports an error and ends the resolution. */
  stop<Code extends ResolutionCode>(place: Place, code: Code, ...told: Told<Code>): never {
    this.reject(place, code, ...told);
    throw new ResolutionStopped(code);
  }

  /** The candidate that was probably meant. */
  guess(word: string, candidates: Iterable<string>): string | undefined {
    if (this.#guesses >= mostGuesses) return undefined;
    this.#guesses += 1;
    return nearest(word, candidates);
  }

  /** The id of the control that was probably meant: the one that is called so otherwise, or else the nearest. */
  guessControl(name: string, candidates: readonly { readonly control: Control }[]): string | undefined {
    if (this.#guesses >= mostGuesses) return undefined;
    this.#guesses += 1;
    const controls = candidates.map(({ control }) => control);
    return (
      controlCalled(name, controls)?.id ??
      nearest(
        name,
        controls.map(({ id }) => id),
      )
    );
  }
}

async function wording(): Promise<ProblemMaker<ResolutionTold>> {
  const [{ profileCodes }, { profileChangeCodes }, { problemsOf }] = await Promise.all([
    import("../../diagnostics/codes/profiles.js"),
    import("../../diagnostics/codes/profile-changes.js"),
    import("../../diagnostics/codes/code-entry.js"),
  ]);
  return problemsOf<ResolutionTold>({ ...profileCodes, ...profileChangeCodes });
}

/** Steps that a control, group, parameter or resource counts for when it is taken over: it goes through all phases. */
export const copyCost = 100;

/**
 * Counts the steps of a resolution. Profiles that import one another twice double their controls at every level, and a few kilobytes
 * of instructions can ask for more copies than any machine holds; the count ends that, on every machine at the same step.
 */
export class Work {
  #left: number;
  readonly #problems: Problems;

  constructor(problems: Problems, most = 20_000_000) {
    this.#problems = problems;
    this.#left = most;
  }

  /** @param place the instruction that is being carried out */
  spend(steps: number, place: Place): void {
    this.#left -= steps;
    if (this.#left >= 0) return;
    this.#problems.stop(place, "profile-too-large");
  }
}
