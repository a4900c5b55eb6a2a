import { limits } from "../../foundation/limits.js";
import {
  emptyPrototype,
  noAttributes,
  type XmlContent,
  type XmlElement,
  type XmlLeftOut,
  type XmlNode,
} from "../xml-tree.js";
import { hasTooManySeams, holdsCharactersOnly, resolved, resolvedValue, spaceEnd } from "./characters.js";
import { comment, declarationEnd, instruction, section } from "./other-markup.js";
import { nameEnd, Names, type Name } from "./plain-names.js";
import { documentScope, type Scope } from "./scope.js";
import { next, Search } from "./search.js";

/** An element while it is built. */
interface OpenElement extends XmlElement {
  children: XmlNode[];
}

/** What holds of the content of an open element. */
interface Frame {
  element: OpenElement | undefined;
  /** As it is written. */
  name: string;
  /** The namespaces that are declared in it. */
  scope: Scope;
  /** Whether all text in it is layout. */
  isLayout: boolean;
}

/**
 * The content of an XML text that is plainly well-formed. It accepts, and nothing else: whatever is rare, in doubt, too large or wrong
 * is left to the parser, which alone says what is wrong, and which gives the same content for all that is accepted here.
 * @param elementOnly names of elements in which texts are layout, where they stand in one another from the root down: a blank text
 * between two tags there is left out
 * @returns undefined where the parser has to read the text
 */
export function scanXml(text: string, elementOnly: ReadonlySet<string> = noNames): XmlContent | undefined {
  if (hasTooManySeams(text) || !holdsCharactersOnly(text)) return undefined;
  return new Scanner(text, elementOnly).content();
}

const noNames: ReadonlySet<string> = new Set();

/** Shared by all elements that hold nothing, which nearly half of them do. */
const noNodes: XmlNode[] = [];

/**
 * Nearly all of a document is read before the engine has compiled anything, so that what counts is the number of steps: a search or a
 * comparison of the engine's own is one. So names and blank texts are compared with those that stood in such a place before. And one
 * small function for each piece of the text is compiled while others run; a large loop around all is not.
 */
class Scanner {
  private readonly text: string;
  private readonly elementOnly: ReadonlySet<string>;
  private readonly names = new Names();
  private readonly leftOut: XmlLeftOut[] = [];
  private root: OpenElement | undefined;
  /** The innermost element that is open, and how many are. */
  private frame: Frame = { element: undefined, name: "", scope: documentScope, isLayout: true };
  private depth = 0;
  /** By depth, that of the document first; those of elements that are closed are used again. */
  private readonly frames: Frame[] = [this.frame];
  /** Elements, attributes and what is left out. */
  private nodes = 0;
  /** Whether the markup that was read last is a tag. */
  private isBehindTag = false;
  /** Offset up to which the text has been read, and of the next "<" from there on. */
  private at: number;
  private markup: number;
  private readonly ampersands: Search;
  private readonly carriageReturns: Search;
  private readonly sectionEnds: Search;
  private readonly lineFeeds: Search;
  private readonly tabs: Search;
  /** Offsets of the next character for which a text, or the value of an attribute, is looked at closer. */
  private textPlainTo = -1;
  private valuePlainTo = -1;
  /** The blank text that was read last, by length. */
  private readonly blanks: string[] = Array.from({ length: 256 }, () => "");

  constructor(text: string, elementOnly: ReadonlySet<string>) {
    this.text = text;
    this.elementOnly = elementOnly;
    this.at = declarationEnd(text);
    this.markup = next(text, "<", this.at);
    this.ampersands = new Search(text, "&");
    this.carriageReturns = new Search(text, "\r");
    this.sectionEnds = new Search(text, "]]>");
    this.lineFeeds = new Search(text, "\n");
    this.tabs = new Search(text, "\t");
  }

  content(): XmlContent | undefined {
    const { length } = this.text;
    while (this.markup < length) if (this.nodes > limits.xmlNodes || !this.piece()) return undefined;
    if (this.root === undefined || this.depth > 0 || !this.isBlank(this.at, length)) return undefined;
    return { root: this.root, leftOut: this.leftOut };
  }

  /** Reads text, if there is any, and the markup behind it. @returns whether it is accepted, here as in the next ones */
  private piece(): boolean {
    const { text, at, markup, frame } = this;
    const second = text.charCodeAt(markup + 1);
    const isTag = second !== 0x21 && second !== 0x3f;
    const mayBeLeftOut = frame.isLayout && this.isBehindTag && isTag;
    this.isBehindTag = isTag;
    if (markup > at) {
      if (frame.element === undefined) {
        if (!this.isBlank(at, markup)) return false;
      } else if (!(mayBeLeftOut && this.isBlank(at, markup)) && !this.characters(frame.element)) return false;
    }
    if (second === 0x2f) return this.endTag();
    return isTag ? this.startTag() : this.otherMarkup(second);
  }

  private isBlank(from: number, to: number): boolean {
    const { text, blanks } = this;
    if (from < to && text.charCodeAt(from) > 0x20) return false;
    const length = to - from;
    const known = blanks[length];
    if (known !== undefined && known !== "" && text.startsWith(known, from)) return true;
    if (spaceEnd(text, from) < to) return false;
    if (length < blanks.length) blanks[length] = text.slice(from, to);
    return true;
  }

  /** Takes in the text before the next markup. */
  private characters(element: OpenElement): boolean {
    const { at, markup } = this;
    if (this.textPlainTo < at) {
      this.textPlainTo = Math.min(this.ampersands.from(at), this.carriageReturns.from(at), this.sectionEnds.from(at));
    }
    let value: string | undefined = this.text.slice(at, markup);
    if (this.textPlainTo < markup) {
      if (this.sectionEnds.from(at) < markup) return false;
      value = resolved(value);
      if (value === undefined) return false;
    }
    append(element, value);
    return true;
  }

  private endTag(): boolean {
    const { text, frame } = this;
    const start = this.markup + 2;
    if (frame.element === undefined || !text.startsWith(frame.name, start)) return false;
    let at = start + frame.name.length;
    if (text.charCodeAt(at) !== 0x3e) at = spaceEnd(text, at);
    if (text.charCodeAt(at) !== 0x3e) return false;
    this.depth -= 1;
    this.frame = this.frames[this.depth] ?? frame;
    this.goTo(at + 1);
    return true;
  }

  private otherMarkup(second: number): boolean {
    const { text, markup, frame } = this;
    const isComment = second !== 0x3f && text.charCodeAt(markup + 2) === 0x2d;
    const other =
      second === 0x3f ? instruction(text, markup) : isComment ? comment(text, markup) : section(text, markup);
    if (other === undefined) return false;
    if (other.kind !== "text") {
      this.nodes += 1;
      this.leftOut.push({ kind: other.kind, text: other.text, offset: markup });
    } else if (frame.element === undefined) return false;
    else if (other.text !== "") append(frame.element, other.text);
    this.goTo(other.end);
    return true;
  }

  private startTag(): boolean {
    const { text, frame, names } = this;
    const tag = this.markup;
    const nameStart = tag + 1;
    let at = nameEnd(text, nameStart);
    const name = names.at(text, nameStart, at);
    if (name === undefined || (frame.element === undefined && this.root !== undefined)) return false;
    if (this.depth >= limits.xmlDepth) return false;
    this.goTo(at);
    if (this.valuePlainTo < tag) this.findPlainValues(tag);
    let attributes: Record<string, string> | undefined;
    let qualified: Name[] | undefined;
    let inner = frame.scope;
    let count = 0;
    let own = 0;
    const usual = name.attributes;
    let code = text.charCodeAt(at);
    while (code !== 0x3e && code !== 0x2f) {
      let attribute = usual[own];
      let start: number;
      if (attribute !== undefined && text.startsWith(attribute.opening, at)) {
        start = at + attribute.opening.length;
        at = text.indexOf('"', start);
      } else {
        const from = spaceEnd(text, at);
        if (from === at) return false;
        code = text.charCodeAt(from);
        if (code === 0x3e || code === 0x2f) {
          at = from;
          break;
        }
        const behindName = nameEnd(text, from);
        attribute = names.at(text, from, behindName);
        start = text.charCodeAt(behindName) === 0x3d ? behindName + 2 : valueStart(text, behindName);
        const quote = text[start - 1];
        if (attribute === undefined || (quote !== '"' && quote !== "'")) return false;
        at = text.indexOf(quote, start);
        if (attribute.isOwn) {
          if (attributes?.[attribute.local] !== undefined) return false;
          usual.length = own;
          usual.push(attribute);
        }
      }
      // There is no "<" in a value.
      if (at < 0 || at > this.markup || at - start > limits.xmlAttributeLength) return false;
      let value: string | undefined = text.slice(start, at);
      if (at > this.valuePlainTo) {
        value = resolvedValue(value);
        if (value === undefined) return false;
      }
      count += 1;
      at += 1;
      code = text.charCodeAt(at);
      if (attribute.isOwn) {
        attributes ??= Object.create(emptyPrototype) as Record<string, string>;
        attributes[attribute.local] = value;
        own += 1;
        continue;
      }
      (qualified ??= []).push(attribute);
      if (attribute.declares === undefined) {
        this.nodes += 1;
        this.leftOut.push({ kind: "attribute", text: attribute.text, offset: tag });
        continue;
      }
      const declared = inner.with(attribute.declares, value);
      if (declared === undefined) return false;
      inner = declared;
    }
    if (count > limits.xmlAttributes) return false;
    const isEmpty = code === 0x2f;
    if (isEmpty) at += 1;
    const namespace = inner.namespace(name.prefix);
    if (text.charCodeAt(at) !== 0x3e || namespace === undefined) return false;
    if (qualified !== undefined && !inner.tells(qualified)) return false;
    this.nodes += count + 1;
    this.at = at + 1;
    const element: OpenElement = {
      name: name.local,
      namespace,
      attributes: attributes ?? noAttributes,
      children: noNodes,
      offset: tag,
    };
    if (frame.element === undefined) this.root = element;
    else append(frame.element, element);
    if (!isEmpty) this.open(element, name, inner);
    return true;
  }

  private open(element: OpenElement, name: Name, scope: Scope): void {
    const isLayout = this.frame.isLayout && this.elementOnly.has(name.local);
    this.depth += 1;
    const used = this.frames[this.depth];
    if (used === undefined) {
      this.frame = { element, name: name.text, scope, isLayout };
      this.frames.push(this.frame);
      return;
    }
    used.element = element;
    used.name = name.text;
    used.scope = scope;
    used.isLayout = isLayout;
    this.frame = used;
  }

  private findPlainValues(from: number): void {
    this.valuePlainTo = Math.min(
      this.lineFeeds.from(from),
      this.ampersands.from(from),
      this.tabs.from(from),
      this.carriageReturns.from(from),
    );
  }

  private goTo(offset: number): void {
    this.at = offset;
    this.markup = next(this.text, "<", offset);
  }
}

function append(element: OpenElement, node: XmlNode): void {
  const { children } = element;
  // A list that grows from nothing takes room for many nodes at once, and most elements hold one.
  if (children.length === 0) {
    element.children = [node];
    return;
  }
  const last = typeof node === "string" ? children[children.length - 1] : undefined;
  if (typeof last === "string") children[children.length - 1] = last + (node as string);
  else children.push(node);
}

/** Offset behind the mark that begins the value of an attribute; 0 for none. @param at behind the attribute's name */
function valueStart(text: string, at: number): number {
  const equals = spaceEnd(text, at);
  return text.charCodeAt(equals) === 0x3d ? spaceEnd(text, equals + 1) + 1 : 0;
}
