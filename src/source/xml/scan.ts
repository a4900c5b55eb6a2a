import { limits } from "../../foundation/limits.js";
import {
  emptyPrototype,
  noAttributes,
  type XmlContent,
  type XmlElement,
  type XmlLeftOut,
  type XmlNode,
} from "../xml-tree.js";
import { hasTooManySeams, holdsCharactersOnly, isSpace, resolved, resolvedValue, withLineFeeds } from "./characters.js";
import { nameEnd, Names, type Name } from "./plain-names.js";
import { documentScope, type Scope } from "./scope.js";

/** An element while it is built. */
interface OpenElement extends XmlElement {
  children: XmlNode[];
}

/**
 * The content of an XML text that is plainly well-formed. It accepts, and nothing else: whatever is rare, in doubt, too large or wrong
 * is left to the parser, which alone says what is wrong, and which gives the same content for all that is accepted here.
 * @param elementOnly names of elements in which texts are layout, where they stand in one another from the root down: a blank text
 * between two tags there is left out
 * @returns undefined where the parser has to read the text
 */
export function scanXml(text: string, elementOnly: ReadonlySet<string> = noNames): XmlContent | undefined {
  if (hasTooManySeams(text) || !text.isWellFormed() || !holdsCharactersOnly(text)) return undefined;
  return scan(text, elementOnly);
}

const noNames: ReadonlySet<string> = new Set();

/**
 * One function with variables of its own, as a variable is a step for the engine and a field of an object several. Where few characters
 * are expected they are looked at one by one: a search is a call out of the program.
 */
function scan(text: string, elementOnly: ReadonlySet<string>): XmlContent | undefined {
  const { length } = text;
  const names = new Names();
  const leftOut: XmlLeftOut[] = [];
  let root: OpenElement | undefined;
  /** The innermost open element, its name as it is written, the namespaces in it, and whether all text in it is layout. */
  let open: OpenElement | undefined;
  let openName = "";
  let scope = documentScope;
  let isLayout = true;
  /** The same of the elements around it, from the outermost in. */
  const [elements, elementNames, scopes, layouts]: [OpenElement[], string[], Scope[], boolean[]] = [[], [], [], []];
  /** Elements, attributes and what is left out. */
  let nodes = 0;
  /** Whether the markup that was read last is a tag. */
  let isBehindTag = false;
  /** Offsets of the next "&", CR and "]]>"; each is looked for again when it has been passed. */
  let ampersand = -1;
  let carriageReturn = -1;
  let sectionEnd = -1;
  let at = declarationEnd(text);
  for (;;) {
    const from = at;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt((at += 1));
    if (at === length) break;
    const isBlank = code === 0x3c;
    if (!isBlank) at = text.indexOf("<", at);
    if (at < 0 || nodes > limits.xmlNodes) return undefined;
    const tag = at;
    const second = text.charCodeAt(at + 1);
    const isTag = second !== 0x21 && second !== 0x3f;
    if (open === undefined) {
      if (!isBlank) return undefined;
    } else if (tag > from && !(isBlank && isLayout && isBehindTag && isTag)) {
      if (ampersand < from) ampersand = next(text, "&", from);
      if (carriageReturn < from) carriageReturn = next(text, "\r", from);
      if (sectionEnd < from) sectionEnd = next(text, "]]>", from);
      const raw = text.slice(from, tag);
      const value = ampersand < tag || carriageReturn < tag ? resolved(raw) : raw;
      if (value === undefined || sectionEnd < tag) return undefined;
      append(open, value);
    }
    isBehindTag = isTag;
    if (second === 0x2f) {
      at += 2 + openName.length;
      if (open === undefined || !text.startsWith(openName, tag + 2)) return undefined;
      if (text.charCodeAt(at) !== 0x3e) at = spaceEnd(text, at);
      if (text.charCodeAt(at) !== 0x3e) return undefined;
      at += 1;
      open = elements.pop();
      openName = elementNames.pop() ?? "";
      scope = scopes.pop() ?? documentScope;
      isLayout = layouts.pop() ?? true;
      continue;
    }
    if (!isTag) {
      const other =
        second === 0x3f
          ? instruction(text, tag)
          : text.charCodeAt(tag + 2) === 0x2d
            ? comment(text, tag)
            : section(text, tag);
      if (other === undefined) return undefined;
      at = other.end;
      if (other.kind !== "text") {
        nodes += 1;
        leftOut.push({ kind: other.kind, text: other.text, offset: tag });
      } else if (open === undefined) return undefined;
      else if (other.text !== "") append(open, other.text);
      continue;
    }

    if (root !== undefined && open === undefined) return undefined;
    at = nameEnd(text, tag + 1);
    const name = names.at(text, tag + 1, at);
    if (name === undefined) return undefined;
    let attributes: Record<string, string> | undefined;
    let qualified: Name[] | undefined;
    let inner = scope;
    let count = 0;
    code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      do code = text.charCodeAt((at += 1));
      while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09);
      if (code === 0x3e || code === 0x2f) break;
      const behindName = nameEnd(text, at);
      const attribute = names.at(text, at, behindName);
      const start = text.charCodeAt(behindName) === 0x3d ? behindName + 1 : valueStart(text, behindName);
      const quote = text.charCodeAt(start);
      if (attribute === undefined || (quote !== 0x22 && quote !== 0x27)) return undefined;
      let isPlain = true;
      at = start;
      for (code = text.charCodeAt((at += 1)); code !== quote; code = text.charCodeAt((at += 1))) {
        // "<", or the end of the text.
        if (code === 0x3c || at >= length) return undefined;
        if (code === 0x26 || code < 0x20) isPlain = false;
      }
      const raw = text.slice(start + 1, at);
      const value = isPlain ? raw : resolvedValue(raw);
      count += 1;
      if (value === undefined || count > limits.xmlAttributes || raw.length > limits.xmlAttributeLength)
        return undefined;
      code = text.charCodeAt((at += 1));
      if (attribute.isOwn) {
        attributes ??= Object.create(emptyPrototype) as Record<string, string>;
        if (attributes[attribute.local] !== undefined) return undefined;
        attributes[attribute.local] = value;
        continue;
      }
      (qualified ??= []).push(attribute);
      if (attribute.declares === undefined) {
        nodes += 1;
        leftOut.push({ kind: "attribute", text: attribute.text, offset: tag });
        continue;
      }
      const declared = inner.with(attribute.declares, value);
      if (declared === undefined) return undefined;
      inner = declared;
    }
    const isEmpty = code === 0x2f;
    if (isEmpty) code = text.charCodeAt((at += 1));
    const namespace = inner.namespace(name.prefix);
    if (code !== 0x3e || namespace === undefined || (qualified !== undefined && !inner.tells(qualified)))
      return undefined;
    if (scopes.length >= limits.xmlDepth) return undefined;
    at += 1;
    nodes += count + 1;
    const element: OpenElement = {
      name: name.local,
      namespace,
      attributes: attributes ?? noAttributes,
      children: [],
      offset: tag,
    };
    if (open === undefined) root = element;
    else append(open, element);
    if (isEmpty) continue;
    if (open !== undefined) elements.push(open);
    elementNames.push(openName);
    scopes.push(scope);
    layouts.push(isLayout);
    open = element;
    openName = name.text;
    scope = inner;
    isLayout = isLayout && elementOnly.has(name.local);
  }
  return root === undefined || open !== undefined ? undefined : { root, leftOut };
}

function append(element: OpenElement, node: XmlNode): void {
  const { children } = element;
  // A list that grows from nothing takes room for many nodes at once, and most elements hold one.
  if (children.length === 0) {
    element.children = [node];
    return;
  }
  const last = children[children.length - 1];
  if (typeof node === "string" && typeof last === "string") children[children.length - 1] = last + node;
  else children.push(node);
}

/** Markup other than tags: what is left out of the tree, or the text of a CDATA section. */
interface Other {
  readonly kind: XmlLeftOut["kind"] | "text";
  readonly text: string;
  /** Offset behind it. */
  readonly end: number;
}

/** The comment at an offset; undefined where the parser has to read it, here as in the next ones. */
function comment(text: string, at: number): Other | undefined {
  const end = text.indexOf("--", at + 4);
  if (!text.startsWith("<!--", at) || end < 0 || text.charCodeAt(end + 2) !== 0x3e) return undefined;
  return { kind: "comment", text: withLineFeeds(text.slice(at + 4, end)), end: end + 3 };
}

function section(text: string, at: number): Other | undefined {
  const end = text.indexOf("]]>", at + 9);
  if (end < 0 || !text.startsWith("<![CDATA[", at)) return undefined;
  return { kind: "text", text: withLineFeeds(text.slice(at + 9, end)), end: end + 3 };
}

function instruction(text: string, at: number): Other | undefined {
  const end = text.indexOf("?>", at + 2);
  const target = /^[A-Za-z_][\w.-]*(?=[ \t\r\n]|$)/.exec(text.slice(at + 2, end))?.[0];
  if (end < 0 || target === undefined || /^xml$/i.test(target)) return undefined;
  return { kind: "processing-instruction", text: target, end: end + 2 };
}

/** Offset behind a byte order mark and the XML declaration, as far as they are there and plain. */
function declarationEnd(text: string): number {
  return declaration.exec(text)?.[0].length ?? 0;
}

const declaration =
  /^\ufeff?(?:<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"(?:[Uu][Tt][Ff]-8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])"|'(?:[Uu][Tt][Ff]-8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>)?/;

function spaceEnd(text: string, start: number): number {
  let end = start;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** Offset of the quotation mark that begins the value of an attribute; below 0 for none. @param at behind the attribute's name */
function valueStart(text: string, at: number): number {
  const equals = spaceEnd(text, at);
  return text.charCodeAt(equals) === 0x3d ? spaceEnd(text, equals + 1) : -1;
}

/** @returns the length of the text where it is not found */
function next(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}
