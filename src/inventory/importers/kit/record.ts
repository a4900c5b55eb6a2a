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
