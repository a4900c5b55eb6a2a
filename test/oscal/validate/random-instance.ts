/** Random content of a definition that its constraints have something to say about: values come from the constraints themselves. */
import { definitionOf, model, usesOf, type ModelConstraint, type ModelDefinition } from "./paired-nodes.js";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const expressions = (constraints: readonly ModelConstraint[]): string[] =>
  constraints.flatMap(({ target = ".", test = "", key = [] }) => [target, test, ...key.map((field) => field.target)]);

/** Literals that constraints compare a flag with, by the flag's name; and a few that none has. */
const known = new Map<string, string[]>([
  ["ns", ["http://csrc.nist.gov/ns/oscal", "http://csrc.nist.gov/ns/rmf", "http://example.org/ns"]],
  ["href", ["#one", "#two", "one", "https://example.org/"]],
]);

/** The literals that a flag is compared with in the constraints of one definition. */
function literals(constraints: readonly ModelConstraint[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = "", list = ""] of expressions(constraints)
    .join(" ")
    .matchAll(/@([\w-]+)=\(?('[^']*'(?:\s*,\s*'[^']*')*)/g)) {
    const values = [...list.matchAll(/'([^']*)'/g)].map(([, value = ""]) => value);
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
}

/**
 * @param key of a definition with constraints
 * @param seed a natural number; says which content, and by its remainder which constraint it is made for
 * @returns JSON of the definition; little of what its constraints do not speak of
 */
export function randomInstance(key: string, seed: number): unknown {
  const random = numbers(seed);
  const start = model.assemblies[key] ?? model.fields[key];
  if (start === undefined) throw new Error(`Nothing is called ${key}`);
  const constraints = start.constraints ?? [];
  // One constraint after the other gets what it asks for: of many that exclude each other, chance would leave some out.
  const focus = constraints[seed % constraints.length];
  const compared = literals(random() < 0.8 && focus !== undefined ? [focus] : constraints);
  const spoken = expressions(constraints).join(" ");
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const value = (type: string, name: string): string | number | boolean => {
    const json = model.datatypes[type]?.type;
    if (json === "integer" || json === "number") return Math.floor(random() * 12) + 1;
    if (json === "boolean") return random() < 0.5;
    const list = random() < 0.9 ? compared.get(name) : undefined;
    return pick(list ?? known.get(name) ?? ["one", "two", "three", "four"]) ?? "one";
  };
  const isSpokenOf = (name: string): boolean => spoken.includes("//") || new RegExp(`\\b${name}\\b`).test(spoken);
  const content = (definition: ModelDefinition, depth: number): unknown => {
    if (definition.flags === undefined && definition.type !== undefined) return value(definition.type, definition.name);
    const made: Record<string, unknown> = {};
    for (const { flag, name } of definition.flags ?? []) {
      const type = model.flags[flag]?.type ?? "string";
      if (random() < (compared.has(name) ? 0.95 : 0.6)) made[name] = value(type, name);
    }
    if (definition.valueKey !== undefined) made[definition.valueKey] = value(definition.type ?? "string", "value");
    for (const use of usesOf(definition)) {
      const inner = definitionOf(use);
      const isMarkup = inner.type?.startsWith("markup") === true && !isSpokenOf(use.name);
      if (depth > 5 || isMarkup || !isSpokenOf(use.name) || random() > (depth < 4 ? 0.6 : 0.35)) continue;
      const count = use.group === undefined ? 1 : 1 + Math.floor(random() * (depth < 2 ? 4 : 2));
      const entries = Array.from({ length: count }, () => content(inner, depth + 1));
      made[use.group ?? use.name] = use.group === undefined ? entries[0] : entries;
    }
    return made;
  };
  return content(start, 0);
}
