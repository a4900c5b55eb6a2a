import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem as syntaxProblem, type SyntaxTold, type WrongReference } from "../../diagnostics/codes/syntax.js";
import { printable } from "../../foundation/printable.js";
import type { TextProblem } from "../place.js";
import { LineMap } from "../position.js";
import { attributesOfTag, nameAt } from "./names.js";
import { unknownWording, wordings } from "./wording.js";

/** How far a text had been read when the parser found an error. */
interface ReadingState {
  readonly text: string;
  /** Offset up to which the text has been read for good; the piece that is being read begins here. */
  readonly reported: number;
  /** Offset behind the last character that the parser has read. */
  readonly position: number;
  /** The element that an end tag closed last. */
  readonly closed: { readonly offset: number } | undefined;
  /** The innermost element that is open. */
  readonly top: { readonly offset: number } | undefined;
}

/** The problem as a clause, and the remedy in sentences. */
type Wording = SyntaxTold["xml-syntax"];

/** The text breaks the grammar of XML at an offset. */
export function notXml(wording: Wording, offset: number): TextProblem {
  return { offset, diagnostic: (place) => syntaxProblem("xml-syntax", place, wording) };
}

/** The XML declaration at the start of a text, with a byte order mark before it; "" where there is none. */
export function declarationOf(text: string): string {
  return /^\ufeff?<\?xml[ \t\r\n][^?<]*\?>/.exec(text)?.[0] ?? "";
}

/** A version or encoding in a declaration that aims does not read; the parser takes any. */
export function undeclarable(declaration: string): TextProblem | undefined {
  const version = /[ \t\r\n]version[ \t\r\n]*=[ \t\r\n]*["'](1\.\d+)["']/.exec(declaration);
  if (version?.[1] !== undefined && version[1] !== "1.0") {
    const told = { version: short(version[1]) };
    const offset = version.index + version[0].length - 1 - version[1].length;
    return { offset, diagnostic: (place) => syntaxProblem("xml-version", place, told) };
  }
  const encoding = /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]*)["']/.exec(declaration);
  // The bytes have been decoded as UTF-8, of which ASCII is a part.
  if (encoding?.[1] === undefined || /^(?:utf-8|us-ascii)$/i.test(encoding[1])) return undefined;
  const told = { declared: short(encoding[1]) };
  const offset = encoding.index + encoding[0].length - 1 - encoding[1].length;
  return { offset, diagnostic: (place) => fileProblem("wrong-encoding", place, told) };
}

/**
 * The problem behind a message of the parser, in words of our own and at the place to correct.
 * @param message as the parser writes it
 */
export function problemOf(message: string, state: ReadingState): TextProblem {
  return referenceIn(message, state) ?? endOfText(message, state) ?? syntax(message, state);
}

/** Whether a start tag is being read. */
function inStartTag({ text, reported }: ReadingState): boolean {
  return text[reported] === "<" && !/^[!?/]/.test(text[reported + 1] ?? "");
}

/** The reference that an error is about: the parser names none, and reads on to the next ";" or to the end to find it. */
function referenceIn(message: string, state: ReadingState): TextProblem | undefined {
  const { text, reported, position } = state;
  if (!message.includes("entity") && !atEnd(message)) return undefined;
  if (text[reported] === "<" && !inStartTag(state)) return undefined;
  for (const match of text.slice(reported, position).matchAll(/&([^&;<\s]*)(;?)/g)) {
    const wrong = wrongReference(match[1] ?? "", match[2] === ";");
    if (wrong) {
      const offset = reported + match.index;
      return { offset, diagnostic: (place) => syntaxProblem("xml-entity", place, wrong) };
    }
  }
  return undefined;
}

/** @param ends whether a ";" stands behind the name */
function wrongReference(name: string, ends: boolean): WrongReference | undefined {
  const numeric = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name);
  if (!ends || (!numeric && !/^[^\d#\-.][^#]*$/.test(name))) return { how: "none" };
  if (numeric) {
    const code = numeric[1] === undefined ? Number.parseInt(numeric[2] ?? "", 10) : Number.parseInt(numeric[1], 16);
    return isCharacter(code) ? undefined : { how: "character", name: short(name) };
  }
  return /^(?:amp|lt|gt|quot|apos)$/.test(name) ? undefined : { how: "entity", name: short(name) };
}

/** The characters of XML 1.0, section 2.2. */
function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

function atEnd(message: string): boolean {
  return /^(?:unclosed tag|unexpected end|document must contain a root)/.test(message);
}

/** The problem of a text that ends while something is open: comments and tags are shown at their start, elements at the missing end tag. */
function endOfText(message: string, { text, reported, top }: ReadingState): TextProblem | undefined {
  const offset = text.indexOf("<", reported);
  if (!atEnd(message) || (offset < 0 && top === undefined)) return undefined;
  const fix = "Close what is still open, or get the whole file again if it is cut off.";
  if (offset >= 0 || top === undefined) {
    return notXml({ words: `${constructAt(text, offset)} is not closed; the text ends too early`, fix }, offset);
  }
  const { line } = new LineMap(text).position(top.offset);
  const element = `the element <${short(nameAt(text, top.offset + 1))}> of line ${String(line)}`;
  return notXml({ words: `${element} is not closed; the text ends too early`, fix }, text.trimEnd().length);
}

function constructAt(text: string, offset: number): string {
  if (text.startsWith("<!--", offset)) return "this comment";
  if (text.startsWith("<![CDATA[", offset)) return "this CDATA section";
  if (text.startsWith("<?", offset)) return "this processing instruction";
  return "this tag";
}

function syntax(message: string, state: ReadingState): TextProblem {
  const { text, reported, position, closed } = state;
  const known = wordings.find(([start]) => message.startsWith(start));
  const [, words, fix, where] = known ?? unknownWording;
  const wording = { words, fix };
  const name = short(message.slice(known?.[0].length ?? 0).replaceAll(/^"|"?\.$/g, ""));
  switch (where) {
    case "text":
      return notXml(wording, firstWord(text, reported));
    case "end":
      return notXml(wording, text.trimEnd().length);
    case "markup":
      return notXml(wording, Math.max(0, text.indexOf("<", reported)));
    case "end tag": {
      const offset = Math.max(0, text.lastIndexOf("</", position - 3));
      const wrong = `</${short(nameAt(text, offset + 2))}>`;
      const expected = closed && message.startsWith("unexpected") ? endTagOf(text, closed.offset) : "no end tag";
      return notXml({ words: `${wrong} stands where ${expected} is expected`, fix }, offset);
    }
    case "attribute": {
      const attributes = attributesOfTag(text, reported);
      return notXml(wording, attributes.findLast((each) => each.offset < position)?.offset ?? position - 1);
    }
    case "duplicate": {
      const local = name.slice(name.lastIndexOf("}") + 1);
      const same = attributesOfTag(text, reported).filter(
        (each) => each.name === name || (name.startsWith("{") && each.name.endsWith(`:${local}`)),
      );
      return {
        offset: same[1]?.offset ?? position - 1,
        diagnostic: (place) => syntaxProblem("duplicate-attribute", place, { name: local }),
      };
    }
    case "prefix": {
      const inName = nameAt(text, reported + 1).startsWith(`${name}:`);
      const attribute = attributesOfTag(text, reported).find((each) => each.name.startsWith(`${name}:`));
      return {
        offset: inName ? reported + 1 : (attribute?.offset ?? reported),
        diagnostic: (place) => syntaxProblem("undeclared-prefix", place, { prefix: name }),
      };
    }
    case "character":
      return notXml(disallowed(text, position - 1), position - 1);
    case "before":
      return notXml(wording, lastRead(text, position));
  }
}

/** Offset of the character that ends at a position. */
function lastRead(text: string, position: number): number {
  const pair = /[\udc00-\udfff]/.test(text[position - 1] ?? "") || text.slice(position - 2, position) === "\r\n";
  return Math.max(0, position - (pair ? 2 : 1));
}

function firstWord(text: string, from: number): number {
  const pattern = /[^ \t\r\n\ufeff]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? from;
}

function endTagOf(text: string, offset: number): string {
  const { line } = new LineMap(text).position(offset);
  return `</${short(nameAt(text, offset + 1))}> (for the element of line ${String(line)})`;
}

function disallowed(text: string, offset: number): Wording {
  const code = text.charCodeAt(offset);
  if (code === 0x3c) {
    return {
      words: 'a "<" stands in the value of an attribute',
      fix: "Write &lt; for it, or close the value before it with a quotation mark.",
    };
  }
  return {
    words: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")} is not allowed`,
    fix: "Remove the character.",
  };
}

/** A name as it may stand in a message. */
function short(name: string): string {
  return printable(name.length > 80 ? `${name.slice(0, 77)}...` : name);
}
