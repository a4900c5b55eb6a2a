import type { JsonObject } from "../../foundation/json-value.js";
import type { RegoSources } from "../compiler/protocol.js";

/** A module with one change. */
export interface Mutant {
  /** From 1; 0 is the module as it is. */
  readonly id: number;
  readonly text: string;
}

/** A module, its changes, and the tests that are asked about them. */
export interface MutantJob {
  /** The path of the module. */
  readonly file: string;
  readonly mutants: readonly Mutant[];
  /** In the order in which they are asked. */
  readonly tests: readonly AskedTest[];
}

export interface AskedTest {
  /** Without the leading "data". */
  readonly package: string;
  readonly name: string;
}

/**
 * What became of a change: `test`, the name of a test that noticed it; `refused`, the changed module does not compile; `began`, its
 * tests are being asked, so that it is known which change a thread that is ended was at.
 */
export interface MutantAnswer {
  readonly file: string;
  readonly id: number;
  readonly outcome:
    | { readonly kind: "began" | "survived" | "refused" }
    | { readonly kind: "noticed"; readonly test: string }
    /** Of the module as it is, which is changed no further then. */
    | { readonly kind: "unusable"; readonly reason: string };
}

/** Asks tests about changed modules. */
export interface AskTests {
  /** Who answers, with its version: what is kept of its answers is for it alone. */
  readonly name: string;
  /** @param tell told what became of each change, as soon as that is known */
  readonly ask: (
    task: {
      readonly sources: RegoSources;
      readonly data: JsonObject;
      readonly jobs: readonly MutantJob[];
      /** Longest time that one test may take. */
      readonly timeLimitMs: number;
    },
    tell: (answer: MutantAnswer) => void,
  ) => Promise<void>;
}
