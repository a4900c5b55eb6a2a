import type { Document, Node, YAMLError } from "yaml";
import { limits } from "../../foundation/limits.js";
import { quote } from "../schema-words.js";
import { tabAsIndentation, wrongIndentation } from "./indentation.js";
import { isEntry, keyIn, lineAt, lineBefore, lineBehind, restOfLine, type TextLine } from "./lines.js";
import { enclosed, openBracket, openQuote, textBehindTheEnd } from "./open.js";
import { inQuotes, plainText, quoted } from "./quotes.js";
import type { Found, Slip } from "./slip.js";
import { cannotBeginAText, notIndentedText, ofTemplate, wrongKey } from "./texts.js";

/**
 * Words what the parser found for those who wrote the text: where to correct it, which is often before the place that the parser could
 * not read, and how. Errors that one slip explains are told once.
 */
export function slipsOf(errors: readonly YAMLError[], document: Document, text: string): Slip[] {
  const slips: Slip[] = [];
  const told = new Set<number>();
  const end = text.trimEnd().length;
  let until = -1;
  let known: readonly Node[] | undefined;
  const nodes = (): readonly Node[] => (known ??= enclosed(document));
  // Of errors without end, the first tell enough.
  for (const { code, message, pos } of errors.slice(0, 10 * limits.diagnosticsPerFile)) {
    const [offset] = pos;
    if (slips.length >= limits.diagnosticsPerFile) break;
    const line = lineAt(text, offset);
    if (offset < until || told.has(line.start)) continue;
    const slip = slipOf({ offset, code, message, text, line, end, nodes });
    const place = lineAt(text, slip.offset).start;
    until = Math.max(until, slip.until ?? -1);
    told.add(line.start);
    if (told.has(place) && place !== line.start) continue;
    told.add(place);
    slips.push(slip);
  }
  return slips;
}

function slipOf(found: Found): Slip {
  return atLineStart(found) ?? byMessage(found) ?? byCode(found);
}

/** What can be told by the beginning of the line alone. */
function atLineStart({ text, line, offset }: Found): Slip | undefined {
  const tab = tabAsIndentation(text, line);
  if (tab !== undefined) return tab;
  if (line.start + line.indent < offset - 1) return undefined;
  const start = line.start + line.indent;
  const content = line.text.slice(line.indent);
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.exec(content);
  if (conflict !== null) {
    return {
      offset: start,
      words: "two versions of the text were merged here, and nobody chose one",
      fix: "Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.",
      until: Infinity,
    };
  }
  if (/^(?:\/\/|\/\*)/.test(content)) {
    return { offset: start, words: "this is a comment of another language", fix: 'Begin comments with "# ".' };
  }
  if (/^\{[{%]/.test(content)) return ofTemplate(start, content);
  const dash = /^-([^-\s].*)$/.exec(content);
  const before = lineBefore(text, line);
  if (dash?.[1] !== undefined && before !== undefined && (isEntry(before) || keyIn(before) !== undefined)) {
    return { offset: start, words: 'a blank is missing behind "-"', fix: `Write ${quote(`- ${dash[1]}`)}.` };
  }
  return undefined;
}

type Wording = readonly [message: RegExp, slip: (found: Found, match: RegExpExecArray) => Slip | undefined];

/** Messages of the parser that tell one kind of slip from another. */
const wordings: readonly Wording[] = [
  [/^Missing closing (["'])quote/, ({ nodes, text, offset, end }) => openQuote(nodes(), text, offset, end)],
  [
    /^Flow (?:map|sequence) in block collection|^Flow end indicator/,
    ({ nodes, text, offset, end }) => openBracket(nodes(), text, offset, end),
  ],
  [/^Plain value cannot start with/, ({ text, offset }) => cannotBeginAText(text, offset)],
  [/^(?:Anchor|Alias) cannot be an empty/, ({ text, offset }) => cannotBeginAText(text, offset)],
  [
    /^All (?:mapping|sequence) items must|^A block sequence may not be|^Sequence item without/,
    ({ text, line }) => wrongIndentation(text, line),
  ],
  [/^Unexpected block-seq-ind on same line with key/, listBesideItsKey],
  [/^Unexpected \S+ (?:at node end|token in YAML)/, atNodeEnd],
  [
    /^Missing ,/,
    ({ offset }) => ({
      offset,
      words: "a comma is missing between two entries",
      fix: "Write a comma behind the entry before this one.",
    }),
  ],
  [
    /^Unexpected (?:,|empty item) in/,
    ({ offset }) => ({
      offset,
      words: "a comma stands here without an entry before it",
      fix: "Remove the comma, or write the entry.",
    }),
  ],
  [/^(?:Not a YAML token|Block scalar header)/, textBesideItsSign],
  [/^Block scalar (?:values|lines)/, ({ text, line }) => notIndentedText(text, line)],
  [
    /^Comments must be separated/,
    ({ offset }) => ({
      offset,
      words: 'a blank is missing before "#"',
      fix: 'Write a blank before the comment. Put the whole text in quotes if "#" belongs to it.',
    }),
  ],
  [
    /^Invalid escape sequence (\S+)/,
    ({ offset }, [, escape = "\\"]) => ({
      offset,
      words: `${quoted(escape)} is not an escape that a text in double quotes can have`,
      fix: "Write \\\\ for a backslash, or put the text in single quotes.",
    }),
  ],
  [
    /^Missing directives-end/,
    ({ offset }) => ({
      offset,
      words: 'the line "---" is missing between the directive and the document',
      fix: 'Write "---" on a line of its own before this one, or remove the directive.',
    }),
  ],
  [
    /^Unsupported YAML version (\S+)/,
    ({ offset }, [, version = ""]) => ({
      offset,
      words: `the file declares YAML ${version}`,
      fix: 'Remove the declaration, or write "%YAML 1.2".',
    }),
  ],
  [
    /^The : indicator must be at most/,
    ({ offset }) => ({
      offset,
      words: "a key is longer than 1024 characters",
      fix: "Put a line end or quotes where the key ends too late; no key is that long.",
    }),
  ],
];

function byMessage(found: Found): Slip | undefined {
  for (const [pattern, slip] of wordings) {
    const match = pattern.exec(found.message);
    if (match !== null) return slip(found, match);
  }
  return undefined;
}

function byCode(found: Found): Slip {
  const { code, message, text, offset, end } = found;
  switch (code) {
    case "TAG_RESOLVE_FAILED":
      return { offset, words: plainText(text, offset).split(/[ \t]/)[0] ?? "", fix: "", code: "unknown-tag" };
    case "NON_STRING_KEY":
      if (text.charAt(offset) === "{" && text.charAt(offset - 1) === "{") {
        return ofTemplate(offset - 1, restOfLine(text, offset - 1));
      }
      return { offset, words: "", fix: "", code: "key-not-text" };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
    case "MISSING_CHAR":
      return wrongKey(found) ?? asParsed(message, offset, end);
    default:
      return asParsed(message, offset, end);
  }
}

/** The parser's own words. */
function asParsed(message: string, offset: number, end: number): Slip {
  const words = `${message.slice(0, 1).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
  return offset >= end
    ? {
        offset,
        words: `${words}; the text ends too early`,
        fix: "Close what is still open, or get the whole file again if it is cut off.",
      }
    : { offset, words, fix: "Correct the syntax at this place; in doubt, put the value in quotes." };
}

function listBesideItsKey({ text, line, offset }: Found): Slip {
  if (offset === line.start + line.indent) return wrongIndentation(text, line);
  return {
    offset,
    words: "a list begins on the line of its key",
    fix: `Begin it on the next line, each entry behind "- ". Put the text in quotes if "-" belongs to it: ${inQuotes(plainText(text, offset))}`,
    until: endOfList(text, line),
  };
}

/** Entries that follow on lines of their own are explained, too. */
function endOfList(text: string, line: TextLine): number {
  let last = line;
  for (let next = lineBehind(text, line); next !== undefined && isEntry(next); next = lineBehind(text, next))
    last = next;
  return last.start + last.text.length;
}

function atNodeEnd(found: Found): Slip | undefined {
  const { nodes, text, offset, line } = found;
  const sign = text.charAt(offset);
  const first = offset === line.start + line.indent;
  if (sign === "]" || sign === "}") {
    return {
      offset,
      words: `${quote(sign)} closes nothing`,
      fix: "Remove it, or write the bracket that it closes.",
      until: Infinity,
    };
  }
  const behind = first ? undefined : textBehindTheEnd(nodes(), text, offset);
  if (behind !== undefined) return behind;
  if (first && (keyIn(line) !== undefined || isEntry(line)))
    return { ...wrongIndentation(text, line), until: Infinity };
  return {
    offset,
    words: `${quoted(plainText(text, offset))} stands behind the end of the document`,
    fix: 'Write it as "key: value" beside the other keys, or begin a further document with a line "---".',
    until: Infinity,
  };
}

function textBesideItsSign({ text, line, offset }: Found): Slip | undefined {
  const sign = /^(.*?(?:^|[ \t]))([|>])/.exec(line.text.slice(0, offset - line.start + 1));
  if (sign === null) return undefined;
  const [, before = "", mark = ""] = sign;
  return {
    offset: line.start + before.length,
    words: `a text stands on one line with "${mark}", which begins a text of several lines`,
    fix: `Begin the text on the next line, indented. Put it in quotes if ${quote(mark)} belongs to it: ${inQuotes(plainText(text, line.start + before.length))}`,
  };
}
