import { meantValue } from "../foundation/meant-value.js";
import { nearest } from "../foundation/nearest.js";
import { didYouMean } from "../foundation/words.js";
import { arrayIndex, parsePointer } from "./pointer.js";

/** Says how a document breaks a schema: the one place for these words, for descriptors and for OSCAL alike. */
export interface SchemaWords {
  /** The problem, in a sentence. */
  readonly message: string;
  /** The remedy, in a sentence or two. */
  readonly fix: string;
  /** The values that would be accepted, where they are a list. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
}

/** The property that the pointer ends in, in quotes; for an entry of a list also the list's name. */
export function placeWords(pointer: string): string {
  const segments = parsePointer(pointer);
  const last = segments.at(-1);
  if (last === undefined) return "this document";
  const index = arrayIndex(last);
  if (index === undefined) return quote(last);
  const list = segments.at(-2);
  return list === undefined ? `entry ${String(index + 1)}` : `entry ${String(index + 1)} of ${quote(list)}`;
}

/** Other places of a schema that know a property. */
export interface Elsewhere {
  /** Its name there, which may differ by a slip of the pen. */
  readonly property: string;
  /** The objects that have it, the nearest first; "" for the document as a whole. */
  readonly places: readonly string[];
}

/** @param elsewhere where else the schema knows the property */
export function unknownProperty(
  owner: string,
  property: string,
  known: readonly string[],
  elsewhere?: Elsewhere,
): SchemaWords {
  const suggestion = nearest(property, known);
  const list = known.length === 0 ? "Leave it out: nothing is allowed there." : `Known here: ${known.join(", ")}.`;
  const moved = elsewhere && placesWords(elsewhere.places);
  const fix =
    moved === undefined
      ? didYouMean(suggestion, list)
      : elsewhere?.property !== property
        ? didYouMean(suggestion, `Did you mean ${quote(elsewhere?.property ?? "")}? It belongs ${moved}.`)
        : `Move it to where it belongs, ${moved}.${suggestion === undefined ? "" : ` Or did you mean ${quote(suggestion)}?`}`;
  return {
    message: `${quote(property)} is not a property of ${owner}.`,
    fix,
    ...(suggestion === undefined ? {} : { suggestion }),
    allowed: known,
  };
}

/** The nearest places, as they follow "belongs". */
function placesWords(places: readonly string[]): string {
  const shown = places.slice(0, mostPlaces);
  const under = shown.filter((place) => place !== "").map(quote);
  const last = under.length > 1 ? `${under.slice(0, -1).join(", ")} or ${String(under.at(-1))}` : under.join("");
  const words = [
    ...(shown.includes("") ? ["at the top level"] : []),
    ...(under.length === 0 ? [] : [`under ${last}`]),
  ].join(" or ");
  return places.length > mostPlaces ? `for instance ${words}` : words;
}

/** @param blankIsMissing whether a property that holds nothing counts as missing too */
export function missingProperty(owner: string, property: string, blankIsMissing: boolean): SchemaWords {
  return {
    message: `${quote(property)} is missing${blankIsMissing ? " or blank" : ""} in ${owner}.`,
    fix: `Add ${quote(property)}.`,
  };
}

export function valueNotAllowed(place: string, value: unknown, allowed: readonly unknown[]): SchemaWords {
  const texts = allowed.map(String);
  const suggestion = meantValue(value, texts);
  const [only] = allowed;
  // YAML and JSON have a value for yes and no, and lists of words have none.
  const asText = typeof value === "boolean" && allowed.every((each) => typeof each === "string");
  return {
    message: `${show(value)} is not allowed for ${place}.`,
    fix:
      allowed.length === 1
        ? `Write ${show(only)}.`
        : `${suggestion === undefined ? "" : `Did you mean ${quote(suggestion)}? `}Allowed: ${texts.join(", ")}.${asText ? ` Each is a text, which ${show(value)} is not.` : ""}`,
    allowed: texts,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What helps to correct a value of the wrong type. */
export interface TypeHints {
  /** The value as it stands in the file, where that can differ from how it is shown. */
  readonly written?: string | undefined;
  /** The properties of the object that is expected. */
  readonly properties?: readonly string[];
  /** The one of them that can have the value. */
  readonly property?: string | undefined;
}

/** @param type the name of the type as JSON Schema has it, or several */
export function wrongType(
  place: string,
  value: unknown,
  type: string | readonly string[],
  hints: TypeHints = {},
): SchemaWords {
  const types = typeof type === "string" ? [type] : type;
  const expected = types.map((each) => typeNames[each] ?? each).join(" or ");
  return {
    message: `${capital(place)} is ${typeOf(value)}, but has to be ${expected}.`,
    fix: typeFix(types, value, hints),
  };
}

/** @param form what the text has to be, as it follows "Write" @param guess the text in that form, as it was probably meant */
export function wrongForm(place: string, value: unknown, form: string, guess?: string): SchemaWords {
  return {
    message: `${show(value)} does not have the form that ${place} has to have.`,
    fix: `${guess === undefined ? "" : `Did you mean ${quote(guess)}? `}Write ${form}.`,
    ...(guess === undefined ? {} : { suggestion: guess }),
  };
}

/** A value as a message can carry it: as JSON, and shortened. */
export function show(value: unknown): string {
  if (typeof value === "string" && value.length > longest) return shortened(JSON.stringify(value.slice(0, longest)));
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "nothing";
  return text.length > longest ? shortened(text) : text;
}

/** The value as problems carry it beside their words: texts, numbers, booleans and null. */
export function simpleValue(value: unknown): { value?: string | number | boolean | null } {
  if (value === null || typeof value === "number" || typeof value === "boolean") return { value };
  return typeof value === "string" ? { value } : {};
}

/** A name in quotes, shortened. */
export function quote(name: string): string {
  return JSON.stringify(name.length > longest ? shortened(name) : name);
}

/** Begins a sentence. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const longest = 80;

/** Places of a property that are worth naming. */
const mostPlaces = 3;

function shortened(text: string): string {
  return `${text.slice(0, longest - 3)}...`;
}

function typeOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "blank";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "boolean" ? "true or false" : typeof value === "number" ? "a number" : "text";
}

const typeNames: Readonly<Record<string, string | undefined>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "an object",
  string: "text",
};

function typeFix(types: readonly string[], value: unknown, { written, properties = [], property }: TypeHints): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    return `Put the value in quotes${written === undefined ? "" : `: ${quote(written)}`}.`;
  }
  if (types.includes("array")) {
    if (/^-\S/.test(text)) return 'Write a blank behind each "-".';
    const example = text !== "" && text.length <= longest ? `: [${JSON.stringify(text)}]` : "";
    return `Write a list, also for one entry${example}.`;
  }
  if (types.includes("object")) {
    if (/^[\w.$-]+:\S/.test(text)) return "Write a blank behind the colon of each key.";
    if (property !== undefined && text.length <= longest) {
      return `Write an object: { ${JSON.stringify(property)}: ${JSON.stringify(text)} }.${properties.length === 1 ? "" : ` Known there: ${properties.join(", ")}.`}`;
    }
    return `Write an object: properties with their values${properties.length === 0 ? "" : ` (${properties.join(", ")})`}.`;
  }
  const number = types.includes("integer") || types.includes("number") ? /^-?\d+(?:\.\d+)?$/ : undefined;
  if (number?.test(text) === true) return `Write it without quotes: ${text}.`;
  const meant = types.includes("boolean") ? meantValue(value, ["true", "false"]) : undefined;
  return `Write ${meant ?? types.map((each) => typeNames[each] ?? each).join(" or ")}.`;
}
