import { characterClass, codePointAt, codePointBefore } from "./flanking.js";
import { type DelimiterToken, inlineTokens, type InlineToken, type TagToken } from "./inline-tokens.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import { maximumMarkupDepth, normalInline } from "./normal-inline.js";

/** An element that is open, and what it holds so far; the first frame of all is the text itself. */
interface Frame {
  readonly opener: DelimiterToken | TagToken | undefined;
  /** How many characters of the opening run are not used yet. */
  count: number;
  children: MarkupNode[];
  /** How deep elements nest in `children`. */
  height: number;
}

interface InlineContent {
  readonly children: MarkupNode[];
  readonly height: number;
}

/** So many open delimiters are looked through for the partner of a closing one: a bound on work, far above any prose. */
const maximumLookback = 128;
const ordinary = /[\\`*_"~^[\]!{<&\t\n]| {2}/;
const elementNames: ReadonlyMap<string, string> = new Map([
  ['"', "q"],
  ["~", "sub"],
  ["^", "sup"],
]);

/** The nodes of inline Markdown in normal form; blanks at the start and the end stay, one each. */
export function parseInline(source: string): MarkupNode[] {
  if (!ordinary.test(source)) return source === "" ? [] : [source];
  const tokens = inlineTokens(source);
  // Most texts hold nothing beside text but inserts, which are nodes already.
  if (tokens.every(isNode)) return normalInline(tokens, false);
  return new InlineTree(source, tokens, false).build(0, tokens.length).children;
}

function isNode(token: InlineToken): token is MarkupNode {
  return typeof token === "string" || !("kind" in token);
}

/** The tree of a range of tokens: the whole text, or the text of a link. */
class InlineTree {
  private readonly source: string;
  private readonly tokens: readonly InlineToken[];
  private readonly inLink: boolean;
  /** How deep elements may nest. */
  private readonly limit: number;
  private readonly root: Frame = { opener: undefined, count: 0, children: [], height: 0 };
  private readonly frames: Frame[] = [this.root];

  constructor(source: string, tokens: readonly InlineToken[], inLink: boolean) {
    this.source = source;
    this.tokens = tokens;
    this.inLink = inLink;
    this.limit = inLink ? maximumMarkupDepth - 1 : maximumMarkupDepth;
  }

  /** The nodes of the tokens from `from` to before `to`, and how deep they nest. */
  build(from: number, to: number): InlineContent {
    for (let index = from; index < to; index += 1) {
      const token = this.tokens[index];
      if (token === undefined) continue;
      if (typeof token === "string") this.top.children.push(token);
      else if (!("kind" in token)) this.add(token, 1);
      else if (token.kind === "link") {
        const { children, height } = new InlineTree(this.source, this.tokens, true).build(index + 1, token.close);
        this.add({ name: "a", attributes: token.attributes, children }, height + 1);
        index = token.close - 1;
      } else if (token.kind === "tag") this.takeTag(token);
      else this.takeDelimiter(token);
    }
    this.settle(1);
    return { children: normalInline(this.root.children, false), height: this.root.height };
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? this.root;
  }

  private add(element: MarkupElement, height: number): void {
    this.top.children.push(element);
    this.top.height = Math.max(this.top.height, height);
  }

  private open(opener: DelimiterToken | TagToken, count: number): void {
    this.frames.push({ opener, count, children: [], height: 0 });
  }

  /** Ends the top frame: what it holds is an element of the frame below. */
  private close(name: string): void {
    const { children, height } = this.frames.pop() ?? this.root;
    this.add({ name, attributes: {}, children: normalInline(children, name === "code") }, height + 1);
  }

  /** Gives up the frames from `from` on: their openers are text, and what they hold goes to the frame below. */
  private settle(from: number): void {
    for (const frame of this.frames.splice(from)) {
      const { opener, count } = frame;
      if (opener) this.top.children.push(opener.kind === "tag" ? opener.source : opener.character.repeat(count));
      for (const child of frame.children) this.top.children.push(child);
      this.top.height = Math.max(this.top.height, frame.height);
    }
  }

  /** Whether what the frames from `from` on hold may become one more element. */
  private mayNest(from: number): boolean {
    for (let index = from; index < this.frames.length; index += 1) {
      if ((this.frames[index]?.height ?? 0) >= this.limit) return false;
    }
    return true;
  }

  private get lowest(): number {
    return Math.max(1, this.frames.length - maximumLookback);
  }

  private takeTag(token: TagToken): void {
    if (this.inLink && token.name === "a") this.top.children.push(token.source);
    else if (!token.closing) this.open(token, 0);
    else if (!this.closeTag(token)) this.top.children.push(token.source);
  }

  private closeTag(token: TagToken): boolean {
    for (let index = this.frames.length - 1; index >= this.lowest; index -= 1) {
      const opener = this.frames[index]?.opener;
      if (opener?.kind !== "tag" || opener.name !== token.name) continue;
      if (!this.mayNest(index)) return false;
      this.settle(index + 1);
      this.close(token.name);
      return true;
    }
    return false;
  }

  private takeDelimiter(token: DelimiterToken): void {
    let count = token.count;
    while (token.canClose && count > 0) {
      const index = this.openerOf(token);
      const frame = this.frames[index];
      if (frame === undefined || !this.mayNest(index)) break;
      this.settle(index + 1);
      const used = isEmphasis(token.character) && count >= 2 && frame.count >= 2 ? 2 : 1;
      count -= used;
      frame.count -= used;
      // The rest of the opening run stays open around the element.
      if (frame.count > 0 && frame.opener) {
        const inner: Frame = { ...frame };
        frame.children = [];
        frame.height = 0;
        this.frames.push(inner);
      }
      this.close(elementNames.get(token.character) ?? (used === 2 ? "strong" : "em"));
    }
    if (count === 0) return;
    if (token.canOpen || token.weak) this.open(token, count);
    else this.top.children.push(token.character.repeat(count));
  }

  /** The frame that a closing delimiter closes, or -1. */
  private openerOf(closer: DelimiterToken): number {
    let weak = -1;
    for (let index = this.frames.length - 1; index >= this.lowest; index -= 1) {
      const opener = this.frames[index]?.opener;
      if (opener?.kind !== "delimiter" || opener.character !== closer.character) continue;
      if (opener.weak) {
        if (weak < 0 && closer.count === 1 && !closer.canOpen) weak = index;
        continue;
      }
      if (opener.end === closer.start) return -1; // nothing between them
      if (isEmphasis(closer.character)) {
        if (fitsRuleOfThree(opener, closer)) return index;
      } else return closer.character === '"' || this.mayBeScript(opener.end, closer.start) ? index : -1;
    }
    return weak;
  }

  /** Whether text may be a subscript or superscript: with blanks in it, it may not begin or end within a word ("5~10 and 20~30"). */
  private mayBeScript(start: number, end: number): boolean {
    if (!/\s/.test(this.source.slice(start, end))) return true;
    const before = characterClass(codePointBefore(this.source, start - 1));
    const after = characterClass(codePointAt(this.source, end + 1));
    return before !== "word" && after !== "word";
  }
}

/** CommonMark's rule (section 6.2, rules 9 and 10) that keeps `**a*b**` from being misread. */
function fitsRuleOfThree(opener: DelimiterToken, closer: DelimiterToken): boolean {
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.count + closer.count) % 3 !== 0 || (opener.count % 3 === 0 && closer.count % 3 === 0);
}

function isEmphasis(character: string): boolean {
  return character === "*" || character === "_";
}
