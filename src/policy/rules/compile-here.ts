import { compareDiagnostics, hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { JsonObject } from "../../foundation/json-value.js";
import type { CheckedRules, RulesResults } from "../bounded/protocol.js";
import type { CheckedAgainst, InspectedModule, InspectResult, RegoSources } from "../compiler/protocol.js";
import { loadRegoCompiler, runFor, type RegoCompiler } from "../compiler/rego-compiler.js";
import { hostDocuments, shippedPrefix } from "../packages.js";
import { ruleSets, type Rule } from "../rule.js";
import { entryModules } from "./entry-modules.js";
import { inputSchemas } from "./input-schemas.js";
import { itemPlaceProblems } from "./item-places.js";
import { neededModules, readsEverything } from "./needed-modules.js";
import { packageProblems } from "./package-problems.js";
import { regoDiagnostic, withFrame } from "./rego-diagnostic.js";
import type { CompiledBefore, RulesRequest } from "./request.js";
import { rulesOfModules } from "./rules-of-modules.js";
import { unheardPackages } from "./unheard-packages.js";

const nothing: CompiledBefore = { rules: [], modules: [] };

/** Modules as the compiler describes them, and all that is needed to compile them. */
interface Described {
  readonly inspected: InspectResult;
  readonly needed: RegoSources;
}

/** Checks and compiles in this thread, but for where the data stands: no bytes where something is wrong. */
export async function compileRulesHere(request: RulesRequest): Promise<RulesResults["compile"]> {
  const { sources, data } = request;
  const compiler = await loadRegoCompiler(runFor(newSources(request)));
  const { inspected, needed } = describe(compiler, request);
  const read = readRules(inspected, request);
  if (!hasErrors(read.diagnostics)) {
    const entry = entryModules(read.rules);
    const { entrypoints, modules: added } = entry;
    // A file of the workspace that has the path of an entry module is checked, but not compiled.
    if (!Object.keys(added).some((path) => Object.hasOwn(sources, path))) {
      const check = checkedAgainst(inspected.modules, read.rules, data);
      const compiled = compiler.compile({ modules: needed, added, entrypoints, check });
      if (compiled.ok) {
        const warnings = compiled.warnings.map((warning) => regoDiagnostic(warning, sources));
        const checked = checkedRules(inspected, read, warnings, sources);
        return hasErrors(checked.diagnostics) ? checked : { ...checked, wasm: compiled.wasm };
      }
    }
  }
  // Something is wrong, and a check by itself says what.
  const checked = await checkRulesHere(request);
  if (hasErrors(checked.diagnostics)) return checked;
  const entry = entryModules(checked.rules);
  const compiled = compiler.compile({ modules: { ...sources, ...entry.modules }, entrypoints: entry.entrypoints });
  if (compiled.ok) return { ...checked, wasm: compiled.wasm };
  return { ...checked, diagnostics: compiled.errors.map((error) => regoDiagnostic(error, sources)) };
}

/** Checks in this thread, but for where the data stands. */
export async function checkRulesHere(request: RulesRequest): Promise<CheckedRules> {
  const { sources, data } = request;
  const compiler = await loadRegoCompiler(runFor(newSources(request)));
  const { inspected, needed } = describe(compiler, request);
  const read = readRules(inspected, request);
  // A module that adds to a package of others would be told as many faults that it does not have.
  const intrudes = read.diagnostics.some(({ code }) => code === "package-reserved");
  if (inspected.errors.length > 0 || intrudes) return checkedRules(inspected, read, [], sources);
  const check = checkedAgainst(inspected.modules, read.rules, data);
  let { errors } = compiler.check({ modules: needed, ...check });
  // What leads nowhere may be close to something that nobody needs.
  if (errors.length > 0 && needed !== sources) errors = compiler.check({ modules: sources, ...check }).errors;
  return checkedRules(
    inspected,
    read,
    errors.map((error) => regoDiagnostic(error, sources)),
    sources,
  );
}

function newSources({ sources, before }: RulesRequest): RegoSources {
  if (before === undefined) return sources;
  return Object.fromEntries(Object.entries(sources).filter(([path]) => !path.startsWith(shippedPrefix)));
}

function describe(compiler: RegoCompiler, request: RulesRequest): Described {
  const { sources, before } = request;
  const modules = newSources(request);
  const inspected = compiler.inspect({ modules });
  const paths = Object.keys(modules);
  if (before === undefined || paths.some((path) => readsEverything(path, modules))) {
    return { inspected, needed: sources };
  }
  const needed = neededModules(paths, [...inspected.modules, ...before.modules]);
  const kept = needed.map(({ path }) => [path, sources[path] ?? ""] as const);
  return { inspected, needed: { ...modules, ...Object.fromEntries(kept) } };
}

/** Rules as modules declare them, and what is wrong with how they do. */
function readRules(
  { modules, errors }: InspectResult,
  { sources, before = nothing }: RulesRequest,
): Pick<CheckedRules, "rules" | "diagnostics"> {
  const { rules, diagnostics } = rulesOfModules(modules, sources, before.rules);
  diagnostics.push(...packageProblems(modules, rules, before));
  diagnostics.push(...errors.map((error) => regoDiagnostic(error, sources)));
  return { rules, diagnostics };
}

function checkedAgainst(
  modules: readonly InspectedModule[],
  rules: readonly Rule[],
  data: JsonObject,
): Required<CheckedAgainst> {
  return {
    inputSchemas: inputSchemas(),
    inputSchemaOf: Object.fromEntries(rules.map((rule) => [rule.file, rule.subject])),
    itemSets: itemSets(modules, rules),
    documents: hostDocuments,
    data,
  };
}

/** @param found what the compiler finds, in modules that can all be parsed */
function checkedRules(
  { modules, errors }: InspectResult,
  read: Pick<CheckedRules, "rules" | "diagnostics">,
  found: readonly Diagnostic[],
  sources: RegoSources,
): CheckedRules {
  const { rules } = read;
  const diagnostics = [...read.diagnostics];
  if (errors.length === 0) {
    // A rule whose METADATA is wrong is no package that nobody asks.
    if (!hasErrors(diagnostics)) diagnostics.push(...unheardPackages(modules, rules));
    diagnostics.push(...found, ...itemPlaceProblems(modules, rules, sources));
  }
  const claims = modules.map(({ package: path, rules: declared }) => ({
    package: path,
    rules: declared.map(({ name }) => ({ name })),
  }));
  const placed = diagnostics.map((each) => withFrame(each, sources)).sort(compareDiagnostics);
  return { rules, diagnostics: placed, modules: claims };
}

/** The sets of items of each module of a rule; what Conftest's style allows is turned into items later. */
function itemSets(modules: readonly InspectedModule[], rules: readonly Rule[]): Record<string, readonly string[]> {
  const asked = new Set(rules.flatMap((rule) => (rule.style === undefined ? [rule.package] : [])));
  return Object.fromEntries(
    modules.flatMap((module) => (asked.has(module.package) ? [[module.path, ruleSets] as const] : [])),
  );
}
