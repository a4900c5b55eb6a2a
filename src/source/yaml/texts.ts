import { quote } from "../schema-words.js";
import { deeperThanItsSibling, wrongIndentation } from "./indentation.js";
import { columnBehindDashes, isEntry, keyIn, lineBefore, restOfLine, type TextLine } from "./lines.js";
import { inQuotes, plainText, quoted } from "./quotes.js";
import type { Found, Slip } from "./slip.js";

/** Where a key with its value is expected, and something else stands. */
export function wrongKey({ text, line, offset, code }: Found): Slip | undefined {
  const content = restOfLine(text, offset);
  if (isEntry(line) && offset === line.start + line.indent) return wrongIndentation(text, line);
  if (offset > line.start + columnBehindDashes(line)) {
    if (code === "BLOCK_IN_FLOW") {
      return {
        offset,
        words: `": " stands a second time in ${quoted(content.split(/[,}\]]/)[0] ?? "")}`,
        fix: "Write a comma between two entries, or put the text in quotes if the colon belongs to it.",
      };
    }
    const plain = plainText(text, offset);
    if (/^[“”„‟«‘’‚].*["“”„»'‘’]$/.test(plain)) {
      return {
        offset,
        words: `${plain.slice(0, 1)} is not a quote for YAML, so the text goes on as if without quotes`,
        fix: `Write straight quotes: ${inQuotes(plain.slice(1, -1))}`,
      };
    }
    if (/:(?:[ \t]|$)/.test(plain)) {
      const sign = plain.includes(": ") ? '": " stands in' : '":" stands at the end of';
      return {
        offset,
        words: `${sign} the text ${quoted(plain)} and would begin a key there`,
        fix: `Put the text in quotes: ${inQuotes(plain)}`,
      };
    }
    return deeperThanItsSibling(text, line);
  }
  const equals = /^([\w.$-]+)[ \t]*=[ \t]*(.*)$/.exec(content);
  if (equals !== null) {
    const [, key = "", value = ""] = equals;
    return {
      offset,
      words: `"=" stands behind ${quote(key)} in place of a colon`,
      fix: `Write ${quoted(`${key}: ${value}`)}.`,
    };
  }
  const pair =
    /^([\w.$-]+):(?!\/\/)(\S.*)$/u.exec(content) ?? /^([\w.$-]+):([\u00a0\u2000-\u200a\u202f\u3000].*)$/.exec(content);
  if (pair !== null) {
    const [, key = "", value = ""] = pair;
    return {
      offset,
      words: `a blank is missing behind the colon of ${quote(key)}`,
      fix: `Write ${quoted(`${key}: ${value.trim()}`)}.`,
    };
  }
  const before = lineBefore(text, line);
  if (before !== undefined && /:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(before.text))
    return notIndentedText(text, line);
  const plain = plainText(text, offset);
  const [first = "", ...others] = plain.split(/[ \t]+/);
  return {
    offset,
    words: `${quoted(plain)} is not a key with a value: it has no colon`,
    fix:
      others.length > 0
        ? `Write ${quoted(`${first}: ${others.join(" ")}`)} if ${quote(first)} is the key; indent the line if it goes on with the text above it.`
        : `Write ${quote(`${first}:`)} with a value behind it, or ${quote(`- ${first}`)} for an entry of a list.`,
  };
}

/** A text, or a key, whose first character means something else. */
export function cannotBeginAText(text: string, offset: number): Slip {
  const plain = plainText(text, offset);
  if (/^\{?%/.test(plain) && text.charAt(offset - 1) === "{")
    return ofTemplate(offset - 1, restOfLine(text, offset - 1));
  const key = plain.search(/:(?:[ \t]|$)/);
  if (key > 0) {
    return {
      offset,
      words: `a key without quotes cannot begin with ${quote(plain.slice(0, 1))}`,
      fix: `Put it in quotes: ${inQuotes(plain.slice(0, key))}`,
    };
  }
  return {
    offset,
    words: `a text without quotes cannot begin with ${quote(plain.slice(0, 1))}`,
    fix: `Put it in quotes: ${inQuotes(plain)}`,
  };
}

/** A mark such as {{ name }}, with which the text at the offset begins. */
export function ofTemplate(offset: number, rest: string): Slip {
  const mark = /^\{\{.*?\}\}|^\{%.*?%\}/.exec(rest)?.[0] ?? rest.slice(0, 2);
  return {
    offset,
    words: `${quoted(mark)} is a mark that a template fills in`,
    fix: `Fill in the template first, or put the whole text in quotes if it is meant so.`,
  };
}

/** The first line of a text of several lines that is not indented. */
export function notIndentedText(text: string, line: TextLine): Slip {
  const before = lineBefore(text, line);
  const key = before && keyIn(before);
  return {
    offset: line.start + line.indent,
    words: `the text${key === undefined ? "" : ` of ${quote(key.name)}`} is not indented`,
    fix: `Indent its lines by ${String((key?.column ?? 0) + 2)} blanks.`,
    until: line.start + line.text.length,
  };
}
