import { defined } from "../foundation/defined.js";
import { isObject, type JsonObject } from "../foundation/json-value.js";
import { oscalNamespace } from "./properties.js";
import { rootOf } from "./model.js";
import { isRelativePath } from "./relative-path.js";
import { walkObjects } from "./model/walk-objects.js";
import { KindCounter, mostFirst, valueAt } from "./describe/count-kinds.js";
import type {
  DocumentDescription,
  ImportDescription,
  ImportTarget,
  LinkCounts,
  NamespaceDescription,
  PartyDescription,
  ResourceCounts,
  RoleDescription,
} from "./describe/document-description.js";
import { kindsOf } from "./describe/kinds.js";

export type * from "./describe/document-description.js";

/** Says whether the file of a relative href is there, seen from the document; undefined where that is unknown. */
export type FileProbe = (href: string) => boolean | undefined;

/** Where documents name the documents that they rest on: name of the object or array, and of the property in it. */
const importHrefs: ReadonlyMap<string, string> = new Map([
  ["imports", "href"],
  ["import-component-definitions", "href"],
  ["import-profile", "href"],
  ["import-ssp", "href"],
  ["import-ap", "href"],
  ["source-resource", "href"],
  ["target-resource", "href"],
  ["control-implementations", "source"],
]);

/**
 * Describes a document, valid or not: facts that cannot be made out are left out.
 * @param document parsed JSON or YAML, or what XML was read into
 * @param exists looks for the files that the document names; without it no file is looked for
 * @returns undefined where no root property names a model
 */
export function describeDocument(document: unknown, exists?: FileProbe): DocumentDescription | undefined {
  const described = rootOf(document);
  if (described === undefined) return undefined;
  const { model, root } = described;
  const metadata = isObject(root["metadata"]) ? root["metadata"] : {};
  const resources = new Resources(root);
  const counter = new KindCounter(kindsOf[model]);
  const imports: { kind: string; href: string; pointer: string }[] = [];
  const hrefs: string[] = [];
  const namespaces = new Map<string, Map<string, number>>();
  walkObjects({ [model]: root }, (owner, key, place) => {
    counter.visit(owner, key, place);
    const property = importHrefs.get(key);
    const reference = property === undefined ? undefined : valueAt(owner, [property]);
    if (property !== undefined && reference !== undefined) {
      imports.push({ kind: key, href: reference, pointer: place.pointer(property) });
    }
    const href = valueAt(owner, ["href"]);
    if (href !== undefined && reference === undefined) hrefs.push(href);
    if (key === "props") countProp(owner, namespaces);
  });
  for (const href of [...hrefs, ...imports.map((each) => each.href)]) resources.use(href);
  resources.useInTexts(root);
  const texts = {
    title: valueAt(metadata, ["title"]),
    uuid: valueAt(root, ["uuid"]),
    version: valueAt(metadata, ["version"]),
    oscalVersion: valueAt(metadata, ["oscal-version"]),
    published: valueAt(metadata, ["published"]),
    lastModified: valueAt(metadata, ["last-modified"]),
  };
  return {
    model,
    ...defined(texts),
    contents: counter.counts(),
    ...peopleOf(metadata),
    resources: resources.counts(),
    imports: imports.map((each) => resources.describe(each, exists)),
    links: linkCounts(hrefs),
    namespaces: namespacesOf(namespaces),
  };
}

function listOf(owner: JsonObject, property: string): JsonObject[] {
  const list = Object.hasOwn(owner, property) ? owner[property] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textsOf(owner: JsonObject, property: string): string[] {
  const list = Object.hasOwn(owner, property) ? owner[property] : undefined;
  return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
}

function peopleOf(metadata: JsonObject): { roles: RoleDescription[]; parties: PartyDescription[] } {
  const parties = listOf(metadata, "parties").map((party) => ({
    uuid: valueAt(party, ["uuid"]) ?? "",
    ...defined({ type: valueAt(party, ["type"]), name: valueAt(party, ["name"]) }),
  }));
  const names = new Map(parties.map(({ uuid, name }) => [uuid, name]));
  const responsible = new Map<string, string[]>();
  for (const each of listOf(metadata, "responsible-parties")) {
    const role = valueAt(each, ["role-id"]) ?? "";
    const those = textsOf(each, "party-uuids").map((uuid) => names.get(uuid) ?? uuid);
    responsible.set(role, [...(responsible.get(role) ?? []), ...those]);
  }
  const roles = listOf(metadata, "roles").map((role) => {
    const id = valueAt(role, ["id"]) ?? "";
    return { id, ...defined({ title: valueAt(role, ["title"]) }), parties: responsible.get(id) ?? [] };
  });
  return { roles, parties };
}

/** The resources of a document's back matter, and the references of the document to them. */
class Resources {
  readonly #list: readonly JsonObject[];
  readonly #byUuid = new Map<string, JsonObject>();
  readonly #used = new Set<string>();

  constructor(root: JsonObject) {
    this.#list = isObject(root["back-matter"]) ? listOf(root["back-matter"], "resources") : [];
    for (const resource of this.#list) {
      const uuid = valueAt(resource, ["uuid"])?.toLowerCase();
      if (uuid !== undefined && !this.#byUuid.has(uuid)) this.#byUuid.set(uuid, resource);
    }
  }

  use(href: string): void {
    if (href.startsWith("#")) this.#used.add(href.slice(1).toLowerCase());
  }

  /** Markup can link to resources as well. */
  useInTexts(root: JsonObject): void {
    if (this.#used.size >= this.#byUuid.size && [...this.#byUuid.keys()].every((uuid) => this.#used.has(uuid))) return;
    walkObjects(root, (owner) => {
      for (const value of Object.values(owner)) {
        for (const text of Array.isArray(value) ? value : [value]) {
          if (typeof text !== "string" || !text.includes("](#")) continue;
          for (const [, fragment = ""] of text.matchAll(/\]\(#([^)\s]+)/g)) this.#used.add(fragment.toLowerCase());
        }
      }
    });
  }

  counts(): ResourceCounts {
    return {
      count: this.#list.length,
      linked: this.#list.filter((resource) => listOf(resource, "rlinks").length > 0).length,
      embedded: this.#list.filter((resource) => isObject(resource["base64"])).length,
      unused: this.#list.filter((resource) => !this.#used.has(valueAt(resource, ["uuid"])?.toLowerCase() ?? "")).length,
    };
  }

  describe(
    { pointer, kind, href }: { kind: string; href: string; pointer: string },
    exists: FileProbe | undefined,
  ): ImportDescription {
    const target = (to: string): ImportTarget => {
      const there = isRelativePath(to) ? exists?.(to) : undefined;
      return { href: to, ...(there === undefined ? {} : { exists: there }) };
    };
    if (!href.startsWith("#")) return { pointer, kind, href, targets: [target(href)] };
    const resource = this.#byUuid.get(href.slice(1).toLowerCase());
    if (resource === undefined) return { pointer, kind, href, targets: [] };
    const uuid = valueAt(resource, ["uuid"]) ?? "";
    const title = valueAt(resource, ["title"]) ?? valueAt(resource, ["description"]);
    const targets = listOf(resource, "rlinks").flatMap((rlink) => valueAt(rlink, ["href"]) ?? []);
    return { pointer, kind, href, resource: { uuid, ...defined({ title }) }, targets: targets.map(target) };
  }
}

function countProp(prop: JsonObject, namespaces: Map<string, Map<string, number>>): void {
  const namespace = valueAt(prop, ["ns"]) ?? oscalNamespace;
  const name = valueAt(prop, ["name"]) ?? "";
  let names = namespaces.get(namespace);
  if (!names) namespaces.set(namespace, (names = new Map<string, number>()));
  names.set(name, (names.get(name) ?? 0) + 1);
}

function namespacesOf(namespaces: ReadonlyMap<string, ReadonlyMap<string, number>>): NamespaceDescription[] {
  const totals = new Map<string, number>();
  for (const [namespace, names] of namespaces) totals.set(namespace, [...names.values()].reduce(sum, 0));
  return mostFirst(totals).map(([namespace, count]) => ({
    namespace,
    count,
    names: [...(namespaces.get(namespace)?.keys() ?? [])].sort(),
  }));
}

const sum = (a: number, b: number): number => a + b;

function linkCounts(hrefs: readonly string[]): LinkCounts {
  const counts = { internal: 0, relative: 0, absolute: 0 };
  for (const href of hrefs) {
    if (href.startsWith("#")) counts.internal += 1;
    else counts[isRelativePath(href) ? "relative" : "absolute"] += 1;
  }
  return counts;
}
