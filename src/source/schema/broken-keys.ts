import { nearest } from "../../foundation/nearest.js";
import { quote, type SchemaWords } from "../schema-words.js";
import { inQuotes } from "../yaml/quotes.js";

/** The property that a key was meant to be, and the words for it. */
interface GluedProperty {
  readonly property: string;
  readonly words: SchemaWords;
}

/** A key such as `stage:deployed`, which holds a property and its value; undefined where it is none. */
export function gluedProperty(owner: string, key: string, known: readonly string[]): GluedProperty | undefined {
  const [, name = "", value = ""] = /^([^:\s]+):(\S.*)$/.exec(key) ?? [];
  const property = known.includes(name) ? name : nearest(name, known);
  if (property === undefined) return undefined;
  return {
    property,
    words: {
      message: `${quote(key)} is not a property of ${owner}: a blank is missing behind the colon.`,
      fix: `Write ${quote(`${property}: ${value}`)}.`,
      allowed: known,
    },
  };
}

/** A key that is the rest of a text in brackets. @param whole the text with its commas, as it is written */
export function restOfText(owner: string, key: string, known: readonly string[], whole: string): SchemaWords {
  const isNumber = /^[-+]?\d{1,3}(?:,\d{3})+$/.test(whole);
  const what = isNumber ? "a number" : "a text without quotes";
  return {
    message: `${quote(key)} is not a property of ${owner}: in brackets, ${what} ends at a comma.`,
    fix: isNumber
      ? `Write the number without commas: ${whole.replaceAll(",", "")}.`
      : `Put the text in quotes if the comma belongs to it: ${inQuotes(whole)}`,
    allowed: known,
  };
}
