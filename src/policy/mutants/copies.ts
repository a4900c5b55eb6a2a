import { by } from "../../foundation/order.js";
import type { InspectedModule, RegoProblem, RegoSources } from "../compiler/protocol.js";
import type { Mutant } from "./job.js";
import { tokensOf, withoutComments, type Token } from "./tokens.js";

/** Below `data`: which of the changed modules is asked; 0 is the one as it is. */
export const chosenMutant = "aims_mutant";

const changedPackages = "aims_mutants";

/**
 * One set of modules for many changes of one of them: each changed module lies in a package of its own, and in the place of the module
 * stands one that gives what the chosen one gives. So the libraries and the tests are compiled once.
 */
export class MutantCopies {
  readonly #others: RegoSources;
  readonly #module: InspectedModule;
  /** Texts of the modules by the number of the change. */
  readonly #copies: Map<number, string>;

  /**
   * @param sources all modules that the tests need
   * @param modules as they were inspected
   * @param file the path of the module that is changed
   */
  constructor(sources: RegoSources, modules: readonly InspectedModule[], file: string, mutants: readonly Mutant[]) {
    const module = modules.find(({ path }) => path === file);
    if (module === undefined) throw new Error(`No module has the path ${file}.`);
    this.#module = module;
    this.#others = Object.fromEntries(Object.entries(sources).filter(([path]) => path !== file));
    const siblings = modules.filter((each) => each.package === module.package && each.path !== file);
    const imported = new Set(siblings.flatMap(({ rules }) => rules.map(({ name }) => firstPart(name))));
    this.#copies = new Map(
      [{ id: 0, text: sources[file] ?? "" }, ...mutants].map(({ id, text }) => [
        id,
        copyOf(text, packageOf(id), module, imported),
      ]),
    );
    this.#source = sources[file] ?? "";
  }

  readonly #source: string;

  /** The numbers of the changes that have not been refused. */
  get ids(): readonly number[] {
    return [...this.#copies.keys()];
  }

  sources(): RegoSources {
    const copies = [...this.#copies].map(([id, text]) => [pathOf(id), text] as const);
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
      const text = id === undefined ? undefined : this.#copies.get(id);
      if (id === undefined || text === undefined) continue;
      if (/^import .* unused$/.test(message)) {
        this.#copies.set(id, withoutRow(text, row));
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
    const lines = this.#module.rules.flatMap((rule) => {
      const args = rule.kind === "function" ? argumentsOf(tokens, rule) : "";
      return this.ids.map((id) => clauseOf(rule, args, id));
    });
    return [`package ${this.#module.package}`, ...lines, ""].join("\n");
  }
}

type Declared = InspectedModule["rules"][number];

function clauseOf({ name, kind }: Declared, args: string, id: number): string {
  const chosen = `data.${chosenMutant} == ${String(id)}`;
  const other = `data.${packageOf(id)}.${name}`;
  switch (kind) {
    case "set":
      return `${name} contains value if { ${chosen}; some value in ${other} }`;
    case "object":
      return `${name}[key] := value if { ${chosen}; some key, value in ${other} }`;
    case "function":
      return `${name}(${args}) := value if { ${chosen}; value := ${other}(${args}) }`;
    case "value":
      return `${name} := value if { ${chosen}; value := ${other} }`;
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

/** The text in another package, with imports of what it uses of its own package's other files and without those that it does not use. */
function copyOf(
  text: string,
  name: string,
  { package: own, rules }: InspectedModule,
  imported: ReadonlySet<string>,
): string {
  const bare = withoutComments(text);
  const tokens = tokensOf(bare);
  const used = new Set(
    tokens.filter(({ kind }, i) => kind === "name" && tokens[i - 1]?.text !== ".").map(({ text: word }) => word),
  );
  const declared = new Set(rules.map((rule) => firstPart(rule.name)));
  const needed = [...imported].filter((each) => used.has(each) && !declared.has(each)).sort(by((each) => each));
  const imports = needed.map((each) => `; import data.${own}.${each}`).join("");
  const uses = (word: string): number => tokens.filter((token) => token.text === word).length;
  return bare
    .replace(/^package .*$/m, () => `package ${name}${imports.replaceAll("; ", "\n")}`)
    .replaceAll(/^import +(\S+?)(?: +as +(\w+))? *$/gm, (line: string, path: string, alias: string | undefined) => {
      const word = alias ?? path.slice(path.lastIndexOf(".") + 1);
      return needed.includes(word) || uses(word) > 1 ? line : "";
    });
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
