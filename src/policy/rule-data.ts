import { problem } from "../diagnostics/codes/rule-files.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import { isObject, type JsonObject } from "../foundation/json-value.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf, type DiagnosticPlace } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import { hostDocuments, referenceData, unaskedName } from "./packages.js";

/** A data file that lies beside rules. */
export interface RuleDataFile {
  /** Path by which the policy's digest knows it, such as `rules/suppliers/data.json`. */
  readonly name: string;
  /** The names below `data` under which its value stands: those of its folder inside the folder of rules. */
  readonly below: readonly string[];
  readonly document: SourceDocument;
  /** Whether it ships with aims, which alone may give tables of reference. */
  readonly shipped?: true;
}

/** The data of all files that lie beside rules, as one document. */
export interface RuleData {
  /** What rules read as `data`, besides what is known only when they run. */
  readonly value: JsonObject;
  /** The files' values as JSON text, by the names of the files. */
  readonly texts: Readonly<Record<string, string>>;
  /** What stands at a path: `part` is an object, to which other files and packages may add. */
  readonly at: (
    path: readonly string[],
  ) => { readonly kind: "value" | "part"; readonly place: DiagnosticPlace } | undefined;
}

/** The data of rules that have no data files. */
export const noRuleData: RuleData = { value: {}, texts: {}, at: () => undefined };

interface DataNode {
  /** Undefined for a value that is not an object. */
  readonly parts: Map<string, DataNode> | undefined;
  readonly value: unknown;
  readonly document: SourceDocument;
  readonly pointer: string;
}

/**
 * Merges data files as an OPA bundle does: the value of `data.json`, `data.yaml` or `data.yml` stands below the names of its folder, and
 * objects of several files are put together. No two files give one value, and none gives a document of the host or of aims.
 */
export function mergeRuleData(files: readonly RuleDataFile[]): Reading<RuleData> {
  const problems: Diagnostic[] = [];
  const [first] = files;
  if (first === undefined) return { value: noRuleData, problems };
  const root: DataNode = { parts: new Map(), value: {}, document: first.document, pointer: "" };
  for (const { below, document, shipped } of files) {
    const ofTables = shipped === true && below[0] === referenceData;
    if (below.length === 0 && !isObject(document.value)) {
      problems.push(problem("data-not-object", placeOf(document, "")));
      continue;
    }
    addBelow(root, below, document, ofTables, problems);
  }
  if (problems.length > 0) return { problems };
  return {
    value: {
      value: valueOf(root) as JsonObject,
      texts: Object.fromEntries(files.map(({ name, document }) => [name, JSON.stringify(document.value)])),
      at: (path) => {
        const found = path.reduce<DataNode | undefined>((node, name) => node?.parts?.get(name), root);
        return found && { kind: found.parts === undefined ? "value" : "part", place: keyPlace(found) };
      },
    },
    problems,
  };
}

/** @param ofTables whether it may stand where the tables of aims do */
function addBelow(
  root: DataNode,
  below: readonly string[],
  document: SourceDocument,
  ofTables: boolean,
  problems: Diagnostic[],
): void {
  let node = root;
  const path: string[] = [];
  const given = (): void => {
    const told = { how: "twice", path: ["data", ...path].join("."), earlier: keyPlace(node) } as const;
    problems.push(problem("data-conflict", placeOf(document, ""), told));
  };
  for (const [position, name] of below.entries()) {
    path.push(name);
    const reserved = position === 0 && !ofTables ? reservedName(name) : undefined;
    if (reserved !== undefined) {
      problems.push(problem("data-conflict", placeOf(document, ""), { how: "reserved", path: `data.${reserved}` }));
      return;
    }
    const isLast = position === below.length - 1;
    const found = node.parts?.get(name);
    if (found === undefined) {
      const made = isLast ? nodeOf(document, "", document.value) : emptyNode(document);
      node.parts?.set(name, made);
      node = made;
      if (isLast) return;
    } else {
      node = found;
      if (!isLast && node.parts === undefined) {
        given();
        return;
      }
    }
  }
  add(node, document, "", document.value, path, problems);
}

/** Adds a value to what is there. */
function add(
  node: DataNode,
  document: SourceDocument,
  pointer: string,
  value: unknown,
  path: readonly string[],
  problems: Diagnostic[],
): void {
  if (node.parts === undefined || !isObject(value)) {
    const told = { how: "twice", path: ["data", ...path].join("."), earlier: keyPlace(node) } as const;
    problems.push(problem("data-conflict", placeAt(document, pointer), told));
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const at = `${pointer}${formatPointer([name])}`;
    const reserved = path.length === 0 ? reservedName(name) : undefined;
    if (reserved !== undefined) {
      const told = { how: "reserved", path: `data.${reserved}` } as const;
      problems.push(problem("data-conflict", placeAt(document, at), told));
      continue;
    }
    const found = node.parts.get(name);
    if (found === undefined) node.parts.set(name, nodeOf(document, at, inner));
    else add(found, document, at, inner, [...path, name], problems);
  }
}

function nodeOf(document: SourceDocument, pointer: string, value: unknown): DataNode {
  if (!isObject(value)) return { parts: undefined, value, document, pointer };
  const parts = new Map<string, DataNode>();
  for (const [name, inner] of Object.entries(value)) {
    parts.set(name, nodeOf(document, `${pointer}${formatPointer([name])}`, inner));
  }
  return { parts, value, document, pointer };
}

function emptyNode(document: SourceDocument): DataNode {
  return { parts: new Map(), value: {}, document, pointer: "" };
}

function valueOf({ parts, value }: DataNode): unknown {
  return parts === undefined ? value : Object.fromEntries([...parts].map(([name, part]) => [name, valueOf(part)]));
}

function reservedName(name: string): string | undefined {
  const reserved = ["aims", referenceData, unaskedName, ...hostDocuments];
  return reserved.includes(name) ? name : undefined;
}

function keyPlace({ document, pointer }: DataNode): DiagnosticPlace {
  return placeAt(document, pointer);
}

function placeAt(document: SourceDocument, pointer: string): DiagnosticPlace {
  return placeOf(document, pointer, "key");
}
