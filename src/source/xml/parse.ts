import { SaxesParser } from "saxes";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem as syntaxProblem, type SyntaxTold } from "../../diagnostics/codes/syntax.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { limits } from "../../foundation/limits.js";
import { diagnosticOf, type TextProblem } from "../place.js";
import { LineMap } from "../position.js";
import { hasTooManySeams } from "./characters.js";
import { attributesOfTag, targetAt } from "./names.js";
import { declarationOf, notXml, problemOf, undeclarable } from "./problem.js";
import {
  emptyPrototype,
  noAttributes,
  type XmlContent,
  type XmlLeftOut,
  type XmlNode,
  type XmlReadResult,
} from "../xml-tree.js";

/**
 * Reads a document as `readXml` does, by the parser alone.
 * @returns as it, but with all blank texts
 */
export function parseXml(text: string, file: SourceFile): XmlReadResult {
  const refused = (problem: TextProblem): XmlReadResult => ({
    diagnostics: [diagnosticOf(problem, file, new LineMap(text))],
  });
  if (text.trim() === "") return refused(empty);
  if (hasTooManySeams(text)) return refused(tooManySeams);
  const declared = undeclarable(declarationOf(text));
  if (declared) return refused(declared);
  // The parser takes half a surrogate pair together with whatever follows it, markup included.
  if (!text.isWellFormed()) return refused(illFormed(text.search(/\p{Surrogate}/u)));
  try {
    return { xml: { file, text, ...contentOf(text) }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.problem);
  }
}

/** Ends the parsing at the first problem. */
class Refusal extends Error {
  readonly problem: TextProblem;

  constructor(problem: TextProblem) {
    super("The text is not XML that is read.");
    this.problem = problem;
  }
}

/** An element while it is built. */
interface OpenElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  readonly offset: number;
}

/**
 * The parser is given six handlers and no more: with a seventh, the JavaScript engine keeps the parser's fields in a dictionary, and
 * it takes five times as long. Comments and the like, which have no handler, are found between the events of the others.
 * @throws Refusal for the first problem
 */
function contentOf(text: string): XmlContent {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const leftOut: XmlLeftOut[] = [];
  const open: OpenElement[] = [];
  let top: OpenElement | undefined;
  let root: OpenElement | undefined;
  let closed: OpenElement | undefined;
  /** Attributes of the start tag that is being read, and how many it has, those with a namespace among them. */
  let attributes: Record<string, string> | undefined;
  let attributeCount = 0;
  let nodes = 0;
  /** Offset up to which the text has been reported by events. */
  let reported = Math.max(declarationOf(text).length, text.indexOf("<"));

  const refuse = (problem: TextProblem): never => {
    throw new Refusal(problem);
  };
  const leave = (kind: XmlLeftOut["kind"], what: string): void => {
    nodes += 1;
    leftOut.push({ kind, text: what, offset: reported });
  };
  /** Offset of the attribute that has been read last. */
  const lastAttribute = (): number => attributesOfTag(text, reported)[attributeCount - 1]?.offset ?? reported;
  /** Takes in what lies between the last event and this one and has no event of its own. */
  const catchUp = (position: number): void => {
    while (reported < position && text.charCodeAt(reported) === 0x3c) {
      const second = text.charCodeAt(reported + 1);
      if (second === 0x3f) {
        const end = text.indexOf("?>", reported + 2);
        if (end < 0 || end + 2 > position) return;
        const target = targetAt(text, reported + 2);
        if (target === undefined) refuse(wrongTarget(reported));
        else leave("processing-instruction", target);
        reported = end + 2;
      } else if (second === 0x21 && text.startsWith("--", reported + 2)) {
        const end = text.indexOf("-->", reported + 4);
        if (end < 0 || end + 3 > position) return;
        leave("comment", text.slice(reported + 4, end).replaceAll(/\r\n?/g, "\n"));
        reported = end + 3;
      } else {
        if (second === 0x21 && /^doctype$/i.test(text.slice(reported + 2, reported + 9))) {
          const isPage = /^doctype\s+html(?:\s|>)/i.test(text.slice(reported + 2, reported + 80));
          refuse(doctype(reported, isPage));
        }
        return;
      }
      if (nodes > limits.xmlNodes) refuse(tooManyNodes(reported));
    }
  };
  const append = (node: XmlNode): void => {
    if (top === undefined) return;
    const { children } = top;
    // A list that grows from nothing takes room for many nodes at once, and most elements hold one.
    if (children.length === 0) {
      top.children = [node];
      return;
    }
    const last = children[children.length - 1];
    if (typeof node === "string" && typeof last === "string") children[children.length - 1] = last + node;
    else children.push(node);
  };

  parser.on("attribute", ({ name, prefix, local, value }) => {
    if (attributeCount === 0) catchUp(parser.position);
    attributeCount += 1;
    if (attributeCount > limits.xmlAttributes) refuse(tooManyAttributes(reported));
    if (Math.max(name.length, value.length) > limits.xmlAttributeLength) {
      refuse(tooLong("attribute", lastAttribute()));
    }
    if (prefix === "xmlns" || name === "xmlns") {
      if (value !== value.trim()) refuse(paddedNamespace(lastAttribute()));
      return;
    }
    if (prefix !== "") {
      if (noNameStart.test(local)) refuse(wrongName(reported));
      leave("attribute", name);
      return;
    }
    attributes ??= Object.create(emptyPrototype) as Record<string, string>;
    attributes[name] = value;
  });
  parser.on("opentag", ({ name, prefix, local, uri }) => {
    catchUp(parser.position);
    const offset = reported;
    if (open.length >= limits.xmlDepth) refuse(tooDeep(offset));
    if (name.length > limits.xmlAttributeLength) refuse(tooLong("element name", offset));
    if (prefix !== "" && noNameStart.test(local)) refuse(wrongName(offset));
    nodes += attributeCount + 1;
    if (nodes > limits.xmlNodes) refuse(tooManyNodes(offset));
    const element: OpenElement = {
      name: local,
      namespace: uri,
      attributes: attributes ?? noAttributes,
      children: [],
      offset,
    };
    append(element);
    root ??= element;
    open.push(element);
    top = element;
    attributes = undefined;
    attributeCount = 0;
    reported = parser.position;
  });
  parser.on("closetag", () => {
    catchUp(parser.position);
    closed = open.pop();
    top = open[open.length - 1];
    reported = parser.position;
  });
  parser.on("text", (value) => {
    // The "<" that ended the text has been read.
    const end = parser.position - 1;
    catchUp(end);
    append(value);
    reported = end;
  });
  parser.on("cdata", (value) => {
    catchUp(parser.position);
    if (value !== "") append(value);
    reported = parser.position;
  });
  parser.on("error", ({ message }) => {
    catchUp(parser.position);
    refuse(problemOf(message, { text, reported, position: parser.position, closed, top }));
  });

  parser.write(text).close();
  catchUp(text.length);
  // The parser has reported a document without an element before it comes here.
  if (root === undefined) throw new Refusal(empty);
  return { root, leftOut };
}

/** There is no element. */
const empty: TextProblem = { offset: 0, diagnostic: (place) => fileProblem("empty-file", place, "xml") };

const tooManySeams: TextProblem = {
  offset: 0,
  diagnostic: (place) => fileProblem("file-too-large", place, { seams: limits.xmlSeams }),
};

function illFormed(offset: number): TextProblem {
  return { offset, diagnostic: (place) => fileProblem("ill-formed-text", place, "xml") };
}

/** Characters that may stand within a name and not at its start; the parser looks at the start of the prefix only. */
const noNameStart = /^(?:[-.\d\u00b7\u203f\u2040]|[\u0300-\u036f])/;

function wrongName(offset: number): TextProblem {
  const words = "what follows the colon of a name begins with a character that no name begins with";
  return notXml({ words, fix: "Begin the name with a letter or an underscore." }, offset);
}

function wrongTarget(offset: number): TextProblem {
  const words = "the name of this processing instruction goes on with a question mark";
  return notXml({ words, fix: "Put a blank behind the name, or remove the instruction." }, offset);
}

/** The parser takes the blanks away, which makes one namespace of two. */
function paddedNamespace(offset: number): TextProblem {
  return {
    offset,
    // The code is one of the conversion between XML and JSON, whose entries nothing else here needs.
    diagnostic: (place) => ({
      code: "xml-namespace",
      severity: "error",
      message: "A namespace is declared with blanks around it, which makes another namespace of it.",
      ...place,
      fix: "Remove the blanks.",
    }),
  };
}

/** @param isPage whether it is that of a web page */
function doctype(offset: number, isPage: boolean): TextProblem {
  return { offset, diagnostic: (place) => syntaxProblem("xml-doctype", place, isPage ? "page" : "document") };
}

function tooDeep(offset: number): TextProblem {
  const told = { levels: limits.xmlDepth, of: "elements" } as const;
  return { offset, diagnostic: (place) => fileProblem("too-deep", place, told) };
}

function tooManyNodes(offset: number): TextProblem {
  return { offset, diagnostic: (place) => fileProblem("file-too-large", place, { nodes: limits.xmlNodes }) };
}

function tooManyAttributes(offset: number): TextProblem {
  const told = { maximum: limits.xmlAttributes };
  return { offset, diagnostic: (place) => syntaxProblem("too-many-attributes", place, told) };
}

function tooLong(what: SyntaxTold["xml-attribute-too-long"]["what"], offset: number): TextProblem {
  const told = { what, maximum: limits.xmlAttributeLength };
  return { offset, diagnostic: (place) => syntaxProblem("xml-attribute-too-long", place, told) };
}
