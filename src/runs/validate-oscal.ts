import { join, resolve } from "node:path";
import { compareDiagnostics, hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { defined } from "../foundation/defined.js";
import { diagnosisOf, type DiagnoseOptions, type Diagnosis } from "../oscal/diagnose.js";
import { danglingReferences, type HrefLocator, type ReferenceProblem } from "../oscal/references.js";
import { profileOf } from "../oscal/model.js";
import type { SourceDocument } from "../source/document.js";
import type { AddressMapping, ImportedFile, Imports } from "../workspace/imports.js";
import { isShippedAddress, shippedPath } from "../workspace/shipped.js";
import { wrongLabels } from "../workspace/wrong-labels.js";
import type { SuppressibleProblem } from "../gate/suppressions.js";
import { dayOf, type Host } from "./host.js";
import { hrefBase, readFiles, type ReadFile } from "./oscal/documents.js";
import { namedFiles, type NamedFiles, type OscalFile } from "./oscal/files.js";
import { HrefRoots } from "./oscal/href-roots.js";
import type { RunSuppressions } from "./oscal/suppressions.js";

/** Which documents are to be validated, and how. Paths start from the host's folder. */
export interface ValidateOscalRequest {
  /** Files, folders, or "-" for standard input. */
  readonly files: readonly string[];
  /**
   * Patterns of what is left out of folders (`*`, `?`, and `**` for any number of folders): names, or, with a "/", paths from the folder
   * that was named or from the host's. A file that is named itself is always checked.
   */
  readonly exclude?: readonly string[];
  /** Whether documents that these import are read and checked too, and references looked up across all of them. */
  readonly follow?: boolean;
  /** With `follow`: local copies of what is imported by address; they go before those of aims.yaml. */
  readonly maps?: readonly AddressMapping[];
  /** Ids of reference rules that are switched off. */
  readonly disable?: readonly string[];
  /** Whether the constraints of the metaschema are checked; they are unless this is false. */
  readonly constraints?: boolean;
  /** Warnings make a document invalid too. */
  readonly strict?: boolean;
  /** File of suppressions; `aims-suppressions.yaml` of the host's folder unless given. */
  readonly suppressions?: string;
  /** Day by which suppressions expire; the clock is asked where it is left out. */
  readonly asOf?: string;
}

/** The state of one file. */
export interface FileVerdict {
  readonly file: SourceFile;
  readonly state: "valid" | "invalid" | "unreadable";
}

/** The findings of a validation. */
export interface OscalCheck {
  /** Files in the order in which they were checked. */
  readonly files: readonly FileVerdict[];
  /** Files that were read besides: settings, lock files and suppressions. */
  readonly besides: readonly SourceFile[];
  readonly problems: readonly Diagnostic[];
  /** Files of folders that are not OSCAL. */
  readonly others: number;
  /** Files of folders that the request leaves out. */
  readonly excluded: number;
  /** Problems that a suppression accepts. */
  readonly suppressed: number;
  /** Problems that were found beside the listed ones: a document may have more than anybody reads. */
  readonly unlisted: Diagnosis["unlisted"];
  readonly valid: boolean;
}

/** Read without being asked for where it lies in the host's folder. */
const suppressionsFile = "aims-suppressions.yaml";

/** The files that a request names; to be looked at before anything is checked. */
export async function filesToValidate(request: ValidateOscalRequest, host: Host): Promise<NamedFiles> {
  return namedFiles(request.files, host, request.exclude);
}

/**
 * Validates every file that the request names, and tells all that is wrong with each.
 * @param named as `filesToValidate` gives it
 * @returns the check with its problems; only problems where the suppressions cannot be used
 */
export async function validateOscal(
  request: ValidateOscalRequest,
  host: Host,
  named?: NamedFiles,
): Promise<Reading<OscalCheck>> {
  const { files, problems: unread, excluded, notices } = named ?? (await filesToValidate(request, host));
  const suppressions = await suppressionsOf(request, host);
  if (suppressions.problems.length > 0) return { problems: [...unread, ...suppressions.problems] };
  const accepted = suppressionsPath(request.suppressions, host);
  const roots = new HrefRoots(files, host);
  const besides = accepted === undefined ? [] : [fileAt(accepted)];
  const check = new Check(request, suppressions.value, excluded, besides, { roots, host });
  check.unreadable(unread);
  check.note([], notices);
  if (request.follow === true) await validateTogether(files, roots, request, host, check);
  else {
    for await (const read of readFiles(files, host.read)) {
      if ("skipped" in read) check.skip(read.skipped);
      else await check.add(read, { fileExists: existsFrom(read.file, roots, host), locate: locateShipped });
    }
  }
  const value = await check.result();
  return { value, problems: value.problems };
}

/** Absolute path of the file that is named, or else of the one that lies in the host's folder, if one does. */
function suppressionsPath(named: string | undefined, host: Host): string | undefined {
  const path = resolve(host.folder, named ?? suppressionsFile);
  return named === undefined && !host.write.exists(path) ? undefined : path;
}

async function suppressionsOf(
  { suppressions, asOf }: ValidateOscalRequest,
  host: Host,
): Promise<Reading<RunSuppressions>> {
  const path = suppressionsPath(suppressions, host);
  if (path === undefined) return { problems: [] };
  const { readSuppressions } = await import("../workspace/suppressions.js");
  const { value, problems } = await readSuppressions(fileAt(path), host.read);
  if (value === undefined) return { problems };
  const { RunSuppressions } = await import("./oscal/suppressions.js");
  return { value: new RunSuppressions(value, dayOf(asOf, host), host.read), problems };
}

/** Adds up what is found in the files of a run. */
class Check {
  #others = 0;
  readonly #excluded: number;
  readonly #request: ValidateOscalRequest;
  readonly #suppressions: RunSuppressions | undefined;
  readonly #disabledRules: ReadonlySet<string>;
  readonly #files: FileVerdict[] = [];
  readonly #besides: SourceFile[];
  readonly #problems: Diagnostic[] = [];
  readonly #unlisted = { error: 0, warning: 0, info: 0 };
  #suppressed = 0;
  readonly #around: { readonly roots: HrefRoots; readonly host: Host };

  /**
   * @param besides files that were read before
   * @param around where imports may be looked into
   */
  constructor(
    request: ValidateOscalRequest,
    suppressions: RunSuppressions | undefined,
    excluded: number,
    besides: readonly SourceFile[],
    around: { readonly roots: HrefRoots; readonly host: Host },
  ) {
    this.#besides = [...besides];
    this.#excluded = excluded;
    this.#around = around;
    this.#request = request;
    this.#suppressions = suppressions;
    this.#disabledRules = new Set(request.disable);
  }

  /** Files that say where imports lie, and faults that are about no document. */
  note(settings: readonly SourceFile[], problems: readonly Diagnostic[]): void {
    this.#besides.push(...settings);
    this.#problems.push(...problems);
  }

  /** Arguments that name nothing that can be read. */
  unreadable(problems: readonly Diagnostic[]): void {
    this.#files.push(...problems.map(({ file = "" }): FileVerdict => ({ file, state: "unreadable" })));
    this.#problems.push(...problems);
  }

  /** A file of a folder that is not OSCAL. */
  skip(problems: readonly Diagnostic[]): void {
    this.#others += 1;
    this.#problems.push(...problems);
  }

  /** Checks a file that has been read. */
  async add(
    { file, document, diagnostics }: ReadFile,
    found: Pick<DiagnoseOptions, "references" | "fileExists" | "locate">,
  ): Promise<void> {
    const { constraints = true, strict } = this.#request;
    const accepts = this.#suppressions?.check(file);
    const suppressed = (each: SuppressibleProblem): boolean => {
      const accepted = accepts?.(each) === true;
      if (accepted) this.#suppressed += 1;
      return accepted;
    };
    const options = { ...found, constraints, disabledRules: this.#disabledRules, suppressed, labels: widespread };
    const diagnosis = document && (await diagnosisOf(document, options));
    const kept = diagnosis
      ? [...diagnostics.filter((each) => !suppressed(each)), ...(await this.#explained(diagnosis, document))]
      : diagnostics;
    for (const severity of ["error", "warning", "info"] as const)
      this.#unlisted[severity] += diagnosis?.unlisted[severity] ?? 0;
    const invalid = hasErrors(kept, strict);
    this.#files.push({ file, state: document === undefined ? "unreadable" : invalid ? "invalid" : "valid" });
    this.#problems.push(...kept);
  }

  /** The listed problems; of what a profile calls otherwise than by its id, with the id. */
  async #explained({ diagnostics }: Diagnosis, document: SourceDocument): Promise<readonly Diagnostic[]> {
    if (profileOf(document) === undefined) return diagnostics;
    const { explainControlIds } = await import("../workspace/profile.js");
    const { roots, host } = this.#around;
    const path = hrefBase(document.file, host);
    const imports = async (): Promise<Imports> => {
      const { ImportScopes } = await import("./oscal/imports.js");
      return new ImportScopes(this.#request.maps ?? [], host).of(path, document.file);
    };
    const allowed = (file: ImportedFile): boolean => file.named || roots.isFile(file.path);
    return explainControlIds(diagnostics, { path, document }, { imports, allowed }, host.read);
  }

  async result(): Promise<OscalCheck> {
    const { disable = [], constraints = true, strict } = this.#request;
    const problems = [...this.#problems, ...(this.#suppressions?.problems({ disable, constraints }) ?? [])];
    if (this.#files.length === 0) {
      const { problem } = await import("../diagnostics/codes/requests.js");
      problems.push(problem("no-oscal-documents", undefined, { verb: "validate", among: this.#others }));
    }
    const wrong = hasErrors(problems, strict);
    return {
      files: this.#files,
      besides: this.#besides,
      problems: problems.sort(compareDiagnostics),
      others: this.#others,
      excluded: this.#excluded,
      suppressed: this.#suppressed,
      unlisted: this.#unlisted,
      valid: this.#files.length > 0 && !wrong,
    };
  }
}

/** Validates files and what they import as one set, across which references are looked up. */
async function validateTogether(
  files: readonly OscalFile[],
  roots: HrefRoots,
  { disable, maps = [] }: ValidateOscalRequest,
  host: Host,
  check: Check,
): Promise<void> {
  const all: ReadFile[] = [];
  for await (const read of readFiles(files, host.read)) {
    if ("skipped" in read) check.skip(read.skipped);
    else all.push(read);
  }
  const { ImportScopes, readImports } = await import("./oscal/imports.js");
  const { locators, named, settings, problems } = await readImports(all, roots, new ImportScopes(maps, host), host);
  check.note(settings, problems);
  const set = all.flatMap(({ file, document }) => {
    const name = hrefBase(file, host);
    return document ? [{ name, document: document.value, ...defined({ locate: locators.get(name) }) }] : [];
  });
  const byName = new Map<string, ReferenceProblem[]>(set.map(({ name }) => [name, []]));
  const fileExists = (path: string): boolean | undefined => named.has(path) || roots.exists(path);
  for (const each of danglingReferences(set, { disabled: new Set(disable), fileExists })) {
    byName.get(each.document)?.push(each);
  }
  for (const read of all) await check.add(read, { references: byName.get(hrefBase(read.file, host)) ?? [] });
}

/** The list is read when a document has a control of ISO/IEC 42001. */
const widespread: NonNullable<DiagnoseOptions["labels"]> = {
  labelled: (...control) => wrongLabels().labelled(...control),
};

/** Without the imports of documents, only what ships with aims is known by its address. */
const locateShipped: HrefLocator = (href) => {
  if (!isShippedAddress(href)) return undefined;
  const shipped = shippedPath(href);
  return "path" in shipped ? { kind: "file", path: fileAt(shipped.path) } : { kind: "wrong", ...shipped };
};

/** Looks for the files that a document names; paths from standard input start from the host's folder. */
function existsFrom(file: SourceFile, roots: HrefRoots, host: Host): (path: string) => boolean | undefined {
  const base = hrefBase(file, host);
  return (path) => roots.exists(base === file ? path : join(host.folder, path));
}
