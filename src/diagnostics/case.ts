import type { SourceFile } from "./source-file.js";

/** How much a diagnostic matters: an error makes the run unusable, a warning does not. */
export type DiagnosticSeverity = "error" | "warning" | "info";

/** Everything that a diagnostic says but for its code. */
export interface Case {
  readonly severity: DiagnosticSeverity;
  /** The problem, in a sentence. */
  readonly message: string;
  /** The file that it is about. */
  readonly file?: SourceFile;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  /** The fix, in a sentence. */
  readonly fix?: string;
  /** The line of the file and its neighbours with a marker, ready to print. */
  readonly frame?: string;
  /** The value at the place, where it is a text, number, boolean or null. */
  readonly value?: string | number | boolean | null;
  /** The accepted alternatives: values of a closed list, known properties, or properties one of which is needed. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
  /** The source of the finding, where the code alone does not tell. */
  readonly origin?: DiagnosticOrigin;
  /** Other files that the message names by their identity; the printer puts their names there. */
  readonly mentions?: readonly SourceFile[];
}

/** The place of a fault in a file; empty where it is not about a file. */
export type DiagnosticPlace = Pick<Case, "file" | "line" | "column" | "pointer" | "frame">;

/** The source of a finding: the model's schema, a constraint of OSCAL's metaschema, or a rule of aims. */
export type DiagnosticOrigin =
  | { readonly kind: "schema"; readonly keyword: string }
  | { readonly kind: "constraint"; readonly type: string; readonly id?: string }
  | { readonly kind: "aims"; readonly rule: string };
