/** The sets that a rule may declare, in the order in which they decide its state. */
export const ruleSets: readonly ["violation", "stale", "missing", "pending", "observed"] = [
  "violation",
  "stale",
  "missing",
  "pending",
  "observed",
];

export type RuleSet = (typeof ruleSets)[number];

export type RuleSubject = "system" | "organization";

/** A Rego package with METADATA that checks one thing on one kind of subject. */
export interface Rule {
  readonly id: string;
  /** Full package path, such as `aims.rules.log_retention`. */
  readonly package: string;
  readonly title: string;
  readonly description: string;
  readonly subject: RuleSubject;
  /** Control references, such as `iso42001:A.6.2.8`. */
  readonly controls: readonly string[];
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly remediation: string;
  /** Profile parameters that the rule reads. */
  readonly parameters: readonly string[];
  /** Names of the rules that the package declares, among them the sets and `applicable`. */
  readonly declares: readonly string[];
  readonly file: string;
  readonly row: number;
}

/** One item of a rule's set: `at` is a JSON pointer into the rule's input. */
export interface RuleItem {
  readonly message: string;
  readonly at: string;
}
