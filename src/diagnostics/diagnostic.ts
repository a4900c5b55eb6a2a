import { byCodeUnit } from "../foundation/order.js";
import type { Case } from "./case.js";
import type { DiagnosticCode } from "./codes.js";

export type { DiagnosticOrigin, DiagnosticPlace, DiagnosticSeverity } from "./case.js";
export type { DiagnosticCode } from "./codes.js";

/**
 * What is wrong with an input file (never with the compliance of a subject).
 * `line` and `column` count from 1; `pointer` is a JSON pointer (RFC 6901) into the document.
 */
export interface Diagnostic extends Case {
  /** Stable code in kebab-case, such as `duplicate-key`. */
  readonly code: DiagnosticCode;
}

/** Files first, then position, then code: the order in which diagnostics are shown. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.file ?? "", b.file ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  );
}

/** Thrown where work cannot go on because of what was found in the input; the command prints the diagnostics and exits with 2. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("; "));
    this.diagnostics = diagnostics;
  }
}
