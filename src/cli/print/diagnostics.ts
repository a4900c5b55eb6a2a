import { compareDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { diagnosticsText } from "../../report/diagnostic-lines.js";
import type { Terminal } from "../terminal.js";

const MOST_SHOWN = 50;

/**
 * Prints diagnostics to standard error, sorted by place: `file:line:col severity code message`, the code frame and the fix.
 * Only so many are shown as a person reads; the rest is counted.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  showDiagnostics(diagnostics, terminal);
  printCounts(diagnostics, terminal);
}

/** The line that counts errors and warnings, where there are any. */
export function printCounts(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (errors + warnings > 0) terminal.err(`${plural(errors, "error")}, ${plural(warnings, "warning")}.\n`);
}

/** The same without the line that counts them. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  for (const line of diagnosticsText(sorted.slice(0, MOST_SHOWN), terminal.color && terminal.interactive))
    terminal.err(line);
  if (sorted.length > MOST_SHOWN) terminal.err(`... and ${String(sorted.length - MOST_SHOWN)} more.\n`);
}

/** A number with its noun. */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
