import type { SourceFile } from "../diagnostics/source-file.js";
import type { LawName } from "./laws.js";

/** What follows from the descriptor of one system under one law, on one day. */
export interface Derivation {
  readonly law: LawName;
  /** Acts and memoranda that it rests on, as they are cited. */
  readonly acts: readonly string[];
  readonly asOf: string;
  /** Where the duties and days come from: data that ship with aims. */
  readonly sources: readonly string[];
  readonly steps: readonly Step[];
  readonly duties: readonly Duty[];
  /** What holds for all of the duties. */
  readonly dutyNotes: readonly string[];
}

/** One question of a derivation, and what the descriptor answers to it. */
export interface Step {
  readonly id: string;
  /** Subject of the answer, as a heading. */
  readonly title: string;
  /** A word of a closed set for each step; `not-enough-facts` wherever the descriptor is silent. */
  readonly outcome: string;
  /** The outcome as a sentence. */
  readonly answer: string;
  /** Articles and sections behind the answer. */
  readonly articles: readonly string[];
  readonly facts: readonly Fact[];
  /** Fields that are blank or recorded as unknown, and would tell more. */
  readonly missing: readonly string[];
  readonly contradictions: readonly Contradiction[];
  readonly notes: readonly string[];
}

/** A recorded value with its place in the descriptor. */
export interface Fact {
  /** Path of the field: `regulatory.euAiAct.role`, `changes[2].on`. */
  readonly field: string;
  readonly value: unknown;
  readonly file: SourceFile;
  readonly line: number;
  readonly column: number;
}

/** Facts that cannot all be so. It is said and left to the people who record them. */
export interface Contradiction {
  readonly message: string;
  readonly facts: readonly Fact[];
}

/** Whether a duty falls on the organization, on the day of the derivation. */
export type DutyState = "applies" | "open" | "not-yet" | "left-out" | "not-enough-facts";

/** A provision that binds a role and tier of the system, or a practice that a memorandum asks for. */
export interface Duty {
  /** Id in the catalog or the reference data. */
  readonly id: string;
  /** How the provision is cited. */
  readonly article: string;
  readonly title: string;
  readonly state: DutyState;
  /** Whom it binds among the roles of the organization; `all` for what is for everybody. */
  readonly binds: readonly string[];
  /** Provisions below it that stand and fall with it. */
  readonly includes: readonly string[];
  /** Days from which it may apply, one entry for each reading of the law. */
  readonly from: readonly From[];
  /** The act that set the days. */
  readonly setBy?: string;
  /** Case in which alone it binds, where nothing recorded tells whether that is so. */
  readonly onlyWhere?: string;
  /** Why it is in this state, where the days do not say it, or why it will not come to bind. */
  readonly why?: string;
  /** How far what it asks for got, where the descriptor has a record of its own for it. */
  readonly record?: string;
  readonly facts: readonly Fact[];
  readonly missing: readonly string[];
  /** Blank fields that the state takes for granted, as the rules do. A duty without any is certain as far as the facts go. */
  readonly assumes: readonly string[];
  readonly notes: readonly string[];
}

export interface From {
  /** `settled`, or the name of one of two readings. */
  readonly reading: string;
  readonly days: readonly string[];
  /** What an open reading rests on. */
  readonly because?: string;
}

/** Whether a duty applies, and nothing blank could change that. */
export function isCertain({ state, assumes, onlyWhere }: Duty): boolean {
  return state === "applies" && assumes.length === 0 && onlyWhere === undefined;
}
