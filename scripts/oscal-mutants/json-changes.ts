// The ways in which a valid OSCAL document in JSON is broken, by class.
import type { Model } from "../oscal/model.js";
import { at, places, type Json, type JsonObject, type Place, type Property } from "./walk.js";

/** One way of breaking one document. */
export interface Change {
  /** Which changes are alike: definition and property, or a word for what is done. */
  kind: string;
  /** Where, and what is done there. */
  what: string;
  /** Of the broken document. */
  text: () => string;
}
interface ChangeClass {
  name: string;
  /** How many mutants are made, where there are places enough. */
  count: number;
  find: (source: Source) => Change[];
}
interface Source {
  /** Path below ../shared/oscal. */
  name: string;
  text: string;
  document: JsonObject;
  model: Model;
}

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** A class whose changes are made in the parsed document, property by property. */
function inProperties(
  name: string,
  count: number,
  changes: (
    place: Place,
    key: string,
    property: Property | undefined,
    document: JsonObject,
  ) => Iterable<[done: string, change: (object: JsonObject) => void, kind?: string]>,
): ChangeClass {
  return {
    name,
    count,
    find: ({ document, model }) => {
      const found: Change[] = [];
      for (const place of places(model, document)) {
        for (const key of Object.keys(place.value)) {
          const property = place.properties.get(key);
          for (const [done, change, kind = ""] of changes(place, key, property, document))
            found.push(
              changed(
                document,
                place.pointer,
                kindOf(`${place.definition} ${key}`, kind),
                `${place.pointer}/${key}: ${done}`,
                change,
              ),
            );
        }
      }
      return found;
    },
  };
}

/** A kind that begins with "=" is the same at every place; another kind is a different one at each place. */
export const kindOf = (place: string, kind: string): string => (kind.startsWith("=") ? kind : `${place} ${kind}`);

function changed(
  document: JsonObject,
  pointer: string,
  kind: string,
  what: string,
  change: (object: JsonObject) => void,
): Change {
  return {
    kind,
    what,
    text: () => {
      const copy = structuredClone(document);
      change(at(copy, pointer));
      return `${JSON.stringify(copy, undefined, 2)}\n`;
    },
  };
}

/** A class whose changes are made once in an object, whatever it holds. */
function inObjects(
  name: string,
  count: number,
  changes: (place: Place) => Iterable<[kind: string, done: string, change: (object: JsonObject) => void]>,
): ChangeClass {
  return {
    name,
    count,
    find: ({ document, model }) =>
      [...places(model, document)].flatMap((place) =>
        [...changes(place)].map(([kind, done, change]) =>
          changed(document, place.pointer, `${place.definition} ${kind}`, `${place.pointer}: ${done}`, change),
        ),
      ),
  };
}

/** A class whose changes are made in the text. */
function inText(name: string, count: number, changes: [kind: string, change: (text: string) => string][]): ChangeClass {
  return {
    name,
    count,
    find: ({ text }) =>
      changes.flatMap(([kind, change]) =>
        change(text) === text ? [] : [{ kind, what: kind, text: () => change(text) }],
      ),
  };
}

/** An entry of the array under a key. */
function entryOf(object: JsonObject, key: string, index: number): JsonObject {
  return (object[key] as JsonObject[])[index] ?? {};
}

/** Values that are not of the datatype. */
const WRONG_FORMS = {
  uuid: ["not-a-uuid", "6b2f9c3e-0d4a-1f59-9a51-2c7e8d1f0b64"],
  token: ["two words", "1st"],
  uri: ["no scheme", "example.org/ns"],
  "uri-reference": ["a b", "http://[example"],
  "email-address": ["nobody"],
} as Record<string, string[]>;

/** Datatypes whose values are not texts. */
const NOT_TEXT = /^(?:boolean|decimal|non-negative-integer|positive-integer)$/;

const WRONG_TIMES = [
  "2026-02-30T00:00:00Z",
  "2026-04-14T00:00:00",
  "14 April 2026",
  "2026-04-14T25:00:00Z",
  "2026-04-14",
];

/** Properties that name something by its uuid or id. */
const REFERENCE = /^(?:role-id|party-uuids|location-uuids|member-of-organizations|[a-z-]+-uuid)$/;

/** The properties of an alternative that can be put beside another one. */
const ALTERNATIVES: Record<string, Json> = {
  "include-all": {},
  "include-controls": [{ "with-ids": ["a"] }],
  "include-subjects": [{ "subject-uuid": NOBODY, type: "component" }],
  values: ["1"],
  select: { choice: ["1"] },
  flat: {},
  "as-is": true,
  addresses: [{ city: "Bern" }],
  groups: [{ title: "A group" }],
  controls: [{ id: "x-1", title: "A control", parts: [{ name: "statement", prose: "Do it." }] }],
};

export const jsonClasses: ChangeClass[] = [
  inProperties("required property left out", 24, function* (place, key, property) {
    if (property?.required) yield ["left out", (object) => Reflect.deleteProperty(object, key)];
  }),
  inProperties("value of another type", 16, function* (place, key, property) {
    if (property === undefined) return;
    const scalar = NOT_TEXT.test(property.datatype ?? "") ? "7" : 7;
    const other: Json = property.many ? { a: "b" } : property.kind === "assembly" ? "text" : scalar;
    yield [
      `becomes ${JSON.stringify(other)}`,
      (object) => void (object[key] = other),
      `=${property.kind} ${property.datatype ?? ""} ${String(property.many)}`,
    ];
  }),
  inProperties("value that is not on the list", 12, function* (place, key, property) {
    if (property?.values !== undefined && !property.many)
      yield ['becomes "bogus"', (object) => void (object[key] = "bogus")];
  }),
  inProperties("name that OSCAL does not know here", 8, function* ({ value, definition }, key) {
    const own = value["ns"] === undefined && key === "name";
    if (own && /:(?:property|part|assessment-part)$/.test(definition))
      yield ['becomes "bogus"', (object) => void (object[key] = "bogus")];
  }),
  inProperties("own prop without its ns", 8, function* ({ definition }, key) {
    if (key === "ns" && definition.endsWith(":property"))
      yield ["left out", (object) => Reflect.deleteProperty(object, key)];
  }),
  inProperties("reference to nothing", 24, function* ({ value }, key, property) {
    const inner = value[key];
    if (key === "href" && typeof inner === "string" && inner.startsWith("#"))
      yield ["names nothing", (object) => void (object[key] = `#${NOBODY}`)];
    if (!REFERENCE.test(key) || property === undefined) return;
    const nothing = property.datatype === "uuid" ? NOBODY : "nobody";
    yield ["names nothing", (object) => void (object[key] = property.many ? [nothing] : nothing)];
  }),
  inProperties("id or uuid given twice", 14, function* ({ value }, key) {
    const entries = value[key];
    if (!Array.isArray(entries) || entries.length < 2) return;
    for (const id of ["uuid", "id"]) {
      const [first, second] = (entries as JsonObject[]).map((entry) => entry[id]);
      if (typeof first !== "string" || typeof second !== "string") continue;
      yield [`the second takes the ${id} of the first`, (object) => void (entryOf(object, key, 1)[id] = first), id];
    }
  }),
  inProperties("uuid of something of another kind", 5, function* ({ pointer }, key, property, document) {
    const root = Object.values(document)[0] as JsonObject;
    if (key !== "uuid" || pointer.split("/").length < 4 || property === undefined) return;
    yield ["takes the uuid of the document", (object) => void (object[key] = root["uuid"] ?? "")];
  }),
  inProperties("entry that stands twice", 8, function* ({ value }, key, property) {
    const entries = value[key];
    if (!Array.isArray(entries) || property?.kind !== "assembly") return;
    yield ["the first entry stands twice", (object) => void (object[key] = [entries[0] ?? null, ...entries])];
  }),
  inProperties("date or time that does not exist", 8, function* (place, key, property) {
    if (property?.datatype !== "date-time-with-timezone") return;
    for (const time of WRONG_TIMES) yield [`becomes "${time}"`, (object) => void (object[key] = time), `=${time}`];
  }),
  inProperties("uuid, token, URI or address of a wrong form", 14, function* (place, key, property) {
    for (const form of (property?.many ? undefined : WRONG_FORMS[property?.datatype ?? ""]) ?? [])
      yield [`becomes "${form}"`, (object) => void (object[key] = form), `=${form}`];
  }),
  inProperties("text with blanks around it, or without anything", 6, function* ({ value }, key, property) {
    if (property?.many || !/^(?:string|markup-line)$/.test(property?.datatype ?? "")) return;
    yield ["becomes empty", (object) => void (object[key] = ""), `=empty ${property?.datatype ?? ""}`];
    const before = value[key];
    if (property?.datatype === "string" && typeof before === "string")
      yield ["begins with a blank", (object) => void (object[key] = ` ${before}`), "blank"];
  }),
  inObjects("unknown property", 8, function* () {
    yield ["unknown", 'gains "bogus"', (object) => void (object["bogus"] = "x")];
  }),
  inObjects("misspelt property", 6, function* ({ value }) {
    for (const key of Object.keys(value))
      yield [
        key,
        `"${key}" becomes "${key}x"`,
        (object) => {
          object[`${key}x`] = object[key] ?? null;
          Reflect.deleteProperty(object, key);
        },
      ];
  }),
  inProperties("empty array", 8, function* (place, key, property) {
    if (property?.many) yield ["becomes []", (object) => void (object[key] = [])];
  }),
  inProperties("null", 5, function* (place, key, property) {
    if (property !== undefined) yield ["becomes null", (object) => void (object[key] = null), `=${property.kind}`];
  }),
  inProperties("both sides of a choice", 8, function* (place, key, property) {
    for (const rival of property?.rivals ?? []) {
      const other = ALTERNATIVES[rival];
      if (other !== undefined) yield [`"${rival}" beside it`, (object) => void (object[rival] = other), rival];
    }
  }),
  inProperties("control without a statement", 3, function* ({ definition }, key) {
    if (key !== "parts" || !definition.endsWith(":control")) return;
    yield ["left out", (object) => Reflect.deleteProperty(object, key), "left out"];
    yield [
      "its statement becomes guidance",
      (object) => void (entryOf(object, key, 0)["name"] = "guidance"),
      "guidance",
    ];
  }),
  inProperties("hash that is too short", 2, function* ({ definition }, key) {
    if (definition.endsWith(":hash") && key === "value")
      yield ['becomes "abc"', (object) => void (object[key] = "abc")];
  }),
  inProperties("port range that ends before it begins", 2, function* ({ definition }, key) {
    if (definition.endsWith(":port-range") && key === "start")
      yield ["becomes 65000", (object) => void (object[key] = 65000)];
  }),
  inProperties("version of OSCAL that there is not", 3, function* (place, key) {
    if (key !== "oscal-version") return;
    for (const version of ["banana", "9.9.9", "v1.2.2"])
      yield [`becomes "${version}"`, (object) => void (object[key] = version), `=${version}`];
  }),
  inText("not a document of one model", 4, [
    ["the root property is misspelt", (text) => text.replace(/"([a-z-]+)": \{/, '"$1s": {')],
    ["a second root property", (text) => text.replace("{", '{ "bogus": {},')],
    ["an array around it", (text) => `[${text}]`],
    ["nothing inside", () => "{}"],
  ]),
  inText("JSON that cannot be read", 6, [
    ["a comma too many", (text) => text.replace(/\}(\s*)\}(\s*)$/, "},$1}$2")],
    ["cut off", (text) => text.slice(0, Math.floor(text.length / 2))],
    ["a property twice", (text) => text.replace(/("title": "[^"]*",)/, "$1 $1")],
    ["single quotes", (text) => text.replace(/"title"/, "'title'")],
    ["a comment", (text) => text.replace("{", "{ // first\n")],
    ["a line end in a text", (text) => text.replace(/("title": "[^"]*)"/, '$1\n"')],
  ]),
];
