import { addTo } from "../../../foundation/multimap.js";
import type { BackMatter, Catalog, Group, Metadata, Parameter, Property } from "../../model/generated/types.js";
import { replaceList } from "../import/select-controls.js";
import { isKept } from "../../properties.js";

/**
 * Removes what nothing refers to: resources, parameters outside of controls, roles, parties and locations. One that says `keep` stays,
 * and one that only removed objects refer to goes too (req-prune-ref).
 * @param catalog whose root, metadata, groups and back matter may be changed
 * @param named ids of parameters that the profile's instructions name (req-prune-modify, req-prune-custom)
 * @param gone called for each thing that goes
 */
export function prune(
  catalog: Catalog,
  named: ReadonlySet<string>,
  gone: (id: string, item: object) => void = () => undefined,
): void {
  const { metadata, "back-matter": backMatter } = catalog;
  const groups = [...groupsOf(catalog)];
  const pool = new Pool(gone);
  const isNamed = ({ id }: Parameter): boolean => named.has(id);
  pool.add("id", catalog.params, ({ id }) => id, isNamed);
  for (const { params } of groups) pool.add("id", params, ({ id }) => id, isNamed);
  pool.add("id", backMatter?.resources, ({ uuid }) => uuid);
  pool.add("role", metadata.roles, ({ id }) => id);
  pool.add("party", metadata.parties, ({ uuid }) => uuid);
  pool.add("location", metadata.locations, ({ uuid }) => uuid);
  pool.follow([rest(catalog, prunedInCatalog), rest(metadata, prunedInMetadata), catalog.controls]);
  for (const group of groups) pool.follow(rest(group, prunedInGroup));
  pool.close();
  pool.tellGone();

  replaceList(catalog, "params", pool.kept(catalog.params));
  for (const group of groups) replaceList(group, "params", pool.kept(group.params));
  replaceList(metadata, "roles", pool.kept(metadata.roles));
  replaceList(metadata, "parties", pool.kept(metadata.parties));
  replaceList(metadata, "locations", pool.kept(metadata.locations));
  const resources = pool.kept(backMatter?.resources);
  if (resources.length > 0) catalog["back-matter"] = { resources } satisfies BackMatter;
  else delete catalog["back-matter"];
}

const prunedInCatalog: ReadonlySet<keyof Catalog> = new Set([
  "metadata",
  "params",
  "controls",
  "groups",
  "back-matter",
]);
const prunedInMetadata: ReadonlySet<keyof Metadata> = new Set(["roles", "parties", "locations"]);
const prunedInGroup: ReadonlySet<keyof Group> = new Set(["params", "groups"]);

/** The properties of an object that hold nothing to prune. */
function rest(object: object, except: ReadonlySet<string>): unknown[] {
  return Object.entries(object).flatMap(([key, value]) => (except.has(key) ? [] : [value as unknown]));
}

function* groupsOf({ groups }: { readonly groups?: readonly Group[] }): Generator<Group> {
  for (const group of groups ?? []) {
    yield group;
    yield* groupsOf(group);
  }
}

/** The objects that may be pruned, with the references to them. */
class Pool {
  /** By kind and id; "#" may refer to any kind. */
  readonly #byReference: Readonly<Record<ReferenceKind, Map<string, object[]>>> = {
    id: new Map(),
    location: new Map(),
    party: new Map(),
    role: new Map(),
  };
  readonly #kept = new Set<object>();
  /** Kept, but not yet searched for references. */
  readonly #open: object[] = [];
  readonly #all = new Map<object, string>();
  readonly #gone: (id: string, item: object) => void;

  constructor(gone: (id: string, item: object) => void) {
    this.#gone = gone;
  }

  add<T extends { readonly props?: readonly Property[] }>(
    kind: ReferenceKind,
    items: readonly T[] | undefined,
    idOf: (item: T) => string,
    isNamed: (item: T) => boolean = () => false,
  ): void {
    for (const item of items ?? []) {
      this.#all.set(item, idOf(item));
      for (const each of new Set<ReferenceKind>([kind, "id"]))
        addTo<string, object>(this.#byReference[each], keyOf(idOf(item)), item);
      if (isNamed(item) || isKept(item)) this.#keep(item);
    }
  }

  /** Keeps what a value refers to. */
  follow(value: unknown): void {
    findReferences(value, (kind, id) => {
      const items = this.#byReference[kind].get(keyOf(id));
      if (items !== undefined) for (const item of items) this.#keep(item);
    });
  }

  /** Keeps what the kept refer to. */
  close(): void {
    for (let item = this.#open.pop(); item !== undefined; item = this.#open.pop()) this.follow(item);
  }

  tellGone(): void {
    for (const [item, id] of this.#all) if (!this.#kept.has(item)) this.#gone(id, item);
  }

  kept<T extends object>(items: readonly T[] | undefined): T[] {
    return (items ?? []).filter((item) => this.#kept.has(item));
  }

  #keep(item: object): void {
    if (this.#kept.has(item)) return;
    this.#kept.add(item);
    this.#open.push(item);
  }
}

/** UUIDs mean the same in upper and lower case; ids that differ in nothing else are kept together, which does no harm. */
function keyOf(id: string): string {
  return /[^\da-z_.-]/.test(id) ? id.toLowerCase() : id;
}

/** The kind of thing that a reference means; an id may be that of anything, a uuid included. */
export type ReferenceKind = "id" | "role" | "party" | "location";

const insertion = /\{\{\s*(?:insert:\s*[^\s,{}]+,\s*)?([^\s,{}:]+)\s*\}\}/g;
/** The text that may follow a "#" in a URI or in text; a mark that ends a sentence may belong to it or not. */
const fragment = /#([^\s#()[\]<>{}"'`,;|]+)/g;

const HASH = 0x23;
const simple = /^#[\w-]+$/;
type Found = (kind: ReferenceKind, id: string) => void;

/**
 * Finds what a value refers to, at any depth. A reference is "#" and an id anywhere in a text (req-prune-ref), the insertion of a
 * parameter in prose, the other parameter that one depends on, and a role, party or location where the model names one.
 */
function findReferences(value: unknown, found: Found): void {
  if (typeof value === "string") readText(value, found);
  else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) findReferences(value[index], found);
  } else if (typeof value === "object" && value !== null) readObject(value as Record<string, unknown>, found);
}

function readObject(object: Record<string, unknown>, found: Found): void {
  // With for-in, the names of all objects of one form are one list, which the engine keeps.
  for (const key in object) {
    const value = object[key];
    const kind = kinds.get(key);
    if (kind === undefined) findReferences(value, found);
    else for (const id of Array.isArray(value) ? (value as unknown[]) : [value]) found(kind, String(id));
  }
}

/** The kind of thing that the values of a property name. */
const kinds: ReadonlyMap<string, ReferenceKind> = new Map([
  ["depends-on", "id"],
  ["location-uuids", "location"],
  ["member-of-organizations", "party"],
  ["party-uuids", "party"],
  ["role-id", "role"],
]);

function readText(text: string, found: Found): void {
  // Nearly all references of real catalogs are links to something inside, and nothing else.
  if (text.charCodeAt(0) === HASH && simple.test(text)) found("id", text.slice(1));
  // The start of every reference in a text: two searches of the engine take less than one pattern.
  else if (text.includes("#") || text.includes("{{")) {
    for (const [, id = ""] of text.matchAll(fragment)) {
      found("id", id);
      const word = withoutMarks(id);
      if (word !== id) found("id", word);
    }
    for (const [, id = ""] of text.matchAll(insertion)) found("id", id);
  }
}

/** Without the marks that end a sentence; a loop, since a pattern looks for the end from every mark. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ".:!?".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
