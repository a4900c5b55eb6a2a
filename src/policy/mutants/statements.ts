import { expressionsIn, groupsOf, tokensOf } from "./tokens.js";

/** A module as what it declares. */
export interface Declarations {
  /** Imports, as they are written. */
  readonly imports: readonly ModuleImport[];
  /** All clauses of a name, by its first part: those of `says.violation` and `says.observed` are of one name. */
  readonly clauses: ReadonlyMap<string, Clauses>;
}

export interface ModuleImport {
  readonly text: string;
  /** Under which it is used. */
  readonly name: string;
}

export interface Clauses {
  readonly text: string;
  /** Names that stand in it, but for those behind a dot. */
  readonly uses: ReadonlySet<string>;
}

/** Reads a module that OPA's parser accepts and that has no comments. */
export function declarationsOf(text: string): Declarations {
  const tokens = tokensOf(text);
  const [module] = groupsOf(tokens);
  const imports: ModuleImport[] = [];
  const clauses = new Map<string, { text: string; uses: Set<string> }>();
  for (const [first, last] of module === undefined ? [] : expressionsIn(tokens, module)) {
    const own = tokens.slice(first, last + 1);
    const [begin, end] = [own[0], own.at(-1)];
    if (begin === undefined || end === undefined || begin.text === "package") continue;
    const words = text.slice(begin.offset, end.offset + end.text.length);
    if (begin.text === "import") {
      imports.push({ text: words, name: end.text });
      continue;
    }
    const name = (begin.text === "default" ? own[1] : begin)?.text ?? "";
    const known = clauses.get(name) ?? { text: "", uses: new Set<string>() };
    known.text += `${words}\n`;
    for (const [i, { kind, text: word }] of own.entries()) {
      if (kind === "name" && own[i - 1]?.text !== ".") known.uses.add(word);
    }
    clauses.set(name, known);
  }
  return { imports, clauses };
}

/** The names that are declared otherwise than in the original, and those that use them, directly or by others. */
export function affectedNames(original: Declarations, changed: Declarations): ReadonlySet<string> {
  const names = [...original.clauses.keys()];
  const affected = new Set(
    names.filter((name) => original.clauses.get(name)?.text !== changed.clauses.get(name)?.text),
  );
  // A set takes what is added while it is gone through.
  for (const each of affected) {
    for (const name of names) if (original.clauses.get(name)?.uses.has(each) === true) affected.add(name);
  }
  return affected;
}
