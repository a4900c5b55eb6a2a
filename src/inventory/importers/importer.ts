import type { System } from "../generated/descriptor.js";
import type { Oddity } from "./kit/oddity.js";
import type { SourceRecord } from "./kit/record.js";
import type { RecordSource } from "./kit/record.js";

/** The result of importing one record. */
export interface ImportedSystem {
  readonly descriptor: System;
  /** The name to file the descriptor under, made of lower-case letters, digits and hyphens. */
  readonly group: string;
  readonly oddities: readonly Oddity[];
}

/** Something that a format is asked about first, counted over the records so far: `{ label: "withheld", count: 4 }`. */
export interface Fact {
  readonly label: string;
  readonly count: number;
}

/** One run over one inventory. The same records in the same order give the same descriptors; a later record changes no earlier one. */
export interface ImportSession {
  add(record: SourceRecord): ImportedSystem;
  /** Names of the units that the records so far belong to, sorted. */
  units(): readonly string[];
  /** The facts about the inventory that the command states at its end, on one line, beside the counts that every format has. */
  facts(): readonly Fact[];
}

/** An inventory format: how its records are read, and what they become. Pure: a record in, a descriptor and oddities out. */
export interface Importer {
  readonly reads: RecordSource;
  /** Workspace files that are written where there are none yet. */
  readonly workspace: {
    readonly organization: { readonly id: string; readonly name: string; readonly description: string };
    readonly profile: string;
  };
  /** @param importer name under which the importer is registered, for provenance */
  start(importer: string): ImportSession;
}
