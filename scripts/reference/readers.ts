/** Which shipped rules read which field of a descriptor, as far as their text says so. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Ids of rules in their order, by the path of a field with dots. */
export type Readers = ReadonlyMap<string, readonly string[]>;

/** @param subject the part of a rule's input that is looked for */
export function readersIn(folder: string, subject: "system" | "organization"): Readers {
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".rego") && !path.endsWith("_test.rego"))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"));
  const definitions = definitionsIn(texts);
  const readers = new Map<string, string[]>();
  for (const text of texts) {
    const id = /^#\s+id: (\S+)$/m.exec(text)?.[1];
    if (id === undefined) continue;
    const code = [codeOf(text), ...reached(namesIn(codeOf(text), aliasesIn(text)), definitions)];
    for (const path of new Set(pathsIn(code.join("\n"), subject))) {
      readers.set(path, [...(readers.get(path) ?? []), id]);
    }
  }
  return readers;
}

/** Something that a library defines: its code, and the definitions that it names, by package and name. */
interface Definition {
  readonly code: string;
  readonly names: readonly string[];
}

/** What the packages define, by package and name; the parts of one name are put together. */
function definitionsIn(texts: readonly string[]): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const text of texts) {
    const own = packageOf(text);
    const aliases = aliasesIn(text);
    // A definition begins at the left margin and reaches to the next one.
    for (const part of codeOf(text).split(/^(?=[a-z])/m)) {
      const name = /^(?:default\s+)?([a-z_]\w*)/.exec(part)?.[1];
      if (name === undefined || name === "package" || name === "import") continue;
      const inPackage = [...part.matchAll(/(?<![.\w"])[a-z_]\w*/g)].map(([word]) => `${own}.${word}`);
      const before = found.get(`${own}.${name}`);
      found.set(`${own}.${name}`, {
        code: `${before?.code ?? ""}${part}`,
        names: [...(before?.names ?? []), ...namesIn(part, aliases), ...inPackage],
      });
    }
  }
  return found;
}

/** The code of the definitions that are named, and of those that they name in turn. */
function reached(names: readonly string[], definitions: ReadonlyMap<string, Definition>): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || seen.has(name)) return;
    seen.add(name);
    definition.names.forEach(visit);
  };
  names.forEach(visit);
  return [...seen].map((name) => definitions.get(name)?.code ?? "");
}

function codeOf(text: string): string {
  return text.replace(/^\s*#.*$/gm, "");
}

function packageOf(text: string): string {
  return /^package (\S+)/m.exec(text)?.[1] ?? "";
}

/** The packages that a module imports, by the name under which it uses them. */
function aliasesIn(text: string): ReadonlyMap<string, string> {
  const imports = text.matchAll(/^import data\.(\S+\.(\w+))(?: as (\w+))?$/gm);
  return new Map([...imports].map(([, path = "", last = "", alias = last]) => [alias, path]));
}

/** What a part of a module names of the packages that it imports. */
function namesIn(code: string, aliases: ReadonlyMap<string, string>): string[] {
  const named = [...code.matchAll(/(?<![.\w])([a-z_]\w*)\.([a-z_]\w*)/g)];
  return named.flatMap(([, alias = "", name = ""]) => {
    const path = aliases.get(alias);
    return path === undefined ? [] : [`${path}.${name}`];
  });
}

/** The fields that each rule reads, both in the order of the alphabet. */
export function fieldsByRule(readers: Readers): [id: string, paths: string[]][] {
  const rules = new Map<string, string[]>();
  for (const [path, ids] of readers) for (const id of ids) rules.set(id, [...(rules.get(id) ?? []), path]);
  const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1);
  return [...rules]
    .map(([id, paths]): [string, string[]] => [id, paths.sort(byCodeUnit)])
    .sort(([a], [b]) => byCodeUnit(a, b));
}

/**
 * Fields that code names: `input.system.risk.tier`, `object.get(system, ["risk", "tier"], ...)`, and `logging.enabled` where
 * `logging := input.system.logging`.
 */
function pathsIn(code: string, subject: string): string[] {
  const dotted = new RegExp(`\\b${subject}\\.((?:[a-z]\\w*\\.)*[a-z]\\w*)`, "gi");
  const listed = new RegExp(`object\\.get\\((?:input\\.)?${subject}, \\[((?:"\\w+"(?:, )?)*)`, "g");
  const named = new RegExp(`^([a-z_]\\w*) := input\\.${subject}\\.([\\w.]+)$`, "gm");
  const within = [...code.matchAll(named)].map(([, name = "", path = ""]) => ({
    name,
    path,
    inner: keysOf(name, code),
  }));
  // What is read in parts only is not read as a whole.
  const parted = new Set(
    within.flatMap(({ name, path, inner }) => (inner.length > 0 && !isHandedOn(name, code) ? [path] : [])),
  );
  return [
    ...[...code.matchAll(dotted)].map(([, path = ""]) => path).filter((path) => !parted.has(path)),
    ...[...code.matchAll(listed)].map(([, names = ""]) => [...names.matchAll(/\w+/g)].join(".")),
    ...within.flatMap(({ path, inner }) => inner.map((key) => `${path}.${key}`)),
  ];
}

/** Whether a value goes to a function as it is, which may read any part of it. */
function isHandedOn(name: string, code: string): boolean {
  return new RegExp(`(?<![.\\w"]|object\\.get\\(|default )${name}(?![.\\w"]| :=)`).test(code);
}

/** The keys by which code reads a value that it has given a name. */
function keysOf(name: string, code: string): string[] {
  const read = new RegExp(`(?<![.\\w"])${name}\\.([a-z]\\w*)|object\\.get\\(${name}, "(\\w+)"`, "gi");
  return [...code.matchAll(read)].map(([, dotted, got]) => dotted ?? got ?? "");
}
