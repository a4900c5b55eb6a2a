import {
  Composer,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  visit,
  type Document,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadResult, SourceDocument } from "./document.js";
import { limits } from "../foundation/limits.js";
import { arrayIndex, parsePointer } from "./pointer.js";
import { LineMap, type Position } from "./position.js";
import { illFormedText } from "./json/well-formed.js";

/** What is wrong at an offset of the text. */
interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly offset: number;
}

/**
 * Reads the documents of a YAML 1.2 file (core schema: dates and yes/no stay strings).
 * Duplicate keys, unknown tags and aliases beyond the limit are errors of the document in which they stand.
 */
export function readYaml(text: string, file: string): ReadResult[] {
  // The library's own line counter misses the line ends in what the parser cannot make sense of.
  const map = new LineMap(text);
  const { documents, refused } = compose(text);
  // Line ends and blanks behind the last word are no place to correct anything at.
  const end = text.trimEnd().length;
  const results = documents.map((document) => readDocument(document, text, file, map, end));
  if (refused) results.push({ diagnostics: [diagnosticOf(refused, file, map)] });
  if (results.length > 0) return results;
  return [
    {
      diagnostics: [
        {
          code: "empty-file",
          severity: "error",
          message: "There is no YAML document here: the file is empty or holds comments only.",
          file,
          line: 1,
          column: 1,
          fix: "Write a document, or remove the file.",
        },
      ],
    },
  ];
}

/**
 * Parses the text token by token, so that it can be refused before it costs too much: the composer is recursive, and a stack that
 * overflows inside it can end the process. Documents that were complete before are kept.
 */
function compose(text: string): { documents: Document[]; refused: Problem | undefined } {
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
  // A document without content, such as what follows a closing "---", is none.
  const keep = (document: Document): void => {
    const empty = document.contents === null || (isScalar(document.contents) && document.contents.value === null);
    if (!empty || document.errors.length > 0) documents.push(document);
  };
  let tokens = 0;
  let refused: Problem | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) keep(document);
    tokens += 1;
    // The stack holds the document and what is being built; the exact depth is looked at in the tree.
    if (parser.stack.length > limits.depth * 2) refused = { ...tooDeep, offset: parser.offset };
    else if (tokens > limits.yamlTokens) refused = { ...tooManyTokens, offset: parser.offset };
    if (refused) break;
  }
  // What is half built when the text is refused stays in the parser and is dropped.
  if (!refused) for (const token of parser.end()) for (const document of composer.next(token)) keep(document);
  for (const document of composer.end()) keep(document);
  return { documents, refused };
}

function readDocument(document: Document, text: string, file: string, map: LineMap, end: number): ReadResult {
  const syntax = [...document.errors, ...document.warnings].map((problem) => problemOf(problem, end));
  const problems = syntax.length > 0 ? syntax : treeProblems(document);
  const expanded = problems.length > 0 ? undefined : expand(document);
  if (expanded && "value" in expanded) {
    const read = new YamlDocument(document, file, map, expanded.value);
    const illFormed = illFormedText(text, read);
    return illFormed ? { diagnostics: [illFormed] } : { document: read, diagnostics: [] };
  }
  return {
    diagnostics: (expanded ? [expanded] : problems)
      .slice(0, limits.diagnosticsPerFile)
      .map((problem) => diagnosticOf(problem, file, map)),
  };
}

function diagnosticOf({ code, message, fix, offset }: Problem, file: string, map: LineMap): Diagnostic {
  const position = map.position(offset);
  return { code, severity: "error", message, file, ...position, fix, frame: map.frame(position) };
}

class YamlDocument implements SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly line: number;
  readonly #document: Document;
  readonly #map: LineMap;

  constructor(document: Document, file: string, map: LineMap, value: unknown) {
    this.#document = document;
    this.file = file;
    this.#map = map;
    this.value = value;
    this.line = map.position(startOf(document.contents)).line;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
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
    return this.#map.position(startOf(what === "key" && key ? key : node));
  }

  frame(position: Position): string {
    return this.#map.frame(position);
  }
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** @param end offset behind the last word of the text */
function problemOf(problem: YAMLError, end: number): Problem {
  const known = wording[problem.code];
  const words = problem.message.replace(/\.$/, "").replace(/^Missing closing (["'])quote$/, "a closing $1 is missing");
  const cutOff = problem.pos[0] >= end;
  return {
    code: known?.code ?? "yaml-syntax",
    message: known?.message ?? `This is not YAML: ${words}${cutOff ? "; the text ends too early" : ""}.`,
    fix:
      known?.fix ??
      (cutOff
        ? "Close what is still open, or get the whole file again if it is cut off."
        : "Correct the syntax at this place; in doubt, put the value in quotes."),
    offset: problem.pos[0],
  };
}

const wording: Partial<Record<string, Omit<Problem, "offset">>> = {
  TAG_RESOLVE_FAILED: {
    code: "unknown-tag",
    message: "A YAML tag that aims does not know.",
    fix: "Remove the tag; nothing here needs one.",
  },
  NON_STRING_KEY: {
    code: "key-not-text",
    message: "A key is not text.",
    fix: "Put the key in quotes.",
  },
};

const tooDeep = {
  code: "too-deep",
  message: `Nested deeper than ${String(limits.depth)} levels.`,
  fix: "Flatten the document.",
} as const;

const tooManyTokens = {
  code: "file-too-large",
  message: `The file has more than ${String(limits.yamlTokens)} YAML tokens, too many to hold in memory.`,
  fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
} as const;

/** What the syntax allows and aims does not: deep nesting, keys that stand twice, aliases without end. */
function treeProblems(document: Document): Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_key, node, path) => {
      aliases += 1;
      const target = node.resolve(document);
      const what = { offset: startOf(node) };
      if (aliases > limits.aliases) problems.push({ ...tooManyAliases, ...what });
      else if (!target) problems.push({ ...unknownAlias(node.source), ...what });
      else if (path.includes(target)) problems.push({ ...endlessAlias(node.source), ...what });
      return aliases > limits.aliases ? visit.BREAK : undefined;
    },
    Collection: (_key, node, path) => {
      // The path holds pairs and the document beside the collections.
      const depth = path.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length + 1;
      if (depth > limits.depth) {
        problems.push({ ...tooDeep, offset: startOf(node) });
        return visit.BREAK;
      }
      if (isMap(node)) problems.push(...duplicateKeys(node));
      return undefined;
    },
  });
  return problems;
}

function duplicateKeys(map: YAMLMap): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (seen.has(name)) {
      problems.push({
        code: "duplicate-key",
        message: `The key "${name}" stands here twice in one mapping.`,
        fix: "Keep one of the two.",
        offset: startOf(key),
      });
    }
    seen.add(name);
  }
  return problems;
}

const tooManyAliases = {
  code: "too-many-aliases",
  message: `More than ${String(limits.aliases)} aliases (*name) in one document.`,
  fix: "Write the values out.",
} as const;

function unknownAlias(name: string): Omit<Problem, "offset"> {
  return {
    code: "unknown-alias",
    message: `There is no anchor &${name} before this alias.`,
    fix: `Put the text in quotes if it is no alias: "*${name}".`,
  };
}

function endlessAlias(name: string): Omit<Problem, "offset"> {
  return {
    code: "endless-alias",
    message: `The alias *${name} stands inside the value that it repeats.`,
    fix: "Write the value out.",
  };
}

/** Aliases of aliases multiply: the library counts what an expansion would create and throws before it does. */
function expand(document: Document): Problem | { readonly value: unknown } {
  try {
    // The library counts the anchored value itself as a use.
    return { value: document.toJS({ maxAliasCount: limits.aliases + 1 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {
      code: "too-many-aliases",
      message: `The aliases (*name) of this document expand to more than ${String(limits.aliases)} values.`,
      fix: "Write the values out.",
      offset: startOf(document.contents),
    };
  }
}
