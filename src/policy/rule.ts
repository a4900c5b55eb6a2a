import type { Branded } from "../foundation/brand.js";

/** The sets that a rule may declare, in the order in which they decide its state. */
export const ruleSets: readonly ["violation", "stale", "missing", "pending", "observed"] = [
  "violation",
  "stale",
  "missing",
  "pending",
  "observed",
];

export type RuleSet = (typeof ruleSets)[number];

/** The set by which a rule that declares `applicable` says why it does not apply; it decides nothing. */
export const inapplicableSet = "inapplicable";

/**
 * The name by which a rule says everything at once, in place of sets of its own: an object that may have `applicable`, `inapplicable` and
 * the sets, as the functions of `data.aims.lib.duty` make it.
 */
export const verdictName = "verdict";

/** The kinds of subject that rules are about. */
export const ruleSubjects: readonly ["system", "organization"] = ["system", "organization"];

export type RuleSubject = (typeof ruleSubjects)[number];

/** How much a rule matters, least first. */
export const severities: readonly ["low", "medium", "high", "critical"] = ["low", "medium", "high", "critical"];

export type Severity = (typeof severities)[number];

/** Names a rule among all rules: lower-case letters, digits and hyphens, such as `log-retention`. */
export type RuleId = Branded<string, "rule id">;

/** A control by its framework and its label there, such as `iso42001:A.6.2.4`. */
export type ControlReference = Branded<string, "control reference">;

/** A Rego package with METADATA that checks one thing on one kind of subject. */
export interface Rule {
  readonly id: RuleId;
  /** Full package path, such as `aims.rules.log_retention`. */
  readonly package: string;
  readonly title: string;
  readonly description: string;
  readonly subject: RuleSubject;
  readonly controls: readonly ControlReference[];
  readonly severity: Severity;
  readonly remediation: string;
  /** Profile parameters that the rule reads. */
  readonly parameters: readonly string[];
  /** Names of the rules that the package declares, in whichever of its files, among them the sets and `applicable`. */
  readonly declares: readonly string[];
  /** What holds for the subjects that the rule concerns: `custom.concerns`, or the description of `applicable`, where there is one. */
  readonly concerns?: string;
  /** Written for Conftest: `deny` and `warn` hold texts or objects with `msg`, and saying nothing is a pass. */
  readonly style?: "conftest";
  readonly file: string;
  readonly row: number;
}

/** One item of a rule's set: `at` is a JSON pointer into the rule's input. */
export interface RuleItem {
  readonly message: string;
  readonly at: string;
}
