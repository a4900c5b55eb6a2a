import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CodecProblem } from "../oscal/codec/codec-problem.js";
import type { SourceDocument } from "../source/document.js";

/** What a format cannot hold of a document, at its place in the file that the document was read from. */
export function codecDiagnostic(problem: CodecProblem, document: SourceDocument): Diagnostic {
  const { code, severity, pointer, message, fix, allowed, suggestion } = problem;
  const position = document.locate(pointer, code === "json-unknown-property" ? "key" : "value");
  return {
    code,
    severity,
    message,
    file: document.file,
    ...position,
    pointer,
    fix,
    frame: document.frame(position),
    ...(allowed === undefined ? {} : { allowed }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
