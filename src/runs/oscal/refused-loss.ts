import type { Diagnostic } from "../../diagnostics/diagnostic.js";

/**
 * What was noticed on reading a document, with dropped content of XML as an error: it is a mere warning where the document is looked at,
 * and lost for good where it is written in another format or compared by what was read.
 * @param otherwise the way to go on without the content, as it follows "or"
 */
export function refusedLoss(noticed: Diagnostic, otherwise: string): Diagnostic {
  if (noticed.code !== "xml-markup" || noticed.severity === "error") return noticed;
  return { ...noticed, severity: "error", fix: `Write it in a way that Markdown has, or ${otherwise}.` };
}
