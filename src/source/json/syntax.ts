import {
  behindBlanks,
  characterProblem,
  readScalar,
  readString,
  shortened,
  strayCharacter,
  wholeFile,
  wordAt,
  type SyntaxProblem,
} from "./token.js";
import { LineMap } from "../position.js";

/** The tokens that may come next; "more" is a comma or the end of what is open. */
type Due = "document" | "first item" | "next item" | "first key" | "next key" | "colon" | "value" | "more";

/** How far a text has been read, all of it JSON. */
interface Reading {
  readonly text: string;
  /** Offset of the next token, or of the end of the text. */
  readonly offset: number;
  /** Offset behind the token before it. */
  readonly before: number;
  readonly due: Due;
  /** Offsets of the brackets that are open. */
  readonly open: readonly number[];
  /** The last key as it is written, without its quotation marks. */
  readonly key: string;
}

/**
 * The first place at which a text breaks the grammar of JSON (RFC 8259), and how; undefined if it is JSON.
 * Takes linear time and no recursion, however deep the text nests.
 * Words name a bracket by the line on which it opens, or by its column where that is the line of the error.
 * @param firstLine line of the file on which the text begins
 */
export function firstSyntaxError(text: string, firstLine = 1): SyntaxProblem | undefined {
  const open: number[] = [];
  let due: Due = "document";
  let before = 0;
  let key = "";
  for (;;) {
    const offset = behindBlanks(text, before);
    const reading: Reading = { text, offset, before, due, open, key };
    if (offset === text.length) return due === "more" && open.length === 0 ? undefined : cutOff(reading, firstLine);
    const token = text.charAt(offset);
    const bracket = open.at(-1);
    const inObject = bracket !== undefined && text.charAt(bracket) === "{";
    const keyDue: boolean = due === "first key" || due === "next key";
    const valueDue = due === "document" || due === "value" || due === "first item" || due === "next item";
    let end = offset + 1;
    if (token === '"' && (keyDue || valueDue)) {
      const string = readString(text, offset);
      if (typeof string !== "number") return string;
      if (keyDue) key = text.slice(offset + 1, string - 1);
      due = keyDue ? "colon" : "more";
      end = string;
    } else if ((token === "{" || token === "[") && valueDue) {
      open.push(offset);
      due = token === "{" ? "first key" : "first item";
    } else if (token === ":" && due === "colon") {
      due = "value";
    } else if (token === "," && due === "more" && bracket !== undefined) {
      due = inObject ? "next key" : "next item";
    } else if (
      bracket !== undefined &&
      token === (inObject ? "}" : "]") &&
      (due === "more" || due.startsWith("first"))
    ) {
      open.pop();
      due = "more";
    } else {
      const scalar = valueDue ? readScalar(text, offset) : strayCharacter(text, offset);
      if (typeof scalar !== "number") return problemAt(reading, firstLine) ?? scalar;
      due = "more";
      end = scalar;
    }
    before = end;
  }
}

function cutOff({ text, offset, before, due, open, key }: Reading, firstLine: number): SyntaxProblem {
  const innermost = open.at(-1);
  if (due === "document") {
    return { offset, words: "the text is empty", fix: "Write a document, or remove the file." };
  }
  const after =
    due === "colon"
      ? `, after the key "${shortened(key)}"`
      : due === "value"
        ? `, before the value of "${shortened(key)}"`
        : due.startsWith("next")
          ? ", after a comma"
          : "";
  const around =
    open.length > 2
      ? ` and ${String(open.length - 1)} brackets around it are`
      : open.length > 1
        ? " and the bracket around it are"
        : " is";
  // Never undefined here: what is still due stands inside a bracket.
  const still = innermost === undefined ? "" : `; ${bracketAt(text, innermost, before, firstLine)}${around} still open`;
  const closing = open
    .map((offset) => (text.charAt(offset) === "{" ? "}" : "]"))
    .reverse()
    .join("");
  const rest = closing.length <= 20 && (due === "more" || due.startsWith("first")) ? `${closing} here` : "the rest";
  // Nothing can be corrected among the blanks and line ends behind the last word.
  return { offset: before, words: `the text ends too early${after}${still}`, fix: `Write ${rest}, or ${wholeFile}.` };
}

/** The problem of a token that is not due; undefined where only its own form can tell. */
function problemAt(reading: Reading, firstLine: number): SyntaxProblem | undefined {
  const { text, offset, due } = reading;
  const keyDue = due === "first key" || due === "next key";
  const problem = characterProblem(text, offset, keyDue ? "keys stand" : "a text stands");
  if (problem) return problem;
  switch (text.charAt(offset)) {
    case "}":
    case "]":
      return closingProblem(reading, firstLine);
    case ",":
      return commaProblem(reading);
    case ":":
      return colonProblem(reading);
    default:
  }
  if (due === "more") return moreProblem(reading);
  if (due === "colon") return noColon(reading);
  if (keyDue) return noKey(reading);
  return due === "document" ? otherFormat(text, offset) : undefined;
}

function closingProblem({ text, offset, before, due, open, key }: Reading, firstLine: number): SyntaxProblem {
  const token = text.charAt(offset);
  const innermost = open.at(-1);
  if (innermost === undefined) {
    return { offset, words: `"${token}" closes nothing`, fix: "Remove it, or write the bracket that it closes." };
  }
  const dueToken = text.charAt(innermost) === "{" ? "}" : "]";
  if (token !== dueToken) {
    const outer = open.at(-2);
    const closesOuter = outer !== undefined && text.charAt(outer) === (token === "}" ? "{" : "[");
    const stillOpen = `${bracketAt(text, innermost, offset, firstLine)} is still open`;
    const fix = closesOuter ? `Write "${dueToken}" before it.` : `Write "${dueToken}" in its place.`;
    return { offset, words: `"${token}" stands where "${dueToken}" is due; ${stillOpen}`, fix };
  }
  if (due === "next item" || due === "next key") {
    return { offset: before - 1, words: `a comma stands before the closing "${token}"`, fix: "Remove the comma." };
  }
  return noValue(key, offset);
}

function noValue(key: string, offset: number): SyntaxProblem {
  return { offset, words: `the key "${shortened(key)}" has no value`, fix: "Write a colon and a value after the key." };
}

function commaProblem({ offset, due, open, key }: Reading): SyntaxProblem {
  switch (due) {
    case "first item":
    case "first key": {
      const what = due === "first item" ? "value" : "property";
      return { offset, words: `a comma stands before the first ${what}`, fix: "Remove the comma." };
    }
    case "next item":
    case "next key":
      return {
        offset,
        words: "two commas stand side by side",
        fix: "Remove one of them, or write what is missing between them.",
      };
    case "colon":
    case "value":
      return noValue(key, offset);
    default:
      return {
        offset,
        words:
          open.length === 0 && due === "more"
            ? "a comma stands after the end of the document"
            : "a comma stands before the document",
        fix: "Remove the comma; several documents stand in a list, or one a line in an .ndjson file.",
      };
  }
}

function colonProblem({ text, offset, due, open }: Reading): SyntaxProblem {
  const innermost = open.at(-1);
  if (due === "value") return { offset, words: "two colons stand side by side", fix: "Remove one of them." };
  if (innermost === undefined) {
    const words = due === "more" ? "a property stands outside of an object" : "a colon stands here without a key";
    return { offset, words, fix: "Write the properties between { and }." };
  }
  if (text.charAt(innermost) === "[") {
    return { offset, words: "a colon stands in a list, which has no keys", fix: "Write properties between { and }." };
  }
  if (due === "more") {
    return {
      offset,
      words: "a colon stands after a value",
      fix: "Write one colon a key, and a comma before the next key.",
    };
  }
  return { offset, words: "a colon stands here without a key", fix: "Write the key in double quotes before it." };
}

function moreProblem({ text, offset, before, open }: Reading): SyntaxProblem | undefined {
  const token = text.charAt(offset);
  const innermost = open.at(-1);
  const word = wordAt(text, offset);
  if (word !== undefined && adjoinsString(text, offset, before)) return quoteInside(word, offset);
  if (innermost === undefined) {
    if (token === "{" || token === "[") {
      return {
        offset,
        words: "a second document begins here; a JSON file holds one, an NDJSON file one a line",
        fix: "Put it into a file of its own, or on a line of its own in an .ndjson file.",
      };
    }
    return { offset, words: "text stands after the end of the document", fix: "Remove it." };
  }
  if (token === ";") return { offset, words: 'a ";" stands here; JSON separates with commas', fix: "Write a comma." };
  const inList = text.charAt(innermost) === "[";
  const fix = "Write a comma after the value before it.";
  if (inList && ('"{['.includes(token) || typeof readScalar(text, offset) === "number")) {
    return { offset, words: "a comma is missing between two values", fix };
  }
  if (token === "{" || token === "[") {
    const what = token === "{" ? "object" : "list";
    return { offset, words: `a comma and a key are missing before this ${what}`, fix: "Write them before it." };
  }
  const isKey = word !== undefined && text.charAt(behindBlanks(text, offset + word.length)) === ":";
  if (token === '"' || (isKey && !inList)) {
    return { offset, words: "a comma is missing between two properties", fix };
  }
  if (word === undefined) return undefined;
  return {
    offset,
    words: `${shortened(word)} stands after the end of a value`,
    fix: "Put a text in double quotes as a whole; write several values as a list.",
  };
}

function noColon({ text, offset, before, key }: Reading): SyntaxProblem {
  const word = wordAt(text, offset);
  if (word !== undefined && adjoinsString(text, offset, before)) return quoteInside(word, offset);
  return text.charAt(offset) === "="
    ? { offset, words: `a "=" stands after the key "${shortened(key)}"`, fix: "Write a colon in its place." }
    : {
        offset,
        words: `a colon is missing after the key "${shortened(key)}"`,
        fix: "Write a colon between the key and its value.",
      };
}

function noKey({ text, offset }: Reading): SyntaxProblem | undefined {
  const token = text.charAt(offset);
  if (token === "{" || token === "[") {
    const what = token === "{" ? "an object" : "a list";
    return { offset, words: `${what} stands where a key is due`, fix: "Write a key and a colon before it." };
  }
  const word = wordAt(text, offset);
  if (word === undefined) return undefined;
  // As in 1,000 and 1,5.
  if (/^[0-9],$/.test(text.slice(offset - 2, offset)) && /^[0-9]+[\s,}]/.test(text.slice(offset, offset + 20))) {
    return {
      offset: offset - 1,
      words: "a comma stands inside a number",
      fix: "Write a point in its place, or the number without it.",
    };
  }
  const fix = shortened(word) === word ? `Write "${word}".` : "Put double quotes around the key.";
  return { offset, words: "keys stand in double quotes", fix };
}

function adjoinsString(text: string, offset: number, before: number): boolean {
  return offset === before && text.charAt(offset - 1) === '"';
}

function quoteInside(word: string, offset: number): SyntaxProblem {
  return {
    offset,
    words: `${shortened(word)} stands right after the end of a string`,
    fix: 'Write \\" for a quotation mark inside a string, or close the string where it ends.',
  };
}

/** Texts of other formats, which are known by how they begin. */
function otherFormat(text: string, offset: number): SyntaxProblem | undefined {
  if (text.charAt(offset) === "<") {
    return {
      offset,
      words: 'the text begins with "<", as XML and HTML do',
      fix: "Give an XML file a name that ends in .xml; fetch the document again if this is a web page.",
    };
  }
  // A line that YAML begins a document, a list or a property with.
  if (/^(?:---|-[ \t]|[\w.-]{1,60}:(?:\s|$))/.test(text.slice(offset, offset + 62))) {
    return {
      offset,
      words: "the text looks like YAML",
      fix: "Give a YAML file a name that ends in .yaml, or write the document as JSON.",
    };
  }
  return undefined;
}

/** A bracket in words, by its column where the error stands on the same line. */
function bracketAt(text: string, offset: number, error: number, firstLine: number): string {
  const map = new LineMap(text);
  const { line, column } = map.position(offset);
  const sameLine = line === map.position(error).line;
  const place = sameLine ? `at column ${String(column)}` : `in line ${String(line + firstLine - 1)}`;
  return `the ${text.charAt(offset) === "{" ? "object" : "list"} opened ${place}`;
}
