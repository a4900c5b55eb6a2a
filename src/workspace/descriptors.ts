import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { readDescriptors, type OrganizationSubject, type SystemSubject } from "../inventory/descriptors.js";
import type { SourceFile } from "../files/files.js";

/** Where the descriptors of a workspace lie. */
export interface DescriptorFiles {
  /** Absolute path of the workspace's folder. */
  readonly root: string;
  readonly organization: { readonly file: SourceFile; readonly exists: boolean };
  readonly systems: readonly SourceFile[];
}

/** Reads the descriptors of a workspace: the organization first, then the systems. Everything that is wrong is collected. */
export class WorkspaceReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #workspace: DescriptorFiles;
  /** Ids are unique over all files of the workspace. */
  readonly #ids = new Map<string, string>();

  constructor(workspace: DescriptorFiles) {
    this.#workspace = workspace;
  }

  async organization(): Promise<OrganizationSubject | undefined> {
    const { organization: place, root } = this.#workspace;
    if (!place.exists) {
      this.diagnostics.push({
        code: "no-organization",
        severity: "warning",
        message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
        file: place.file.name,
        fix: "Write organization.yaml with kind: organization, an id and a name.",
      });
      return undefined;
    }
    let organization: OrganizationSubject | undefined;
    for await (const { subject, diagnostics } of readDescriptors([place.file], root, this.#ids)) {
      this.diagnostics.push(...diagnostics);
      if (subject?.kind === "organization" && !organization) organization = subject;
      else if (subject)
        this.#misplaced(subject, "organization", "Write one organization into this file, and systems into systems/.");
    }
    return organization;
  }

  /** Yields the systems whose descriptors are valid, one by one in the order of the files. */
  async *systems(): AsyncGenerator<SystemSubject> {
    const { systems, root } = this.#workspace;
    for await (const { subject, diagnostics } of readDescriptors(systems, root, this.#ids)) {
      this.diagnostics.push(...diagnostics);
      if (subject?.kind === "system") yield subject;
      else if (subject) this.#misplaced(subject, "system", "Keep the organization's descriptor apart from systems/.");
    }
  }

  /** Reads everything and gives what is wrong with it, for when something else has already gone wrong. */
  async problems(): Promise<readonly Diagnostic[]> {
    await this.organization();
    const systems = this.systems();
    while ((await systems.next()).done !== true);
    return this.diagnostics;
  }

  #misplaced({ kind, source }: SystemSubject | OrganizationSubject, wanted: string, fix: string): void {
    this.diagnostics.push({
      code: "kind-out-of-place",
      severity: "error",
      message: `This descriptor is of the kind "${kind}"; here a "${wanted}" is expected.`,
      file: source.file,
      line: source.line,
      column: 1,
      fix,
    });
  }
}
