import { defined } from "../foundation/defined.js";
import type { JsonObject } from "../foundation/json-value.js";
import { declaredById, importRules } from "./reference-rules.js";
import { isRelativePath, normalPath, resolvedPath } from "./relative-path.js";
import { rootOf } from "./model.js";
import { hasPathBase } from "./properties.js";
import { walkObjects, type WalkPosition } from "./model/walk-objects.js";
import { marksWith, type Besides, type PropertyMark, type Watch } from "./watch.js";

/** One document of a set. */
export interface NamedDocument {
  /** Path of its file with "/", as the other documents name it in relative hrefs. */
  readonly name: string;
  readonly document: unknown;
  /** Finds the files of imports that are more than paths relative to the document. */
  readonly locate?: HrefLocator;
}

/** Where the file of an href lies, or why no file is meant. */
export type HrefTarget =
  /** Path as the names of documents are paths. */
  | { readonly kind: "file"; readonly path: string }
  /** Nobody looks there (`elsewhere`), or it can lead nowhere (`wrong`). */
  | { readonly kind: "elsewhere" | "wrong"; readonly failure: string; readonly fix: string };

/** @returns undefined for what is only a path relative to the document, or an address that nobody knows */
export type HrefLocator = (href: string) => HrefTarget | undefined;

/** The declarations and imports of a document. */
export interface DocumentIndex extends NamedDocument {
  /** Its model; "" where it has none. */
  readonly model: string;
  /** Kinds of what bears an id or uuid (uuids in lower case). */
  readonly declared: ReadonlyMap<string, readonly string[]>;
  /** Resources of the back matter by uuid in lower case: the hrefs of their renditions. */
  readonly resources: ReadonlyMap<string, readonly string[]>;
  /** Imports by the object that holds the href, in the order of the document. */
  readonly imports: ReadonlyMap<object, Import>;
  /** The possible references, in the order of the document. */
  readonly references: readonly Reference[];
  /** Whether it was resolved from a profile: what the profile left out may still be linked to. */
  readonly resolved: boolean;
  /** Pointers to uuids that were declared before. */
  readonly repeated: readonly { readonly pointer: string; readonly uuid: string }[];
}

/** A property by which something else may be named. */
export interface Reference {
  readonly owner: Readonly<Record<string, unknown>>;
  /** The JSON key under which the owner stands. */
  readonly key: string;
  readonly property: string;
  /** The mapping around an "id-ref", where there is one. */
  readonly mapping: Readonly<Record<string, unknown>> | undefined;
}

export interface Import {
  readonly href: string;
  /** The property that holds the href. */
  readonly property: string;
  /** Root models that may stand there. */
  readonly models: readonly string[];
}

/** Where an import leads. */
export type ImportTarget =
  | { readonly document: DocumentIndex }
  /** Nothing is wrong, but the document is not at hand. */
  | { readonly elsewhere: true; readonly fix?: string | undefined }
  | { readonly fault: "unlocated"; readonly href: string; readonly failure: string; readonly fix: string }
  | { readonly fault: "no-resource" | "no-document" | "wrong-model"; readonly path: string; readonly model?: string };

/** A document with all that it imports, directly or through others. */
export interface Closure {
  /** The document first. */
  readonly documents: readonly DocumentIndex[];
  /** Root models that are imported but not at hand. */
  readonly unread: ReadonlySet<string>;
}

/** The key under which a whole document declares its own uuid. */
const documentKind = "document";

/** Models that rest on another one even where they do not say on which. */
const restsOn: Readonly<Record<string, string>> = {
  "assessment-plan": "system-security-plan",
  "assessment-results": "assessment-plan",
  "plan-of-action-and-milestones": "system-security-plan",
  "system-security-plan": "profile",
};

/** Collects what a document declares and imports. */
export function indexDocument(document: NamedDocument): DocumentIndex {
  return indexWith(document, {}).index;
}

/**
 * Collects what a document declares and imports, and what else is asked for, in one walk.
 * @returns the index, and the pointers to what was wanted
 */
export function indexWith(
  { name, document, locate }: NamedDocument,
  { watches = [], wanted }: Besides,
): { readonly index: DocumentIndex; readonly pointers: ReadonlyMap<object, string> } {
  const declared = new Map<string, readonly string[]>();
  /** Most ids have one kind, and share the list of it. */
  const lists = new Map<string, readonly string[]>();
  const resources = new Map<string, readonly string[]>();
  const imports = new Map<object, Import>();
  const repeated: { pointer: string; uuid: string }[] = [];
  const uuids = new Set<string>();
  const declare = (id: string, kind: string): void => {
    const kinds = declared.get(id);
    if (kinds === undefined) {
      const list = lists.get(kind) ?? [kind];
      lists.set(kind, list);
      declared.set(id, list);
    } else if (!kinds.includes(kind)) declared.set(id, [...kinds, kind]);
  };
  const references: Reference[] = [];
  /** Renditions whose paths do not start from the document. */
  const elsewhere = new Set<unknown>();
  const ofObjects = watchesByKey(watches);
  let depth = 0;
  let resolved = false;
  const visit = (owner: JsonObject, key: string, place: WalkPosition<PropertyMark>): void => {
    depth += 1;
    let hasUuid = false;
    let hasId = false;
    // Most objects have none of these, and to ask an object for a property that it lacks costs more than to look through its own.
    const { marked } = place;
    for (let number = 0; number < marked.length; number += 1) {
      const mark = marked[number];
      if (mark === undefined) continue;
      const { property, declares } = mark;
      if (declares === "uuid") hasUuid = true;
      else if (declares === "id") hasId = true;
      else if (mark.mayRefer && !elsewhere.has(owner)) {
        references.push({
          owner,
          key,
          property,
          mapping: property === "id-ref" ? place.around("mappings") : undefined,
        });
      }
      const { watches: told } = mark;
      for (let each = 0; each < told.length; each += 1) told[each]?.property(owner, property, place);
    }
    // Most objects stand under a key that nobody asks for.
    const watching = ofObjects.get(key);
    if (watching !== undefined) for (const watch of watching) watch.object?.(owner, key, place);
    const uuid = hasUuid ? owner["uuid"] : undefined;
    if (typeof uuid === "string") {
      const normal = uuid.toLowerCase();
      declare(normal, depth === 2 ? documentKind : key);
      if (key === "resources") {
        const { rlinks } = owner;
        resources.set(normal, hrefsOf(rlinks));
        if (Array.isArray(rlinks) && hasPathBase(owner["props"])) for (const each of rlinks) elsewhere.add(each);
      }
      if (uuids.has(normal)) repeated.push({ pointer: place.pointer("uuid"), uuid });
      uuids.add(normal);
    }
    const id = hasId ? owner["id"] : undefined;
    if (typeof id === "string" && declaredById.has(key)) declare(id, key);
    if (key === "metadata" && isResolved(owner["links"])) resolved = true;
    const rule = importRules.get(key);
    const href = rule && owner[rule.property];
    if (rule && typeof href === "string") {
      imports.set(owner, { href, property: rule.property, models: rule.models });
    }
  };
  const pointers = walkObjects(document, visit, { marks: marksWith(watches), ...defined({ wanted }) });
  const index = {
    name,
    document,
    ...(locate === undefined ? {} : { locate }),
    model: rootOf(document)?.model ?? "",
    declared,
    resources,
    imports,
    repeated,
    references,
    resolved,
  };
  return { index, pointers };
}

function watchesByKey(watches: readonly Watch[]): ReadonlyMap<string, readonly Watch[]> {
  const byKey = new Map<string, Watch[]>();
  for (const watch of watches) {
    for (const key of watch.keys ?? []) byKey.set(key, [...(byKey.get(key) ?? []), watch]);
  }
  return byKey;
}

/** A catalog that was resolved from a profile says so by a link. */
function isResolved(links: unknown): boolean {
  return (
    Array.isArray(links) &&
    (links as unknown[]).some(
      (link) =>
        typeof link === "object" &&
        link !== null &&
        "rel" in link &&
        (link.rel === "source-profile" || link.rel === "resolution-source"),
    )
  );
}

/** Documents by the path under which others name them. */
export function byPath(documents: readonly DocumentIndex[]): ReadonlyMap<string, DocumentIndex> {
  return new Map(documents.map((document) => [normalPath(document.name), document]));
}

export function importTarget(
  { href, models }: Import,
  from: DocumentIndex,
  documents: ReadonlyMap<string, DocumentIndex>,
): ImportTarget {
  if (!href.startsWith("#")) return fileTarget(href, models, from, documents);
  const renditions = from.resources.get(href.slice(1).toLowerCase());
  if (renditions === undefined) return { fault: "no-resource", path: href.slice(1) };
  const targets = renditions.map((rendition) => fileTarget(rendition, models, from, documents));
  // A document at hand says more than one elsewhere, whichever stands first.
  return (
    targets.find((target) => "document" in target) ??
    targets.find((target) => !("fault" in target)) ??
    targets[0] ?? { elsewhere: true }
  );
}

/** Paths of the files that may hold an import, as relative hrefs name them; the first that is there is meant. */
export function importPaths(imported: Import, from: DocumentIndex): string[] {
  return importHrefs(imported, from).flatMap((href) => {
    const target = targetOf(href, from);
    return target?.kind === "file" ? [target.path] : [];
  });
}

/** The hrefs that may lead to an import: its own, or those of the renditions of its resource. */
export function importHrefs({ href }: Import, from: DocumentIndex): readonly string[] {
  return href.startsWith("#") ? (from.resources.get(href.slice(1).toLowerCase()) ?? []) : [href];
}

function targetOf(href: string, { name, locate }: DocumentIndex): HrefTarget | undefined {
  const located = locate?.(href);
  if (located !== undefined || !isRelativePath(href)) return located;
  return { kind: "file", path: resolvedPath(name, href) };
}

function fileTarget(
  href: string,
  models: readonly string[],
  from: DocumentIndex,
  documents: ReadonlyMap<string, DocumentIndex>,
): ImportTarget {
  const target = targetOf(href, from);
  if (target === undefined) return { elsewhere: true };
  if (target.kind !== "file") {
    const { kind, failure, fix } = target;
    return kind === "elsewhere" ? { elsewhere: true, fix } : { fault: "unlocated", href, failure, fix };
  }
  const { path } = target;
  const document = documents.get(path);
  if (document === undefined) return { fault: "no-document", path };
  return models.includes(document.model) ? { document } : { fault: "wrong-model", path, model: document.model };
}

/** Follows imports from a document as far as the documents at hand allow. */
export function closureOf(start: DocumentIndex, documents: ReadonlyMap<string, DocumentIndex>): Closure {
  const found = new Set([start]);
  const unread = new Set<string>();
  // A set is iterated in the order of insertion, also over what is added meanwhile.
  for (const document of found) {
    const base = restsOn[document.model];
    if (base !== undefined && document.imports.size === 0) unread.add(base);
    if (document.resolved) unread.add("catalog");
    for (const each of document.imports.values()) {
      const target = importTarget(each, document, documents);
      if ("document" in target) found.add(target.document);
      else for (const model of each.models) unread.add(model);
    }
  }
  return { documents: [...found], unread };
}

function hrefsOf(rlinks: unknown): string[] {
  if (!Array.isArray(rlinks)) return [];
  return (rlinks as unknown[]).flatMap((rlink) => {
    const href: unknown =
      typeof rlink === "object" && rlink !== null ? (rlink as Record<string, unknown>)["href"] : undefined;
    return typeof href === "string" ? [href] : [];
  });
}
