import { problem } from "../diagnostics/codes/crosswalks.js";
import type { Reading } from "../diagnostics/diagnostic.js";
import { headOf } from "../files/head.js";
import type { InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { rootOf, type AssessmentResults } from "../oscal/model.js";
import { ProfileDocuments } from "./profile/documents.js";

/** Whether a file looks like OSCAL assessment results, in any of OSCAL's formats. A file that cannot be read does not. */
export async function looksLikeAssessmentResults({ file }: InputFile, reader: Reader): Promise<boolean> {
  const head = await headOf(file, reader).catch(() => "");
  return /["<]?assessment-results["\s:>]/.test(head.slice(0, 4096));
}

/** Reads OSCAL assessment results, of aims or of another program. */
export async function readAssessmentResults(input: InputFile, reader: Reader): Promise<Reading<AssessmentResults>> {
  const read = await new ProfileDocuments(reader).at(input);
  if (!("document" in read)) {
    return { problems: [...(read.diagnostics ?? []), ...(read.unread === undefined ? [] : [read.unread])] };
  }
  const { value } = read.document;
  const results = (value as { readonly "assessment-results"?: AssessmentResults })["assessment-results"];
  if (results !== undefined) return { value: results, problems: [] };
  const why = `it is an OSCAL ${rootOf(value)?.model ?? "document"}.`;
  return { problems: [problem("not-results", { file: input.file }, { why })] };
}
