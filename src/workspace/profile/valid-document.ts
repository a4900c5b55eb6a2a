import { InputError } from "../../diagnostics/diagnostic.js";
import { formatOfName, readOscal } from "../../oscal/read.js";
import type { EmbeddedSource, LoadFailure } from "../../oscal/resolve.js";
import { problemDiagnostic, validateOscal } from "../../oscal/validate.js";
import type { ReadResult, SourceDocument } from "../../source/document.js";

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
    const [first] = error.diagnostics;
    const unread = first?.code === "unreadable-file" ? first.message : "The document is not valid OSCAL.";
    return { failure: `${unread.charAt(0).toLowerCase()}${unread.slice(1)}`, diagnostics: error.diagnostics };
  }
}

/**
 * Reads the bytes of a resource that a profile carries in itself.
 * @param name what diagnostics call it; the filename that the resource has for it is that of no file here, but may tell the format
 */
export async function embeddedDocument(
  bytes: Uint8Array,
  { filename }: Pick<EmbeddedSource, "filename">,
  name: string,
): Promise<SourceDocument | LoadFailure> {
  const format = filename === undefined ? undefined : formatOfName(filename);
  const result = await validOrFailure(await readOscal(bytes, name, format));
  return "document" in result ? result.document : result;
}
