import { parseMarkupLine, parseMarkupMultiline } from "../codec/markup/parse-markup.js";
import type { MarkupElement, MarkupNode } from "../codec/markup/markup-node.js";
import { trimInline } from "../codec/markup/normal-inline.js";
import { stringValue } from "../codec/datatype.js";

/**
 * One text for all that mean the same in a datatype: of Markdown what it says and not how it is spelled, of a date and time the instant,
 * of a UUID its digits and not the size of its letters, of everything else the text.
 * @param datatype as the metaschema names it; "" where the model does not know the value
 */
export function meaningOf(text: string, datatype: string): string {
  switch (datatype) {
    case "markup-line":
      return JSON.stringify(trimInline(parseMarkupLine(text)));
    case "markup-multiline":
      return JSON.stringify(settled(parseMarkupMultiline(text)));
    case "date-time-with-timezone":
      return instantOf(text) ?? text;
    case "date":
      return text.trim().replace(/[+-]00:00$/, "Z");
    case "uuid":
      return text.trim().toLowerCase();
    case "uri":
    case "uri-reference": {
      const address = text.trim();
      return uuidReference.test(address) ? address.toLowerCase() : address;
    }
    case "":
      return text;
    default:
      return stringValue(datatype, text);
  }
}

/** A fragment that names something of the document, or a name for something in the world, by its UUID. */
const uuidReference = /^(?:#|urn:uuid:)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dateTime = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/** The instant in seconds since 1970, with as many decimals as count; undefined where the text names none. */
function instantOf(text: string): string | undefined {
  const [, day = "", clock = "", fraction = "", zone = ""] = dateTime.exec(text.trim()) ?? [];
  const time = Date.parse(day + clock + zone);
  // The 30th of February would be read as the 2nd of March.
  if (Number.isNaN(time) || !new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return undefined;
  return `${String(time / 1000)}.${fraction.replace(/0+$/, "")}`;
}

const textBlocks: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "li"]);
const containers: ReadonlySet<string> = new Set(["ul", "ol", "li", "blockquote", "table", "tr"]);

/** Markup without what no reader sees: blanks at the edges of blocks, and whether the only paragraph of a list's entry is one. */
function settled(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.map((node) => (typeof node === "string" ? node : settledElement(node)));
}

function settledElement(element: MarkupElement): MarkupElement {
  const { name } = element;
  const inner = containers.has(name) ? settled(element.children) : element.children;
  const own = name === "li" ? withoutLoneParagraph(inner) : inner;
  return { ...element, children: textBlocks.has(name) ? trimInline(own) : [...own] };
}

function withoutLoneParagraph(children: readonly MarkupNode[]): readonly MarkupNode[] {
  const isParagraph = (node: MarkupNode | undefined): node is MarkupElement =>
    typeof node === "object" && node.name === "p";
  const [first, ...others] = children;
  return isParagraph(first) && !others.some(isParagraph) ? [...first.children, ...others] : children;
}
