import { problem as problemOf } from "../diagnostics/codes/conversion.js";
import type { Diagnostic, DiagnosticPlace } from "../diagnostics/diagnostic.js";
import { defined } from "../foundation/defined.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import type { CodecProblem } from "./codec/codec-problem.js";

const aboutNames: ReadonlySet<string> = new Set(["json-schema-left-out", "json-unknown-property"]);

/** The part of a document that a format cannot hold, at its place in the file that the document was read from. */
export function codecDiagnostic(problem: CodecProblem, document: SourceDocument): Diagnostic {
  return codecDiagnosticAt(problem, placeOf(document, problem.pointer, aboutNames.has(problem.code) ? "key" : "value"));
}

/** The same at a place that is known. */
export function codecDiagnosticAt(problem: CodecProblem, place: DiagnosticPlace): Diagnostic {
  const { code, severity, message, fix, allowed, suggestion } = problem;
  return problemOf(code, place, defined({ message, severity, fix, allowed, suggestion }));
}
