import { printable } from "../../foundation/printable.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import { referenceOf } from "../../assessment/control-reference.js";
import { namedOrigin, originsText, type NamedOrigin } from "./origins.js";
import type { ControlTopic } from "./topic.js";

/** A control under a profile, as far as aims knows it. */
export interface ControlExplanation {
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
  const { control, profile, statement, origin, rules } = known;
  return {
    control: referenceOf(control),
    title: control.title,
    profile,
    statement,
    origin: namedOrigin(origin, nameOf),
    rules: rules.map(({ rule: { id, title, parameters }, place }) => ({
      id,
      title,
      parameters,
      ...(place === undefined ? {} : { file: nameOf(place.file), line: place.line }),
    })),
  };
}

/** For people: what the control asks for, the rules that judge it, and where it and its parameters come from. */
export function controlText({ control, title, profile, statement, origin, rules }: ControlExplanation): string {
  const lines = [`${control}  ${title}`, "", ...(statement === "" ? [] : [...statement.split("\n"), ""])];
  if (rules.length === 0)
    lines.push(
      "Rules: none speaks for it, so that it is not assessed; a gate fails on it unless it is allowed (aims explain not-assessed).",
      "",
    );
  else {
    lines.push("Rules:");
    for (const rule of rules) {
      const reads = rule.parameters.length === 0 ? "" : ` (reads ${rule.parameters.join(", ")})`;
      const place = rule.file === undefined ? "" : `  ${rule.file}:${String(rule.line ?? 1)}`;
      lines.push(`  ${rule.id}  ${rule.title}${reads}${place}`);
    }
    lines.push("");
  }
  lines.push(`Under ${profile}:`);
  return `${lines.map(printable).join("\n")}\n${originsText([origin])}`;
}
