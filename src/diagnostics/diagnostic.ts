/** How much a diagnostic matters: an error makes the run unusable, a warning does not. */
export type DiagnosticSeverity = "error" | "warning" | "info";

/**
 * What is wrong with an input file (never with the compliance of a subject).
 * `line` and `column` count from 1; `pointer` is a JSON pointer (RFC 6901) into the document.
 */
export interface Diagnostic {
  /** Stable code in kebab-case, such as `duplicate-key`. */
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** Path of the file as the user would write it, with `/` between folders. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  /** What to do about it, in a sentence. */
  readonly fix?: string;
  /** The line of the file and its neighbours with a marker, ready to print. */
  readonly frame?: string;
  /** The value at the place, where it is a text, number, boolean or null. */
  readonly value?: string | number | boolean | null;
  /** What would be accepted: values of a closed list, known properties, or properties one of which is needed. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
  /** Who says so, where the code alone does not tell. */
  readonly origin?: DiagnosticOrigin;
}

/** Who says that something is wrong: the model's schema, a constraint of OSCAL's metaschema, or a rule of aims. */
export type DiagnosticOrigin =
  | { readonly kind: "schema"; readonly keyword: string }
  | { readonly kind: "constraint"; readonly type: string; readonly id?: string }
  | { readonly kind: "aims"; readonly rule: string };

/** Files first, then position, then code: the order in which diagnostics are shown. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
