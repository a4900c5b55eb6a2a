import { compareDiagnostics, type Diagnostic, type PrintedDiagnostic } from "../../diagnostics/diagnostic.js";
import { Viewpoint } from "../../files/viewpoint.js";
import { plural } from "../../foundation/words.js";
import { diagnosticsText } from "../../report/diagnostic-lines.js";
import type { Terminal } from "../terminal.js";

const MOST_SHOWN = 50;

/** The viewpoint of a command line's user. @param spelled paths as they were written on it */
export function viewpointOf({ host }: Terminal, spelled: readonly string[] = []): Viewpoint {
  return new Viewpoint(
    host.folder,
    spelled.filter((each) => each !== "-"),
  );
}

/**
 * Prints diagnostics to standard error, sorted by place: `file:line:col severity code message`, the code frame and the fix.
 * It shows only as many as a person reads and counts the rest.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], viewpoint: Viewpoint, terminal: Terminal): void {
  const printed = diagnostics.map(viewpoint.printed);
  showDiagnostics(printed, terminal);
  printCounts(printed, terminal);
}

/** The line that counts errors and warnings, where there are any. */
export function printCounts(diagnostics: readonly Pick<Diagnostic, "severity">[], terminal: Terminal): void {
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (errors + warnings > 0) terminal.err(`${plural(errors, "error")}, ${plural(warnings, "warning")}.\n`);
}

/** The same without the line that counts them. */
export function showDiagnostics(diagnostics: readonly PrintedDiagnostic[], terminal: Terminal): void {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  for (const line of diagnosticsText(sorted.slice(0, MOST_SHOWN), terminal.color && terminal.interactive))
    terminal.err(line);
  if (sorted.length > MOST_SHOWN) terminal.err(`... and ${String(sorted.length - MOST_SHOWN)} more.\n`);
}
