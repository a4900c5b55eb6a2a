import { isObject } from "../foundation/json-value.js";
import { oscalVersion, rootOf } from "./model.js";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import { limits } from "../foundation/limits.js";
import { oneForEachCause } from "./validate/one-cause.js";
import { inDocumentOrder, type OscalCode, type OscalProblem } from "./validate/problem.js";
import { danglingReferences, referenceToOscalProblem, type ReferenceProblem } from "./references.js";
import { problemDiagnostic, validateOscal } from "./validate.js";

/** The checks of a document; all by default. */
export interface DiagnoseOptions {
  /** Whether the constraints of OSCAL's metaschema are checked. */
  readonly constraints?: boolean;
  /** Ids of reference rules that are switched off. */
  readonly disabledRules?: ReadonlySet<string>;
  /**
   * Problems of references that were found over a set of documents to which this one belongs, instead of those that the document
   * shows alone.
   */
  readonly references?: readonly ReferenceProblem[];
  /** Whether there is a file at a path as the document's name is one; undefined where that is unknown. */
  readonly fileExists?: (path: string) => boolean | undefined;
  /** Whether a problem is known and accepted; it is not shown then. */
  readonly suppressed?: (problem: OscalProblem) => boolean;
}

/** Problems after which nothing else can be said about a document. */
const hopeless: ReadonlySet<OscalCode> = new Set(["oscal-no-model", "oscal-too-deep"]);

/**
 * Reports all faults of an OSCAL document: by the schema of its model, the constraints of the metaschema, and the reference
 * rules of aims, one diagnostic for one cause.
 * @returns diagnostics with their places, in the order of the file; at most `limits.diagnosticsPerFile`, errors before others, and
 * then one that says how many more there are
 */
export async function diagnoseOscal(document: SourceDocument, options: DiagnoseOptions = {}): Promise<Diagnostic[]> {
  const problems = await oscalProblems(document, options);
  const { suppressed } = options;
  return located(suppressed === undefined ? problems : problems.filter((problem) => !suppressed(problem)), document);
}

/** The same as problems without places, in no particular order. */
async function oscalProblems(document: SourceDocument, options: DiagnoseOptions): Promise<OscalProblem[]> {
  const { file, value } = document;
  const schema = await validateOscal(value);
  if (schema.some(({ code }) => hopeless.has(code))) return schema;
  const { constraints = true, disabledRules, fileExists } = options;
  const references =
    options.references ??
    danglingReferences([{ name: file, document: value }], {
      complete: false,
      ...(disabledRules === undefined ? {} : { disabled: disabledRules }),
      ...(fileExists === undefined ? {} : { fileExists }),
    });
  const found = oneForEachCause({
    schema,
    constraints: constraints ? await (await import("./validate/constraints.js")).checkConstraints(value) : [],
    references: references.map(referenceToOscalProblem),
  });
  if (declaredVersion(value) === oscalVersion) return found;
  const notice = (await import("./validate/version-notice.js")).versionNotice(value);
  return notice === undefined ? found : [notice, ...found];
}

function declaredVersion(value: unknown): unknown {
  const metadata = rootOf(value)?.root["metadata"];
  return isObject(metadata) ? metadata["oscal-version"] : undefined;
}

async function located(problems: readonly OscalProblem[], document: SourceDocument): Promise<Diagnostic[]> {
  const most = limits.diagnosticsPerFile;
  const ordered = inDocumentOrder(problems, document.value);
  const isError = ({ severity }: OscalProblem): boolean => severity === "error";
  const byWeight = [...ordered.filter(isError), ...ordered.filter((problem) => !isError(problem))];
  const shown = byWeight.slice(0, most).map((problem) => problemDiagnostic(problem, document));
  shown.sort(compareDiagnostics);
  const left = byWeight.slice(most);
  const last = shown.at(-1);
  if (left.length === 0 || last === undefined) return shown;
  const errors = left.filter(isError).length;
  const { problem } = await import("../diagnostics/codes/files.js");
  const place = { file: document.file, line: last.line ?? 1, column: last.column ?? 1 };
  return [...shown, problem("too-many-problems", place, { left: left.length, errors })];
}
