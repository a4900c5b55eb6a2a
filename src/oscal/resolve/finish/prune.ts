import { addTo } from "../../../foundation/multimap.js";
import type { BackMatter, Catalog, Group, Metadata, Parameter, Property } from "../../model/generated/types.js";
import { replaceList } from "../import/select-controls.js";
import { isKept } from "../../properties.js";
import { findReferences, type ReferenceKind } from "./references.js";

/**
 * Removes what nothing refers to: resources, parameters outside of controls, roles, parties and locations. What says `keep` stays,
 * and what is referred to by nothing but what goes, goes too (req-prune-ref).
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

/** What may be pruned, with what refers to it. */
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

/** UUIDs mean the same in upper and lower case; ids that differ in nothing else are kept together, which harms nobody. */
function keyOf(id: string): string {
  return /[^\da-z_.-]/.test(id) ? id.toLowerCase() : id;
}
