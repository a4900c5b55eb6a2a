import { dirname, resolve } from "node:path";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { sha256OfFile } from "../files/digest.js";
import { insideWorkspace } from "../files/paths.js";
import { statFile, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import {
  descriptorDocuments,
  readDescriptor,
  type DescriptorResult,
  type EvidenceLook,
  type OrganizationSubject,
  type Subject,
  type SystemSubject,
  type UsedIds,
} from "../inventory/descriptors.js";
import { readDocuments } from "../source/read.js";
import type { Workspace } from "./workspace.js";

/** Reads the descriptors of a workspace: the organization first, then the systems. Everything that is wrong is collected. */
export class DescriptorReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #workspace: Workspace;
  readonly #reader: Reader;
  /** Ids are unique over all files of the workspace. */
  readonly #ids: UsedIds = new Map();

  constructor(workspace: Workspace, reader: Reader) {
    this.#workspace = workspace;
    this.#reader = reader;
  }

  async organization(): Promise<OrganizationSubject | undefined> {
    const { input, exists } = this.#workspace.organization;
    if (!exists) {
      this.diagnostics.push(problem("no-organization", { file: input.file }));
      return undefined;
    }
    let organization: OrganizationSubject | undefined;
    for await (const { subject, diagnostics } of this.#read([input])) {
      this.diagnostics.push(...diagnostics);
      if (subject?.kind === "organization" && !organization) organization = subject;
      else if (subject) this.#misplaced(subject, "organization");
    }
    return organization;
  }

  /** Yields the systems whose descriptors are valid, one by one in the order of the files. */
  async *systems(): AsyncGenerator<SystemSubject> {
    for await (const { subject, diagnostics } of this.#read(this.#workspace.systems)) {
      this.diagnostics.push(...diagnostics);
      if (subject?.kind === "system") yield subject;
      else if (subject) this.#misplaced(subject, "system");
    }
  }

  /** Reads everything to find its faults. @returns how many systems are valid */
  async check(): Promise<number> {
    await this.organization();
    let valid = 0;
    const systems = this.systems();
    while ((await systems.next()).done !== true) valid += 1;
    return valid;
  }

  /** The descriptors of the files, one at a time and in the order of the files; a bad document does not hide the others. */
  async *#read(inputs: Iterable<InputFile>): AsyncGenerator<DescriptorResult> {
    for (const input of inputs) {
      const look = this.#lookFrom(dirname(input.file));
      for await (const { document, diagnostics } of readDocuments(input, this.#reader)) {
        if (document === undefined) yield { diagnostics };
        else for (const each of descriptorDocuments(document)) yield await readDescriptor(each, this.#ids, look);
      }
    }
  }

  /** Looks at evidence files, whose paths start from the folder of their descriptor. */
  #lookFrom(folder: string): EvidenceLook {
    const reader = this.#reader;
    return async (path, hash) => {
      const target = insideWorkspace(resolve(this.#workspace.root), folder, path, reader);
      if ("outside" in target) return { outside: true };
      try {
        statFile(target.path, reader);
        return { sha256: hash ? await sha256OfFile(target.path, reader) : undefined };
      } catch (error) {
        return { error };
      }
    };
  }

  #misplaced({ kind, source: { file, line } }: Subject, wanted: Subject["kind"]): void {
    this.diagnostics.push(problem("kind-out-of-place", { file, line, column: 1 }, { kind, wanted }));
  }
}
