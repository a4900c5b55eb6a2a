import { fileURLToPath } from "node:url";
import { InputError } from "../diagnostics/diagnostic.js";
import { readOscal } from "../oscal/read.js";
import type { EmbeddedSource, LoadFailure } from "../oscal/resolve/loaded-document.js";
import { problemDiagnostic } from "../oscal/validate/problem-diagnostic.js";
import { validateOscal } from "../oscal/validate/validate.js";
import type { ReadResult, SourceDocument } from "../source/document.js";
import { profileFileName } from "./shipped-profiles.js";

/**
 * The document that was read, valid under the schema of its model.
 * @throws InputError where it could not be read as it is, or is not valid
 */
async function validDocument({ document, diagnostics }: ReadResult): Promise<SourceDocument> {
  if (document === undefined || diagnostics.length > 0) throw new InputError(diagnostics);
  const invalid = await validateOscal(document.value);
  if (invalid.length > 0) throw new InputError(invalid.map((problem) => problemDiagnostic(problem, document)));
  return document;
}

/** The same for who goes on without the document: why it cannot be had, in place of an error. */
export async function validOrFailure(result: ReadResult): Promise<{ document: SourceDocument } | LoadFailure> {
  try {
    return { document: await validDocument(result) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const missing = error.diagnostics[0]?.code === "unreadable-file";
    return {
      failure: missing ? "there is no file that can be read." : "the document is not valid OSCAL.",
      diagnostics: error.diagnostics,
    };
  }
}

/**
 * Reads the bytes of a resource that a profile carries in itself.
 * @param folder from which files are called
 */
export async function embeddedDocument(
  bytes: Uint8Array,
  { uri, filename }: EmbeddedSource,
  folder: string,
): Promise<SourceDocument | LoadFailure> {
  const name = filename ?? `${profileFileName(fileURLToPath(uri.replace(/#.*$/, "")), folder)}#base64`;
  const result = await validOrFailure(await readOscal(bytes, name));
  return "document" in result ? result.document : result;
}
