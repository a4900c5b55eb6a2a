import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** An element as it was read: names without prefixes, text with entities resolved and CDATA unwrapped. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI; "" for none. */
  readonly namespace: string;
  /** Attributes without a namespace, by name, in the order of the text; an object without a prototype. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in order; no two texts stand side by side. */
  readonly children: readonly XmlNode[];
  /** UTF-16 offset of the "<" in the text of the file. */
  readonly offset: number;
}

export type XmlNode = XmlElement | string;

/** What an XML file holds beside elements, their own attributes and text. */
export interface XmlLeftOut {
  readonly kind: "comment" | "processing-instruction" | "attribute";
  /** The comment's text, the instruction's target, or the qualified name of an attribute of another namespace. */
  readonly text: string;
  /** UTF-16 offset of where it begins; of the element's "<" for an attribute. */
  readonly offset: number;
}

/** A well-formed XML file. */
export interface XmlFile {
  readonly file: string;
  readonly text: string;
  readonly root: XmlElement;
  /** In the order of the text; namespace declarations are not among them. */
  readonly leftOut: readonly XmlLeftOut[];
}

export type XmlReadResult =
  | { readonly xml: XmlFile; readonly diagnostics: readonly [] }
  | { readonly xml?: undefined; readonly diagnostics: readonly Diagnostic[] };
