import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Sha256 } from "../../foundation/sha256.js";
import type { RuleFiles } from "../rule-files.js";
import type { PackDocumentKind } from "./find.js";

/** What somebody else made, and a workspace takes in: rules with their data, catalogs and profiles. */
export interface Pack {
  /** By which aims.yaml calls it: its namespace. */
  readonly name: string;
  /** Where it comes from, as aims.yaml says it. */
  readonly source: string;
  /** Absolute path of its folder, without links. */
  readonly folder: string;
  /** As its package.json gives it. */
  readonly version?: string;
  /** Of the list of its files. */
  readonly sha256: Sha256;
  /** The names of the files begin with `pack:` and the name of the pack. */
  readonly rules: RuleFiles;
  readonly documents: readonly PackDocument[];
  /** Whether the lock file has it as it is. */
  readonly state: "locked" | "changed" | "not-locked";
}

/** A catalog or profile of a pack. */
export interface PackDocument {
  readonly kind: PackDocumentKind;
  /** Under which it is imported: `pack:acme/profile/baseline`. */
  readonly address: string;
  readonly file: SourceFile;
}
