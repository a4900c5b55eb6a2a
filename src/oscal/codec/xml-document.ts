import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceDocument } from "../../source/document.js";
import { LineMap, type Position } from "../../source/position.js";
import { attributeOffset, readXml } from "../../source/xml.js";
import type { XmlFile, XmlLeftOut } from "../../source/xml-tree.js";
import type { CodecProblem } from "./codec-problem.js";
import { elementAt, type XmlPlace } from "./element-at.js";
import { xmlToJson } from "./from-xml.js";

/** An OSCAL document that was read from XML: the tree is that of its JSON form, the positions are those of the XML. */
export interface OscalXmlDocument extends SourceDocument {
  /** What the file holds beside the document and JSON has no place for: one diagnostic `xml-left-out` for each kind. */
  readonly leftOut: readonly Diagnostic[];
}

/** What reading yields; where there is a document, diagnostics tell what of the XML has no place in it. */
export type OscalXmlReadResult =
  | { readonly document: OscalXmlDocument; readonly diagnostics: readonly Diagnostic[] }
  | { readonly document?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads an OSCAL document in XML. Positions cost nothing until `locate` is called.
 * Elements and attributes that the model does not know, or not there, are errors; the document is given all the same,
 * so that what else is wrong can be found, unless no model begins with the root element.
 */
export function readOscalXml(text: string, file: string): OscalXmlReadResult {
  const { xml, diagnostics } = readXml(text, file);
  if (!xml) return { diagnostics };
  const { value, problems } = xmlToJson(xml.root);
  const document = new XmlDocument(xml, value);
  const found = problems.map((problem) => document.diagnostic(problem));
  return problems.some(({ code }) => code === "xml-unknown-root")
    ? { diagnostics: found }
    : { document, diagnostics: found };
}

class XmlDocument implements OscalXmlDocument {
  readonly file: string;
  readonly value: unknown;
  readonly line = 1;
  readonly #xml: XmlFile;
  readonly #map: LineMap;

  constructor(xml: XmlFile, value: unknown) {
    this.file = xml.file;
    this.value = value;
    this.#xml = xml;
    this.#map = new LineMap(xml.text);
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    return this.#position(elementAt(this.#xml.root, pointer), what);
  }

  frame(position: Position): string {
    return this.#map.frame(position);
  }

  get leftOut(): readonly Diagnostic[] {
    return kinds.flatMap(({ kind, words }) => {
      const all = this.#xml.leftOut.filter((entry) => entry.kind === kind && !isMute(entry));
      const [first] = all;
      if (first === undefined) return [];
      const position = this.#map.position(first.offset);
      return {
        code: "xml-left-out",
        severity: "info" as const,
        message: words(all.length),
        file: this.file,
        ...position,
        frame: this.frame(position),
      };
    });
  }

  diagnostic(problem: CodecProblem): Diagnostic {
    const { code, severity, message, pointer, fix, allowed, suggestion, element = this.#xml.root, attribute } = problem;
    const place = { element, ...(attribute === undefined ? {} : { attribute }) };
    const position = this.#position(place, code === "xml-unknown-attribute" ? "key" : "value");
    return {
      code,
      severity,
      message,
      file: this.file,
      ...position,
      pointer,
      fix,
      frame: this.frame(position),
      ...(allowed === undefined ? {} : { allowed }),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }

  #position({ element, attribute }: XmlPlace, what: "key" | "value"): Position {
    const { text } = this.#xml;
    if (attribute === undefined) return this.#map.position(element.offset);
    const name = attributeOffset(text, element, attribute);
    return this.#map.position(what === "key" ? name : quoteAfter(text, name));
  }
}

/** Offset of the quotation mark that begins the value of the attribute whose name begins at the offset. */
function quoteAfter(text: string, offset: number): number {
  for (let index = offset; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22 || code === 0x27) return index;
  }
  return offset;
}

/** What tells a schema validator where to look is no part of the document. */
function isMute({ kind, text }: XmlLeftOut): boolean {
  return kind === "attribute" && /^[^:]+:(?:schemaLocation|noNamespaceSchemaLocation)$/.test(text);
}

const kinds: readonly { readonly kind: XmlLeftOut["kind"]; readonly words: (count: number) => string }[] = [
  {
    kind: "comment",
    words: (count) =>
      count === 1
        ? "A comment has no place outside of XML and is left out."
        : `${String(count)} comments have no place outside of XML and are left out; this is the first.`,
  },
  {
    kind: "processing-instruction",
    words: (count) =>
      count === 1
        ? "A processing instruction has no place outside of XML and is left out."
        : `${String(count)} processing instructions have no place outside of XML and are left out; this is the first.`,
  },
  {
    kind: "attribute",
    words: (count) =>
      count === 1
        ? "An attribute of another namespace has no place in OSCAL and is left out."
        : `${String(count)} attributes of other namespaces have no place in OSCAL and are left out; the first is on this element.`,
  },
];
