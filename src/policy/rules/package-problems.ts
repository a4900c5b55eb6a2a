import { problem as packProblem } from "../../diagnostics/codes/packs.js";
import { problem } from "../../diagnostics/codes/rule-files.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { InspectedModule } from "../compiler/protocol.js";
import { packNamespace, packOf, shippedPrefix } from "../packages.js";
import type { Rule } from "../rule.js";
import { entryName } from "./entry-modules.js";
import type { CompiledBefore } from "./request.js";

/** Packages that the host makes or reads. */
const reserved = ["aims.entry", "aims.lib", "params", "reference"];
/** Last parts of packages that the entry modules need for themselves. */
const taken = ["system", "organization"];

/**
 * Problems of the packages of modules: one's own must not add to shipped ones or to what the host reads, since Rego would join
 * them and a shipped rule would say something else; and the last parts of rules' packages are distinct plain names.
 * @param before what was compiled before, and is not among the modules and rules
 */
export function packageProblems(
  modules: readonly InspectedModule[],
  rules: readonly Rule[],
  before: CompiledBefore,
): Diagnostic[] {
  const shipped = [...modules.filter(({ path }) => path.startsWith(shippedPrefix)), ...before.modules];
  return [
    ...reservedPackages(modules, new Set(shipped.map((module) => module.package))),
    ...outsideNamespace(modules),
    ...packageNames(modules, [...before.rules, ...rules]),
  ];
}

/** Packages of a pack lie in its namespace, and those of nobody else do. */
function outsideNamespace(modules: readonly InspectedModule[]): Diagnostic[] {
  const packs = [...new Set(modules.flatMap(({ path }) => packOf(path) ?? []))];
  return modules.flatMap((module): Diagnostic[] => {
    const { path, package: own, row } = module;
    const place = { file: path, line: row, column: 1 };
    const pack = packOf(path);
    if (pack === undefined) {
      const other = packs.find((each) => within(own, packNamespace(each)) || within(packNamespace(each), own));
      if (other === undefined) return [];
      return [problem("package-reserved", place, { own, reserved: packNamespace(other), pack: other })];
    }
    const wanted = packNamespace(pack);
    if (within(own, wanted)) return [];
    return [packProblem("pack-namespace", place, { pack, what: "package", found: own, wanted })];
  });
}

function reservedPackages(modules: readonly InspectedModule[], shipped: ReadonlySet<string>): Diagnostic[] {
  if (shipped.size === 0) return [];
  return modules
    .filter(({ path }) => !path.startsWith(shippedPrefix))
    .flatMap((module) => {
      const own = module.package;
      const clash =
        [...shipped].find((other) => within(own, other) || within(other, own)) ??
        reserved.find((other) => within(own, other));
      if (clash === undefined) return [];
      const place = { file: module.path, line: module.row, column: 1 };
      return [problem("package-reserved", place, { own, reserved: clash })];
    });
}

function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

function packageNames(modules: readonly InspectedModule[], rules: readonly Rule[]): Diagnostic[] {
  const first = new Map<string, Rule>();
  // Of two that clash it is that of the workspace which can be changed.
  const isShipped = ({ file }: Rule): boolean => file.startsWith(shippedPrefix);
  const shippedFirst = [...rules.filter(isShipped), ...rules.filter((rule) => !isShipped(rule))];
  return shippedFirst.flatMap((rule): Diagnostic[] => {
    const place = { file: rule.file, line: rule.row, column: 1 };
    const name = entryName(rule);
    if (taken.includes(name) || !/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(rule.package)) {
      return [problem("package-name", place, rule.package)];
    }
    const twin = first.get(name);
    if (!twin) {
      first.set(name, rule);
      return otherwiseNamed(rule, modules);
    }
    const told = { first: twin.package, other: rule.package, file: twin.file, shipped: isShipped(twin) };
    return [problem("duplicate-package", place, told)];
  });
}

/** A package below aims that is not named after the id of its rule. Elsewhere, names are free. */
function otherwiseNamed({ id, package: name, file, row }: Rule, modules: readonly InspectedModule[]): Diagnostic[] {
  const last = id.replaceAll("-", "_");
  // A package cannot begin with a digit, as an id can.
  if (!within(name, "aims") || /^\d/.test(last)) return [];
  if (within(name, "aims.rules") && name.endsWith(`.${last}`)) return [];
  const place = { file, line: modules.find(({ path }) => path === file)?.row ?? row, column: 1 };
  return [problem("rule-package", place, { package: name, id, wanted: `aims.rules.${last}` })];
}
