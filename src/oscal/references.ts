import type { Case } from "../diagnostics/case.js";
import { problem, type ImportFault, type ReferenceTold } from "../diagnostics/codes/references.js";
import { nearest } from "../foundation/nearest.js";
import { formatPointer } from "../source/pointer.js";
import {
  byPath,
  closureOf,
  importPaths,
  importTarget,
  indexDocument,
  type Closure,
  type DocumentIndex,
  type Import,
  type NamedDocument,
  type Reference,
} from "./document-index.js";
import { canDeclare, declaredById, referenceRule, type ReferenceRule } from "./reference-rules.js";
import { isRelativePath, resolvedPath } from "./relative-path.js";
import { pointersTo, walkObjects } from "./model/walk-objects.js";

export type { HrefLocator, NamedDocument } from "./document-index.js";

/** A reference that does not lead anywhere, or a uuid that is declared more than once. */
export interface ReferenceProblem extends Pick<Case, "severity" | "message" | "fix" | "suggestion" | "mentions"> {
  /** Name of the document. */
  readonly document: string;
  /** JSON pointer (RFC 6901) to the reference, or to the repeated uuid. */
  readonly pointer: string;
  /** "not-read": nothing is known to be wrong, but nobody has looked. */
  readonly kind: "dangling" | "wrong-kind" | "duplicate-uuid" | "not-read";
  /** Id of the rule that says so, such as `reference-party`. */
  readonly rule: keyof ReferenceTold;
  /** The reference as written. */
  readonly reference: string;
}

/** The fault of a reference, in words. */
interface ReferenceFault extends Omit<ReferenceProblem, "document" | "pointer" | "rule" | "reference"> {
  readonly code: keyof ReferenceTold;
}

export interface ReferenceOptions {
  /** Ids of rules that are switched off. */
  readonly disabled?: ReadonlySet<string>;
  /** Whether the documents are all that there are: then an import that none of them holds is a problem. Default: true. */
  readonly complete?: boolean;
  /**
   * Whether there is a file at a path, which starts from where the documents' names start; undefined where that is unknown.
   * Without it, rules `reference-file` and `reference-not-read` are not asked.
   */
  readonly fileExists?: (path: string) => boolean | undefined;
}

/** The documents and options that a document is checked against. */
interface Surroundings extends ReferenceOptions {
  readonly from: DocumentIndex;
  readonly closure: Closure;
  readonly documents: ReadonlyMap<string, DocumentIndex>;
  /** How many suggestions may still be looked for: each compares with every id at hand. */
  suggestions: number;
}

/** The search for suggestions pays for the slips of a person, not for a generated file in which nothing fits. */
const mostSuggestions = 10;

/**
 * Follows every reference of documents that belong together (catalog, profile, plans, results): uuids, ids of controls, statements and
 * parameters, "#" hrefs, and hrefs of imports relative to the document. A reference is looked up in its own document and in what that
 * imports; where an import is not at hand, ids that it might declare are not called dangling. Absolute URIs are not followed.
 * @returns problems by document in the order given, repeated uuids first, then in the order of the content; empty when all resolves
 */
export function danglingReferences(
  documents: readonly NamedDocument[],
  options: ReferenceOptions = {},
): ReferenceProblem[] {
  return danglingAmong(documents.map(indexDocument), options);
}

/** The same of documents that have been indexed. */
export function danglingAmong(indexes: readonly DocumentIndex[], options: ReferenceOptions = {}): ReferenceProblem[] {
  const paths = byPath(indexes);
  return indexes.flatMap((from) => {
    const surroundings = {
      ...options,
      from,
      closure: closureOf(from, paths),
      documents: paths,
      suggestions: mostSuggestions,
    };
    return [...repeatedUuids(surroundings), ...faultsOf(surroundings)];
  });
}

function* repeatedUuids({ from, disabled }: Surroundings): Generator<ReferenceProblem> {
  if (from.repeated.length === 0 || disabled?.has("duplicate-uuid")) return;
  const wanted = new Set(from.repeated.map(({ uuid }) => uuid.toLowerCase()));
  const firsts = new Map<string, string>();
  walkObjects(from.document, ({ uuid }, _key, place) => {
    const normal = typeof uuid === "string" ? uuid.toLowerCase() : "";
    if (wanted.has(normal) && !firsts.has(normal)) firsts.set(normal, place.pointer("uuid"));
  });
  for (const { pointer, uuid } of from.repeated) {
    const first = firsts.get(uuid.toLowerCase());
    yield problemAt(from, pointer, uuid, {
      kind: "duplicate-uuid",
      ...problem("duplicate-uuid", undefined, { uuid, first }),
    });
  }
}

function faultsOf(surroundings: Surroundings): ReferenceProblem[] {
  const { from, disabled } = surroundings;
  const found: { fault: ReferenceFault; reference: string; owner: object; segments: (string | number)[] }[] = [];
  const put = (fault: ReferenceFault, reference: string, owner: object, segments: (string | number)[]): void => {
    if (disabled?.has(fault.code) !== true) found.push({ fault, reference, owner, segments });
  };
  let last: object | undefined;
  let imported: Import | undefined;
  for (const reference of from.references) {
    const { owner, key, property } = reference;
    if (owner !== last) {
      last = owner;
      imported = from.imports.get(owner);
      const fault = imported && importFault(imported, surroundings);
      if (imported && fault) put(fault, imported.href, owner, [imported.property]);
    }
    if (property === "href" && imported !== undefined) continue;
    const value = owner[property];
    if (typeof value === "string") {
      const fault = textFault(value, reference, surroundings);
      if (fault !== undefined) put(fault, value, owner, [property]);
    } else if (Array.isArray(value)) {
      const rule = referenceRule(property, owner, key);
      for (const [index, entry] of (value as unknown[]).entries()) {
        if (rule === undefined || typeof entry !== "string") continue;
        const fault = ruleFault(entry, rule, surroundings.closure, surroundings);
        if (fault !== undefined) put(fault, entry, owner, [property, index]);
      }
    }
  }
  // Few documents have such faults: their places are looked up only now.
  const pointers = pointersTo(new Set(found.map(({ owner }) => owner)), from.document);
  return found.map(({ fault, reference, owner, segments }) =>
    problemAt(from, `${pointers.get(owner) ?? ""}${formatPointer(segments)}`, reference, fault),
  );
}

function textFault(
  value: string,
  { owner, key, property, mapping }: Reference,
  surroundings: Surroundings,
): ReferenceFault | undefined {
  if (property === "href") return linkFault(value, key, surroundings);
  const rule = referenceRule(property, owner, key);
  if (rule === undefined) return undefined;
  return property === "id-ref"
    ? mappingFault(value, key, mapping, rule, surroundings)
    : ruleFault(value, rule, surroundings.closure, surroundings);
}

function problemAt(
  { name }: DocumentIndex,
  pointer: string,
  reference: string,
  fault: ReferenceFault,
): ReferenceProblem {
  const { kind, code, severity, ...words } = fault;
  return { document: name, pointer, kind, rule: code, severity, reference, ...words };
}

/** Kinds that only a catalog declares; without one they cannot be looked up. */
const catalogContent = new Set(["controls", "groups", "params", "parts"]);

function ruleFault(
  value: string,
  { id: rule, kinds, scope }: ReferenceRule,
  closure: Closure,
  surroundings: Surroundings,
): ReferenceFault | undefined {
  const own = scope === "document";
  const documents = own ? [surroundings.from] : closure.documents;
  const lower = value.toLowerCase();
  const found = new Set<string>();
  for (const { declared } of documents) {
    for (const kind of declared.get(value) ?? declared.get(lower) ?? []) {
      if (kinds === undefined || kinds.includes(kind)) return undefined;
      found.add(kind);
    }
  }
  if (!own) {
    for (const model of closure.unread) if (canDeclare(model, kinds)) return undefined;
    if (kinds?.every((kind) => catalogContent.has(kind)) && !documents.some(({ model }) => model === "catalog"))
      return undefined;
  }
  if (found.size > 0 && kinds !== undefined) {
    const told = { how: "wrong-kind", id: value, actual: [...found], kinds } as const;
    return { kind: "wrong-kind", ...problem(rule, undefined, told) };
  }
  const guess = guessFor(value, kinds, documents, surroundings);
  const told = { how: "dangling", id: value, kinds, scope: scopeOf(documents), guess } as const;
  return { kind: "dangling", ...problem(rule, undefined, told) };
}

function scopeOf(documents: readonly unknown[]): "document" | "imports" {
  return documents.length === 1 ? "document" : "imports";
}

function guessFor(
  value: string,
  kinds: readonly string[] | undefined,
  documents: readonly DocumentIndex[],
  surroundings: Surroundings,
): string | undefined {
  // Uuids are not typed by hand: one that looks alike is another one.
  if (surroundings.suggestions <= 0 || kinds?.some((kind) => declaredById.has(kind)) !== true) return undefined;
  surroundings.suggestions -= 1;
  const fits = ({ declared }: DocumentIndex): string[] =>
    [...declared].flatMap(([id, declaredAs]) => (declaredAs.some((kind) => kinds.includes(kind)) ? [id] : []));
  return nearest(value, documents.flatMap(fits));
}

/** An entry of a map is looked up in the catalog or profile that its side of the mapping names, when that is at hand. */
function mappingFault(
  value: string,
  key: string,
  mapping: Readonly<Record<string, unknown>> | undefined,
  rule: ReferenceRule,
  surroundings: Surroundings,
): ReferenceFault | undefined {
  const { from, documents } = surroundings;
  const resource = mapping?.[key === "sources" ? "source-resource" : "target-resource"];
  const imported = typeof resource === "object" && resource !== null ? from.imports.get(resource) : undefined;
  const target = imported && importTarget(imported, from, documents);
  if (target === undefined || !("document" in target)) return undefined;
  return ruleFault(value, rule, closureOf(target.document, documents), surroundings);
}

function importFault(imported: Import, surroundings: Surroundings): ReferenceFault | undefined {
  const { from, documents, complete, fileExists } = surroundings;
  const target = importTarget(imported, from, documents);
  if ("document" in target) return undefined;
  if ("elsewhere" in target) {
    const unread = !importPaths(imported, from).some((each) => documents.has(each));
    if (complete === false || fileExists === undefined || !unread) return undefined;
    return { kind: "not-read", ...problem("reference-not-read", undefined, { href: imported.href, fix: target.fix }) };
  }
  if (target.fault === "unlocated")
    return { kind: "dangling", ...problem("reference-import", undefined, { ...target, how: target.fault }) };
  const { fault, path, model } = target;
  if (fault === "no-resource") return noResource(path);
  const { models } = imported;
  if (fault === "wrong-model")
    return {
      kind: "wrong-kind",
      ...problem("reference-import", undefined, { how: fault, path, model: model ?? "", models }),
    };
  const isThere = fileExists?.(path);
  if (complete === false) {
    // Where the import goes through a resource, the missing file shows at its rendition.
    if (isThere !== false || imported.href.startsWith("#")) return undefined;
    return noFile(path, from.resources.has(imported.href.toLowerCase()) ? imported.href : undefined);
  }
  if (fileExists !== undefined && isThere === undefined) {
    return { kind: "not-read", ...problem("reference-not-read", undefined, { path }) };
  }
  const told: ImportFault =
    isThere === true ? { how: "unreadable", path, models } : { how: isThere === false ? "missing" : "not-among", path };
  return { kind: "dangling", ...problem("reference-import", undefined, told) };
}

/** @param id something of the document that the path names in place of a file */
function noFile(path: string, id?: string): ReferenceFault {
  return { kind: "dangling", ...problem("reference-file", undefined, { path, guess: id && `#${id}` }) };
}

function noResource(id: string): ReferenceFault {
  return { kind: "dangling", ...problem("reference-resource", undefined, { id }) };
}

function linkFault(href: string, key: string, surroundings: Surroundings): ReferenceFault | undefined {
  const { from, closure, fileExists } = surroundings;
  if (!href.startsWith("#")) {
    if (fileExists === undefined || !isRelativePath(href)) return undefined;
    const path = resolvedPath(from.name, href);
    if (fileExists(path) !== false) return undefined;
    return noFile(path, key !== "rlinks" && isDeclared(href, closure) ? href : undefined);
  }
  // The rendition of a resource is a file; a fragment names nothing there.
  if (key === "rlinks") return undefined;
  const id = href.slice(1);
  if (isDeclared(id, closure)) return undefined;
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id)) return noResource(id);
  if (closure.unread.size > 0) return undefined;
  return { kind: "dangling", ...problem("reference-link", undefined, { id, scope: scopeOf(closure.documents) }) };
}

/** Whether something has the id or uuid; uuids are declared in small letters. */
function isDeclared(id: string, { documents }: Closure): boolean {
  return documents.some(({ declared }) => declared.has(id) || declared.has(id.toLowerCase()));
}
