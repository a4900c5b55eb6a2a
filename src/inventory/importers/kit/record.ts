import type { CsvLayout } from "../../../source/csv.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";

/** Where a record stands. */
export interface RecordPlace {
  /** Name of the file without its folder. */
  readonly file: string;
  /** Number of the record, counted from 1; a header and blank lines do not count. */
  readonly record: number;
  /** Line of the file on which the record begins. */
  readonly line: number;
  /** JSON pointer of the record, where the file is a document; absent in a table. */
  readonly pointer?: string;
}

/** One record of a file: what an importer makes a descriptor of, whichever reader it came from. */
export interface SourceRecord {
  readonly place: RecordPlace;
  /** Cells by column, or the properties of an object; only own properties are read. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A field of a record: a name, or the steps to a value that lies deeper. No steps mean the value itself. */
export type Field = string | readonly (string | number)[];

/** How the records of a format are read, as data: an importer declares it. */
export type RecordSource =
  | {
      readonly kind: "csv";
      /** Columns that the header must have, in any order; others are skipped with a warning. */
      readonly columns: readonly string[];
      /** Layouts that people mistake for this one. */
      readonly others?: readonly CsvLayout[];
    }
  | {
      readonly kind: "document";
      /** `by-ending`: JSON where the file's name ends in ".json", YAML otherwise. */
      readonly syntax: "json" | "yaml" | "by-ending";
      /** JSON pointer of the list whose elements are the records, or of the object that is the only one. */
      readonly records: string;
    };

/** One step of reading: a record, or the diagnostics about the file at this place. */
export interface RecordResult {
  readonly record?: SourceRecord;
  readonly diagnostics: readonly Diagnostic[];
}
