import { printable } from "../diagnostics/printable.js";
import type { Origin } from "../oscal/resolve/origins.js";
import { originsText } from "./origins-text.js";

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
  /** Rules that ship with aims and speak for it. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly parameters: readonly string[] }[];
}

/** For people: what the control asks for, the rules that judge it, and where it and its parameters come from. */
export function controlText({ control, title, profile, statement, origin, rules }: ControlExplanation): string {
  const lines = [`${control}  ${title}`, "", ...(statement === "" ? [] : [...statement.split("\n"), ""])];
  if (rules.length === 0) lines.push("Rules: none speaks for it; it is not assessed without an attestation.", "");
  else {
    lines.push("Rules:");
    for (const rule of rules) {
      const reads = rule.parameters.length === 0 ? "" : ` (reads ${rule.parameters.join(", ")})`;
      lines.push(`  ${rule.id}  ${rule.title}${reads}`);
    }
    lines.push("");
  }
  lines.push(`Under ${profile}:`);
  return `${lines.map(printable).join("\n")}\n${originsText([origin])}`;
}
