import { nearest } from "../../foundation/nearest.js";
import { formatPointer } from "../../source/pointer.js";
import { quote } from "../../source/schema-words.js";
import type { CodecProblem } from "./codec-problem.js";
import { rootNames } from "./definition.js";

/** @see toXml: each of these words one thing that JSON holds and XML cannot. */
export function unknownRoot(names: readonly string[]): CodecProblem {
  const [first] = names;
  const guess = first === undefined ? undefined : nearest(first, rootNames);
  const what =
    first === undefined ? "The document names no model." : `${quote(first)} is not the root of an OSCAL document.`;
  const meant = guess === undefined ? "" : ` Did you mean ${quote(guess)}?`;
  return {
    code: "json-unknown-root",
    severity: "error",
    pointer: first === undefined ? "" : formatPointer([first]),
    message: `${what}${meant} Known: ${rootNames.join(", ")}.`,
    fix: guess === undefined ? "Convert an OSCAL document." : `Rename it to ${quote(guess)}.`,
    allowed: rootNames,
    ...(guess === undefined ? {} : { suggestion: guess }),
  };
}

export function besideRoot(name: string, root: string): CodecProblem {
  return {
    code: "json-unknown-property",
    severity: "error",
    pointer: formatPointer([name]),
    message: `${quote(name)} stands beside ${quote(root)}, but a document holds one model.`,
    fix: "Take it out.",
  };
}

export function unknownProperty(pointer: string, name: string, properties: ReadonlySet<string>): CodecProblem {
  const known = [...properties];
  const guess = nearest(name, known);
  const meant = guess === undefined ? "" : ` Did you mean ${quote(guess)}?`;
  const list = known.length === 0 ? " Nothing is allowed here." : ` Known: ${known.join(", ")}.`;
  return {
    code: "json-unknown-property",
    severity: "error",
    pointer,
    message: `${quote(name)} is not a property that is known here.${meant}${list}`,
    fix: guess === undefined ? "Take it out." : `Rename it to ${quote(guess)}.`,
    allowed: known,
    ...(guess === undefined ? {} : { suggestion: guess }),
  };
}

/** @param type that is asked for */
export function wrongType(pointer: string, value: unknown, type: keyof typeof typeWords): CodecProblem {
  if (value === null) {
    return {
      code: "json-null",
      severity: "error",
      pointer,
      message: "null stands for no value here, and XML cannot express it.",
      fix: `Take the property out, or write ${typeWords[type]}.`,
    };
  }
  return {
    code: "json-wrong-type",
    severity: "error",
    pointer,
    message: `This is ${wordsOf(value)}, but has to be ${typeWords[type]}.`,
    fix: `Write ${typeWords[type]}.`,
  };
}

export function noNumber(pointer: string, value: number): CodecProblem {
  return {
    code: "json-number",
    severity: "error",
    pointer,
    message: `${String(value)} is not a number that XML can hold.`,
    fix: "Write a decimal number.",
  };
}

export function bothOfChoice(pointer: string, property: string, rival: string): CodecProblem {
  return {
    code: "json-choice",
    severity: "error",
    pointer,
    message: `${quote(property)} cannot stand beside ${quote(rival)}.`,
    fix: "Keep one of the two.",
  };
}

export function emptyArray(pointer: string): CodecProblem {
  return {
    code: "json-empty-array",
    severity: "warning",
    pointer,
    message: "An array without entries has no form in XML; it is left out.",
    fix: "Take it out, or write at least one entry.",
  };
}

/** @param text that holds the character */
export function notCharacter(pointer: string, character: string, text: string): CodecProblem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const before = text.slice(0, text.indexOf(character)).trim();
  const place = before === "" ? "begins with" : `holds, after ${quote(endOf(before))},`;
  return {
    code: "json-character",
    severity: "error",
    pointer,
    message: `The text ${place} the character U+${code}, which XML cannot hold; U+FFFD stands for it.`,
    fix: "Take the character out.",
  };
}

/** Enough of the end of a text to find it by. */
function endOf(text: string): string {
  return text.length > 20 ? `...${text.slice(-20)}` : text;
}

/** @param count line ends of the document, of which the pointer names the text with the first */
export function foldedLines(pointer: string, count: number): CodecProblem {
  return {
    code: "json-line-end",
    severity: "info",
    pointer,
    message:
      count === 1
        ? "The line end within this paragraph becomes a blank, as in HTML."
        : `${String(count)} line ends within paragraphs become blanks, as in HTML; this text has the first.`,
    fix: "End a line that has to stay one with a backslash (in JSON with two), or put a blank line behind it.",
  };
}

/** The schema of an editor, which is no part of OSCAL's model. */
export function schemaLeftOut(): CodecProblem {
  return {
    code: "json-schema-left-out",
    severity: "info",
    pointer: "/$schema",
    message: '"$schema" is left out: it is for editors, and no part of the model.',
    fix: "Nothing is lost of the document; add it again where an editor needs it.",
  };
}

export function tooDeep(pointer: string): CodecProblem {
  return {
    code: "json-too-deep",
    severity: "error",
    pointer,
    message: "This is nested too deeply to be written.",
    fix: "Flatten the document.",
  };
}

const typeWords = {
  array: "an array, also for one entry",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "an object",
  string: "a text",
};

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    case "number":
      return Number.isInteger(value) ? "a number" : "a number with a fraction";
    case "object":
      return "an object";
    default:
      return "not a value of JSON";
  }
}

/** @param allowed elements that may stand there */
export function misplacedMarkup(pointer: string, name: string, allowed: ReadonlySet<string>): CodecProblem {
  return {
    code: "json-markup",
    severity: "error",
    pointer,
    message: `The text nests ${quote(name)} in formatting that cannot hold it in XML. There may stand: ${[...allowed].join(", ")}.`,
    fix: 'Take it out of the link, list or cell around it, or put "\\" before the characters that mean it.',
  };
}
