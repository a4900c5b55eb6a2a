/** Which shipped rules read which field of a descriptor, as far as their text says so. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Ids of rules in their order, by the path of a field with dots. */
export type Readers = ReadonlyMap<string, readonly string[]>;

/** @param subject the part of a rule's input that is looked for */
export function readersIn(folder: string, subject: "system" | "organization"): Readers {
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".rego") && !path.endsWith("_test.rego"))
    .sort()
    .map((path) => ({ name: basename(path, ".rego"), text: readFileSync(join(folder, path), "utf8") }));
  const libraries = new Map(texts.map(({ name, text }) => [name, pathsIn(text, subject)]));
  const readers = new Map<string, string[]>();
  for (const { text } of texts) {
    const id = /^#\s+id: (\S+)$/m.exec(text)?.[1];
    if (id === undefined) continue;
    const imported = [...text.matchAll(/^import data\.aims\.lib\.(\w+)/gm)].flatMap(([, name = ""]) => [
      ...(libraries.get(name) ?? []),
    ]);
    for (const path of new Set([...pathsIn(text, subject), ...imported])) {
      readers.set(path, [...(readers.get(path) ?? []), id]);
    }
  }
  return readers;
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

/** Fields that a text names: `input.system.risk.tier`, and `object.get(system, ["risk", "tier"], ...)`. */
function pathsIn(text: string, subject: string): Set<string> {
  const dotted = new RegExp(`\\b${subject}\\.((?:[a-z]\\w*\\.)*[a-z]\\w*)`, "gi");
  const listed = new RegExp(`object\\.get\\((?:input\\.)?${subject}, \\[([^\\]]*)\\]`, "g");
  const code = text.replace(/^\s*#.*$/gm, "");
  return new Set([
    ...[...code.matchAll(dotted)].map(([, path = ""]) => path),
    ...[...code.matchAll(listed)].map(([, names = ""]) => names.replaceAll(/["\s]/g, "").replaceAll(",", ".")),
  ]);
}
