import { byCodeUnit } from "../foundation/order.js";
import type { Case } from "./case.js";
import type { DiagnosticCode } from "./codes.js";
import type { FileName } from "./source-file.js";

export type { DiagnosticOrigin, DiagnosticPlace, DiagnosticSeverity } from "./case.js";
export type { DiagnosticCode } from "./codes.js";

/**
 * A problem of an input file (never with the compliance of a subject).
 * `line` and `column` count from 1; `pointer` is a JSON pointer (RFC 6901) into the document.
 */
export interface Diagnostic extends Case {
  /** Stable code in kebab-case, such as `duplicate-key`. */
  readonly code: DiagnosticCode;
}

/** A diagnostic as it is printed: files have the names that a person gives them. */
export interface PrintedDiagnostic extends Omit<Diagnostic, "file" | "mentions"> {
  readonly file?: FileName;
}

/** Problems, errors before warnings before the rest, each kind in its order. */
export function gravestFirst<Problem extends Pick<Diagnostic, "severity">>(problems: readonly Problem[]): Problem[] {
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    problems.filter((each) => each.severity === severity),
  );
}

/** Files first, then position, then code: the order in which diagnostics are shown. */
export function compareDiagnostics(a: Diagnostic | PrintedDiagnostic, b: Diagnostic | PrintedDiagnostic): number {
  return (
    byCodeUnit(a.file ?? "", b.file ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  );
}

/** What a problem is one of many of: the constraint of OSCAL that it breaks, or else its code. */
export function kindOf({ code, origin }: Pick<Diagnostic, "code" | "origin">): string {
  return (origin?.kind === "constraint" ? origin.id : undefined) ?? code;
}

/** Thrown where work cannot go on because of faults in the input; the command prints the diagnostics and exits with 2. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("; "));
    this.diagnostics = diagnostics;
  }
}

/** The result of reading something: its value where it can be used, and all that is wrong with it either way. Reading never throws. */
export interface Reading<Value> {
  readonly value?: Value;
  readonly problems: readonly Diagnostic[];
}

/** Whether something among the problems makes a run unusable. @param strict whether warnings do so, too */
export function hasErrors(problems: readonly Pick<Diagnostic, "severity">[], strict = false): boolean {
  return problems.some(({ severity }) => severity === "error" || (strict && severity === "warning"));
}
