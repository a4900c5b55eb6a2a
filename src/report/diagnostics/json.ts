import { jsonText } from "../../source/stringify.js";
import type { DiagnosticsReport } from "./report.js";

/** Everything that was found, for programs: `{ valid, <counts>, files, diagnostics }`. */
export function diagnosticsJson({ valid, counts, files, diagnostics }: DiagnosticsReport): Iterable<string> {
  return jsonText({ valid, ...counts, files, diagnostics });
}
