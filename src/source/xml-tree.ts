import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";

/**
 * The prototype of the attributes of an element: empty. An object without a prototype would be as safe, but the JavaScript engine
 * keeps it as a hash table, which takes several times the memory and the time of other objects.
 */
export const emptyPrototype: object = Object.freeze(Object.create(null) as object);

/** Shared by all elements that have none. */
export const noAttributes: Readonly<Record<string, string>> = Object.freeze(
  Object.create(emptyPrototype) as Record<string, string>,
);

/** An element as it was read: names without prefixes, text with entities resolved and CDATA unwrapped. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI; "" for none. */
  readonly namespace: string;
  /** Attributes without a namespace, by name, in the order of the text; an object that inherits nothing. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in order; no two texts stand side by side. */
  readonly children: readonly XmlNode[];
  /** UTF-16 offset of the "<" in the text of the file. */
  readonly offset: number;
}

export type XmlNode = XmlElement | string;

/** A part of an XML file other than elements, their own attributes and text. */
export interface XmlLeftOut {
  readonly kind: "comment" | "processing-instruction" | "attribute";
  /** The comment's text, the instruction's target, or the qualified name of an attribute of another namespace. */
  readonly text: string;
  /** UTF-16 offset of where it begins; of the element's "<" for an attribute. */
  readonly offset: number;
}

/** The content of a well-formed XML text. */
export interface XmlContent {
  readonly root: XmlElement;
  /** In the order of the text; namespace declarations are not among them. */
  readonly leftOut: readonly XmlLeftOut[];
}

/** A well-formed XML file. */
export interface XmlFile extends XmlContent {
  readonly file: SourceFile;
  readonly text: string;
}

export type XmlReadResult =
  | { readonly xml: XmlFile; readonly diagnostics: readonly [] }
  | { readonly xml?: undefined; readonly diagnostics: readonly Diagnostic[] };
