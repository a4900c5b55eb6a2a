import { basename, dirname, join, resolve } from "node:path";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { sha256OfFile, type DigestedFiles } from "../files/digest.js";
import { findFiles } from "../files/find.js";
import { fileAt, insideWorkspace, leadsOutside, nameFrom } from "../files/paths.js";
import { statFile, type InputFile } from "../files/read.js";
import { statusAt, type Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import {
  descriptorDocuments,
  descriptorHolds,
  FiledRecords,
  readDescriptor,
  type DescriptorResult,
  type EvidenceLook,
  type KnownBeside,
  type Misplaced,
  type OrganizationSubject,
  type SystemSubject,
  type UsedIds,
} from "../inventory/descriptors.js";
import type { HoldsText, SourceDocument } from "../source/document.js";
import { readDocuments } from "../source/read.js";
import { likelyOrganization } from "./unread-files.js";
import type { Workspace } from "./workspace.js";

/**
 * Reads the descriptors of a workspace: the organization first, then the systems, each with what the files of records hold about it.
 * Everything that is wrong is collected.
 */
export class DescriptorReader {
  readonly diagnostics: Diagnostic[] = [];
  /** Those of the descriptor files and of the files of records, where they were wanted. */
  readonly digests: DigestedFiles | undefined;
  readonly #workspace: Workspace;
  readonly #reader: Reader;
  /** Reads descriptor files and files of records. */
  readonly #files: Reader;
  readonly #evidence = new Set<SourceFile>();
  /** Ids are unique over all files of the workspace. */
  readonly #ids: UsedIds = new Map();

  readonly #known: KnownBeside;
  #filed: Promise<FiledRecords | undefined> | undefined;
  /** Whether the ids of all descriptors can be known: the organization was asked for, and every document was one. */
  #idsAreKnown = false;
  /** Names of the files in folders in which evidence was missed. */
  readonly #folders = new Map<string, readonly string[]>();
  /** Warnings about dates in the future, by their places. */
  readonly #future = new Map<string, Diagnostic>();

  /** @param digests takes those of the descriptor files while they are read */
  constructor(workspace: Workspace, reader: Reader, known: KnownBeside = {}, digests?: DigestedFiles) {
    this.#workspace = workspace;
    this.#reader = reader;
    this.digests = digests;
    this.#files = digests?.reader ?? reader;
    this.#known = known;
  }

  /** Evidence files that descriptors name, as far as they lie in the workspace. */
  get evidence(): ReadonlySet<SourceFile> {
    return this.#evidence;
  }

  /** Warnings about dates in the future of the day of the assessment. They stand apart, since a rule may say the same. */
  get futureDates(): Iterable<Diagnostic> {
    return this.#future.values();
  }

  /** Takes back the warning about a date that a rule finds fault with itself. @param file path in the workspace */
  judged(file: string, line: number, column: number): void {
    if (this.#future.size > 0) this.#future.delete(placeKey(fileAt(join(this.#workspace.root, file)), line, column));
  }

  async organization(): Promise<OrganizationSubject | undefined> {
    const { input, exists } = this.#workspace.organization;
    if (!exists) {
      this.#idsAreKnown = true;
      this.diagnostics.push(
        problem(
          "no-organization",
          { file: input.file },
          defined({ instead: await likelyOrganization(this.#workspace.root, this.#reader) }),
        ),
      );
      return undefined;
    }
    this.#idsAreKnown = true;
    let organization: OrganizationSubject | undefined;
    for await (const { subject, misplaced } of this.#descriptors([input])) {
      if (subject?.kind === "organization" && !organization) organization = subject;
      else if (subject) this.#misplaced(subject, "organization");
      if (misplaced) this.#misplaced(misplaced, "organization");
    }
    return organization;
  }

  /** Yields the systems whose descriptors are valid, one by one in the order of the files. */
  async *systems(): AsyncGenerator<SystemSubject> {
    for await (const { subject, misplaced } of this.#descriptors(this.#workspace.systems)) {
      if (subject?.kind === "system") yield subject;
      else if (subject) this.#misplaced(subject, "system");
      if (misplaced) this.#misplaced(misplaced, "system");
    }
    if (this.#idsAreKnown && this.#workspace.whole) {
      this.diagnostics.push(...((await this.#filed)?.strays(this.#ids.keys()) ?? []));
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

  #keep(diagnostics: readonly Diagnostic[]): void {
    for (const each of diagnostics) {
      const { code, file = "", line = 0, column = 0 } = each;
      if (code === "date-in-future") this.#future.set(placeKey(file, line, column), each);
      else this.diagnostics.push(each);
    }
  }

  /** The descriptors of the files, one at a time and in the order of the files. */
  async *#descriptors(inputs: Iterable<InputFile>): AsyncGenerator<DescriptorResult> {
    this.#filed ??= this.#records();
    const filed = await this.#filed;
    const known = { ...this.#known, ...defined({ filed }) };
    for await (const result of this.#read(inputs, (each, look) => readDescriptor(each, this.#ids, look, known))) {
      if (result.subject === undefined) this.#idsAreKnown = false;
      yield result;
    }
  }

  /** The files of records; undefined where there is none. */
  async #records(): Promise<FiledRecords | undefined> {
    const { records } = this.#workspace;
    if (records.length === 0) return undefined;
    const filed = new FiledRecords();
    for await (const { misplaced } of this.#read(records, (each, look) => filed.add(each, look, this.#known.asOf))) {
      if (misplaced) this.#misplaced(misplaced, "records");
    }
    return filed;
  }

  /** Reads the documents of the files, one at a time and in their order; a bad document does not hide the others. */
  async *#read(
    inputs: Iterable<InputFile>,
    read: (document: SourceDocument, look: EvidenceLook) => DescriptorResult | Promise<DescriptorResult>,
  ): AsyncGenerator<DescriptorResult> {
    for (const input of inputs) {
      const look = this.#lookFrom(dirname(input.file));
      for await (const { document, diagnostics } of readDocuments(input, this.#files)) {
        if (document === undefined) {
          this.#keep(diagnostics);
          yield { diagnostics };
          continue;
        }
        const wrong = new Set<number | undefined>();
        for (const each of descriptorDocuments(document)) {
          const result = await read(each, look);
          for (const { line } of result.diagnostics) wrong.add(line);
          this.#keep(result.diagnostics);
          yield result;
        }
        // What is wrong with a value says more than that it may be read otherwise.
        const holds: HoldsText = (pointer, text) => descriptorHolds(document, pointer, text);
        this.#keep((document.cautions?.(holds) ?? []).filter(({ line }) => !wrong.has(line)));
      }
    }
  }

  /** Looks at evidence files, whose paths start from the folder of the file that names them. */
  #lookFrom(folder: string): EvidenceLook {
    const reader = this.#reader;
    return async (path) => {
      const target = insideWorkspace(resolve(this.#workspace.root), folder, path, reader);
      if ("outside" in target) return { outside: true };
      this.#evidence.add(fileAt(target.path));
      try {
        statFile(target.path, reader);
        return { sha256: await sha256OfFile(target.path, reader) };
      } catch (error) {
        const instead =
          this.#fromWorkspace(folder, path) ??
          (statusAt(target.path, reader) === undefined ? await this.#similar(folder, path) : undefined);
        return { error, ...defined({ instead }) };
      }
    };
  }

  /** The path from a descriptor's folder of a file that was named as it is seen from the workspace's. */
  #fromWorkspace(folder: string, path: string): string | undefined {
    const { root } = this.#workspace;
    const target = insideWorkspace(root, root, path, this.#reader);
    if ("outside" in target || statusAt(target.path, this.#reader)?.kind !== "file") return undefined;
    const instead = nameFrom(folder, target.path);
    return instead === path ? undefined : instead;
  }

  /** The path from a descriptor's folder of a file that has almost the name, seen from there or from the workspace's folder. */
  async #similar(folder: string, path: string): Promise<string | undefined> {
    const { root } = this.#workspace;
    for (const from of [folder, root]) {
      const beside = dirname(resolve(from, path));
      if (statusAt(beside, this.#reader)?.kind !== "folder" || leadsOutside(root, beside, this.#reader)) continue;
      const files = this.#folders.get(beside) ?? (await findFiles(beside, ["*"], this.#reader)).map(({ name }) => name);
      this.#folders.set(beside, files);
      const name = nearest(basename(path), files);
      if (name !== undefined) return nameFrom(folder, join(beside, name));
    }
    return undefined;
  }

  #misplaced({ kind, source: { file, line } }: Misplaced, wanted: "organization" | "system" | "records"): void {
    this.diagnostics.push(problem("kind-out-of-place", { file, line, column: 1 }, { kind, wanted }));
  }
}

function placeKey(file: SourceFile, line: number, column: number): string {
  return `${file}:${String(line)}:${String(column)}`;
}
