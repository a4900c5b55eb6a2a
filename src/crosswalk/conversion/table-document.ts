import type { SourceFile } from "../../diagnostics/source-file.js";
import type { SourceDocument } from "../../source/document.js";
import type { CsvTable } from "../../source/csv-table.js";
import { parsePointer } from "../../source/pointer.js";
import type { Position } from "../../source/position.js";
import type { ColumnKind } from "../table-columns.js";
import type { FoundColumns } from "./columns.js";
import type { PairRow } from "./rows.js";

/** Columns by the property of a pair that is made of them. */
const columnOf: Readonly<Record<string, ColumnKind>> = {
  relationship: "relationship",
  sources: "source",
  targets: "target",
  coverage: "coverage",
  "confidence-score": "confidence",
  "matching-rationale": "matching-rationale",
  remarks: "remarks",
};

/** A mapping collection that was made of a table: what it says of a pair stands in the row of the pair. */
export class TableDocument implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line = 1;
  readonly #table: CsvTable;
  readonly #columns: FoundColumns;
  readonly #pairs: readonly PairRow[];

  /** @param pairs in the order of the maps of the collection */
  constructor(value: unknown, table: CsvTable, columns: FoundColumns, pairs: readonly PairRow[]) {
    this.file = table.file;
    this.value = value;
    this.#table = table;
    this.#columns = columns;
    this.#pairs = pairs;
  }

  locate(pointer: string): Position {
    const [, , , maps, index, property = ""] = parsePointer(pointer);
    const row = maps === "maps" && index !== undefined ? this.#pairs[Number(index)]?.row : undefined;
    if (row === undefined) return { line: 1, column: 1 };
    const kind = Object.hasOwn(columnOf, property) ? columnOf[property] : undefined;
    const place = kind === undefined ? undefined : this.#columns.indexes.get(kind);
    const { line, column } = (place === undefined ? undefined : row.cells[place]) ?? { line: row.line, column: 1 };
    return { line, column };
  }

  frame(position: Position): string {
    return this.#table.frame(position);
  }
}
