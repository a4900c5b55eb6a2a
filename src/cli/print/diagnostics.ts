import {
  compareDiagnostics,
  gravestFirst,
  kindOf,
  type Diagnostic,
  type PrintedDiagnostic,
} from "../../diagnostics/diagnostic.js";
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

/**
 * The same without the line that counts them.
 * @param unlisted problems that are not among these, but have been found
 */
export function showDiagnostics(
  diagnostics: readonly PrintedDiagnostic[],
  terminal: Pick<Terminal, "color" | "interactive" | "err">,
  { unlisted = 0 }: { readonly unlisted?: number | undefined } = {},
): void {
  const shown = mostTelling(diagnostics, MOST_SHOWN).sort(compareDiagnostics);
  for (const line of diagnosticsText(shown, terminal.color && terminal.interactive)) terminal.err(line);
  const left = diagnostics.length - shown.length + unlisted;
  if (left > 0) terminal.err(`... and ${String(left)} more.\n`);
}

/** The first of each kind, then the second of each, and so on: a mistake that is made everywhere does not hide the others. */
function mostTelling(diagnostics: readonly PrintedDiagnostic[], most: number): PrintedDiagnostic[] {
  if (diagnostics.length <= most) return [...diagnostics];
  const counts = new Map<string, number>();
  const ranked = gravestFirst([...diagnostics].sort(compareDiagnostics)).map((diagnostic) => {
    const kind = kindOf(diagnostic);
    const rank = counts.get(kind) ?? 0;
    counts.set(kind, rank + 1);
    return { diagnostic, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ diagnostic }) => diagnostic);
}
