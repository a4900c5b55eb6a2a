import { inapplicableSet, ruleSets, ruleSubjects, verdictName, type Rule, type RuleSubject } from "../rule.js";
import { unaskedName } from "../packages.js";
import { conftestSet } from "./conftest.js";

/** The properties of a rule that the entry modules need. */
export type EntryRule = Pick<Rule, "id" | "package" | "subject" | "declares" | "style">;

export interface EntryModules {
  /** Rego sources by path, to be compiled together with the rules. */
  readonly modules: Readonly<Record<string, string>>;
  /** All entrypoints of these modules. */
  readonly entrypoints: readonly string[];
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/u;
const MAY_BE_SET: readonly string[] = ["applicable", inapplicableSet, ...ruleSets];

/** Entrypoint with what all rules of a kind of subject say that are asked: `{<rule id>: <what entrypointOfRule gives>}`. */
export function entrypointOfSubject(subject: RuleSubject): string {
  return `aims/entry/${subject}`;
}

/**
 * Entrypoint with what one rule says: `{<name>: [<value>]}` for each of `applicable`, `inapplicable` and the rule's sets that it declares;
 * the list is empty where the value is undefined. Of a rule that declares `verdict`, for each key of it.
 */
export function entrypointOfRule(rule: Pick<Rule, "package">): string {
  return `aims/entry/${entryName(rule)}/verdict`;
}

/**
 * Rego modules through which the host asks the rules: one for each rule, and one for all rules of each kind of subject.
 * Each value is wrapped in a comprehension, so that an undefined one leaves the rest of the answer standing, and taken as a
 * whole, so that the host sees when a rule returned something other than a set.
 *
 * Throws Error when two packages end in the same name, or in one that the modules use themselves.
 */
export function entryModules(rules: readonly EntryRule[]): EntryModules {
  const modules: Record<string, string> = {};
  const packages = new Map<string, string>();
  for (const rule of rules) {
    const name = entryName(rule);
    const other = packages.get(name);
    if (other !== undefined) throw new Error(`two rules end in the same package name: ${other} and ${rule.package}`);
    if (ruleSubjects.some((subject) => subject === name))
      throw new Error(`a rule's package cannot be named ${rule.package}`);
    packages.set(name, rule.package);
    modules[`aims/entry/${name}.rego`] =
      rule.style === "conftest" ? conftestModule(name, rule) : ruleModule(name, rule);
  }
  for (const subject of ruleSubjects) modules[`aims/entry/${subject}.rego`] = subjectModule(subject, rules);
  return {
    modules,
    entrypoints: [...ruleSubjects.map(entrypointOfSubject), ...rules.map(entrypointOfRule)],
  };
}

function ruleModule(name: string, rule: EntryRule): string {
  const source = dataReference(rule.package);
  if (rule.declares.includes(verdictName)) {
    return `package aims.entry.${name}\n\nverdict := {name: [value] | some name, value in ${source}.${verdictName}}\n`;
  }
  const lines = MAY_BE_SET.filter((set) => rule.declares.includes(set)).map(
    (set) => `\t"${set}": [value | value := ${source}.${set}],\n`,
  );
  return `package aims.entry.${name}\n\nverdict := {\n${lines.join("")}}\n`;
}

/**
 * The entry module of a rule in the style of Conftest: what it denies and warns of becomes items, at the subject unless they say where;
 * where it says nothing at all, that is observed. What is neither text nor an object with `msg` is passed on, for the host to refuse.
 */
function conftestModule(name: string, rule: EntryRule): string {
  const source = dataReference(rule.package);
  const subject = `/${rule.subject}`;
  const applicable = rule.declares.includes("applicable")
    ? `\t"applicable": [value | value := ${source}.applicable],\n`
    : "";
  const sets = ruleSets.map((set) => {
    const names = rule.declares.filter((each) => (conftestSet(each) ?? each) === set);
    const union = names.map((each) => `{item(each) | some each in ${source}.${each}}`).join(" | ");
    return `said.${set} := ${union === "" ? "set()" : union}\n`;
  });
  return `package aims.entry.${name}

verdict := {
${applicable}\t"violation": [said.violation],
\t"stale": [said.stale],
\t"missing": [said.missing],
\t"pending": [said.pending],
\t"observed": [observations],
}

${sets.join("\n")}
observations := said.observed | silence

silence contains {"message": ${JSON.stringify(`No denial by the rule "${rule.id}".`)}, "at": "${subject}"} if {
\tevery set in said {
\t\tcount(set) == 0
\t}
}

item(value) := {"message": value, "at": "${subject}"} if {
\tis_string(value)
} else := {"message": message, "at": object.get(value, "at", "${subject}")} if {
\tis_object(value)
\tmessage := object.get(value, "msg", object.get(value, "message", null))
\tis_string(message)
} else := value
`;
}

function subjectModule(subject: RuleSubject, rules: readonly EntryRule[]): string {
  const parts = rules
    .filter((rule) => rule.subject === subject)
    .map((rule) => {
      const id = JSON.stringify(rule.id);
      return `${subject}[${id}] := data.aims.entry.${entryName(rule)}.verdict if not data["${unaskedName}"][${id}]\n`;
    });
  return ["package aims.entry\n", ...(parts.length === 0 ? [`${subject} := {}\n`] : parts)].join("\n");
}

function dataReference(packagePath: string): string {
  return ["data", ...segments(packagePath)].join(".");
}

/**
 * The name of a rule's entry module: the last part of its package, and of a rule of a pack all of it, since packs know nothing of
 * each other.
 */
export function entryName({ package: path }: Pick<Rule, "package">): string {
  if (!path.startsWith("packs.")) return path.slice(path.lastIndexOf(".") + 1);
  // packs.a.b_c and packs.a_b.c are two packages.
  return path.replaceAll("_", "_u").replaceAll(".", "_d");
}

function segments(packagePath: string): readonly string[] {
  const parts = packagePath.split(".");
  const odd = parts.find((part) => !IDENTIFIER.test(part));
  if (odd !== undefined) throw new Error(`a rule's package is made of plain names: ${packagePath}`);
  return parts;
}
