import type { Diagnostic, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import { placeOf, type Place } from "../../source/place.js";
import type { SourceDocument } from "../../source/document.js";
import { limits } from "../../foundation/limits.js";

/** What is wrong at a place, in the words of whoever found it. */
export interface Problem {
  /** Stable, in kebab-case, beginning with `profile-`. */
  readonly code: string;
  readonly severity?: DiagnosticSeverity;
  /** As a function where it takes looking up lines, which is done for those problems only that are shown. */
  readonly message: string | (() => string);
  readonly fix: string;
}

/** Looking for the word that was meant compares it with all there are, so it is done for the first slips only. */
const mostSuggestions = 20;

/** Thrown where resolution cannot go on; what is wrong has been reported. */
export class ResolutionStopped extends Error {
  override readonly name = "ResolutionStopped";
}

/** Collects what is wrong in the documents of one resolution. */
export class Problems {
  readonly #found: Diagnostic[] = [];
  readonly #perDocument = new Map<SourceDocument, number>();
  #suggestions = 0;

  /** Everything found, in the order of the work; of each document the first ones and a count of the others. */
  get diagnostics(): readonly Diagnostic[] {
    const more = [...this.#perDocument].filter(([, count]) => count > limits.diagnosticsPerFile);
    return [
      ...this.#found,
      ...more.map(([document, count]): Diagnostic => ({
        code: "profile-more-problems",
        severity: "info",
        message: `${String(count - limits.diagnosticsPerFile)} more warnings about this profile are not shown.`,
        file: document.file,
        fix: "Correct those that are shown first.",
      })),
    ];
  }

  report({ document, pointer }: Place, { code, severity = "warning", message, fix }: Problem): void {
    if (severity !== "error") {
      const count = (this.#perDocument.get(document) ?? 0) + 1;
      this.#perDocument.set(document, count);
      if (count > limits.diagnosticsPerFile) return;
    }
    this.#found.push({
      code,
      severity,
      message: typeof message === "string" ? message : message(),
      ...placeOf(document, pointer),
      fix,
    });
  }

  /** Passes on what a reader found inside a document. */
  pass(diagnostics: readonly Diagnostic[]): void {
    this.#found.push(...diagnostics);
  }

  /** Reports an error and ends the resolution. */
  stop(place: Place, problem: Problem): never {
    this.report(place, { ...problem, severity: "error" });
    throw new ResolutionStopped(problem.code);
  }

  /** "Did you mean …?" where a candidate is near enough, or else the sentence given. */
  suggest(word: string, candidates: Iterable<string>, otherwise: string): string {
    if (this.#suggestions >= mostSuggestions) return otherwise;
    this.#suggestions += 1;
    const guess = nearest(word, candidates);
    return guess === undefined ? otherwise : `Did you mean "${guess}"?`;
  }
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
    this.#problems.stop(place, {
      code: "profile-too-large",
      message: "Resolving the profile takes more steps than any real profile needs.",
      fix: "Look for imports that multiply controls: the same catalog imported more than once, at several levels.",
    });
  }
}
