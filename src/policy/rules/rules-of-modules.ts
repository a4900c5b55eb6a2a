import { problem as fileProblem } from "../../diagnostics/codes/rule-files.js";
import { problem, type WrongMetadata } from "../../diagnostics/codes/rules.js";
import { hasErrors, type Diagnostic, type DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { JsonObject } from "../../foundation/json-value.js";
import { nearest } from "../../foundation/nearest.js";
import { by } from "../../foundation/order.js";
import { formatPointer } from "../../source/pointer.js";
import type { DeclaredRule, InspectedModule, RegoAnnotation, RegoSources } from "../compiler/protocol.js";
import { packOf, shippedPrefix } from "../packages.js";
import { inapplicableSet, ruleSets, ruleSubjects, severities, verdictName, type Rule } from "../rule.js";
import { conftestSet } from "./conftest.js";
import { metadataPosition } from "./metadata.js";

/** Keys that the METADATA of a rule's package may have under `custom`. */
const keys = ["id", "subject", "controls", "severity", "remediation", "parameters", "style", "duty", "concerns"];
const controlReference = /^[a-z0-9][a-z0-9-]*:\S.*$/;

/** A package is a rule when it lies under this one, or when its METADATA has an id or controls. */
const rulePackages = "aims.rules.";

/**
 * Reads the rules out of inspected modules: packages below `aims.rules` and packages whose METADATA has an id or controls. Libraries are
 * skipped. Missing and misspelt METADATA comes back as diagnostics; the rules are sorted by id.
 * @param sources where the places within METADATA are looked up
 * @param others rules that are there already, whose ids are taken
 */
export function rulesOfModules(
  modules: readonly InspectedModule[],
  sources: RegoSources,
  others: readonly Rule[] = [],
): { rules: Rule[]; diagnostics: Diagnostic[] } {
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Rule>(others.map((rule) => [rule.id, rule]));
  // A repeated id is the fault of a workspace, whatever its folders are called.
  const shipped = modules.filter(({ path }) => path.startsWith(shippedPrefix));
  for (const module of [...shipped, ...modules.filter((each) => !shipped.includes(each))]) {
    const files = modules.filter((other) => other.package === module.package);
    // The METADATA of a package stands in one of its files.
    if (!isRule(module) && (!module.package.startsWith(rulePackages) || files.some(isRule))) continue;
    const problems: Diagnostic[] = [];
    const placed = placesIn(module, sources[module.path]);
    const rule = ruleOf(module, files, sources, placed, problems);
    const twin = first.get(rule.id);
    if (twin) problems.push(problem("duplicate-rule", placed("custom", "id"), { id: rule.id, file: twin.file }));
    else first.set(rule.id, rule);
    if (!hasErrors(problems)) rules.push(rule);
    diagnostics.push(...problems);
  }
  return { rules: rules.sort(by(({ id }) => id)), diagnostics };
}

function isRule({ metadata }: InspectedModule): boolean {
  return metadata?.custom?.["id"] !== undefined || metadata?.custom?.["controls"] !== undefined;
}

/** What a module declares, with the path of the module. */
type DeclaredAt = DeclaredRule & { readonly path: string };

/** Takes what is wrong with the METADATA of a module, and the place in it that is meant. */
type Report = (wrong: WrongMetadata, ...path: readonly (string | number)[]) => void;

/** The place of something in the METADATA of a module, by the keys and numbers that lead there; without any, that of its first line. */
type PlacesIn = (...path: readonly (string | number)[]) => DiagnosticPlace;

function placesIn(module: InspectedModule, text: string | undefined): PlacesIn {
  const { path: file, metadata } = module;
  const beginning = { file, line: metadata?.row ?? module.row, column: 1 };
  return (...path) =>
    metadata === undefined || text === undefined || path.length === 0
      ? beginning
      : { file, ...metadataPosition(text, metadata.row, file, formatPointer(path)) };
}

/**
 * @param files the modules of the package, the one with the METADATA among them
 * @param problems takes what is wrong with the rule
 */
function ruleOf(
  module: InspectedModule,
  files: readonly InspectedModule[],
  sources: RegoSources,
  placed: PlacesIn,
  problems: Diagnostic[],
): Rule {
  const { metadata } = module;
  // Without METADATA, or without custom in it, everything is missing that the rest would name one by one.
  const lacks = metadata === undefined ? "no-block" : metadata.custom === undefined ? "no-custom" : undefined;
  if (lacks !== undefined) {
    problems.push(problem("rule-metadata", placed(), { how: lacks, package: module.package }));
  }
  // A key that is there under another name is not missing, too.
  const misspelt = new Set<string>();
  const report: Report = (wrong, ...path) => {
    if (lacks === undefined && !misspelt.has(path.join(".")))
      problems.push(problem("rule-metadata", placed(...path), wrong));
  };
  const custom = metadata?.custom ?? {};
  for (const key of Object.keys(custom)) {
    if (keys.includes(key)) continue;
    const guess = nearest(key, keys);
    if (guess !== undefined && !Object.hasOwn(custom, guess)) {
      report({ how: "unknown-key", key, guess }, "custom", key);
      misspelt.add(`custom.${guess}`);
    }
  }
  const style = custom["style"] === undefined ? undefined : oneOf(custom, "style", ["conftest"], "conftest", report);
  const named = files.flatMap(({ rules }) => rules.filter((each) => each.name !== verdictName || isVerdict(each)));
  const declares = [...new Set(named.map(({ name }) => name))];
  if (lacks === undefined) {
    problems.push(
      ...setProblems(files, style, placed(), (name) =>
        isReadIn(
          files.map(({ path }) => sources[path] ?? ""),
          name,
        ),
      ),
    );
  }
  const id = text(custom["id"]);
  if (id === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(id)) report({ how: "no-id" }, "custom", "id");
  const controls = list(custom, "controls", report);
  if (controls?.length === 0) report({ how: "no-controls" }, "custom", "controls");
  for (const [index, value] of (controls ?? []).entries()) {
    if (!controlReference.test(value)) report({ how: "no-framework", value }, "custom", "controls", index);
  }
  const parameters = list(custom, "parameters", report) ?? [];
  if (lacks === undefined) problems.push(...parameterProblems(files, parameters, placed));
  const pack = packOf(module.path);
  return {
    // Rules of packs may have the ids of others.
    id: `${pack === undefined ? "" : `${pack}/`}${id ?? module.package}`,
    package: module.package,
    title: required(metadata, "title", report),
    description: required(metadata, "description", report),
    subject: oneOf(custom, "subject", ruleSubjects, "system", report),
    controls: controls ?? [],
    severity: oneOf(custom, "severity", severities, "medium", report),
    remediation: text(custom["remediation"]) ?? missing("custom.remediation", report),
    parameters,
    declares,
    ...defined({ concerns: text(custom["concerns"]) ?? concerns(module), style }),
    file: module.path,
    row: metadata?.row ?? module.row,
  };
}

/** The description of `applicable`. */
function concerns({ package: path, annotations }: InspectedModule): string | undefined {
  return text(annotations.find(({ target }) => target === `data.${path}.applicable`)?.description);
}

/**
 * A rule has to be able to say something, and one in the style of Conftest says it in sets.
 * @param isRead whether the package reads what it declares by a name
 */
function setProblems(
  files: readonly InspectedModule[],
  style: Rule["style"],
  place: DiagnosticPlace,
  isRead: (name: string) => boolean,
): readonly Diagnostic[] {
  const declared = files.flatMap(({ path, rules }) => rules.map((rule) => ({ path, ...rule })));
  if (style === undefined) {
    const verdict = declared.find(isVerdict);
    if (verdict !== undefined) return unreadBeside(verdict, declared);
    const speaks = declared.some(({ name }) => ruleSets.some((set) => set === name));
    return [
      ...(speaks ? [] : [problem("rule-without-sets", place, ruleSets)]),
      ...almostAsked(declared, [inapplicableSet, ...ruleSets], isRead),
    ];
  }
  const sets = declared.filter(({ name }) => conftestSet(name) !== undefined);
  if (sets.length === 0) return [problem("rule-without-sets", place, ["deny", "violation", "warn"])];
  const wrong = sets.filter(({ kind }) => kind !== "set");
  const exceptions = declared.filter(({ name }) => name === "exception");
  return [
    ...wrong.map(({ path, row, column, name, kind }) =>
      problem(
        "rule-item",
        { file: path, line: row, column },
        `${name} is declared as ${kind === "object" ? "an object" : `a ${kind}`}, but has to be a set: write ${name} contains msg if ...`,
      ),
    ),
    ...exceptions.map(({ path, row, column }) => fileProblem("conftest-exception", { file: path, line: row, column })),
    ...almostAsked(
      declared.filter(({ name }) => conftestSet(name) === undefined),
      ["deny", "violation", "warn"],
      isRead,
    ),
  ];
}

/** Whether modules of a package name something elsewhere than where they declare it. */
function isReadIn(texts: readonly string[], name: string): boolean {
  const elsewhere = new RegExp(`[^\\w."]${name}\\b`);
  return texts.some((text) =>
    text.split("\n").some((line) => !line.trimStart().startsWith("#") && elsewhere.test(line)),
  );
}

/** A function or a set of that name is for the rule's own use. */
function isVerdict({ name, kind }: DeclaredRule): boolean {
  return name === verdictName && (kind === "value" || kind === "object");
}

/** Of a rule that says everything by `verdict`, nothing else is read. */
function unreadBeside(verdict: DeclaredAt, declared: readonly DeclaredAt[]): readonly Diagnostic[] {
  const names: readonly string[] = ["applicable", inapplicableSet, ...ruleSets];
  const unread = declared.filter(({ name, kind }) => kind !== "function" && names.includes(name));
  return unread.map(({ path, row, column, name }) =>
    problem("rule-two-verdicts", { file: path, line: row, column }, { name, row: verdict.row }),
  );
}

/** What a rule declares under a name that is a slip of the pen away from one that is asked for. */
function almostAsked(
  declared: readonly DeclaredAt[],
  asked: readonly string[],
  isRead: (name: string) => boolean,
): readonly Diagnostic[] {
  return declared.flatMap(({ path, name, kind, row, column }): readonly Diagnostic[] => {
    if (kind === "function" || name === "applicable" || asked.includes(name)) return [];
    const written = name.toLowerCase().replace(/_+$/, "");
    // Only a set can be meant for a set; a value, for whether the rule applies.
    const guess = kind === "set" ? (conftestSet(name) ?? nearest(written, asked)) : nearest(written, ["applicable"]);
    if (guess === undefined) return [];
    const place = { file: path, line: row, column };
    if (kind !== "set" || isRead(name)) return [problem("rule-name", place, { name, guess })];
    const conftest = !asked.includes("deny") && conftestSet(name) !== undefined;
    return [problem("rule-set-unread", place, { name, guess, conftest })];
  });
}

/** The parameters that METADATA names are the ones that the modules of the package read. */
function parameterProblems(
  files: readonly InspectedModule[],
  named: readonly string[],
  placed: PlacesIn,
): Diagnostic[] {
  if (files.some(({ parameters }) => parameters.dynamic)) return [];
  const read = [...new Set(files.flatMap(({ parameters }) => parameters.keys.map(({ key }) => key)))];
  const unnamed = read.filter((parameter) => !named.includes(parameter));
  const unread = named.filter((parameter) => !read.includes(parameter));
  return [
    ...unnamed.map((parameter) =>
      problem("rule-parameters", placed("custom", "parameters"), { how: "not-named", parameter }),
    ),
    ...unread.map((parameter) =>
      problem("rule-parameters", placed("custom", "parameters", named.indexOf(parameter)), {
        how: "not-read",
        parameter,
        guess: nearest(parameter, read),
      }),
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
  report({ how: "no-choice", key, value, allowed, guess }, "custom", key);
  return otherwise;
}

function required(metadata: RegoAnnotation | undefined, key: "title" | "description", report: Report): string {
  return text(metadata?.[key]) ?? missing(key, report);
}

function missing(key: string, report: Report): string {
  report({ how: "no-text", key }, ...key.split("."));
  return "";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : undefined;
}

/** A list of texts; undefined, and reported, where the value is something else. */
function list(custom: JsonObject, key: "controls" | "parameters", report: Report): readonly string[] | undefined {
  const value = custom[key];
  if (value === undefined) return [];
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && texts.every((each) => typeof each === "string")) return texts;
  const example = texts.flatMap((each) => (typeof each === "string" ? each.split(/[,;]\s*/) : []));
  report({ how: "no-list", key, example: example.length > 0 ? example : undefined }, "custom", key);
  return undefined;
}
