// The ways in which a valid OSCAL document in XML is broken, by class.
import { kindOf, type Change } from "./json-changes.js";
import { elementsOf, type XmlElement } from "./xml-tree.js";

interface XmlChangeClass {
  name: string;
  count: number;
  find: (text: string) => Change[];
}

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Elements that hold markup, and those of markup. */
const MARKUP = new Set([
  ...["title", "description", "remarks", "statement", "label", "rationale", "caption", "text", "choice", "constraint"],
  ...[
    "mapping-description",
    "justification",
    "usage",
    "guideline",
    "condition-description",
    "p",
    "ul",
    "ol",
    "li",
    "pre",
  ],
  ...["table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "a", "insert", "q", "img"],
]);

/** Attributes that an element cannot do without. */
const REQUIRED =
  /^(?:uuid|id|name|value|href|role-id|state|control-id|statement-id|param-id|component-uuid|target-id|type|algorithm|subject-uuid)$/;

/** Elements that hold nothing but text and stand once at most where they stand. */
const ONCE = new Set([
  "title",
  "last-modified",
  "version",
  "oscal-version",
  "description",
  "remarks",
  "start",
  "end",
  "collected",
  "status",
]);

/** Elements that their owner cannot do without. */
const NEEDED = new Set([
  ...["metadata", "title", "last-modified", "version", "oscal-version", "import-ap", "import-ssp", "import-profile"],
  ...[
    "reviewed-controls",
    "status",
    "target",
    "system-characteristics",
    "control-implementation",
    "provenance",
    "statement",
  ],
]);

/** A class whose changes are made in the text of one element: [what is done, offset, characters taken out, text put in]. */
function inElements(
  name: string,
  count: number,
  changes: (
    element: XmlElement,
    text: string,
  ) => Iterable<[done: string, offset: number, length: number, put: string, kind?: string]>,
): XmlChangeClass {
  return {
    name,
    count,
    find: (text) =>
      elementsOf(text).flatMap((element) =>
        [...changes(element, text)].map(([done, offset, length, put, kind = ""]) => ({
          kind: kindOf(element.path, kind),
          what: `${element.path}: ${done}`,
          text: () => text.slice(0, offset) + put + text.slice(offset + length),
        })),
      ),
  };
}

/**
 * A class whose changes give an attribute another value, or take it out.
 * @param values undefined takes it out
 */
function inAttributes(
  name: string,
  count: number,
  values: (element: XmlElement, attribute: string, value: string) => Iterable<string | undefined>,
): XmlChangeClass {
  return inElements(name, count, function* (element, text) {
    const tag = text.slice(element.start, element.inside);
    for (const [attribute, value] of Object.entries(element.attributes)) {
      const place = new RegExp(`\\s${attribute}\\s*=\\s*(["'])[^"']*\\1`).exec(tag);
      if (place === null || attribute.startsWith("xmlns")) continue;
      for (const other of values(element, attribute, value)) {
        const put = other === undefined ? "" : ` ${attribute}="${other}"`;
        const done = other === undefined ? `${attribute} is left out` : `${attribute} becomes "${other}"`;
        yield [done, element.start + place.index, place[0].length, put, `${attribute} ${other ?? ""}`];
      }
    }
  });
}

/** Whether the element holds elements of OSCAL and no markup. */
const isPlain = (element: XmlElement): boolean =>
  !inMarkup(element) && element.children.some((child) => !MARKUP.has(child.name));

const inMarkup = (element: XmlElement): boolean =>
  // A finding's and a control implementation's statement is an object, a risk's is markup.
  (MARKUP.has(element.name) && element.attributes["uuid"] === undefined) ||
  (element.parent !== undefined &&
    element.parent.name !== "" &&
    MARKUP.has(element.parent.name) &&
    inMarkup(element.parent));

export const xmlClasses: XmlChangeClass[] = [
  inElements("elements in the wrong order", 16, function* (element, text) {
    if (inMarkup(element)) return;
    for (const [index, child] of element.children.entries()) {
      const next = element.children[index + 1];
      if (next === undefined || next.name === child.name) continue;
      const both =
        text.slice(next.start, next.end) + text.slice(child.end, next.start) + text.slice(child.start, child.end);
      yield [
        `<${next.name}> before <${child.name}>`,
        child.start,
        next.end - child.start,
        both,
        `${next.name} ${child.name}`,
      ];
    }
  }),
  inElements("unknown element", 8, function* (element) {
    if (isPlain(element)) yield ["gains <bogus/>", element.close, 0, "<bogus/>"];
  }),
  inElements("unknown attribute", 6, function* (element) {
    if (!inMarkup(element)) yield ['gains bogus="x"', element.start + 1 + element.name.length, 0, ' bogus="x"'];
  }),
  inElements("required element left out", 10, function* (element) {
    const optional = element.name === "title" && element.parent?.name === "assessment-platform";
    if (NEEDED.has(element.name) && element.parent !== undefined && !inMarkup(element.parent) && !optional)
      yield ["left out", element.start, element.end - element.start, ""];
  }),
  inAttributes("required attribute left out", 12, function* (element, attribute) {
    if (
      REQUIRED.test(attribute) &&
      !inMarkup(element) &&
      !["group", "part", "relevant-evidence"].includes(element.name)
    )
      yield undefined;
  }),
  inElements("element that may stand once stands twice", 7, function* (element, text) {
    if (ONCE.has(element.name) && element.parent !== undefined && !inMarkup(element.parent))
      yield ["stands twice", element.end, 0, text.slice(element.start, element.end)];
  }),
  inElements("text between elements", 5, function* (element) {
    if (isPlain(element)) yield ["gains text", element.inside, 0, "words"];
  }),
  inAttributes("value that is not on the list (XML)", 8, function* (element, attribute) {
    const listed =
      attribute === "state" ||
      attribute === "with-child-controls" ||
      attribute === "method" ||
      attribute === "transport";
    const closed = attribute === "type" && /^(?:target|actor|party|telephone-number)$/.test(element.name);
    if (listed || closed) yield "bogus";
  }),
  inAttributes("name that OSCAL does not know here (XML)", 5, function* ({ name, attributes }, attribute) {
    if ((name === "prop" || name === "part") && attribute === "name" && attributes["ns"] === undefined) yield "bogus";
  }),
  inAttributes("own prop without its ns (XML)", 4, function* ({ name }, attribute) {
    if (name === "prop" && attribute === "ns") yield undefined;
  }),
  inAttributes("reference to nothing (XML)", 14, function* (element, attribute, value) {
    if (attribute.endsWith("-uuid")) yield NOBODY;
    if (attribute === "role-id") yield "nobody";
    if (attribute === "href" && value.startsWith("#")) yield `#${NOBODY}`;
  }),
  inElements("id or uuid given twice (XML)", 7, function* (element, text) {
    for (const attribute of ["uuid", "id"]) {
      const before = element.parent?.children.find(
        (other) => other.name === element.name && other.start < element.start,
      );
      const [first, second] = [before?.attributes[attribute], element.attributes[attribute]];
      if (first === undefined || second === undefined) continue;
      const offset = text.indexOf(`${attribute}="${second}"`, element.start);
      if (offset < 0 || offset > element.inside) continue;
      yield [
        `takes the ${attribute} of another`,
        offset,
        `${attribute}="${second}"`.length,
        `${attribute}="${first}"`,
        attribute,
      ];
    }
  }),
  inElements("date or time that does not exist (XML)", 5, function* (element) {
    if (!/^(?:last-modified|published|start|end|collected|deadline)$/.test(element.name) || element.children.length > 0)
      return;
    for (const time of ["2026-02-30T00:00:00Z", "2026-04-14T00:00:00", "yesterday"])
      yield [`becomes "${time}"`, element.inside, element.close - element.inside, time, `=${time}`];
  }),
  inAttributes("uuid, token or URI of a wrong form (XML)", 7, function* (element, attribute) {
    if (attribute === "uuid") yield "not-a-uuid";
    if (attribute === "id" && !inMarkup(element)) yield "two words";
    if (attribute === "ns") yield "no scheme";
  }),
  inElements("markup where it cannot stand", 9, function* (element) {
    if (!inMarkup(element) || element.parent === undefined || inMarkup(element.parent)) return;
    if (element.name === "title") yield ["gains <p>", element.inside, 0, "<p>a</p>", "=p"];
    else if (element.children.some(({ name }) => name === "p")) {
      yield ["gains <em> outside of a block", element.close, 0, "<em>a</em>", "=em"];
      yield ["gains <div>", element.close, 0, "<div><p>a</p></div>", "=div"];
    }
  }),
  inElements("another namespace", 4, function* (element, text) {
    if (element.parent === undefined) {
      const tag = text.slice(element.start, element.inside);
      const place = /\sxmlns="[^"]*"/.exec(tag);
      if (place === null) return;
      yield ["the root is in no namespace", element.start + place.index, place[0].length, "", "=none"];
      yield [
        "the root is in another namespace",
        element.start + place.index,
        place[0].length,
        ' xmlns="https://example.org/oscal"',
        "other",
      ];
    } else if (element.name === "last-modified" || element.name === "description")
      yield [
        "is in another namespace",
        element.start + 1 + element.name.length,
        0,
        ' xmlns="https://example.org/oscal"',
        "=inner",
      ];
  }),
  inElements("XML that cannot be read", 8, function* (element, text) {
    if (element.parent === undefined) {
      yield ["cut off", Math.floor(text.length / 2), text.length, "", "=cut"];
      yield ["an attribute twice", element.start + 1 + element.name.length, 0, ' uuid="a"', "=twice"];
      yield ["text behind the end", element.end, 0, "words", "=behind"];
      yield ["a DOCTYPE with an entity", element.start, 0, `<!DOCTYPE ${element.name} [<!ENTITY a "b">]>`, "=doctype"];
    } else if (element.name === "last-modified") {
      yield ["a bare ampersand", element.inside, 0, "&", "=ampersand"];
      yield ["an unknown entity", element.inside, 0, "&nbsp;", "=entity"];
      yield ["a control character", element.inside, 0, "&#1;", "=control"];
      yield ["another end tag", element.close, element.end - element.close, "</modified>", "=end"];
    }
  }),
  inElements("control without a statement (XML)", 2, function* (element, text) {
    if (element.name !== "part" || element.attributes["name"] !== "statement" || element.parent?.name !== "control")
      return;
    yield ["left out", element.start, element.end - element.start, "", "left out"];
    const offset = text.indexOf('"statement"', element.start);
    yield ["becomes guidance", offset, '"statement"'.length, '"guidance"', "guidance"];
  }),
];
