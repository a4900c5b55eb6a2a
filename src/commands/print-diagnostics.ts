import pico from "picocolors";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import type { Terminal } from "./terminal.js";

const MOST_SHOWN = 50;

/**
 * Prints diagnostics to standard error, sorted by place: `file:line:col severity code message`, the code frame and the fix.
 * Only so many are shown as a person reads; the rest is counted.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const paint = pico.createColors(terminal.color && terminal.interactive);
  const colors = { error: paint.red, warning: paint.yellow, info: paint.cyan } as const;
  const sorted = [...diagnostics].sort(compareDiagnostics);
  for (const diagnostic of sorted.slice(0, MOST_SHOWN)) {
    const { severity, code, message, frame, fix } = diagnostic;
    terminal.err(
      `${paint.bold(printable(place(diagnostic)))}${colors[severity](severity)} ${code}: ${printable(message)}\n`,
    );
    if (frame !== undefined) terminal.err(`${indent(frame)}\n`);
    if (fix !== undefined) terminal.err(`    fix: ${printable(fix)}\n`);
  }
  if (sorted.length > MOST_SHOWN) terminal.err(`... and ${String(sorted.length - MOST_SHOWN)} more.\n`);
  const count = (severity: Diagnostic["severity"]): number =>
    sorted.filter((each) => each.severity === severity).length;
  if (sorted.length > 0) terminal.err(`${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}.\n`);
}

function place({ file, line, column }: Diagnostic): string {
  if (file === undefined) return "";
  return line === undefined ? `${file}: ` : `${file}:${String(line)}:${String(column ?? 1)}: `;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
