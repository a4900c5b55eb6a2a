import { jsonText } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import type { DiagnosticsReport } from "./report.js";

/** Everything that was found, for programs: `{ valid, <counts>, files, diagnostics }`. */
export function diagnosticsJson({ valid, counts, files, diagnostics }: DiagnosticsReport): TextOutput {
  return textOutput(jsonText({ valid, ...counts, files, diagnostics }));
}
