import { noAttributes, type XmlElement, type XmlNode } from "../../source/xml-tree.js";
import { CodecProblems, maxDepth, type CodecProblem } from "./codec-problem.js";
import { isBlank, jsonType, stringValue, textValue } from "./datatype.js";
import { xmlNamespace, rootDefinition, type Definition, type Use } from "./definition.js";
import { innerText, isEmptyParagraph } from "./element-content.js";
import * as faults from "./element-problems.js";
import { writeMarkupLine, writeMarkupMultiline } from "./markup/write-markup.js";
import { lineContent, markupContents, multilineContent, type MarkupContent } from "./markup-content.js";
import type { WrittenMarkup } from "./markup/markup-problem.js";
import { PointerPath } from "./pointer-path.js";

/** A JSON tree and what could not be carried over into it. */
export interface FromXml {
  /** In canonical order: flags, then the order of the model; empty where the root element is unknown. */
  readonly value: Record<string, unknown>;
  /** In the order in which they were found; of each severity at most `limits.diagnosticsPerFile`. */
  readonly problems: readonly CodecProblem[];
}

/**
 * The JSON form of an OSCAL document in XML, by the order of the model (Metaschema: XML and JSON are two forms of one model).
 * Nothing is dropped silently: content without a place in JSON is a problem, and the rest is read all the same. Of an element
 * that stands too often the first is kept; one that stands in the wrong place is read as if it stood in the right one.
 * The schema says whether values fit their datatypes: a text that is not of its datatype stays a text.
 */
export function xmlToJson(root: XmlElement): FromXml {
  const problems = new CodecProblems();
  const definition = rootDefinition(root.name);
  if (!definition) return { value: {}, problems: [faults.unknownRoot(root)] };
  if (root.namespace !== xmlNamespace) problems.add(faults.wrongNamespace(root));
  const value = new Reader(root.namespace, problems).root(root, definition);
  return { value: { [root.name]: value }, problems: problems.list };
}

const none: ReadonlyMap<string, unknown> = new Map();

/**
 * Loops over nodes and flags count with an index: for...of makes an object a step until the engine has compiled the loop, which for a
 * catalog is a quarter of all memory that reading takes.
 */
class Reader {
  /** Namespace of the root: one that is not OSCAL's is reported once, and not again for every element. */
  readonly #namespace: string;
  readonly #problems: CodecProblems;
  readonly #path = new PointerPath();

  constructor(namespace: string, problems: CodecProblems) {
    this.#namespace = namespace;
    this.#problems = problems;
  }

  root(element: XmlElement, definition: Definition): Record<string, unknown> {
    this.#path.enter(element.name);
    const value = this.#object(element, definition);
    this.#path.leave();
    return value;
  }

  /** An assembly, or a field with flags. */
  #object(element: XmlElement, definition: Definition): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    if (this.#path.length > 2 * maxDepth) {
      this.#report(faults.tooDeep, element);
      return value;
    }
    this.#flags(element, definition, value);
    const { text } = definition;
    if (!text) return this.#model(element, definition, value);
    this.#path.enter(text.property);
    value[text.property] = this.#text(element, text.datatype);
    this.#path.leave();
    return value;
  }

  #flags(element: XmlElement, definition: Definition, value: Record<string, unknown>): void {
    const { attributes } = element;
    if (attributes === noAttributes) return;
    const { flags } = definition;
    // Flags come in canonical order; the search ends with the last attribute, as the flags that most elements have come first.
    let left = Object.keys(attributes).length;
    for (let index = 0; index < flags.length && left > 0; index += 1) {
      const flag = flags[index];
      const text = flag && attributes[flag.name];
      if (flag === undefined || text === undefined) continue;
      left -= 1;
      value[flag.name] = this.#plain(element, flag.datatype, text, flag.name);
    }
    if (left > 0) this.#unknownAttributes(element, definition.flagsByName);
  }

  /** Reports the attributes whose names are not known. */
  #unknownAttributes(element: XmlElement, names: ReadonlyMap<string, unknown>): void {
    if (element.attributes === noAttributes) return;
    for (const name of Object.keys(element.attributes)) {
      if (names.has(name)) continue;
      this.#report(faults.unknownAttribute, element, name, names);
    }
  }

  /** Adds the content of an assembly: as it comes, which is the order of the model unless something is misplaced. */
  #model(element: XmlElement, definition: Definition, value: Record<string, unknown>): Record<string, unknown> {
    const { byElement, unwrapped } = definition;
    let blocks: XmlElement[] | undefined;
    let last: Use | undefined;
    let inOrder = true;
    let misplaced: Set<Use> | undefined;
    const { children } = element;
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] ?? "";
      if (this.#isLayout(child, element)) continue;
      const use = this.#useOf(child, element, byElement);
      if (!use) continue;
      if (!last || use.index > last.index) last = use;
      else if (use.index < last.index) {
        inOrder = false;
        if (use.position < last.position && !misplaced?.has(use)) {
          (misplaced ??= new Set()).add(use);
          this.#wrongOrder(child, use, definition, value);
        }
      }
      if (use === unwrapped) {
        value[use.property] = "";
        (blocks ??= []).push(child);
      } else if (use.many && use.form !== "grouped") {
        const entries = value[use.property] as unknown[] | undefined;
        this.#path.enter(use.property);
        this.#path.enter(entries?.length ?? 0);
        const entry = this.#value(child, use);
        this.#path.leave();
        this.#path.leave();
        // An array that is made with its first entry takes less room than one which grows from nothing.
        if (entries) entries.push(entry);
        else value[use.property] = [entry];
      } else if (value[use.property] === undefined) {
        this.#path.enter(use.property);
        value[use.property] = use.many ? this.#group(child, use) : this.#value(child, use);
        this.#path.leave();
      } else {
        this.#path.enter(use.property);
        this.#report(faults.repeated, element, child);
        this.#path.leave();
      }
    }
    if (unwrapped && blocks) {
      const before = this.#problems.errors;
      this.#path.enter(unwrapped.property);
      for (const block of blocks) this.#markupElement(block, 0);
      value[unwrapped.property] = this.#multiline(element, blocks, before);
      this.#path.leave();
    }
    return inOrder ? value : ordered(value, definition);
  }

  /** Whether a node of an assembly is text: then it is blank, or reported. */
  #isLayout(node: XmlNode, owner: XmlElement): node is string {
    if (typeof node !== "string") return false;
    if (!isBlank(node)) this.#report(faults.strayText, owner, node);
    return true;
  }

  /** The use of an element in an assembly; none where it has been reported. */
  #useOf(element: XmlElement, owner: XmlElement, byElement: ReadonlyMap<string, Use>): Use | undefined {
    if (this.#isForeign(element, owner)) return undefined;
    const use = byElement.get(element.name);
    if (!use) this.#report(faults.unknownElement, owner, element, byElement);
    return use;
  }

  #wrongOrder(element: XmlElement, use: Use, { uses }: Definition, value: Readonly<Record<string, unknown>>): void {
    const later = uses.find(({ position, property }) => position > use.position && value[property] !== undefined);
    if (later) this.#report(faults.wrongOrder, element, later);
  }

  /** The entries of a group that has an element of its own around it. */
  #group(wrapper: XmlElement, use: Use): unknown[] {
    const entries: unknown[] = [];
    this.#unknownAttributes(wrapper, none);
    const byElement = new Map([[use.element, use]]);
    for (const child of wrapper.children) {
      if (this.#isLayout(child, wrapper) || !this.#useOf(child, wrapper, byElement)) continue;
      this.#path.enter(entries.length);
      entries.push(this.#value(child, use));
      this.#path.leave();
    }
    return entries;
  }

  #value(element: XmlElement, use: Use): unknown {
    const definition = use.definition();
    if (definition) return this.#object(element, definition);
    this.#unknownAttributes(element, none);
    return this.#text(element, use.datatype);
  }

  #text(element: XmlElement, datatype: string): string | number | boolean {
    const before = this.#problems.errors;
    if (datatype === "markup-line") {
      this.#markup(element, lineContent, 0);
      return this.#markdown(element, writeMarkupLine(element.children), before);
    }
    if (datatype === "markup-multiline") {
      this.#markup(element, multilineContent, 0);
      return this.#multiline(element, element.children, before);
    }
    return this.#plain(element, datatype, this.#textOnly(element));
  }

  /** @param before number of errors before the markup was looked through */
  #multiline(owner: XmlElement, blocks: readonly XmlNode[], before: number): string {
    // One empty paragraph is how XML holds an empty text: markup has a block at least.
    if (isEmptyParagraph(blocks)) return "";
    return this.#markdown(owner, writeMarkupMultiline(blocks), before);
  }

  #markdown(owner: XmlElement, { markdown, problems }: WrittenMarkup, before: number): string {
    // Elements that are not markup have been reported; problems of their Markdown would only repeat that.
    if (this.#problems.errors === before) {
      for (const problem of problems) this.#problems.add(faults.notMarkdown(this.#path.pointer(), owner, problem));
    }
    return markdown;
  }

  /** @param attribute that the text stands in; none where it is the element's own */
  #plain(element: XmlElement, datatype: string, text: string, attribute?: string): string | number | boolean {
    if (jsonType(datatype) === "string") return stringValue(datatype, text);
    const { value, inexact } = textValue(datatype, text);
    if (inexact) {
      if (attribute !== undefined) this.#path.enter(attribute);
      this.#report(faults.inexactNumber, element, attribute, text);
      if (attribute !== undefined) this.#path.leave();
    }
    return value;
  }

  /** The text of an element that holds nothing else; the text of elements that still stand in it is included. */
  #textOnly(element: XmlElement): string {
    const [first] = element.children;
    if (first === undefined) return "";
    if (typeof first === "string" && element.children.length === 1) return first;
    for (const child of element.children) {
      if (typeof child === "string" || this.#isForeign(child, element)) continue;
      this.#report(faults.elementInText, element, child);
    }
    return innerText(element);
  }

  /** Reports elements in markup that are not markup, or cannot stand there. */
  #markup(owner: XmlElement, content: MarkupContent, depth: number): void {
    const { children } = owner;
    for (let index = 0; index < children.length; index += 1) {
      const node = children[index] ?? "";
      if (typeof node === "string") {
        if (content.text || isBlank(node)) continue;
        this.#report(faults.textOutsideBlocks, owner, node, content);
      } else if (this.#isForeign(node, owner)) continue;
      else if (!content.elements.has(node.name)) {
        this.#report(faults.notMarkup, owner, node, content);
      } else this.#markupElement(node, depth);
    }
  }

  #markupElement(element: XmlElement, depth: number): void {
    const content = markupContents.get(element.name);
    if (!content) return;
    if (depth > maxDepth) {
      this.#report(faults.tooDeep, element);
      return;
    }
    this.#unknownAttributes(element, content.attributes);
    this.#markup(element, content, depth + 1);
  }

  /** Whether an element is of another namespace; it and what it holds then have no place. */
  #isForeign(element: XmlElement, owner: XmlElement): boolean {
    if (element.namespace === this.#namespace || element.namespace === xmlNamespace) return false;
    this.#report(faults.foreignElement, owner, element);
    return true;
  }

  /** Adds an error at the place where the reader is. */
  #report<Rest extends readonly unknown[]>(
    words: (pointer: string, ...rest: Rest) => CodecProblem,
    ...rest: Rest
  ): void {
    this.#problems.error(() => words(this.#path.pointer(), ...rest));
  }
}

/** The same values in canonical order. */
function ordered(value: Readonly<Record<string, unknown>>, { properties }: Definition): Record<string, unknown> {
  const inOrder: Record<string, unknown> = {};
  for (const property of properties) if (value[property] !== undefined) inOrder[property] = value[property];
  return inOrder;
}
