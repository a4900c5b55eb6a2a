/**
 * Requests to the Rego compiler, and its answers. Errors of the Rego sources are data; a RegoCompilerError is thrown
 * only when the compiler itself breaks.
 */

/** Something wrong with the sources. `row` and `column` (in characters) count from 1; 0, and `file` empty, where it is unknown. */
export interface RegoProblem {
  /** rego_parse_error, rego_type_error, rego_compile_error, rego_unsafe_var_error, rego_recursion_error, rego_v0, undefined_reference, undefined_key, rule_item_error, rule_item_warning, entrypoint_error, eval_... */
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
}

/** Rego texts by path; the path is what problems name as their file. */
export type RegoSources = Readonly<Record<string, string>>;

/** OPA's capabilities: builtins, features and ABI versions that sources may use. */
export type RegoCapabilities = Readonly<Record<string, unknown>>;

interface WithCapabilities {
  /** Left out: those of `compiler/capabilities.json`. */
  readonly capabilities?: RegoCapabilities;
}

export interface CompileRequest extends WithCapabilities {
  readonly modules: RegoSources;
  /** Packages or rules as paths, such as `aims/entry/system`. */
  readonly entrypoints: readonly string[];
  /** Modules of the host, compiled together with the others; not checked as these are. */
  readonly added?: RegoSources;
  /**
   * Has the modules checked, too, in one go. What a check calls an error fails the compilation; it is to be asked then which ones: they
   * are not all there, and not all in the same words.
   */
  readonly check?: CheckedAgainst;
}

export interface CompiledPolicy {
  readonly ok: true;
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Sorted; the ones that were asked for. */
  readonly entrypoints: readonly string[];
  /** Sorted names of the builtins that the host has to supply: `aims:sprintf` for what the sources call `sprintf`. */
  readonly requiredBuiltins: readonly string[];
  /** All that a check finds; none without one. Sorted by file, row and column. */
  readonly warnings: readonly RegoProblem[];
}

/** Problems are sorted by file, row and column. */
export interface CompileFailure {
  readonly ok: false;
  readonly errors: readonly RegoProblem[];
}

export type CompileResult = CompiledPolicy | CompileFailure;

export interface InspectRequest extends WithCapabilities {
  readonly modules: RegoSources;
}

export interface InspectResult {
  /** Sorted by path; modules that cannot be parsed are left out and stand in `errors`. */
  readonly modules: readonly InspectedModule[];
  readonly errors: readonly RegoProblem[];
}

export interface InspectedModule {
  readonly path: string;
  /** Without the leading `data`: `aims.rules.log_retention`. */
  readonly package: string;
  /** Row of the package's declaration. */
  readonly row: number;
  /** The package's METADATA block. */
  readonly metadata?: RegoAnnotation;
  /** All METADATA blocks, that of the package among them, from top to bottom. */
  readonly annotations: readonly RegoAnnotation[];
  /** Names that the module declares, from top to bottom, each where it appears first. */
  readonly rules: readonly DeclaredRule[];
  readonly imports: readonly RegoImport[];
  /** Its readings of `data.params`. */
  readonly parameters: DataKeys;
  /** Its readings of `data.reference`. */
  readonly reference: DataKeys;
  /** Paths below `data` that it imports or reads, as far as they are constant, without the leading `data`. Sorted. */
  readonly reads: readonly string[];
}

export interface RegoAnnotation {
  readonly scope: "package" | "document" | "rule" | "subpackages";
  /** Row of the line `# METADATA`. */
  readonly row: number;
  /** The package or rule that is described: `data.aims.rules.log_retention.violation`. */
  readonly target: string;
  readonly title?: string;
  readonly description?: string;
  readonly entrypoint?: boolean;
  readonly custom?: Readonly<Record<string, unknown>>;
}

export interface DeclaredRule {
  readonly name: string;
  /** `value` has one value, also when it is defined several times. */
  readonly kind: "value" | "set" | "object" | "function";
  readonly row: number;
  readonly column: number;
}

export interface RegoImport {
  /** `data.aims.lib.dates` */
  readonly path: string;
  /** Under which it is used: its alias, or the last part of the path. */
  readonly name: string;
  readonly row: number;
}

export interface DataKeys {
  /** Sorted by key; `row` is that of the first reading. */
  readonly keys: readonly { readonly key: string; readonly row: number }[];
  /** It also reads the document as a whole or by a key known at run time only. */
  readonly dynamic: boolean;
}

export interface CheckRequest extends WithCapabilities, CheckedAgainst {
  readonly modules: RegoSources;
}

/** What modules are checked against. */
export interface CheckedAgainst {
  /** JSON Schemas of the input, by any name. Of `oneOf`, and of the values of `enum`, the type checker takes no notice. */
  readonly inputSchemas?: Readonly<Record<string, unknown>>;
  /** Which of the schemas the input of a module has, by the module's path. Other modules' inputs are not checked. */
  readonly inputSchemaOf?: Readonly<Record<string, string>>;
  /** Names of the sets of items that a module may declare, by the module's path: items that are written out are checked. */
  readonly itemSets?: Readonly<Record<string, readonly string[]>>;
  /** Names below `data` whose documents the host gives. Without them, it is not checked where references to `data` lead. */
  readonly documents?: readonly string[];
  /** The data that lies beside the modules. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface CheckResult {
  readonly errors: readonly RegoProblem[];
}

export interface TestRequest extends WithCapabilities {
  readonly modules: RegoSources;
  /** Replaced under `with data... as` by what a test gives. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** As for a check; what a test gives by `with data... as` counts as there. */
  readonly documents?: readonly string[];
  /** Regular expression (RE2) over the full name `data.<package>.<test>`. */
  readonly run?: string;
  readonly coverage?: boolean;
  /** Time limit of one test in milliseconds; 10,000 when left out. */
  readonly timeLimit?: number;
}

export interface TestResult {
  /** Sorted by file and row. Empty when there are errors. */
  readonly tests: readonly RegoTest[];
  /** Sorted by file; only when asked for. */
  readonly coverage?: readonly FileCoverage[];
  readonly errors: readonly RegoProblem[];
}

export interface RegoTest {
  /** Without the leading `data`. */
  readonly package: string;
  readonly name: string;
  readonly file: string;
  readonly row: number;
  readonly state: "pass" | "fail" | "error" | "skipped";
  /** Cases of a test that has several (`test_x[case]`), sorted by name; nested names are joined by `/`. */
  readonly cases?: readonly { readonly name: string; readonly state: "pass" | "fail" }[];
  /** The place at which a failing test stopped: the expression with the values of its variables. */
  readonly failedAt?: { readonly file: string; readonly row: number; readonly text: string };
  /** The evaluation up to each failure, one line a step; shortened when it is long. */
  readonly trace?: string;
  /** Of a test that ended in an error. */
  readonly message?: string;
  /** The output of `print`. */
  readonly output?: string;
}

export interface FileCoverage {
  readonly file: string;
  /** First and last row, from top to bottom. */
  readonly covered: readonly (readonly [number, number])[];
  readonly notCovered: readonly (readonly [number, number])[];
  readonly coveredLines: number;
  readonly notCoveredLines: number;
  /** Rounded to two digits; 100 for a file in which there is nothing to cover. */
  readonly percent: number;
}

export interface FormatRequest {
  readonly path: string;
  readonly text: string;
}

export type FormatResult =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly errors: readonly RegoProblem[] };

export interface EvaluateRequest extends WithCapabilities {
  readonly modules?: RegoSources;
  readonly query: string;
  readonly input?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

export type EvaluateResult =
  | {
      readonly ok: true;
      /** One for each way to satisfy the query; none when it is undefined. */
      readonly rows: readonly EvaluateRow[];
      /** `rows` as JSON text, with all digits of its numbers. */
      readonly text: string;
    }
  | { readonly ok: false; readonly errors: readonly RegoProblem[] };

export interface EvaluateRow {
  /** Values of the query's expressions; sets are arrays. */
  readonly expressions: readonly unknown[];
  readonly bindings: Readonly<Record<string, unknown>>;
}
