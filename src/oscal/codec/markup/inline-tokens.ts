import { readCharacterReference, unescapeText } from "./character-reference.js";
import { codePointAt, codePointBefore, flanking, isAsciiPunctuation } from "./flanking.js";
import { readLinkTarget } from "./link-target.js";
import type { MarkupElement } from "./markup-node.js";
import { joinLines } from "./normal-inline.js";

/** A run of `*`, `_`, `"`, `~` or `^` that may open or close an element. */
export interface DelimiterToken {
  readonly kind: "delimiter";
  readonly character: string;
  readonly count: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** A lone `*` between blanks: it opens where there is no other opener, as in NIST's "Revision 5: * Security* (PDF)". */
  readonly weak: boolean;
  /** Where the run begins and ends in the source. */
  readonly start: number;
  readonly end: number;
}

/** A tag that stands in Markdown as it would in HTML, such as `<em>`. */
export interface TagToken {
  readonly kind: "tag";
  readonly name: string;
  readonly closing: boolean;
  readonly source: string;
}

/** A link: the tokens up to `close` are its text. */
export interface LinkToken {
  readonly kind: "link";
  readonly attributes: Readonly<Record<string, string>>;
  readonly close: number;
}

export type InlineToken = string | MarkupElement | DelimiterToken | TagToken | LinkToken;

interface Bracket {
  readonly token: number;
  readonly start: number;
  readonly image: boolean;
}

const special = /[\\`*_"~^[\]!{<&\n]/g;
/**
 * An insert, also as older content has it, with nothing but the id of a parameter such as ac-1_prm_1. A name without a digit, or without
 * hyphen and underscore, such as {{ user.name }}, is text that somebody else's templates will read.
 */
const insertion =
  /\{\{\s*(?:insert:\s*([^\s,{}]+)\s*,\s*([^\s,{}]+)|(?=[^\s{}]*\d)(?=[^\s{}]*[_-])([\p{L}_][\p{L}\p{N}._-]*))\s*\}\}/uy;
const tag = /<(?:(\/?)(em|i|strong|b|q|sub|sup|code|a)|(br) ?\/?)>/y;
const autolink = /<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)|([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}))>/y;
const backticks = /`+/g;

/** The tokens of inline Markdown, left to right; links and images, which bind stronger than emphasis, are resolved. */
export function inlineTokens(source: string): InlineToken[] {
  const tokens: InlineToken[] = [];
  const brackets: Bracket[] = [];
  // Brackets around a link are not a link themselves: links do not nest.
  let closedBelow = 0;
  let codeEnds: ReadonlyMap<number, number> | undefined;
  let position = 0;
  while (position < source.length) {
    special.lastIndex = position;
    // A test makes no object, as an exec would; its match is the one character before its lastIndex.
    const found = special.test(source) ? special.lastIndex - 1 : source.length;
    if (found > position) tokens.push(source.slice(position, found));
    if (found === source.length) break;
    position = found;
    const character = source.charAt(found);
    switch (character) {
      case "\\": {
        const next = source.charCodeAt(found + 1);
        if (next === 0x0a) {
          tokens.push(lineBreak());
          position = lineStart(source, found + 2);
        } else {
          const escapes = isAsciiPunctuation(next);
          tokens.push(escapes ? source.charAt(found + 1) : "\\");
          position += escapes ? 2 : 1;
        }
        break;
      }
      case "`": {
        codeEnds ??= codeSpanEnds(source);
        const run = runLength(source, found);
        const end = codeEnds.get(found);
        tokens.push(end === undefined ? "`".repeat(run) : codeSpan(source.slice(found + run, end)));
        position = end === undefined ? found + run : end + run;
        break;
      }
      case "[":
        brackets.push({ token: tokens.length, start: found + 1, image: false });
        tokens.push("[");
        position += 1;
        break;
      case "!":
        if (source.charAt(found + 1) === "[") {
          brackets.push({ token: tokens.length, start: found + 2, image: true });
          tokens.push("![");
          position += 2;
        } else {
          tokens.push("!");
          position += 1;
        }
        break;
      case "]": {
        const bracket = brackets.pop();
        const hopeless = bracket === undefined || (!bracket.image && brackets.length < closedBelow);
        closedBelow = Math.min(closedBelow, brackets.length);
        const target = hopeless ? undefined : readLinkTarget(source, found + 1);
        if (bracket === undefined || target === undefined) {
          tokens.push("]");
          position += 1;
          break;
        }
        const title = target.title === undefined ? {} : { title: target.title };
        if (bracket.image) {
          const alternative = unescapeText(joinLines(source.slice(bracket.start, found)));
          tokens.length = bracket.token;
          tokens.push(element("img", { alt: alternative, src: target.destination, ...title }));
        } else {
          const attributes = { href: target.destination, ...title };
          tokens[bracket.token] = { kind: "link", attributes, close: tokens.length };
          closedBelow = brackets.length;
        }
        position = target.end;
        break;
      }
      case "{": {
        insertion.lastIndex = found;
        const match = insertion.exec(source);
        if (match) {
          const [whole, type = "param", idRef = match[3] ?? ""] = match;
          tokens.push(element("insert", { type, "id-ref": idRef }));
          position += whole.length;
        } else {
          tokens.push("{");
          position += 1;
        }
        break;
      }
      case "<":
        position = pushAngle(source, found, tokens);
        if (isLink(tokens.at(-1))) closedBelow = brackets.length;
        break;
      case "&": {
        const reference = readCharacterReference(source, found);
        tokens.push(reference?.text ?? "&");
        position = reference?.end ?? found + 1;
        break;
      }
      case "\n":
        position = pushLineEnd(source, found, tokens);
        break;
      default:
        position = pushDelimiter(source, found, tokens);
    }
  }
  return tokens;
}

function isLink(token: InlineToken | undefined): boolean {
  return typeof token === "object" && "name" in token && token.name === "a" && !("kind" in token);
}

function pushAngle(source: string, position: number, tokens: InlineToken[]): number {
  tag.lastIndex = position;
  const tagMatch = tag.exec(source);
  if (tagMatch) {
    const [whole, slash, name, br] = tagMatch;
    tokens.push(br ? lineBreak() : { kind: "tag", name: tagName(name ?? ""), closing: slash === "/", source: whole });
    return tag.lastIndex;
  }
  autolink.lastIndex = position;
  const linkMatch = autolink.exec(source);
  if (!linkMatch) {
    tokens.push("<");
    return position + 1;
  }
  const [, address, mail = ""] = linkMatch;
  tokens.push({ ...element("a", { href: address ?? `mailto:${mail}` }), children: [address ?? mail] });
  return autolink.lastIndex;
}

/** The end of a line: two blanks before it make it a br, else it is a blank. */
function pushLineEnd(source: string, position: number, tokens: InlineToken[]): number {
  const last = tokens.at(-1);
  const hard = typeof last === "string" && last.endsWith("  ") && source.charAt(position - 1) === " ";
  tokens.push(hard ? lineBreak() : " ");
  return lineStart(source, position + 1);
}

function pushDelimiter(source: string, start: number, tokens: InlineToken[]): number {
  const character = source.charAt(start);
  // Each quotation mark is one of its own: `""` never was a strong quotation.
  const end = character === '"' ? start + 1 : start + runLength(source, start);
  const count = end - start;
  const before = codePointBefore(source, start);
  const after = codePointAt(source, end);
  const { canOpen, canClose } = flanking(character, before, after);
  const weak = character === "*" && count === 1 && before === " " && after === " ";
  // `~~struck out~~` has no element in OSCAL, and neither has `^^`.
  const literal = (character === "~" || character === "^") && count > 1;
  if (literal || !(canOpen || canClose || weak)) tokens.push(source.slice(start, end));
  else tokens.push({ kind: "delimiter", character, count, canOpen, canClose, weak, start, end });
  return end;
}

/** For each run of backticks that opens a code span, the position of the run that closes it. */
function codeSpanEnds(source: string): ReadonlyMap<number, number> {
  const runs = [...source.matchAll(backticks)].map((match) => ({ start: match.index, length: match[0].length }));
  const next = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const run of runs.reverse()) {
    const end = next.get(run.length);
    if (end !== undefined) ends.set(run.start, end);
    next.set(run.length, run.start);
    // An escaped backtick leaves a shorter run behind it.
    if (run.length > 1) {
      const shorter = next.get(run.length - 1);
      if (shorter !== undefined) ends.set(run.start + 1, shorter);
    }
  }
  return ends;
}

function codeSpan(content: string): MarkupElement {
  const text = content.replace(/\n/g, " ");
  const padded = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
  return { ...element("code", {}), children: [padded ? text.slice(1, -1) : text] };
}

function runLength(source: string, start: number): number {
  const code = source.charCodeAt(start);
  let end = start + 1;
  while (source.charCodeAt(end) === code) end += 1;
  return end - start;
}

function lineStart(source: string, position: number): number {
  let start = position;
  while (source.charAt(start) === " " || source.charAt(start) === "\t") start += 1;
  return start;
}

function tagName(name: string): string {
  if (name === "i") return "em";
  return name === "b" ? "strong" : name;
}

function lineBreak(): MarkupElement {
  return element("br", {});
}

function element(name: string, attributes: Readonly<Record<string, string>>): MarkupElement {
  return { name, attributes, children: [] };
}
