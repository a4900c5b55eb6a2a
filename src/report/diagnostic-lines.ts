import pico from "picocolors";
import type { PrintedDiagnostic } from "../diagnostics/diagnostic.js";
import { printable } from "../foundation/printable.js";

/** Diagnostics for people, in the order given: `file:line:col: severity code: message`, the code frame, the constraint and the fix. */
export function* diagnosticsText(diagnostics: Iterable<PrintedDiagnostic>, color: boolean): Generator<string> {
  const paint = pico.createColors(color);
  const colors = { error: paint.red, warning: paint.yellow, info: paint.cyan } as const;
  for (const diagnostic of diagnostics) {
    const { severity, code, message, frame, fix, origin } = diagnostic;
    yield `${paint.bold(printable(placeText(diagnostic)))}${colors[severity](severity)} ${code}: ${printable(message)}\n`;
    if (frame !== undefined) yield `${indented(frame)}\n`;
    if (origin?.kind === "constraint" && origin.id !== undefined) yield `    constraint: ${origin.id}\n`;
    if (fix !== undefined) yield `    fix: ${printable(fix)}\n`;
  }
}

/** Where a diagnostic is, as editors and terminals understand it, with a blank behind; "" where it is about no file. */
export function placeText({ file, line, column }: PrintedDiagnostic): string {
  if (file === undefined) return "";
  return line === undefined ? `${file}: ` : `${file}:${String(line)}:${String(column ?? 1)}: `;
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
