/** The content that an element of markup may hold: elements by name, text, and attributes by name. */
export interface MarkupContent {
  readonly elements: ReadonlySet<string>;
  readonly text: boolean;
  readonly attributes: ReadonlyMap<string, true>;
}

const phrases = ["code", "em", "i", "b", "strong", "sub", "sup", "q", "img"];
const inlines = ["a", "insert", "br", ...phrases];
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const blocks = [...headings, "ul", "ol", "pre", "hr", "blockquote", "p", "table", "img"];

function content(elements: readonly string[], text: boolean, attributes: readonly string[] = []): MarkupContent {
  return { elements: new Set(elements), text, attributes: new Map(attributes.map((name) => [name, true])) };
}

/** Content of markup-line (metaschema datatypes, XSD). */
export const lineContent: MarkupContent = content(inlines, true);
/** Content of markup-multiline. */
export const multilineContent: MarkupContent = content(blocks, false);

const inline = lineContent;
const nothing = content([], false);

/** Content of the elements of markup (metaschema datatypes, XSD). */
export const markupContents: ReadonlyMap<string, MarkupContent> = new Map([
  ...["p", "pre", ...headings, ...phrases].map((name) => [name, inline] as const),
  ["code", content(inlines, true, ["class"])],
  ["a", content([...phrases], true, ["href", "title"])],
  ["insert", content([], false, ["type", "id-ref"])],
  ["img", content([], false, ["alt", "src", "title"])],
  ["br", nothing],
  ["hr", nothing],
  ["ul", content(["li"], false)],
  ["ol", content(["li"], false, ["start"])],
  ["li", content([...inlines, "ul", "ol", "pre", "hr", "blockquote", ...headings, "p"], true)],
  ["table", content(["tr"], false)],
  ["tr", content(["td", "th"], false)],
  ["td", content(inlines, true, ["align"])],
  ["th", content(inlines, true, ["align"])],
  ["blockquote", content(blocks, false)],
]);
