import { isObject } from "../../foundation/json-value.js";
import { XmlText } from "../../source/xml-text.js";
import { CodecProblems, maxDepth, type CodecProblem } from "./codec-problem.js";
import { decimalText, isBlank, jsonType } from "./datatype.js";
import { xmlNamespace, rootDefinition, type Definition, type Flag, type Use } from "./definition.js";
import { lineContent, markupContents, multilineContent, type MarkupContent } from "./markup-content.js";
import type { MarkupNode } from "./markup/markup-node.js";
import { isPlainText } from "./markup/plain-inline.js";
import { parseMarkupLine, parseMarkupMultiline } from "./markup/parse-markup.js";
import { PointerPath } from "./pointer-path.js";
import * as faults from "./property-problems.js";

/** An XML document and what could not be carried over into it. */
export interface ToXml {
  /** With an XML declaration and a line end at the end; empty where no model begins with the document's property. */
  readonly xml: string;
  /** In the order in which they were found; at most `limits.diagnosticsPerFile`. */
  readonly problems: readonly CodecProblem[];
  /** What XML has no place for although nothing is wrong with it: line ends within paragraphs. */
  readonly losses: readonly CodecProblem[];
}

/**
 * The XML form of an OSCAL document, whatever the order of its properties.
 * Nothing is dropped silently but `$schema`, which XML has no use for: content without a place in XML is a problem, and the rest is
 * written all the same. A valid document has no problems, unless it holds characters that XML cannot hold, or Markdown that nests
 * what OSCAL's elements cannot.
 * @param document the JSON tree: `{ catalog: ... }` and so on
 */
export function toXml(document: unknown): ToXml {
  const problems = new CodecProblems();
  const properties = isObject(document) ? Object.entries(document).filter(([name]) => name !== "$schema") : [];
  const root = properties.find(([name]) => rootDefinition(name) !== undefined);
  const definition = root && rootDefinition(root[0]);
  if (!root || !definition) {
    return { xml: "", problems: [faults.unknownRoot(properties.map(([name]) => name))], losses: [] };
  }
  const [name, value] = root;
  for (const [other] of properties) {
    if (other !== name) problems.add(faults.besideRoot(other, name));
  }
  const writer = new Writer(problems);
  writer.root(name, value, definition);
  return { xml: writer.xml.toString(), problems: problems.list, losses: writer.losses() };
}

/** Loops over properties and nodes count with an index: for...of makes an object a step until the engine has compiled the loop. */
class Writer {
  readonly xml: XmlText = new XmlText();
  readonly #problems: CodecProblems;
  readonly #path = new PointerPath();
  /** Line ends within paragraphs, and the text with the first. */
  #lineEnds: { readonly pointer: string; readonly count: number } | undefined;

  constructor(problems: CodecProblems) {
    this.#problems = problems;
  }

  losses(): readonly CodecProblem[] {
    return this.#lineEnds === undefined ? [] : [faults.foldedLines(this.#lineEnds.pointer, this.#lineEnds.count)];
  }

  root(name: string, value: unknown, definition: Definition): void {
    this.#path.enter(name);
    this.xml.begin(name, false);
    this.xml.attribute("xmlns", xmlNamespace);
    if (isObject(value)) this.#content(value, definition);
    else this.#report(faults.wrongType, value, "object");
    this.xml.end();
    this.#path.leave();
  }

  /** An assembly, or a field with flags. */
  #object(name: string, value: unknown, definition: Definition): void {
    if (!isObject(value)) {
      this.#report(faults.wrongType, value, "object");
      return;
    }
    if (this.#path.length > 2 * maxDepth) {
      this.#report(faults.tooDeep);
      return;
    }
    this.xml.begin(name, definition.text !== undefined);
    this.#content(value, definition);
    this.xml.end();
  }

  #content(value: Readonly<Record<string, unknown>>, definition: Definition): void {
    const names = inOrder(Object.keys(value), definition.ranks);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? "";
      const inner = value[name];
      // As in JSON's text, a property without a value counts as missing.
      if (inner === undefined) continue;
      this.#path.enter(name);
      const flag = definition.flagsByName.get(name);
      const use = definition.byProperty.get(name);
      if (flag) this.#flag(flag, inner);
      else if (use) this.#use(use, inner, value);
      else if (definition.text?.property === name) this.#text(definition.text.datatype, inner);
      else this.#report(faults.unknownProperty, name, definition.properties);
      this.#path.leave();
    }
  }

  #flag({ name, datatype }: Flag, value: unknown): void {
    const text = this.#plain(datatype, value);
    if (text !== undefined) this.#refused(this.xml.attribute(name, text), text);
  }

  #use(use: Use, value: unknown, siblings: Readonly<Record<string, unknown>>): void {
    if (use.earlier.length > 0 && !isEmptyArray(value)) {
      const counts = (other: string): boolean => siblings[other] !== undefined && !isEmptyArray(siblings[other]);
      const rival = use.earlier.find((other) => Object.hasOwn(siblings, other) && counts(other));
      if (rival !== undefined) this.#report(faults.bothOfChoice, use.property, rival);
    }
    if (use.many) this.#group(use, value);
    else this.#value(use, value);
  }

  #group(use: Use, value: unknown): void {
    if (!Array.isArray(value)) {
      if (use.form !== "bare" || !isObject(value)) {
        this.#report(faults.wrongType, value, "array");
        // One value is written as the one entry that was probably meant; a value of another kind has been reported.
        if (use.datatype === "" ? !isObject(value) : !isScalar(value)) return;
      }
      this.#value(use, value);
      return;
    }
    if (value.length === 0) {
      this.#problems.add(faults.emptyArray(this.#path.pointer()));
      return;
    }
    if (use.form === "grouped") this.xml.begin(use.property, false);
    for (let index = 0; index < value.length; index += 1) {
      this.#path.enter(index);
      this.#value(use, value[index]);
      this.#path.leave();
    }
    if (use.form === "grouped") this.xml.end();
  }

  #value(use: Use, value: unknown): void {
    const definition = use.definition();
    if (definition) this.#object(use.element, value, definition);
    else if (use.form === "unwrapped") this.#text(use.datatype, value);
    else if (!isScalar(value)) this.#plain(use.datatype, value);
    else {
      this.xml.begin(use.element, use.datatype !== "markup-multiline");
      this.#text(use.datatype, value);
      this.xml.end();
    }
  }

  /** Writes the content of a field beside its flags, or the blocks themselves where markup is unwrapped. */
  #text(datatype: string, value: unknown): void {
    const text = this.#plain(datatype, value);
    if (text === undefined) return;
    if (datatype === "markup-line") {
      if (isPlainText(text)) this.#refused(this.xml.text(text), text);
      else this.#nodes(parseMarkupLine(text), lineContent);
    } else if (datatype === "markup-multiline") {
      if (isPlainText(text) && !isBlank(text)) {
        this.xml.begin("p", true);
        this.#refused(this.xml.text(text), text);
        this.xml.end();
        return;
      }
      const blocks = parseMarkupMultiline(text, this.#tellLineEnds);
      // XML has no markup without a block; an empty paragraph reads back as the empty text.
      this.#nodes(blocks.length > 0 ? blocks : [emptyParagraph], multilineContent);
    } else this.#refused(this.xml.text(text), text);
  }

  readonly #tellLineEnds = (count: number): void => {
    const { pointer = this.#path.pointer(), count: before = 0 } = this.#lineEnds ?? {};
    this.#lineEnds = { pointer, count: before + count };
  };

  /** The text of a value of a datatype; undefined where the value has none. */
  #plain(datatype: string, value: unknown): string | undefined {
    const type = jsonType(datatype);
    switch (typeof value) {
      case "string":
        if (type !== "string") this.#report(faults.wrongType, value, type);
        return value;
      case "boolean":
        if (type !== "boolean") this.#report(faults.wrongType, value, type);
        return String(value);
      case "number":
        if (!Number.isFinite(value)) {
          this.#report(faults.noNumber, value);
          return undefined;
        }
        if (type !== "number" && (type !== "integer" || !Number.isInteger(value))) {
          this.#report(faults.wrongType, value, type);
        }
        return decimalText(value);
      default:
        this.#report(faults.wrongType, value, type);
        return undefined;
    }
  }

  /** Markup nests as far as its parser lets it. Markdown can nest what OSCAL's elements cannot, such as an insert in a link. */
  #nodes(nodes: readonly MarkupNode[], { elements }: MarkupContent): void {
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes[index] ?? "";
      if (typeof node === "string") {
        this.#refused(this.xml.text(node), node);
        continue;
      }
      if (!elements.has(node.name)) this.#report(faults.misplacedMarkup, node.name, elements);
      const content = markupContents.get(node.name) ?? lineContent;
      this.xml.begin(node.name, content.text);
      for (const name of Object.keys(node.attributes)) {
        const text = node.attributes[name] ?? "";
        this.#refused(this.xml.attribute(name, text), text);
      }
      this.#nodes(node.children, content);
      this.xml.end();
    }
  }

  #refused(character: string | undefined, text: string): void {
    if (character !== undefined) this.#report(faults.notCharacter, character, text);
  }

  /** Adds an error at the place where the writer is. */
  #report<Rest extends readonly unknown[]>(
    words: (pointer: string, ...rest: Rest) => CodecProblem,
    ...rest: Rest
  ): void {
    this.#problems.error(() => words(this.#path.pointer(), ...rest));
  }
}

const emptyParagraph: MarkupNode = { name: "p", attributes: {}, children: [] };

/** The names in the order of the model, which most documents have already; unknown ones stand where they are, or at the end. */
function inOrder(names: readonly string[], ranks: ReadonlyMap<string, number>): readonly string[] {
  let last = -1;
  for (let index = 0; index < names.length; index += 1) {
    const rank = ranks.get(names[index] ?? "") ?? last;
    if (rank < last) {
      const known = names.filter((each) => ranks.has(each));
      known.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
      return [...known, ...names.filter((each) => !ranks.has(each))];
    }
    last = rank;
  }
  return names;
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))
  );
}
