import type { SourceDocument } from "../source/document.js";
import type { OscalModel } from "./model.js";
import type { OscalDocument } from "./model/generated/types.js";
import { readOscal, type OscalFormat, type OscalReadResult } from "./read.js";

/** The type of a document of the model. */
export type DocumentOf<Model extends OscalModel> = Extract<OscalDocument, Readonly<Record<Model, unknown>>>;

/** How to read a text. */
export interface ParseOptions {
  /** Name under which diagnostics speak of the text; its ending says the format. */
  readonly file?: string;
  /** Overrules the ending; without either, the first character tells. */
  readonly format?: OscalFormat;
}

/**
 * A document that knows where its values stand, or what kept it from being read. Its value is the tree of the JSON form, whatever the
 * format, and not yet validated.
 */
export type ParseResult = OscalReadResult;

/** Reads an OSCAL document in JSON, YAML or XML. Positions are worked out when something asks for them. */
export async function parse(text: string | Uint8Array, options: ParseOptions = {}): Promise<ParseResult> {
  return readOscal(text, options.file ?? "document", options.format);
}

/** Whether the document is one of the model, so that its value has that model's type. `validate` says whether it is valid. */
export function isModel<Model extends OscalModel>(
  document: SourceDocument,
  model: Model,
): document is SourceDocument & { readonly value: DocumentOf<Model> } {
  const { value } = document;
  return typeof value === "object" && value !== null && Object.hasOwn(value, model);
}
