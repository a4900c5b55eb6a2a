import type { CsvRecord } from "../../source/csv.js";
import type { System } from "../generated/descriptor.js";

/** How much an oddity matters: a warning names a value that was not taken over, or a contradiction; info is good to know. */
export type OdditySeverity = "warning" | "info";

/** Something odd about one record of an inventory. The record was imported all the same. */
export interface Oddity {
  /** Stable code in kebab-case, such as `value-in-wrong-column`. */
  readonly code: string;
  readonly severity: OdditySeverity;
  /** What is odd and what was done about it, in a sentence. */
  readonly message: string;
  /** Number of the record, counted from 1 without the header. */
  readonly record: number;
  /** Line of the file on which the record begins. */
  readonly line: number;
  /** The id as the file writes it; empty where it has none. */
  readonly id: string;
  /** Id of the descriptor that was made from the record. */
  readonly system: string;
  readonly column?: string;
  /** The value as found; long values are cut. */
  readonly value?: string;
}

/** What becomes of one record. */
export interface ImportedSystem {
  readonly descriptor: System;
  /** What the descriptor is filed under: a name made of lower-case letters, digits and hyphens. */
  readonly group: string;
  readonly oddities: readonly Oddity[];
}

/** One run over one inventory. The same records in the same order give the same descriptors; a later record changes no earlier one. */
export interface ImportSession {
  add(record: CsvRecord): ImportedSystem;
  /** Names of the units that the records so far belong to, sorted. */
  units(): readonly string[];
}

/** An inventory format that is read from CSV. */
export interface Importer {
  readonly name: string;
  /** Columns that the header must have. */
  readonly columns: readonly string[];
  /** Workspace files that are written where there are none yet. */
  readonly workspace: {
    readonly organization: { readonly id: string; readonly name: string; readonly description: string };
    readonly profile: string;
  };
  /** @param file name of the inventory file, for provenance */
  start(file: string): ImportSession;
}
