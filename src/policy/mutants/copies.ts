import { byCodeUnit } from "../../foundation/order.js";
import type { InspectedModule, RegoProblem, RegoSources } from "../compiler/protocol.js";
import type { Mutant } from "./job.js";
import { affectedNames, declarationsOf, type Declarations } from "./statements.js";
import { tokensOf, withoutComments, type Token } from "./tokens.js";

/** Below `data`: which of the changed modules is asked; 0 is the one as it is. */
export const chosenMutant = "aims_mutant";

const changedPackages = "aims_mutants";

/** A module with a change. */
interface Copy {
  text: string;
  /** Names that it declares by itself; the others are those of the module as it is. */
  readonly affected: ReadonlySet<string>;
}

/**
 * One set of modules for many changes of one of them: what a change affects lies in a package of its own, and in the place of the module
 * stands one that gives what the chosen one gives. So the libraries and the tests are compiled once.
 */
export class MutantCopies {
  readonly #others: RegoSources;
  readonly #module: InspectedModule;
  readonly #source: string;
  /** By the number of the change. */
  readonly #copies = new Map<number, Copy>();

  /**
   * @param sources all modules that the tests need
   * @param modules as they were inspected
   * @param file the path of the module that is changed
   */
  constructor(sources: RegoSources, modules: readonly InspectedModule[], file: string, mutants: readonly Mutant[]) {
    const module = modules.find(({ path }) => path === file);
    if (module === undefined) throw new Error(`No module has the path ${file}.`);
    this.#module = module;
    this.#source = sources[file] ?? "";
    this.#others = Object.fromEntries(Object.entries(sources).filter(([path]) => path !== file));
    const siblings = modules.filter((each) => each.package === module.package && each.path !== file);
    const imported = new Set(siblings.flatMap(({ rules }) => rules.map(({ name }) => firstPart(name))));
    const original = declarationsOf(withoutComments(this.#source));
    const all = new Set(original.clauses.keys());
    this.#copies.set(0, { text: copyOf(original, 0, all, module.package, imported), affected: all });
    for (const { id, text } of mutants) {
      const changed = declarationsOf(withoutComments(text));
      const affected = affectedNames(original, changed);
      this.#copies.set(id, { text: copyOf(changed, id, affected, module.package, imported, all), affected });
    }
  }

  /** The numbers of the changes that have not been refused. */
  get ids(): readonly number[] {
    return [...this.#copies.keys()];
  }

  sources(): RegoSources {
    const copies = [...this.#copies].map(([id, { text }]) => [pathOf(id), text] as const);
    return { ...this.#others, ...Object.fromEntries(copies), [this.#module.path]: this.#choice() };
  }

  /**
   * Takes out what does not compile.
   * @returns the changes that are refused; undefined where the problems are those of other modules
   */
  refuse(problems: readonly RegoProblem[]): readonly number[] | undefined {
    const refused = new Set<number>();
    let corrected = false;
    for (const { file, row, message } of problems) {
      const id = idOf(file);
      const copy = id === undefined ? undefined : this.#copies.get(id);
      if (id === undefined || copy === undefined) continue;
      if (/^import .* unused$/.test(message)) {
        copy.text = withoutRow(copy.text, row);
        corrected = true;
      } else refused.add(id);
    }
    if (!corrected && refused.size === 0) return undefined;
    for (const id of refused) this.#copies.delete(id);
    return [...refused].sort((a, b) => a - b);
  }

  /** The module in the place of the one that is changed. */
  #choice(): string {
    const tokens = tokensOf(this.#source);
    const declared = this.#module.rules.map((rule) => withKeys(tokens, rule));
    const lines = declared.flatMap((rule) => {
      const args = rule.kind === "function" ? argumentsOf(tokens, rule) : "";
      const ids = this.ids.filter((id) => id !== 0 && this.#copies.get(id)?.affected.has(firstPart(rule.name)));
      const others = ids.length === 0 ? "true" : `not data.${chosenMutant} in {${ids.join(", ")}}`;
      const chosen = ids.map((id) => clauseOf(rule, args, id, `data.${chosenMutant} == ${String(id)}`));
      return [clauseOf(rule, args, 0, others), ...chosen];
    });
    return [`package ${this.#module.package}`, ...lines, ""].join("\n");
  }
}

/** `sets` is an object of sets: `systems_of[person] contains number`. */
type Declared = Pick<InspectedModule["rules"][number], "name" | "row"> & {
  readonly kind: InspectedModule["rules"][number]["kind"] | "sets";
};

/** A declaration, with those that are inspected as sets and are sets by a key told apart. */
function withKeys(tokens: readonly Token[], rule: InspectedModule["rules"][number]): Declared {
  const last = rule.name.slice(rule.name.lastIndexOf(".") + 1);
  const at = tokens.findIndex(({ row, text }) => row >= rule.row && text === last);
  const isKeyed = rule.kind === "set" && at !== -1 && tokens[at + 1]?.text === "[";
  return isKeyed ? { ...rule, kind: "sets" } : rule;
}

function clauseOf({ name: declared, kind }: Declared, args: string, id: number, condition: string): string {
  // An object may be declared with a key that is looked up: `owner_of[system.id]`.
  const name = declared.replace(/\[[^"\]].*$/, "");
  const other = `data.${packageOf(id)}.${name}`;
  switch (kind) {
    case "set":
      return `${name} contains value if { ${condition}; some value in ${other} }`;
    case "sets":
      return `${name}[key] contains value if { ${condition}; some key, values in ${other}; some value in values }`;
    case "object":
      return `${name}[key] := value if { ${condition}; some key, value in ${other} }`;
    case "function":
      return `${name}(${args}) := value if { ${condition}; value := ${other}(${args}) }`;
    case "value":
      return `${name} := value if { ${condition}; value := ${other} }`;
  }
}

/** Names for the arguments of a function, as many as it has. */
function argumentsOf(tokens: readonly Token[], { name, row }: Declared): string {
  const last = name.slice(name.lastIndexOf(".") + 1);
  let at = tokens.findIndex((token, i) => token.row >= row && token.text === last && tokens[i + 1]?.text === "(") + 2;
  let depth = 1;
  let count = tokens[at]?.text === ")" ? 0 : 1;
  for (let token = tokens[at]; token !== undefined && depth > 0; token = tokens[++at]) {
    if (token.kind !== "sign") continue;
    if ("([{".includes(token.text)) depth += 1;
    else if (")]}".includes(token.text)) depth -= 1;
    else if (token.text === "," && depth === 1) count += 1;
  }
  return Array.from({ length: count }, (_, i) => `arg${String(i)}`).join(", ");
}

/**
 * The clauses of some names in a package of their own, with imports of what they use: of the module as it is, of its package's other files,
 * and those that the module itself has.
 * @param all the names that the module declares
 */
function copyOf(
  { imports, clauses }: Declarations,
  id: number,
  names: ReadonlySet<string>,
  own: string,
  siblings: ReadonlySet<string>,
  all: ReadonlySet<string> = names,
): string {
  const kept = [...names].flatMap((name) => clauses.get(name) ?? []);
  const used = new Set(kept.flatMap(({ uses }) => [...uses]));
  const needed = (words: Iterable<string>): string[] =>
    [...words].filter((word) => used.has(word) && !names.has(word)).sort(byCodeUnit);
  const ofModule = needed(all);
  const ofSiblings = needed(siblings).filter((word) => !all.has(word));
  return [
    `package ${packageOf(id)}`,
    ...ofModule.map((word) => `import data.${packageOf(0)}.${word}`),
    ...ofSiblings.map((word) => `import data.${own}.${word}`),
    ...imports.filter(({ name }) => used.has(name)).map(({ text }) => text),
    ...kept.map(({ text }) => text),
  ].join("\n");
}

function firstPart(name: string): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}

function packageOf(id: number): string {
  return `${changedPackages}.m${String(id)}`;
}

function pathOf(id: number): string {
  return `${changedPackages}/${String(id)}.rego`;
}

function idOf(path: string): number | undefined {
  const number = new RegExp(`^${changedPackages}/(\\d+)\\.rego$`).exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

function withoutRow(text: string, row: number): string {
  return text
    .split("\n")
    .map((line, i) => (i === row - 1 ? "" : line))
    .join("\n");
}

/**
 * The sources in which some modules lie in a package of their own, and in the place of each stands one that does something before it gives
 * what the module gives.
 * @param files paths of the modules
 * @param before an expression that holds, by the path of the module
 */
export function watchedModules(
  sources: RegoSources,
  modules: readonly InspectedModule[],
  files: readonly string[],
  before: (file: string) => string,
): RegoSources {
  const watched: Record<string, string> = { ...sources };
  for (const [id, file] of files.entries()) {
    const module = modules.find(({ path }) => path === file);
    if (module === undefined) continue;
    const siblings = modules.filter((each) => each.package === module.package && each.path !== file);
    const imported = new Set(siblings.flatMap(({ rules }) => rules.map(({ name }) => firstPart(name))));
    const declared = declarationsOf(withoutComments(sources[file] ?? ""));
    const names = new Set(declared.clauses.keys());
    const tokens = tokensOf(sources[file] ?? "");
    watched[pathOf(id)] = copyOf(declared, id, names, module.package, imported);
    const rules = module.rules.map((rule) => withKeys(tokens, rule));
    const lines = rules.map((rule) =>
      rule.kind === "function"
        ? clauseOf(rule, argumentsOf(tokens, rule), id, "true")
        : clauseOf(rule, "", id, before(file)),
    );
    watched[file] = [`package ${module.package}`, ...lines, ""].join("\n");
  }
  return watched;
}
