import { jsonText } from "../../source/stringify.js";
import type { DiagnosticsReport } from "./report.js";

/** Everything that was found, for programs: `{ valid, <counts>, files, diagnostics }`. */
export function diagnosticsJson({ valid, counts, files, diagnostics }: DiagnosticsReport): Iterable<string> {
  // Which files a message mentions is for those who print it: the message says it itself.
  const told = diagnostics.map((each) => ({ ...each, mentions: undefined }));
  return jsonText({ valid, ...counts, files, diagnostics: told });
}
