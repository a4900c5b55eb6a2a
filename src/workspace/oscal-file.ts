import { standardInput, readBounded, readStandardInput, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { rootOf } from "../oscal/model.js";
import { readOscal, type OscalReadResult } from "../oscal/read.js";

/**
 * Reads what should be an OSCAL document.
 * @param input a file, or standard input, whose format the first character tells
 * @returns the document, whose root property names a model; diagnostics where there is none
 */
export async function readOscalFile(input: InputFile, reader: Reader): Promise<OscalReadResult> {
  const { file } = input;
  const content = file === standardInput ? await readStandardInput(reader) : readBounded(input, reader);
  if (!(content instanceof Uint8Array)) return { diagnostics: [content], losses: [] };
  const result = await readOscal(content, file);
  const { document } = result;
  if (document === undefined || rootOf(document.value)) return result;
  // Loaded only to explain faults: a sound document does not need it.
  const [{ noModelProblem }, { problemDiagnostic }] = await Promise.all([
    import("../oscal/no-model.js"),
    import("../oscal/validate.js"),
  ]);
  return { diagnostics: [problemDiagnostic(noModelProblem(document.value), document)], losses: [] };
}
