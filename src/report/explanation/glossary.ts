import type { Assurance, Severity, VerdictState } from "../../assessment/verdict.js";
import type { OscalModel } from "../../oscal/model.js";

/** A word of aims or OSCAL, what kind of word it is, and what it means. */
export interface GlossaryEntry {
  readonly word: string;
  readonly of: "assurance level" | "model of OSCAL" | "severity" | "state";
  readonly meaning: string;
  /** What follows from it, or what to do about it. */
  readonly then?: string;
}

type Meaning = Omit<GlossaryEntry, "word" | "of">;

const states: Readonly<Record<VerdictState | "not-assessed" | "open", Meaning>> = {
  satisfied: {
    meaning:
      "A rule found on a system what its control asks for, supported as well as the profile asks (minimum-assurance).",
    then: "In OSCAL: a finding that is satisfied, with the reason pass.",
  },
  partial: {
    meaning: "The record says that it is under way: begun or planned, and not done.",
    then: "It is open. Finish it and record that; in OSCAL the finding is not-satisfied, with the reason other.",
  },
  "no-evidence": {
    meaning: "Nobody recorded anything that a rule could judge, or it is supported by less than the profile asks for.",
    then: "It is open. Record the fact, or attach evidence: silence is never a pass.",
  },
  stale: {
    meaning: "It was done once, and on the day of the assessment it no longer counts.",
    then: "It is open. Do it again, or renew the record; a parameter of the profile says how long it counts.",
  },
  "not-satisfied": {
    meaning: "The record shows that it is not done, or that a limit of the profile is broken.",
    then: "It is open. Follow the remediation of the rule: aims explain RULE.",
  },
  error: {
    meaning: "A rule could not be evaluated, or said nothing about a system that it concerns.",
    then: "It is open, and aims assess ends with 3 unless --allow-rule-errors is given. Correct the rule: aims rules check.",
  },
  "not-applicable": {
    meaning: "A rule does not concern the system; a finding says why.",
    then: "It is not open and shows nothing. A run in which every verdict is not-applicable fails a gate.",
  },
  "not-assessed": {
    meaning:
      "No rule speaks for a control of the profile, so that nobody looked at it. It is the reason of a control, not the state of a verdict.",
    then: "Every gate fails on it unless --allow-not-assessed names the control. Write a rule for it, or have people assess it.",
  },
  open: {
    meaning: "A verdict that asks somebody to do something: error, not-satisfied, stale, no-evidence or partial.",
    then: "aims assess --fail-on open fails on any of them.",
  },
};

const levels: Readonly<Record<Assurance, Meaning>> = {
  declared: { meaning: "The owner says so in the descriptor." },
  documented: {
    meaning: "An evidence record supports it that is approved, in date and, where it is a file, has the recorded hash.",
  },
  tested: { meaning: "Such an evidence record supports it that a machine made." },
};

const severities: Readonly<Record<Severity, Meaning>> = {
  low: { meaning: "The least that a rule can matter." },
  medium: { meaning: "Between low and high." },
  high: { meaning: "Between medium and critical." },
  critical: { meaning: "The most that a rule can matter." },
};

const models: Readonly<Record<OscalModel, string>> = {
  catalog: "Controls with their statements, parameters and guidance, in groups.",
  profile: "A choice of controls from catalogs and other profiles, with the values of their parameters.",
  "mapping-collection": "How the controls of one framework correspond to those of another.",
  "component-definition": "How a component, such as a product or a process, implements controls wherever it is used.",
  "system-security-plan": "How a system implements the controls of a profile: its parts, its people, its state.",
  "assessment-plan": "What is going to be assessed, how, and by whom.",
  "assessment-results": "What an assessment observed and found.",
  "plan-of-action-and-milestones": "What is to be corrected after an assessment, until when, and by whom.",
};

const forSeverities =
  "The METADATA of a rule says it; --fail-on SEVERITY fails on open verdicts of rules of that severity or above.";
const forLevels =
  "From weak to strong: declared, documented, tested. The parameter minimum-assurance of a profile sets the least that counts.";

function entries(of: GlossaryEntry["of"], meanings: Readonly<Record<string, Meaning>>, then?: string): GlossaryEntry[] {
  return Object.entries(meanings).map(([word, meaning]) => ({
    word,
    of,
    ...meaning,
    ...(then === undefined ? {} : { then }),
  }));
}

/** Words that mean the same everywhere, kind by kind. */
export const glossary: readonly GlossaryEntry[] = [
  ...entries("state", states),
  ...entries("assurance level", levels, forLevels),
  ...entries("severity", severities, forSeverities),
  ...Object.entries(models).map(([word, meaning]): GlossaryEntry => ({
    word,
    of: "model of OSCAL",
    meaning,
    then: `aims oscal new ${word} writes the smallest valid one.`,
  })),
];

/** For people: a word with its meaning. */
export function wordText({ word, of, meaning, then }: GlossaryEntry): string {
  return `${word}: ${/^[aeiou]/.test(of) ? "an" : "a"} ${of === "state" ? "state of a verdict" : of}\n\n${meaning}\n${then === undefined ? "" : `\n${then}\n`}`;
}
