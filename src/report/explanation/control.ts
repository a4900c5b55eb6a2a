import { printable } from "../../foundation/printable.js";
import type { Origin } from "../../oscal/origins.js";
import { originsText } from "./origins.js";

/** What aims knows of a control under a profile. */
export interface ControlExplanation {
  /** With the framework before it, such as `iso42001:A.6.2.8`. */
  readonly control: string;
  readonly title: string;
  /** Name of the profile as it was given. */
  readonly profile: string;
  /** Markdown. */
  readonly statement: string;
  /** Who put the control there, and for each parameter its value and who set it. */
  readonly origin: Origin;
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
  readonly file?: string;
  readonly line?: number;
}

/** For people: what the control asks for, the rules that judge it, and where it and its parameters come from. */
export function controlText({ control, title, profile, statement, origin, rules }: ControlExplanation): string {
  const lines = [`${control}  ${title}`, "", ...(statement === "" ? [] : [...statement.split("\n"), ""])];
  if (rules.length === 0) lines.push("Rules: none speaks for it; it is not assessed without an attestation.", "");
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
