import { Composer, isAlias, isMap, isNode, isScalar, isSeq, Lexer, Parser, visit, type Document } from "yaml";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem as syntaxProblem } from "../../diagnostics/codes/syntax.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { limits } from "../../foundation/limits.js";
import { illFormedText } from "../decode.js";
import type { CutText, HoldsText, ReadResult, SourceDocument } from "../document.js";
import { isInexact } from "../json/scan.js";
import { diagnosticOf, type TextProblem } from "../place.js";
import { arrayIndex, formatPointer, parsePointer } from "../pointer.js";
import { LineMap, type Position } from "../position.js";
import { cautionsOf } from "./cautions.js";
import { cutTextAt } from "./cut-text.js";
import { repeatedKeys } from "./repeated-keys.js";
import type { Slip } from "./slip.js";
import { slipsOf } from "./slips.js";

/**
 * Reads the documents of a YAML 1.2 file (core schema: dates and yes/no stay strings).
 * Duplicate keys, unknown tags and aliases beyond the limit are errors of the document in which they stand.
 */
export function readParsedYaml(text: string, file: SourceFile): ReadResult[] {
  // The library's own line counter misses the line ends in text that the parser cannot read.
  const map = new LineMap(text);
  const { documents, refused } = compose(text);
  const results = documents.map((document) => readDocument(document, text, file, map));
  if (refused) results.push({ diagnostics: [diagnosticOf(refused, file, map)] });
  if (results.length > 0) return results;
  return [{ diagnostics: [fileProblem("empty-file", { file, line: 1, column: 1 }, "yaml")] }];
}

/**
 * Parses the text token by token, so that it can be refused before it costs too much: the composer is recursive.
 * Documents that were complete before are kept.
 */
function compose(text: string): { documents: Document[]; refused: TextProblem | undefined } {
  const parser = new Parser();
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    strict: true,
    // The library compares each key with every key before it; `treeProblems` does it once.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const documents: Document[] = [];
  // A document without content, such as the one behind a closing "---", does not count.
  const keep = (document: Document): void => {
    const empty = document.contents === null || (isScalar(document.contents) && document.contents.value === null);
    if (!empty || document.errors.length > 0) documents.push(document);
  };
  let tokens = 0;
  let refused: TextProblem | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) keep(document);
    tokens += 1;
    // The stack holds the document and what is being built; the exact depth is looked at in the tree.
    if (parser.stack.length > limits.depth * 2) refused = tooDeep(parser.offset);
    else if (tokens > limits.yamlTokens) refused = tooManyTokens(parser.offset);
    if (refused) break;
  }
  // A document that is half built when the text is refused stays in the parser and is dropped.
  if (!refused) for (const token of parser.end()) for (const document of composer.next(token)) keep(document);
  for (const document of composer.end()) keep(document);
  return { documents, refused };
}

function readDocument(document: Document, text: string, file: SourceFile, map: LineMap): ReadResult {
  const syntax = slipsOf([...document.errors, ...document.warnings], document, text).map(problemOf);
  const problems = syntax.length > 0 ? syntax : treeProblems(document);
  const expanded = problems.length > 0 ? undefined : expand(document);
  if (expanded && "value" in expanded) {
    const read = new YamlDocument(document, text, file, map, expanded.value);
    const illFormed = illFormedText(text, read, "yaml");
    return illFormed ? { diagnostics: [illFormed] } : { document: read, diagnostics: [] };
  }
  return {
    diagnostics: (expanded ? [expanded] : problems)
      .slice(0, limits.diagnosticsPerFile)
      .map((problem) => diagnosticOf(problem, file, map)),
  };
}

class YamlDocument implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line: number;
  readonly #document: Document;
  readonly #text: string;
  readonly #map: LineMap;

  constructor(document: Document, text: string, file: SourceFile, map: LineMap, value: unknown) {
    this.#document = document;
    this.#text = text;
    this.file = file;
    this.#map = map;
    this.value = value;
    this.line = map.position(startOf(document.contents)).line;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    const { node, key } = this.#find(pointer);
    return this.#map.position(startOf(what === "key" && key ? key : node));
  }

  written(pointer: string): string | undefined {
    const { node } = this.#find(pointer);
    return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
  }

  cutText(pointer: string): CutText | undefined {
    const segments = parsePointer(pointer);
    const key = segments.pop();
    const { node } = this.#find(formatPointer(segments));
    return isMap(node) && key !== undefined ? cutTextAt(node, key, this.#text) : undefined;
  }

  cautions(holds: HoldsText): Diagnostic[] {
    return cautionsOf(this.#document, this.#text, holds).map((caution) => diagnosticOf(caution, this.file, this.#map));
  }

  /** The value at the pointer, or the innermost around it that exists, with its key. */
  #find(pointer: string): { readonly node: unknown; readonly key: unknown } {
    let node: unknown = this.#document.contents;
    let key: unknown;
    for (const segment of parsePointer(pointer)) {
      const target = isAlias(node) ? node.resolve(this.#document) : node;
      let next: unknown;
      let nextKey: unknown;
      if (isMap(target)) {
        const pair = target.items.find((item) => isScalar(item.key) && String(item.key.value) === segment);
        next = pair?.value ?? pair?.key;
        nextKey = pair?.key;
      } else if (isSeq(target)) {
        const index = arrayIndex(segment);
        next = index === undefined ? undefined : target.items[index];
        nextKey = undefined;
      }
      if (next === undefined || next === null) break;
      node = next;
      key = nextKey;
    }
    return { node, key };
  }

  frame(position: Position): string {
    return this.#map.frame(position);
  }
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function problemOf({ offset, words, fix, code }: Slip): TextProblem {
  if (code === "unknown-tag") return { offset, diagnostic: (place) => syntaxProblem(code, place, { tag: words }) };
  if (code === "key-not-text") return { offset, diagnostic: (place) => syntaxProblem(code, place) };
  return { offset, diagnostic: (place) => syntaxProblem("yaml-syntax", place, { words, fix }) };
}

function tooDeep(offset: number): TextProblem {
  const told = { levels: limits.depth, of: "levels" } as const;
  return { offset, diagnostic: (place) => fileProblem("too-deep", place, told) };
}

function tooManyTokens(offset: number): TextProblem {
  return { offset, diagnostic: (place) => fileProblem("file-too-large", place, { tokens: limits.yamlTokens }) };
}

/** Problems that the syntax allows and aims does not: deep nesting, keys that stand twice, aliases without end, numbers that would change. */
function treeProblems(document: Document): TextProblem[] {
  const problems: TextProblem[] = [];
  let aliases = 0;
  let merges = false;
  visit(document, {
    Alias: (_key, node, path) => {
      aliases += 1;
      const target = node.resolve(document);
      const name = node.source;
      const add = (diagnostic: TextProblem["diagnostic"]): void => {
        problems.push({ offset: startOf(node), diagnostic });
      };
      if (aliases > limits.aliases) problems.push(tooManyAliases(startOf(node), "aliases"));
      else if (!target) add((place) => syntaxProblem("unknown-alias", place, { name }));
      else if (path.includes(target)) add((place) => syntaxProblem("endless-alias", place, { name }));
      return aliases > limits.aliases ? visit.BREAK : undefined;
    },
    Scalar: (_key, node) => {
      const literal = node.source ?? "";
      if (node.type !== "PLAIN" || typeof node.value !== "number" || !isInexactYaml(literal)) return;
      problems.push({
        offset: startOf(node),
        diagnostic: (place) => syntaxProblem("inexact-number", place, { literal }),
      });
    },
    Collection: (_key, node, path) => {
      // The path holds pairs and the document beside the collections.
      const depth = path.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length + 1;
      if (depth > limits.depth) {
        problems.push(tooDeep(startOf(node)));
        return visit.BREAK;
      }
      if (!isMap(node)) return undefined;
      problems.push(...repeatedKeys(node, path.at(-1)));
      const merge = merges ? undefined : node.items.find(({ key }) => isMergeKey(key))?.key;
      if (merge === undefined) return undefined;
      // One says what to do with all of them.
      merges = true;
      problems.push({ offset: startOf(merge), diagnostic: (place) => syntaxProblem("merge-key", place) });
      return undefined;
    },
  });
  return problems;
}

/** Whether a number is another one when it is read. YAML allows more forms than JSON: a sign, no digit beside the point, zeros before it. */
function isInexactYaml(literal: string): boolean {
  if (/^0[xo]/.test(literal)) return !Number.isSafeInteger(Number(literal));
  const number = literal
    .replace(/^\+/, "")
    .replace(/^(-?)\./, "$10.")
    .replace(/\.(?=$|[eE])/, "");
  return isInexact(number, 0, number.length);
}

/** Whether a key would merge another mapping into its own in YAML 1.1. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

function tooManyAliases(offset: number, counted: "aliases" | "values"): TextProblem {
  const told = { maximum: limits.aliases, counted };
  return { offset, diagnostic: (place) => syntaxProblem("too-many-aliases", place, told) };
}

/** Aliases of aliases multiply: the library counts what an expansion would create and throws before it does. */
function expand(document: Document): TextProblem | { readonly value: unknown } {
  try {
    // The library counts the anchored value itself as a use.
    return { value: document.toJS({ maxAliasCount: limits.aliases + 1 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return tooManyAliases(startOf(document.contents), "values");
  }
}
