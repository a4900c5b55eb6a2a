import { problem } from "../../diagnostics/codes/rule-files.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { RuleData } from "../rule-data.js";
import type { Rule } from "../rule.js";

/** The names that a module declares something by. */
export interface ClaimingModule {
  readonly package: string;
  readonly rules: readonly { readonly name: string }[];
}

/**
 * Data that stands where a module declares something: as in OPA, a rule and a file cannot both give one document. The package of a rule
 * that aims asks takes no data at all, since the rule would seem to say it.
 */
export function dataProblems(modules: readonly ClaimingModule[], rules: readonly Rule[], data: RuleData): Diagnostic[] {
  const asked = new Set(rules.map((rule) => rule.package));
  const told = new Set<string>();
  return modules.flatMap((module) => {
    const path = module.package.split(".");
    const claimed = asked.has(module.package)
      ? [path]
      : [path, ...module.rules.map(({ name }) => [...path, ...name.split(".")])];
    return claimed.flatMap((names) => {
      const found = clash(names, data, names.length > path.length || asked.has(module.package));
      if (found === undefined || told.has(found.path)) return [];
      told.add(found.path);
      return [problem("data-conflict", found.place, { how: "package", path: found.path, package: module.package })];
    });
  });
}

/** @param whole whether the path is taken as a whole; otherwise objects may add to it */
function clash(
  names: readonly string[],
  data: RuleData,
  whole: boolean,
): { readonly path: string; readonly place: NonNullable<ReturnType<RuleData["at"]>>["place"] } | undefined {
  for (let length = 1; length <= names.length; length += 1) {
    const found = data.at(names.slice(0, length));
    if (found === undefined) return undefined;
    if (found.kind === "value" || (whole && length === names.length)) {
      return { path: ["data", ...names.slice(0, length)].join("."), place: found.place };
    }
  }
  return undefined;
}
