import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import type { InspectedModule, RegoAnnotation } from "../compiler/protocol.js";
import { ruleSets, ruleSubjects, severities, type Rule } from "../rule.js";

/** What the METADATA of a rule's package may say under `custom`. */
const keys = ["id", "subject", "controls", "severity", "remediation", "parameters"];
const controlReference = /^[a-z0-9][a-z0-9-]*:\S.*$/;

/** A module is a rule when it lies under this package, or when its METADATA has an id. */
const rulePackages = "aims.rules.";

/**
 * Reads the rules out of inspected modules: packages below `aims.rules` and packages whose METADATA has an id. Libraries are passed over.
 * What is missing or misspelt in METADATA comes back as diagnostics; the rules are sorted by id.
 */
export function rulesOfModules(modules: readonly InspectedModule[]): { rules: Rule[]; diagnostics: Diagnostic[] } {
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Rule>();
  for (const module of modules) {
    if (!module.package.startsWith(rulePackages) && module.metadata?.custom?.["id"] === undefined) continue;
    const problems: Diagnostic[] = [];
    const rule = ruleOf(module, (code, message, fix) => {
      problems.push(problem(module, code, message, fix));
    });
    const twin = first.get(rule.id);
    if (twin)
      problems.push(
        problem(
          module,
          "duplicate-rule",
          `The rule id "${rule.id}" is used a second time; first in ${twin.file}.`,
          "Give each rule an id of its own.",
        ),
      );
    else first.set(rule.id, rule);
    if (problems.length === 0) rules.push(rule);
    diagnostics.push(...problems);
  }
  rules.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { rules, diagnostics };
}

type Report = (code: string, message: string, fix: string) => void;

function ruleOf(module: InspectedModule, report: Report): Rule {
  const { metadata } = module;
  const custom = metadata?.custom ?? {};
  for (const key of Object.keys(custom)) {
    if (keys.includes(key)) continue;
    const guess = nearest(key, keys);
    if (guess !== undefined && !Object.hasOwn(custom, guess)) {
      report(
        "rule-metadata",
        `The METADATA has "${key}" under custom, which aims does not know.`,
        `Did you mean "${guess}"?`,
      );
    }
  }
  const declares = module.rules.map((rule) => rule.name);
  if (!ruleSets.some((set) => declares.includes(set))) {
    report(
      "rule-without-sets",
      "The package declares none of the sets by which a rule speaks.",
      `Declare at least one of ${ruleSets.join(", ")}.`,
    );
  }
  const id = text(custom["id"]);
  if (id === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    report(
      "rule-metadata",
      "The METADATA has no id of lower-case letters, digits and hyphens under custom.",
      "Write custom: {id: my-rule, ...} above the package.",
    );
  }
  const controls = list(custom["controls"]);
  if (controls.length === 0 || !controls.every((control) => controlReference.test(control))) {
    report(
      "rule-metadata",
      "The METADATA names no controls with their framework.",
      "Write custom.controls, for instance [iso42001:A.6.2.4].",
    );
  }
  checkParameters(module, list(custom["parameters"]), report);
  return {
    id: id ?? module.package,
    package: module.package,
    title: required(metadata, "title", report),
    description: required(metadata, "description", report),
    subject: oneOf(custom, "subject", ruleSubjects, "system", report),
    controls,
    severity: oneOf(custom, "severity", severities, "medium", report),
    remediation: text(custom["remediation"]) ?? missing("custom.remediation", report),
    parameters: list(custom["parameters"]),
    declares,
    file: module.path,
    row: metadata?.row ?? module.row,
  };
}

/** The parameters that METADATA promises are the ones that the module reads. */
function checkParameters(module: InspectedModule, promised: readonly string[], report: Report): void {
  if (module.parameters.dynamic) return;
  const read = module.parameters.keys.map(({ key }) => key);
  for (const key of read) {
    if (!promised.includes(key)) {
      report(
        "rule-parameters",
        `The rule reads the parameter "${key}", which its METADATA does not name.`,
        `Add it to custom.parameters.`,
      );
    }
  }
  for (const key of promised) {
    if (read.includes(key)) continue;
    const guess = nearest(key, read);
    report(
      "rule-parameters",
      `The METADATA names the parameter "${key}", which the rule does not read.`,
      guess === undefined ? "Remove it from custom.parameters." : `Did you mean "${guess}"?`,
    );
  }
}

function oneOf<Value extends string>(
  custom: Readonly<Record<string, unknown>>,
  key: string,
  allowed: readonly Value[],
  otherwise: Value,
  report: Report,
): Value {
  const value = text(custom[key]);
  const known = allowed.find((each) => each === value);
  if (known !== undefined) return known;
  const guess = value === undefined ? undefined : nearest(value, allowed);
  report(
    "rule-metadata",
    value === undefined ? `The METADATA has no ${key} under custom.` : `"${value}" is not allowed for custom.${key}.`,
    guess === undefined ? `Write one of ${allowed.join(", ")}.` : `Did you mean "${guess}"?`,
  );
  return otherwise;
}

function required(metadata: RegoAnnotation | undefined, key: "title" | "description", report: Report): string {
  return text(metadata?.[key]) ?? missing(key, report);
}

function missing(key: string, report: Report): string {
  report(
    "rule-metadata",
    `The METADATA of the package has no ${key}.`,
    `Write ${key} into the METADATA block above the package.`,
  );
  return "";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function problem(module: InspectedModule, code: string, message: string, fix: string): Diagnostic {
  return {
    code,
    severity: "error",
    message,
    file: module.path,
    line: module.metadata?.row ?? module.row,
    column: 1,
    fix,
  };
}
