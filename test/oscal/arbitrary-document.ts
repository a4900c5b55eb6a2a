/** Random documents of the eight models that are valid by the schema, made from the compact model. */
import fc from "fast-check";
import { projectPath, readJson, type Json } from "../support/project.js";
import { arbitraryValue } from "./arbitrary-value.js";

interface Constraint {
  readonly kind: string;
  readonly target?: string;
  readonly values?: readonly string[];
  readonly allowOther?: true;
}
interface ValueDefinition {
  readonly type: string;
  readonly valueKey?: string;
  readonly flags?: readonly FlagUse[];
  readonly constraints?: readonly Constraint[];
}
interface FlagUse {
  readonly flag: string;
  readonly name: string;
  readonly required?: true;
}
interface Use {
  readonly name: string;
  readonly assembly?: string;
  readonly field?: string;
  readonly min?: number;
  readonly max?: number | "*";
  readonly group?: string;
}
interface AssemblyDefinition {
  readonly flags?: readonly FlagUse[];
  readonly model?: readonly (Use | { readonly choice: readonly Use[] })[];
}
interface Model {
  readonly roots: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, ValueDefinition>>;
  readonly fields: Readonly<Record<string, ValueDefinition>>;
  readonly assemblies: Readonly<Record<string, AssemblyDefinition>>;
}

/** A document as parsed JSON: the root property, and what it holds. */
export type DocumentTree = Record<string, Json>;

/** A place in a definition: of an assembly or field with flags, the property that can stand there. */
export interface Place {
  readonly definition: string;
  readonly property: string;
}

type Entry = fc.Arbitrary<readonly [property: string, value: Json] | undefined>;

const model = readJson(projectPath("src/oscal/model/generated/oscal-1.2.2.json")) as unknown as Model;

/** Names of the root models. */
export const rootModels: readonly string[] = Object.keys(model.roots);

/** How likely something optional is there, and how many entries an array has at most, by depth; nothing optional below. */
const plenty = [
  { chance: 0.5, entries: 3 },
  { chance: 0.3, entries: 2 },
  { chance: 0.2, entries: 2 },
  { chance: 0.1, entries: 2 },
] as const;
const atFocus = { chance: 0.8, entries: 3 };
const scarce = { chance: 0, entries: 1 };

/**
 * Documents of a root model. Properties stand in the model's order, arrays are arrays even where a single bare value is allowed, and there
 * is no `$schema`: a document that comes back from XML is the same, if nothing is lost.
 * @param focus key of a definition that every document holds, with most of what it can hold; without it any of those that the model reaches
 */
export function arbitraryDocument(root: string, focus?: string): fc.Arbitrary<DocumentTree> {
  if (focus === undefined) return fc.constantFrom(...reachable(root)).chain((each) => arbitraryDocument(root, each));
  const path = paths(root).get(focus);
  if (path === undefined) throw new Error(`${root} does not reach ${focus}`);
  return object(model.roots[root] ?? "", 0, path).map((content) => ({ [root]: content }));
}

/** Keys of the definitions that the model reaches: assemblies, and fields with flags. */
export function reachable(root: string): readonly string[] {
  return [...paths(root).keys()];
}

/** Every property that can stand in the definitions that the model reaches. */
export function places(root: string): Place[] {
  return reachable(root).flatMap((definition) => {
    const { flags = [], uses, valueKey } = contentOf(definition);
    const properties = [
      ...flags.map(({ name }) => name),
      ...(valueKey === undefined ? [] : [valueKey]),
      ...uses.map(propertyOf),
    ];
    return properties.map((property) => ({ definition, property }));
  });
}

/** The places that a document fills. */
export function filledPlaces(document: DocumentTree): Place[] {
  const filled: Place[] = [];
  const open = Object.entries(document).map(([root, value]) => ({ definition: model.roots[root] ?? "", value }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { definition, value } = next;
    const uses = new Map(contentOf(definition).uses.map((use) => [propertyOf(use), use]));
    for (const [property, inner] of Object.entries(value as DocumentTree)) {
      filled.push({ definition, property });
      const key = definitionOf(uses.get(property));
      if (key !== undefined)
        for (const each of Array.isArray(inner) ? inner : [inner]) open.push({ definition: key, value: each });
    }
  }
  return filled;
}

const knownPaths = new Map<string, ReadonlyMap<string, readonly Use[]>>();

/** The shortest way from the root to each definition, as the uses that lead there. */
function paths(root: string): ReadonlyMap<string, readonly Use[]> {
  const known = knownPaths.get(root);
  if (known !== undefined) return known;
  const found = new Map<string, readonly Use[]>([[model.roots[root] ?? "", []]]);
  // A map is walked in the order of insertion, what is added on the way included.
  for (const [key, path] of found) {
    for (const use of contentOf(key).uses) {
      const inner = definitionOf(use);
      if (inner !== undefined && !found.has(inner)) found.set(inner, [...path, use]);
    }
  }
  knownPaths.set(root, found);
  return found;
}

function contentOf(key: string): { flags?: readonly FlagUse[]; uses: readonly Use[]; valueKey?: string } {
  const { flags, model: items = [] } = model.assemblies[key] ?? {};
  const field = model.fields[key];
  const uses = items.flatMap((item) => ("choice" in item ? item.choice : [item]));
  return { ...field, ...(flags === undefined ? {} : { flags }), uses };
}

/** Key of what stands at the use, where that is an object in JSON. */
function definitionOf(use: Use | undefined): string | undefined {
  if (use?.field !== undefined) return model.fields[use.field]?.flags === undefined ? undefined : use.field;
  return use?.assembly;
}

const propertyOf = (use: Use): string => use.group ?? use.name;

const knownObjects = new Map<string, fc.Arbitrary<DocumentTree>>();

/** @param path the uses that lead from here to the focus; undefined beside that way */
function object(key: string, depth: number, path?: readonly Use[]): fc.Arbitrary<DocumentTree> {
  const name = `${String(depth)} ${key}`;
  const known = path === undefined ? knownObjects.get(name) : undefined;
  if (known !== undefined) return known;
  const amount = path?.length === 0 ? atFocus : (plenty[depth] ?? scarce);
  const entries: Entry[] = (contentOf(key).flags ?? []).map(({ flag, name: property, required }) =>
    maybe(property, value(lookUp(model.flags, flag)), required ? 1 : amount.chance),
  );
  const field = model.fields[key];
  if (field?.valueKey !== undefined) entries.push(maybe(field.valueKey, value(field), 1));
  for (const item of model.assemblies[key]?.model ?? []) {
    const uses = "choice" in item ? item.choice : [item];
    const forced = uses.find((use) => use === path?.[0]);
    const needed = forced !== undefined || uses.every(({ min = 0 }) => min > 0);
    if (!needed && amount.chance === 0) continue;
    const alternatives = (forced === undefined ? uses : [forced]).map((use) =>
      maybe(
        propertyOf(use),
        atUse(use, amount.entries, depth + 1, use === forced ? path?.slice(1) : undefined),
        needed ? 1 : amount.chance,
      ),
    );
    entries.push(fc.oneof(...alternatives));
  }
  const made = fc.tuple(...entries).map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));
  if (path === undefined) knownObjects.set(name, made);
  return made;
}

function maybe(property: string, content: fc.Arbitrary<Json>, chance: number): Entry {
  const there = content.map((each) => [property, each] as const);
  if (chance === 1) return there;
  if (chance === 0) return fc.constant(undefined);
  return fc.oneof(
    { weight: Math.round(100 * (1 - chance)), arbitrary: fc.constant(undefined) },
    { weight: Math.round(100 * chance), arbitrary: there },
  );
}

function atUse(use: Use, entries: number, depth: number, path?: readonly Use[]): fc.Arbitrary<Json> {
  const key = definitionOf(use);
  const single = (way?: readonly Use[]): fc.Arbitrary<Json> =>
    key === undefined ? value(lookUp(model.fields, use.field ?? "")) : object(key, depth, way);
  if (use.group === undefined) return single(path);
  const least = Math.max(1, use.min ?? 1);
  const most = Math.max(least, typeof use.max === "number" ? Math.min(use.max, entries) : entries);
  if (path === undefined) return fc.array(single(), { minLength: least, maxLength: most });
  return fc
    .tuple(single(path), fc.array(single(), { minLength: least - 1, maxLength: most - 1 }))
    .map(([first, rest]) => [first, ...rest]);
}

/** One of the listed values where the list is closed, one of them or another where it is open. */
function value(definition: ValueDefinition): fc.Arbitrary<Json> {
  const own = ".[has-oscal-namespace('http://csrc.nist.gov/ns/oscal')]";
  const lists = (definition.constraints ?? []).filter(
    ({ kind, target = "." }) =>
      kind === "allowed-values" && (target === "." || (target === own && definition.flags === undefined)),
  );
  const values = lists.flatMap((list) => list.values ?? []);
  const any = arbitraryValue(definition.type);
  if (values.length === 0) return any;
  const listed = fc.constantFrom(...values);
  return lists.every(({ allowOther }) => allowOther) ? fc.oneof(listed, any) : listed;
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T {
  const found = table[key];
  if (found === undefined) throw new Error(`The model has no ${key}`);
  return found;
}
