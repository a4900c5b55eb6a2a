import { problem } from "../../diagnostics/codes/rule-files.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { InspectedModule } from "../compiler/protocol.js";
import { shippedPrefix } from "../packages.js";
import { ruleSets, type Rule } from "../rule.js";
import { conftestSet } from "./conftest.js";

/**
 * Packages of one's own that say something as a rule does, or as Conftest's policies do, but are no rules, so that nobody asks them.
 * Libraries are left out: packages that another module reads as a whole, or what they say.
 */
export function unheardPackages(modules: readonly InspectedModule[], rules: readonly Rule[]): Diagnostic[] {
  const asked = new Set(rules.map((rule) => rule.package));
  const told = new Set<string>();
  return modules.flatMap((module) => {
    const name = module.package;
    const says = speaking(module);
    const [first] = says;
    if (first === undefined || asked.has(name) || told.has(name) || module.path.startsWith(shippedPrefix)) return [];
    const sets = says.map((set) => `${name}.${set.name}`);
    const reads = modules.flatMap((other) => (other.package === name ? [] : other.reads));
    if (reads.some((path) => path === name || sets.some((set) => isBelow(path, set)))) return [];
    told.add(name);
    const sameName = modules.filter((other) => other.package === name).flatMap(speaking);
    const declares = [...new Set(sameName.map((rule) => rule.name))];
    const style = declares.some((set) => conftestSet(set) !== undefined) ? ("conftest" as const) : ("aims" as const);
    const place = { file: module.path, line: first.row, column: first.column };
    return [problem("package-unheard", place, { package: name, declares, style })];
  });
}

function speaking({ rules }: InspectedModule): InspectedModule["rules"] {
  return rules.filter(
    ({ name, kind }) =>
      kind !== "function" && (conftestSet(name) !== undefined || ruleSets.some((set) => set === name)),
  );
}

function isBelow(path: string, packagePath: string): boolean {
  return path === packagePath || path.startsWith(`${packagePath}.`);
}
