import { problem, type WrongMetadata } from "../../diagnostics/codes/rules.js";
import type { Diagnostic, DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { JsonObject } from "../../foundation/json-value.js";
import { nearest } from "../../foundation/nearest.js";
import { by } from "../../foundation/order.js";
import type { InspectedModule, RegoAnnotation } from "../compiler/protocol.js";
import { ruleSets, ruleSubjects, severities, type Rule } from "../rule.js";

/** Keys that the METADATA of a rule's package may have under `custom`. */
const keys = ["id", "subject", "controls", "severity", "remediation", "parameters"];
const controlReference = /^[a-z0-9][a-z0-9-]*:\S.*$/;

/** A module is a rule when it lies under this package, or when its METADATA has an id. */
const rulePackages = "aims.rules.";

/**
 * Reads the rules out of inspected modules: packages below `aims.rules` and packages whose METADATA has an id. Libraries are skipped.
 * Missing and misspelt METADATA comes back as diagnostics; the rules are sorted by id.
 */
export function rulesOfModules(modules: readonly InspectedModule[]): { rules: Rule[]; diagnostics: Diagnostic[] } {
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Rule>();
  for (const module of modules) {
    if (!module.package.startsWith(rulePackages) && module.metadata?.custom?.["id"] === undefined) continue;
    const problems: Diagnostic[] = [];
    const rule = ruleOf(module, problems);
    const twin = first.get(rule.id);
    if (twin) problems.push(problem("duplicate-rule", placeOf(module), { id: rule.id, file: twin.file }));
    else first.set(rule.id, rule);
    if (problems.length === 0) rules.push(rule);
    diagnostics.push(...problems);
  }
  return { rules: rules.sort(by(({ id }) => id)), diagnostics };
}

/** Takes what is wrong with the METADATA of a module. */
type Report = (wrong: WrongMetadata) => void;

function placeOf(module: InspectedModule): DiagnosticPlace {
  return { file: module.path, line: module.metadata?.row ?? module.row, column: 1 };
}

/** @param problems takes what is wrong with the module */
function ruleOf(module: InspectedModule, problems: Diagnostic[]): Rule {
  const { metadata } = module;
  const place = placeOf(module);
  const report: Report = (wrong) => {
    problems.push(problem("rule-metadata", place, wrong));
  };
  const custom = metadata?.custom ?? {};
  for (const key of Object.keys(custom)) {
    if (keys.includes(key)) continue;
    const guess = nearest(key, keys);
    if (guess !== undefined && !Object.hasOwn(custom, guess)) {
      report({ how: "unknown-key", key, guess });
    }
  }
  const declares = module.rules.map((rule) => rule.name);
  if (!ruleSets.some((set) => declares.includes(set))) problems.push(problem("rule-without-sets", place, ruleSets));
  const id = text(custom["id"]);
  if (id === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(id)) report({ how: "no-id" });
  const controls = list(custom["controls"]);
  if (controls.length === 0 || !controls.every((control) => controlReference.test(control))) {
    report({ how: "no-controls" });
  }
  const parameters = list(custom["parameters"]);
  problems.push(...parameterProblems(module, parameters));
  return {
    id: id ?? module.package,
    package: module.package,
    title: required(metadata, "title", report),
    description: required(metadata, "description", report),
    subject: oneOf(custom, "subject", ruleSubjects, "system", report),
    controls,
    severity: oneOf(custom, "severity", severities, "medium", report),
    remediation: text(custom["remediation"]) ?? missing("custom.remediation", report),
    parameters,
    declares,
    ...defined({ concerns: concerns(module) }),
    file: module.path,
    row: metadata?.row ?? module.row,
  };
}

/** The description of `applicable`. */
function concerns({ package: path, annotations }: InspectedModule): string | undefined {
  return text(annotations.find(({ target }) => target === `data.${path}.applicable`)?.description);
}

/** The parameters that METADATA names are the ones that the module reads. */
function parameterProblems(module: InspectedModule, named: readonly string[]): Diagnostic[] {
  if (module.parameters.dynamic) return [];
  const place = placeOf(module);
  const read = module.parameters.keys.map(({ key }) => key);
  const unnamed = read.filter((parameter) => !named.includes(parameter));
  const unread = named.filter((parameter) => !read.includes(parameter));
  return [
    ...unnamed.map((parameter) => problem("rule-parameters", place, { how: "not-named", parameter })),
    ...unread.map((parameter) =>
      problem("rule-parameters", place, { how: "not-read", parameter, guess: nearest(parameter, read) }),
    ),
  ];
}

function oneOf<Value extends string>(
  custom: JsonObject,
  key: string,
  allowed: readonly Value[],
  otherwise: Value,
  report: Report,
): Value {
  const value = text(custom[key]);
  const known = allowed.find((each) => each === value);
  if (known !== undefined) return known;
  const guess = value === undefined ? undefined : nearest(value, allowed);
  report({ how: "no-choice", key, value, allowed, guess });
  return otherwise;
}

function required(metadata: RegoAnnotation | undefined, key: "title" | "description", report: Report): string {
  return text(metadata?.[key]) ?? missing(key, report);
}

function missing(key: string, report: Report): string {
  report({ how: "no-text", key });
  return "";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
