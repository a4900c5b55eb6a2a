import { problem } from "../../diagnostics/codes/conversion.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { ReadResult, SourceDocument } from "../../source/document.js";
import { LineMap, type Position } from "../../source/position.js";
import { attributeOffset, readXml } from "../../source/xml.js";
import type { XmlFile, XmlLeftOut, XmlReadResult } from "../../source/xml-tree.js";
import type { CodecProblem } from "./codec-problem.js";
import { codecDiagnosticAt } from "../codec-diagnostic.js";
import { elementAt, type XmlPlace } from "./element-at.js";
import { elementOnlyNames } from "./element-only.js";
import { xmlToJson } from "./from-xml.js";

/** What became of the text of an OSCAL document in XML. */
export type OscalXml = ReadResult & {
  /** What JSON has no place for although nothing is wrong with it. */
  readonly losses: readonly Diagnostic[];
};

/**
 * Reads an OSCAL document in XML. Positions cost nothing until `locate` is called.
 * Elements and attributes that the model does not know, or not there, are errors; the document is given all the same,
 * so that what else is wrong can be found, unless no model begins with the root element.
 */
export async function readOscalXml(text: string, file: string): Promise<OscalXml> {
  return oscalXml(await readXml(text, file, elementOnlyNames()));
}

/** The OSCAL document in a text that has been read as XML. */
export function oscalXml({ xml, diagnostics: faults }: XmlReadResult): OscalXml {
  if (!xml) return { diagnostics: faults, losses: [] };
  const { value, problems } = xmlToJson(xml.root);
  const document = new XmlDocument(xml, value);
  const diagnostics = problems.map((problem) => document.diagnostic(problem));
  if (problems.some(({ code }) => code === "xml-unknown-root")) return { diagnostics, losses: [] };
  return { document, diagnostics, losses: document.losses() };
}

class XmlDocument implements SourceDocument {
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

  /** Content of the file beside the document that JSON has no place for: one for each kind. */
  losses(): readonly Diagnostic[] {
    return kinds.flatMap((kind) => {
      const all = this.#xml.leftOut.filter((entry) => entry.kind === kind && !isMute(entry));
      const [first] = all;
      if (first === undefined) return [];
      const position = this.#map.position(first.offset);
      const place = { file: this.file, ...position, frame: this.frame(position) };
      return problem("xml-left-out", place, { kind, count: all.length });
    });
  }

  diagnostic(problem: CodecProblem): Diagnostic {
    const { code, pointer, element = this.#xml.root, attribute } = problem;
    const what = code === "xml-unknown-attribute" ? "key" : "value";
    const position = this.#position(defined({ element, attribute }), what);
    return codecDiagnosticAt(problem, { file: this.file, ...position, pointer, frame: this.frame(position) });
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

/** The hint where a schema validator finds the schema is not part of the document. */
function isMute({ kind, text }: XmlLeftOut): boolean {
  return kind === "attribute" && /^[^:]+:(?:schemaLocation|noNamespaceSchemaLocation)$/.test(text);
}

const kinds = ["comment", "processing-instruction", "attribute"] as const satisfies readonly XmlLeftOut["kind"][];
