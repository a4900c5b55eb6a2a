import { printable } from "../../foundation/printable.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import { referenceOf } from "../../assessment/control-reference.js";
import { evidenceLines, type ExpectedEvidence } from "./evidence.js";
import { namedOrigin, originsText, type NamedOrigin } from "./origins.js";
import type { ControlTopic, ListedRule } from "./topic.js";

/** A control under a profile, as far as aims knows it. */
export interface ControlExplanation extends ExpectedEvidence {
  /** With the framework before it, such as `iso42001:A.6.2.8`. */
  readonly control: string;
  readonly title: string;
  /** Name of the profile as it was given. */
  readonly profile: string;
  /** Markdown. */
  readonly statement: string;
  /** Who put the control there, and for each parameter its value and who set it. */
  readonly origin: NamedOrigin;
  /** Rules that speak for it: those that ship with aims and, with their places, those of the workspace. */
  readonly rules: readonly ExplainedRule[];
}

/** A rule that judges a control. */
export interface ExplainedRule {
  readonly id: string;
  readonly title: string;
  /** Ids of the parameters that it reads. */
  readonly parameters: readonly string[];
  /** Of a rule that does not ship with aims: its Rego file, and the line in it, counted from 1. */
  readonly file?: FileName;
  readonly line?: number;
}

/** The explanation of a control as it is printed. */
export function explainedControl(known: ControlTopic, nameOf: (file: SourceFile) => FileName): ControlExplanation {
  const { control, profile, facts, origin, rules } = known;
  const { statement, expectedEvidence, freshnessDays, ownerRoles } = facts;
  return {
    control: referenceOf(control),
    title: control.title,
    profile,
    statement,
    expectedEvidence,
    ...(freshnessDays === undefined ? {} : { freshnessDays }),
    ownerRoles,
    origin: namedOrigin(origin, nameOf),
    rules: rules.map((each) => explainedRule(each, nameOf)),
  };
}

/** A rule as it is printed with a control for which it speaks. */
export function explainedRule(
  { rule: { id, title, parameters }, place }: ListedRule,
  nameOf: (file: SourceFile) => FileName,
): ExplainedRule {
  return { id, title, parameters, ...(place === undefined ? {} : { file: nameOf(place.file), line: place.line }) };
}

/** For people: what the control asks for, the rules that judge it, and where it and its parameters come from. */
export function controlText(explained: ControlExplanation): string {
  const { control, title, profile, statement, origin, rules } = explained;
  const evidence = evidenceLines(explained);
  const lines = [
    `${control}  ${title}`,
    "",
    ...(statement === "" ? [] : [...statement.split("\n"), ""]),
    ...(evidence.length === 0 ? [] : [...evidence, ""]),
  ];
  if (rules.length === 0)
    lines.push(
      "Rules: none speaks for it, so that it is not assessed; a gate fails on it unless it is allowed (aims explain not-assessed).",
      "",
    );
  else lines.push("Rules:", ...rules.map((rule) => `  ${ruleLine(rule)}`), "");
  lines.push(`Under ${profile}:`);
  return `${lines.map(printable).join("\n")}\n${originsText([origin])}`;
}

/** For people: a rule with the parameters that it reads, and its place where it does not ship with aims. */
export function ruleLine({ id, title, parameters, file, line = 1 }: ExplainedRule): string {
  const reads = parameters.length === 0 ? "" : ` (reads ${parameters.join(", ")})`;
  const place = file === undefined ? "" : `  ${file}:${String(line)}`;
  return `${id}  ${title}${reads}${place}`;
}
