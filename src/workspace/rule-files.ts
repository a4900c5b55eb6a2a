import { resolve } from "node:path";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem as packProblem } from "../diagnostics/codes/packs.js";
import { problem, type UnreadRuleFile } from "../diagnostics/codes/rule-files.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { fileAt } from "../files/paths.js";
import { nodeReader, statusAt, type Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { by } from "../foundation/order.js";
import { isObject } from "../foundation/json-value.js";
import { limits } from "../foundation/limits.js";
import { packNamespace, packOf } from "../policy/packages.js";
import { mergeRuleData, noRuleData, type RuleData, type RuleDataFile } from "../policy/rule-data.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";

/** A data file in a folder of rules. */
export interface FoundDataFile extends FoundFile {
  /** Names of the folders between the folder of rules and the file. */
  readonly below: readonly string[];
  /** Whether it ships with aims. */
  readonly shipped?: true;
}

/** The content of a workspace's folders of rules. */
export interface RuleFiles {
  /** Rego files, tests among them, by name. */
  readonly rules: readonly FoundFile[];
  /** Files that rules read as `data`, by name. */
  readonly data: readonly FoundDataFile[];
  /** Lists of changes of rules that make no difference, which the coverage of rules reads. */
  readonly equivalents: readonly FoundFile[];
  /** Files that look as if they were meant to be read, and are not. */
  readonly unread: readonly (UnreadRuleFile & { readonly file: SourceFile })[];
  /** Names of the packs that some of the files come from. */
  readonly packs: readonly string[];
}

/** What rules consist of where a workspace has none of its own. */
export const noRuleFiles: RuleFiles = { rules: [], data: [], equivalents: [], unread: [], packs: [] };

/** As in a bundle of OPA. */
const dataFile = /^data\.(?:json|ya?ml)$/;
/** Name of a list of changes that make no difference. */
export const equivalentsName = "equivalent-mutants.yaml";
const otherData = /\.(?:json|jsonc|json5|ya?ml|ndjson|jsonl|toml|csv|tsv|xml|hcl|ini)$/i;
const likeRego = /\.rego(?=$|[^A-Za-z0-9])/i;

/**
 * Sorts the files in folders of rules by what they are: Rego, data, and what is not read though it looks like either. Texts for people,
 * hidden files and everything else is passed over.
 * @param root absolute path of the workspace
 * @param folders from the workspace, existing
 */
export async function findRuleFiles(root: string, folders: readonly string[], reader: Reader): Promise<RuleFiles> {
  const rules = new Map<string, FoundFile>();
  const data = new Map<string, FoundDataFile>();
  const equivalents = new Map<string, FoundFile>();
  const unread = new Map<string, RuleFiles["unread"][number]>();
  // A folder inside another one of the list belongs to the outer one.
  for (const each of [...folders].sort((a, b) => a.length - b.length)) {
    const folder = each.replace(/\/+$/, "");
    const base = `${fileAt(resolve(root, folder)).replace(/\/$/, "")}/`;
    for (const found of await findFiles(root, [`${folder}/**/*`], reader)) {
      const { name, file } = found;
      const inside = file.startsWith(base) ? file.slice(base.length) : name;
      const parts = inside.split("/");
      const last = parts.pop() ?? "";
      if (last.endsWith(".rego") || found.unreadable !== undefined) {
        rules.set(name, found);
        if (last.endsWith("_test.rego") && declaresRule(file, reader))
          unread.set(name, { what: "test", name: last, file });
      } else if (dataFile.test(last)) {
        if (!data.has(name)) data.set(name, { ...found, below: parts });
      } else if (last === equivalentsName) {
        equivalents.set(name, found);
      } else {
        const what = whatIsUnread(last, file, reader);
        if (what !== undefined) unread.set(name, { ...what, file });
      }
    }
  }
  return {
    rules: sortedValues(rules),
    data: sortedValues(data),
    equivalents: sortedValues(equivalents),
    unread: sortedValues(unread),
    packs: [],
  };
}

/** Beginnings of paths by which the compiler knows modules that are not those of a workspace. */
const reservedPath = /^(?:aims-as-code\/|aims\/entry\/|pack:)/;

/** Rules of a workspace in folders by whose names the modules of aims and of packs are told apart. */
export function reservedPaths({ rules }: RuleFiles): Diagnostic[] {
  return rules
    .filter(({ name }) => reservedPath.test(name))
    .map(({ name, file }) => problem("rule-path-reserved", { file }, reservedPath.exec(name)?.[0] ?? name));
}

function sortedValues<Value>(byName: ReadonlyMap<string, Value>): Value[] {
  return [...byName].sort(by(([name]) => name)).map(([, value]) => value);
}

function whatIsUnread(name: string, file: SourceFile, reader: Reader): UnreadRuleFile | undefined {
  const rego = likeRego.exec(name);
  if (rego !== null) return { what: "rego", name, wanted: `${name.slice(0, rego.index)}.rego` };
  if (otherData.test(name)) return { what: "data", name };
  // A search takes a link for a file, wherever it leads.
  return statusAt(file, reader)?.kind === "folder" ? { what: "linked folder", name } : undefined;
}

/** Whether METADATA of a file has what only a rule has. What cannot be read is reported by whoever reads it. */
function declaresRule(file: SourceFile, reader: Reader): boolean {
  const status = statusAt(file, reader);
  if (status?.kind !== "file" || status.size > limits.documentBytes) return false;
  try {
    return /^#\s+controls:/m.test(new TextDecoder().decode(reader.bytes(file)));
  } catch {
    return false;
  }
}

/** Warnings about the files that are not read. */
export function unreadProblems({ unread }: RuleFiles): Diagnostic[] {
  return unread.map(({ file, ...told }) => problem("rule-file-unread", { file }, told));
}

/** Reads the data beside rules. Every file that cannot be read is reported. */
export async function readRuleData(
  { data, packs }: Pick<RuleFiles, "data" | "packs">,
  reader: Reader,
): Promise<Reading<RuleData>> {
  if (data.length === 0) return { value: noRuleData, problems: [] };
  const { readDocuments } = await import("../source/read.js");
  const problems: Diagnostic[] = [];
  const files: RuleDataFile[] = [];
  const namespaces = packs.map((pack) => packNamespace(pack).split("."));
  let size = 0;
  for (const { below, name, shipped, ...input } of data) {
    let first: SourceDocument | undefined;
    const from = shipped === true ? nodeReader : reader;
    // All of it lies in the memory of each evaluator.
    if (shipped !== true) size += statusAt(input.file, from)?.size ?? 0;
    if (size > limits.documentBytes) {
      problems.push(fileProblem("file-too-large", { file: input.file }, { size, maximum: limits.documentBytes }));
      continue;
    }
    for await (const { document, diagnostics } of readDocuments(input, from)) {
      problems.push(...diagnostics);
      if (document === undefined) continue;
      if (first === undefined) first = document;
      else problems.push(fileProblem("second-document", { file: input.file, line: document.line, column: 1 }, "data"));
    }
    if (first === undefined) continue;
    problems.push(...outsideNamespace({ name, below, document: first }));
    if (shipped !== true) problems.push(...insideOthers({ name, below, document: first }, namespaces));
    files.push({ name, below, document: first, ...defined({ shipped }) });
  }
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  const merged = mergeRuleData(files);
  return { ...merged, problems: [...problems, ...merged.problems] };
}

/** Data of a pack that stands somewhere else than below its namespace. */
function outsideNamespace({ name, below, document }: RuleDataFile): Diagnostic[] {
  const pack = packOf(name);
  if (pack === undefined) return [];
  const wanted = packNamespace(pack);
  return outsideOf(wanted.split("."), [...below], document.value).map((path) =>
    packProblem("pack-namespace", placeOf(document, formatPointer(path.slice(below.length)), "key"), {
      ...{ pack, what: "data", wanted },
      found: ["data", ...path].join("."),
    }),
  );
}

/** Data of a workspace that stands in the namespace of a pack. */
function insideOthers(
  { name, below, document }: RuleDataFile,
  namespaces: readonly (readonly string[])[],
): Diagnostic[] {
  if (packOf(name) !== undefined) return [];
  return namespaces.flatMap((namespace) => {
    const outside = namespace.findIndex((each, index) => index < below.length && each !== below[index]);
    if (outside >= 0) return [];
    const inner = namespace.slice(below.length);
    let value: unknown = document.value;
    for (const each of inner) value = isObject(value) ? value[each] : undefined;
    if (value === undefined) return [];
    const told = { how: "reserved", path: ["data", ...namespace].join(".") } as const;
    return [problem("data-conflict", placeOf(document, formatPointer(inner), "key"), told)];
  });
}

/** Paths of what lies outside of a namespace, where `value` stands at `path`. */
function outsideOf(namespace: readonly string[], path: readonly string[], value: unknown): (readonly string[])[] {
  if (!path.slice(0, namespace.length).every((name, index) => name === namespace[index])) return [path];
  if (path.length >= namespace.length) return [];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => outsideOf(namespace, [...path, name], inner));
}

/** The files of several folders of rules together. */
export function joinedRuleFiles(all: readonly RuleFiles[]): RuleFiles {
  return {
    rules: all.flatMap(({ rules }) => rules),
    data: all.flatMap(({ data }) => data),
    equivalents: all.flatMap(({ equivalents }) => equivalents),
    unread: all.flatMap(({ unread }) => unread),
    packs: all.flatMap(({ packs }) => packs),
  };
}
