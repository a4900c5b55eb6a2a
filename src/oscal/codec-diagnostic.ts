import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CodecProblem } from "./codec/codec-problem.js";
import { placeOf } from "../source/place.js";
import type { SourceDocument } from "../source/document.js";

/** What a format cannot hold of a document, at its place in the file that the document was read from. */
export function codecDiagnostic(problem: CodecProblem, document: SourceDocument): Diagnostic {
  const { code, severity, pointer, message, fix, allowed, suggestion } = problem;
  return {
    code,
    severity,
    message,
    ...placeOf(document, pointer, code === "json-unknown-property" ? "key" : "value"),
    fix,
    ...(allowed === undefined ? {} : { allowed }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
