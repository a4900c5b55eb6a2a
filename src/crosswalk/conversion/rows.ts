import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/codes/mapping-tables.js";
import { limits } from "../../foundation/limits.js";
import type { CsvCell, CsvRow, CsvTable } from "../../source/csv-table.js";
import type { Relationship } from "../relationship.js";
import { likelyRelationship, relationshipOfWord } from "../relationship-words.js";
import type { ColumnKind, MatchingRationale } from "../table-columns.js";
import { matchingRationaleOf, type FoundColumns } from "./columns.js";
import type { CatalogNames, NamedItem } from "./names.js";

/** The catalog on one side, as far as its rows are read. */
export interface TableSide {
  readonly names: CatalogNames;
  /** As references to its controls begin, or as people know it. */
  readonly framework: string;
}

/** A row that relates sources to targets. */
export interface PairRow {
  readonly row: CsvRow;
  readonly relationship: Relationship;
  readonly sources: readonly NamedItem[];
  readonly targets: readonly NamedItem[];
  readonly strength?: string;
  readonly coverage?: number;
  readonly confidence?: { readonly category: string } | { readonly percentage: number };
  readonly provenance: readonly string[];
  readonly matchingRationale?: MatchingRationale;
  readonly remarks?: string;
}

/** What the rows of a table say. */
export interface ReadRows {
  readonly pairs: readonly PairRow[];
  /** Rows of one side only, without a relationship: controls that have no counterpart. */
  readonly gaps: { readonly source: readonly NamedItem[]; readonly target: readonly NamedItem[] };
  readonly problems: readonly Diagnostic[];
}

/** Reads the rows of a table; every cell that cannot be read is reported with its place. */
export class RowReader {
  readonly #table: CsvTable;
  readonly #columns: FoundColumns;
  readonly #sides: { readonly source: TableSide; readonly target: TableSide };
  readonly #problems: Diagnostic[] = [];

  constructor(table: CsvTable, columns: FoundColumns, sides: RowReader["sides"]) {
    this.#table = table;
    this.#columns = columns;
    this.#sides = sides;
  }

  get sides(): { readonly source: TableSide; readonly target: TableSide } {
    return this.#sides;
  }

  read(): ReadRows {
    const pairs: PairRow[] = [];
    const gaps = { source: [] as NamedItem[], target: [] as NamedItem[] };
    const { rows } = this.#table;
    // Below the header, compliance-trestle expects a row of descriptions.
    for (const row of this.#columns.isTrestle ? rows.slice(1) : rows) {
      if (this.#problems.length >= limits.diagnosticsPerFile) break;
      const sources = this.#items(row, "source");
      const targets = this.#items(row, "target");
      if (sources === undefined || targets === undefined) continue;
      const word = this.#cell(row, "relationship")?.text ?? "";
      const lone = sources.length === 0 ? "source" : targets.length === 0 ? "target" : undefined;
      if (lone !== undefined) {
        if (word !== "") this.#report(row, lone, problem("mapping-table-side", undefined, { side: lone }));
        gaps.source.push(...sources);
        gaps.target.push(...targets);
        continue;
      }
      const relationship = relationshipOfWord(word);
      if (relationship === undefined) {
        const told = { word, meant: word === "" ? undefined : likelyRelationship(word) };
        this.#report(row, "relationship", problem("mapping-table-relationship", undefined, told));
        continue;
      }
      pairs.push({ row, relationship, sources, targets, ...this.#more(row) });
    }
    this.#checkResources();
    return { pairs, gaps, problems: this.#problems };
  }

  /** The items of a cell; undefined where one of them is not known. */
  #items(row: CsvRow, side: "source" | "target"): NamedItem[] | undefined {
    const cell = this.#cell(row, side);
    const { names, framework } = this.#sides[side];
    const items = new Map<string, NamedItem>();
    let isKnown = true;
    const between = this.#columns.isTrestle ? /[;\s]+/ : /;/;
    for (const name of (cell?.text ?? "").split(between).map((each) => each.trim())) {
      if (name === "") continue;
      const item = names.find(name);
      if (item === undefined) {
        isKnown = false;
        const told = { name, framework, guess: names.nearest(name) };
        this.#report(row, side, problem("mapping-table-control", undefined, told));
      } else items.set(`${item.type} ${item.id}`, item);
    }
    return isKnown ? [...items.values()] : undefined;
  }

  #more(row: CsvRow): Pick<PairRow, "provenance"> & Partial<PairRow> {
    const text = (kind: ColumnKind): string => this.#cell(row, kind)?.text ?? "";
    const strength = this.#value(row, "strength", "a whole number from 1 to 10", (each) =>
      /^(?:[1-9]|10)$/.test(each) ? each : undefined,
    );
    const coverage = this.#value(row, "coverage", "a share such as 0.8 or 80%", shareOf);
    const confidence = this.#value(
      row,
      "confidence",
      "high, medium, low, unspecified, or a share such as 0.8",
      confidenceOf,
    );
    const matchingRationale = this.#value(
      row,
      "matching-rationale",
      "syntactic, semantic or functional",
      matchingRationaleOf,
    );
    const remarks = text("remarks");
    return {
      ...(strength === undefined ? {} : { strength }),
      ...(coverage === undefined ? {} : { coverage }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(matchingRationale === undefined ? {} : { matchingRationale }),
      ...(remarks === "" ? {} : { remarks }),
      provenance: [
        ...new Set(
          text("provenance")
            .split(";")
            .map((each) => each.trim()),
        ),
      ].filter((each) => each !== ""),
    };
  }

  #value<Value>(
    row: CsvRow,
    kind: ColumnKind,
    expected: string,
    read: (text: string) => Value | undefined,
  ): Value | undefined {
    const { text: value = "" } = this.#cell(row, kind) ?? {};
    if (value === "") return undefined;
    const found = read(value);
    if (found !== undefined) return found;
    const index = this.#columns.indexes.get(kind) ?? 0;
    const told = { column: this.#table.header[index]?.text ?? kind, value, expected };
    this.#report(row, kind, problem("mapping-table-value", undefined, told));
    return undefined;
  }

  /** A file of compliance-trestle names the catalogs in each row, and may hold several mappings. */
  #checkResources(): void {
    const rows = this.#columns.isTrestle ? this.#table.rows.slice(1) : this.#table.rows;
    for (const kind of ["source-resource", "target-resource"] as const) {
      const index = this.#columns.indexes.get(kind);
      const cells = rows.flatMap(({ cells }) => (index === undefined ? [] : (cells[index] ?? [])));
      const first = cells.find(({ text }) => text !== "")?.text ?? "";
      const other = cells.find(({ text }) => text !== "" && text !== first);
      if (other === undefined) continue;
      const column = this.#table.header[index ?? 0]?.text ?? kind;
      const told = { column, first, second: other.text };
      this.#problems.push({ ...this.#placeOf(other), ...problem("mapping-table-resources", undefined, told) });
    }
  }

  #cell(row: CsvRow, kind: ColumnKind): CsvCell | undefined {
    const index = this.#columns.indexes.get(kind);
    return index === undefined ? undefined : row.cells[index];
  }

  #report(row: CsvRow, kind: ColumnKind, fault: Diagnostic): void {
    this.#problems.push({ ...this.#placeOf(this.#cell(row, kind) ?? { line: row.line, column: 1 }), ...fault });
  }

  #placeOf({ line, column }: Pick<CsvCell, "line" | "column">): Pick<Diagnostic, "file" | "line" | "column" | "frame"> {
    const { file, frame } = this.#table;
    return { file, line, column, frame: frame({ line, column }) };
  }
}

/** A share as people write it: 0.8, 0,8, 80 %. */
function shareOf(text: string): number | undefined {
  const [, figure, percent] = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text) ?? [];
  if (figure === undefined) return undefined;
  const number = Number(figure.replace(",", "."));
  // Hundredths of what is written in decimals are rounded where they end: 28 % is 0.28.
  const share = percent === "%" ? Number((number / 100).toFixed(8)) : number;
  return share <= 1 ? share : undefined;
}

const categories: ReadonlySet<string> = new Set(["high", "medium", "low", "unspecified"]);

function confidenceOf(text: string): PairRow["confidence"] {
  const category = text.toLowerCase();
  if (categories.has(category)) return { category };
  const percentage = shareOf(text);
  return percentage === undefined ? undefined : { percentage };
}
