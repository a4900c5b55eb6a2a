import { formatPointer } from "../../source/pointer.js";
import { declaredById, importedModels, referenceRule, type ReferenceRule } from "./reference-rules.js";

/** One document of a set. */
export interface NamedDocument {
  /** Path of its file with "/", as the other documents name it in relative hrefs. */
  readonly name: string;
  readonly document: unknown;
}

/** A reference that does not lead anywhere, or a uuid that is declared more than once. */
export interface ReferenceProblem {
  /** Name of the document. */
  readonly document: string;
  /** JSON pointer (RFC 6901) to the reference, or to the repeated uuid. */
  readonly pointer: string;
  readonly kind: "dangling" | "wrong-kind" | "duplicate-uuid";
  /** The reference as written. */
  readonly reference: string;
  readonly message: string;
}

/** A place in a document, as a chain up to its root, so that a pointer is written only where one is needed. */
interface Place {
  readonly parent: Place | undefined;
  readonly segment: string | number;
}

interface Reference {
  readonly place: Place;
  readonly value: string;
  /** What it may mean, or the property of the import or link that it stands in. */
  readonly rule: ReferenceRule | { readonly href: string };
}

interface Scanned extends NamedDocument {
  /** Kinds of what bears an id or uuid (in lower case). */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>;
  readonly references: readonly Reference[];
  readonly duplicates: readonly ReferenceProblem[];
  /** Resources of the back matter by uuid: the hrefs of their renditions. */
  readonly resources: ReadonlyMap<string, readonly string[]>;
}

/** The key under which a whole document declares its own uuid. */
const documentKind = "document";

/**
 * Follows every reference of documents that belong together (catalog, profile, plans, results): uuids, ids of controls, statements and
 * parameters, "#" hrefs, and hrefs of imports relative to the document. What only a catalog can tell is checked where the set has one.
 * Absolute URIs are not followed.
 * @returns problems by document in the order given, repeated uuids first, then in the order of the content; empty when all resolves
 */
export function danglingReferences(documents: readonly NamedDocument[]): ReferenceProblem[] {
  const scanned = documents.map(scan);
  const everywhere = merge(scanned.map(({ declared }) => declared));
  const kindsAtHand = new Set([...everywhere.values()].flatMap((kinds) => [...kinds]));
  const models = new Map(documents.map(({ name, document }) => [normalPath(name), rootModel(document)]));
  return scanned.flatMap((document) => {
    const dangling = document.references.flatMap(({ place, value, rule }): ReferenceProblem[] => {
      const fault =
        "href" in rule
          ? hrefFault(value, rule.href, document, everywhere, models)
          : ruleFault(value, rule, rule.scope === "set" ? everywhere : document.declared, kindsAtHand);
      return fault === undefined
        ? []
        : [{ document: document.name, pointer: pointerOf(place), ...fault, reference: value }];
    });
    return [...document.duplicates, ...dangling];
  });
}

type Fault = Pick<ReferenceProblem, "kind" | "message">;

function ruleFault(
  value: string,
  { kinds, scope, onlyIfDeclared }: ReferenceRule,
  declared: ReadonlyMap<string, ReadonlySet<string>>,
  kindsAtHand: ReadonlySet<string>,
): Fault | undefined {
  if (onlyIfDeclared && !kindsAtHand.has("controls")) return undefined;
  const found = declared.get(value) ?? declared.get(value.toLowerCase());
  const place = scope === "document" ? "in this document" : "in these documents";
  if (found === undefined) {
    const what = kinds === undefined ? "Nothing" : `Nothing under ${kinds.map((kind) => `"${kind}"`).join(", ")}`;
    return { kind: "dangling", message: `${what} ${place} is called "${value}".` };
  }
  if (kinds === undefined || kinds.some((kind) => found.has(kind))) return undefined;
  const message = `"${value}" stands under ${words(found)}, but ${words(kinds)} is meant.`;
  return { kind: "wrong-kind", message };
}

function hrefFault(
  href: string,
  property: string,
  { name, declared, resources }: Scanned,
  everywhere: ReadonlyMap<string, ReadonlySet<string>>,
  models: ReadonlyMap<string, string>,
): Fault | undefined {
  const expected = Object.hasOwn(importedModels, property) ? importedModels[property] : undefined;
  if (href.startsWith("#")) {
    const id = href.slice(1);
    const renditions = resources.get(id.toLowerCase());
    // A link may point at anything that has an id; an import needs a file, which only a resource names.
    if (expected === undefined) {
      const known = (declared.get(id) ?? declared.get(id.toLowerCase()) ?? everywhere.get(id)) !== undefined;
      return known ? undefined : { kind: "dangling", message: `Nothing in these documents is called "${id}".` };
    }
    if (renditions === undefined) return { kind: "dangling", message: `The back matter has no resource "${id}".` };
    const faults = renditions.map((rendition) => fileFault(rendition, name, expected, models));
    return faults.includes(undefined) ? undefined : faults[0];
  }
  return expected === undefined ? undefined : fileFault(href, name, expected, models);
}

/** What is wrong with an import that names a file; undefined also for an absolute URI. */
function fileFault(
  href: string,
  from: string,
  expected: readonly string[],
  models: ReadonlyMap<string, string>,
): Fault | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return undefined;
  const path = normalPath(from.slice(0, from.lastIndexOf("/") + 1) + decodePath(href));
  const model = models.get(path);
  if (model === undefined) return { kind: "dangling", message: `None of the documents is "${path}".` };
  if (expected.includes(model)) return undefined;
  return {
    kind: "wrong-kind",
    message: `"${path}" holds ${model || "no OSCAL model"}, but ${words(expected)} is meant.`,
  };
}

/** Collects what a document declares and what it refers to, without recursion: its nesting is not ours to choose. */
function scan({ name, document }: NamedDocument): Scanned {
  const declared = new Map<string, Set<string>>();
  const references: Reference[] = [];
  const duplicates: ReferenceProblem[] = [];
  const resources = new Map<string, readonly string[]>();
  const uuids = new Set<string>();
  const declare = (id: string, kind: string): void => {
    declared.set(id, (declared.get(id) ?? new Set()).add(kind));
  };
  const visit = (owner: Readonly<Record<string, unknown>>, key: string, place: Place | undefined): void => {
    const { uuid, id } = owner;
    if (typeof uuid === "string") {
      const normal = uuid.toLowerCase();
      declare(normal, place?.parent === undefined ? documentKind : key);
      if (key === "resources") resources.set(normal, hrefsOf(owner["rlinks"]));
      if (uuids.has(normal)) {
        const pointer = pointerOf({ parent: place, segment: "uuid" });
        const message = `The uuid "${uuid}" is declared more than once in this document.`;
        duplicates.push({ document: name, pointer, kind: "duplicate-uuid", message, reference: uuid });
      }
      uuids.add(normal);
    }
    if (typeof id === "string" && declaredById.has(key)) declare(id, key);
  };
  const refer = (
    property: string,
    value: unknown,
    owner: Readonly<Record<string, unknown>>,
    key: string,
    place: Place,
  ): void => {
    const rule = property === "href" && key !== "rlinks" ? { href: key } : referenceRule(property, owner, key);
    if (rule === undefined) return;
    if (typeof value === "string") references.push({ place, value, rule });
    else if (Array.isArray(value)) {
      for (const [segment, entry] of value.entries()) {
        if (typeof entry === "string") references.push({ place: { parent: place, segment }, value: entry, rule });
      }
    }
  };
  const open: { value: unknown; key: string; place: Place | undefined }[] = [
    { value: document, key: "", place: undefined },
  ];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const { value, key, place } = current;
    if (Array.isArray(value)) {
      // Last in, first out: backwards, so that everything is met in the order of the document.
      for (let segment = value.length - 1; segment >= 0; segment -= 1) {
        open.push({ value: value[segment], key, place: { parent: place, segment } });
      }
    } else if (typeof value === "object" && value !== null) {
      const owner = value as Readonly<Record<string, unknown>>;
      visit(owner, key, place);
      const entries = Object.entries(owner);
      for (const [property, entry] of entries) refer(property, entry, owner, key, { parent: place, segment: property });
      for (const [property, entry] of entries.reverse()) {
        if (typeof entry === "object")
          open.push({ value: entry, key: property, place: { parent: place, segment: property } });
      }
    }
  }
  return { name, document, declared, references, duplicates, resources };
}

function merge(maps: readonly ReadonlyMap<string, ReadonlySet<string>>[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const map of maps) {
    for (const [id, kinds] of map) {
      const known = all.get(id) ?? new Set();
      for (const kind of kinds) known.add(kind);
      all.set(id, known);
    }
  }
  return all;
}

function hrefsOf(rlinks: unknown): string[] {
  if (!Array.isArray(rlinks)) return [];
  return (rlinks as unknown[]).flatMap((rlink) => {
    const href: unknown =
      typeof rlink === "object" && rlink !== null ? (rlink as Record<string, unknown>)["href"] : undefined;
    return typeof href === "string" ? [href] : [];
  });
}

function rootModel(document: unknown): string {
  if (typeof document !== "object" || document === null) return "";
  return Object.keys(document).find((key) => key !== "$schema") ?? "";
}

function pointerOf(place: Place | undefined): string {
  const segments: (string | number)[] = [];
  for (let current = place; current !== undefined; current = current.parent) segments.push(current.segment);
  return formatPointer(segments.reverse());
}

function decodePath(href: string): string {
  const path = href.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Not percent-encoded after all.
  }
}

/** Takes "." and ".." out of a path with "/". */
function normalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return (path.startsWith("/") ? "/" : "") + segments.join("/");
}

function words(kinds: Iterable<string>): string {
  return [...kinds].map((kind) => `"${kind}"`).join(" or ");
}
