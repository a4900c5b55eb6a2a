import { defined } from "../foundation/defined.js";
import { isObject } from "../foundation/json-value.js";
import { oscalVersion, rootOf } from "./model.js";
import { compareDiagnostics, kindOf, type Diagnostic, type DiagnosticSeverity } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import { limits } from "../foundation/limits.js";
import { oneForEachCause } from "./validate/one-cause.js";
import { MislabelledControls } from "./validate/mislabelled.js";
import { byOwnNamespace, OtherReaders } from "./validate/other-readers.js";
import { inDocumentOrder, type OscalCode, type OscalProblem } from "./validate/problem.js";
import type { FoundBreaches } from "./validate/constraints.js";
import type { DeclaredVersion } from "./validate/version/declared-version.js";
import { indexWith } from "./document-index.js";
import { danglingAmong, type HrefLocator, type ReferenceProblem } from "./references.js";
import type { Besides } from "./watch.js";
import { problemDiagnostic, validateOscal } from "./validate.js";
import type { WrongLabels } from "./wrong-labels.js";

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
  /** Finds the files of imports that are more than paths relative to the document. */
  readonly locate?: HrefLocator;
  /** What finds controls under titles that are widely given to them and wrong; without it, titles are not looked at. */
  readonly labels?: Pick<WrongLabels, "labelled">;
  /** Whether a problem is known and accepted; it is not shown then. */
  readonly suppressed?: (problem: OscalProblem) => boolean;
}

/** Problems after which nothing else can be said about a document. */
const hopeless: ReadonlySet<OscalCode> = new Set(["oscal-no-model", "oscal-too-deep"]);

/** The faults of a document. */
export interface Diagnosis {
  /**
   * With their places, in the order of the file; at most `limits.findingsPerDocument`, and then one that says how many more there are.
   * Errors are listed before others, and of each kind at least the first.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there are. */
  readonly unlisted: Readonly<Record<DiagnosticSeverity, number>>;
}

/**
 * Reports all faults of an OSCAL document: by the schema of its model, the constraints of the metaschema, and the reference
 * rules of aims, one diagnostic for one cause.
 * @returns the listed ones of the diagnosis
 */
export async function diagnoseOscal(
  document: SourceDocument,
  options?: DiagnoseOptions,
): Promise<readonly Diagnostic[]> {
  return (await diagnosisOf(document, options)).diagnostics;
}

/** The same with the number of those that are not listed. */
export async function diagnosisOf(document: SourceDocument, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const problems = await oscalProblems(document, options);
  const { suppressed } = options;
  return located(suppressed === undefined ? problems : problems.filter((problem) => !suppressed(problem)), document);
}

/** The same as problems without places, in no particular order. */
async function oscalProblems(document: SourceDocument, options: DiagnoseOptions): Promise<OscalProblem[]> {
  const { file, value } = document;
  const schema = await validateOscal(value);
  if (schema.some(({ code }) => hopeless.has(code))) return schema;
  const { constraints = true, disabledRules: disabled, fileExists, locate } = options;
  const breaches = constraints ? await (await import("./validate/constraints.js")).findBreaches(value) : undefined;
  const version = declaredVersion(value) === oscalVersion ? undefined : await olderVersion(value);
  // Who looks for something all over the document gets it in one walk.
  const readers = new OtherReaders(value);
  const titles = options.labels === undefined ? [] : [new MislabelledControls(value, options.labels)];
  const watches = [readers, ...titles];
  const { index, pointers } = indexWith(
    { name: file, document: value, ...defined({ locate }) },
    { watches: version?.declared.watch ? [...watches, version.declared.watch] : watches, ...wantedBy(breaches) },
  );
  const references =
    options.references ?? danglingAmong([index], { complete: false, ...defined({ disabled, fileExists }) });
  const ruled = oneForEachCause({
    schema,
    constraints: breaches?.problems(pointers) ?? [],
    references: references.map(referenceToOscalProblem),
  });
  const found = [...byOwnNamespace(value, ruled), ...watches.flatMap(({ problems }) => problems)];
  if (version === undefined) return found;
  const { notice, declared } = version;
  const all = declared.judged(found);
  return notice === undefined ? all : [notice, ...all];
}

function wantedBy(breaches: FoundBreaches | undefined): Pick<Besides, "wanted"> {
  return breaches === undefined ? {} : { wanted: breaches.containers };
}

/** What depends on a declared version other than the supported one. */
async function olderVersion(value: unknown): Promise<{ notice: OscalProblem | undefined; declared: DeclaredVersion }> {
  const [{ versionNotice }, { DeclaredVersion }] = await Promise.all([
    import("./validate/version/version-notice.js"),
    import("./validate/version/declared-version.js"),
  ]);
  return { notice: versionNotice(value), declared: new DeclaredVersion(value) };
}

function declaredVersion(value: unknown): unknown {
  const metadata = rootOf(value)?.root["metadata"];
  return isObject(metadata) ? metadata["oscal-version"] : undefined;
}

async function located(problems: readonly OscalProblem[], document: SourceDocument): Promise<Diagnosis> {
  const [listed, left] = listedFirst(inDocumentOrder(problems, document.value), limits.findingsPerDocument);
  const diagnostics = listed.map((problem) => problemDiagnostic(problem, document)).sort(compareDiagnostics);
  const unlisted = { error: 0, warning: 0, info: 0 };
  for (const { severity } of left) unlisted[severity] += 1;
  const last = diagnostics.at(-1);
  if (left.length === 0 || last === undefined) return { diagnostics, unlisted };
  const { problem } = await import("../diagnostics/codes/files.js");
  const place = { file: document.file, line: last.line ?? 1, column: last.column ?? 1 };
  const told = { left: left.length, errors: unlisted.error };
  return { diagnostics: [...diagnostics, problem("too-many-problems", place, told)], unlisted };
}

/** Problems that are listed, and those that are left: the first of each kind goes before the rest, and errors before others. */
function listedFirst(
  problems: readonly OscalProblem[],
  most: number,
): [listed: readonly OscalProblem[], left: readonly OscalProblem[]] {
  if (problems.length <= most) return [problems, []];
  const firsts = new Map(problems.toReversed().map((problem) => [kindOf(problem), problem]));
  const first = new Set(firsts.values());
  const rest = problems.filter((problem) => !first.has(problem));
  const isError = ({ severity }: OscalProblem): boolean => severity === "error";
  const ordered = [...first, ...rest.filter(isError), ...rest.filter((problem) => !isError(problem))];
  return [ordered.slice(0, most), ordered.slice(most)];
}

/** A reference problem as one of the problems of its document. */
function referenceToOscalProblem({
  pointer,
  rule,
  severity,
  reference,
  message,
  ...more
}: ReferenceProblem): OscalProblem {
  const { fix, suggestion, mentions } = more;
  return {
    pointer,
    code: rule,
    severity,
    origin: { kind: "aims", rule },
    message,
    ...(fix === undefined ? {} : { fix }),
    value: reference,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(mentions === undefined ? {} : { mentions }),
  };
}
