import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem as csvProblem } from "../../diagnostics/codes/csv.js";
import { problem } from "../../diagnostics/codes/mapping-tables.js";
import { nearest } from "../../foundation/nearest.js";
import {
  columnKinds,
  matchingRationales,
  plainHeader as plainOf,
  type ColumnKind,
  type MatchingRationale,
  type NamedColumns,
} from "../table-columns.js";
import type { CsvCell, CsvTable } from "../../source/csv-table.js";

/** Columns that are known, and not part of a pair: the catalogs that each row names. */
type ResourceKind = "source-resource" | "target-resource";

/**
 * Usual names by what they hold, in small letters and without blanks and signs. Beside plain words these are the columns of NIST's online
 * informative references (OLIR: focal and reference document element), of set theory mappings in their manner (FDE, STRM), and of the
 * mapping task of compliance-trestle.
 */
const usual: Readonly<Record<ColumnKind | ResourceKind, readonly string[]>> = {
  source: [
    ...[
      "source",
      "sources",
      "sourceid",
      "sourceids",
      "sourcecontrol",
      "sourcecontrolid",
      "control",
      "controlid",
      "from",
    ],
    ...["focaldocumentelement", "focaldocumentelementid", "fde", "mapsourceidreflist", "mapsourceidref"],
  ],
  target: [
    ...["target", "targets", "targetid", "targetids", "targetcontrol", "targetcontrolid", "to"],
    ...["referencedocumentelement", "referencedocumentelementid", "rde", "maptargetidreflist", "maptargetidref"],
  ],
  relationship: ["relationship", "relation", "relationshiptype", "strmrelationship", "maprelationship"],
  strength: ["strength", "relationshipstrength", "strengthofrelationship"],
  coverage: ["coverage", "targetcoverage", "mapcoverage"],
  remarks: ["remarks", "remark", "comment", "comments", "explanation", "note", "notes", "rationale"],
  provenance: ["provenance", "statedby"],
  confidence: ["confidence", "confidencescore", "mapconfidencescore"],
  "matching-rationale": ["matchingrationale", "strmrationale"],
  "source-resource": ["sourceresource"],
  "target-resource": ["targetresource"],
};

/** Names of required columns that a message offers. */
const offered: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  source: ["Source", "Source ID", "Focal Document Element"],
  target: ["Target", "Target ID", "Reference Document Element"],
  relationship: ["Relationship", "STRM Relationship"],
};

/** The matching rationale that a cell means. */
export function matchingRationaleOf(text: string): MatchingRationale | undefined {
  return matchingRationales.find((each) => each === text.toLowerCase());
}

/** Where the columns of a mapping stand in the records of a table. */
export interface FoundColumns {
  readonly indexes: ReadonlyMap<ColumnKind | ResourceKind, number>;
  /** Whether the file is one for compliance-trestle: a row of descriptions below the header, blanks between ids. */
  readonly isTrestle: boolean;
  readonly problems: readonly Diagnostic[];
}

/** Finds the columns of a mapping by their names. */
export function columnsOf({ file, header, rows, frame }: CsvTable, named: NamedColumns): FoundColumns {
  const problems: Diagnostic[] = [];
  const indexes = new Map<ColumnKind | ResourceKind, number>();
  const place = (cell: CsvCell | undefined): { file: string; line: number; column: number; frame: string } => {
    const { line, column } = cell ?? { line: 1, column: 1 };
    return { file, line, column, frame: frame({ line, column }) };
  };
  const isTrestle = header.some(({ text }) => text.startsWith("$"));
  const used = new Set<number>();
  for (const holds of columnKinds) {
    const name = named[holds];
    if (name === undefined) continue;
    const index = header.findIndex(({ text }) => plainOf(text) === plainOf(name));
    if (index >= 0) {
      indexes.set(holds, index);
      used.add(index);
      continue;
    }
    const names = header.map(({ text }) => text);
    const told = { how: "not-there", holds, name, guess: nearest(name, names), header: names } as const;
    problems.push(problem("mapping-table-column", place(header[0]), told));
  }
  for (const [index, cell] of header.entries()) {
    if (used.has(index)) continue;
    const kind = kindOf(cell.text, () => rows.map(({ cells }) => cells[index]?.text ?? ""));
    if (kind === undefined || named[kind as ColumnKind] !== undefined) {
      if (cell.text !== "") problems.push(csvProblem("unexpected-column", place(cell), cell.text));
      continue;
    }
    const other = indexes.get(kind);
    if (other === undefined) indexes.set(kind, index);
    else {
      const told = { how: "twice", holds: kind, first: header[other]?.text ?? "", second: cell.text } as const;
      problems.push(problem("mapping-table-column", place(cell), told));
    }
  }
  for (const [holds, names = []] of Object.entries(offered)) {
    if (indexes.has(holds as ColumnKind) || named[holds as ColumnKind] !== undefined) continue;
    problems.push(problem("mapping-table-column", place(header[0]), { how: "missing", holds, names }));
  }
  return { indexes, isTrestle, problems };
}

/** @param texts the cells of the column, for a name that is used for two things */
function kindOf(name: string, texts: () => readonly string[]): ColumnKind | ResourceKind | undefined {
  const plain = plainOf(name);
  const [kind] = Object.entries(usual).find(([, names]) => names.includes(plain)) ?? [];
  // NIST's tables call the matching rationale so, others the reason for a pair.
  if (plain === "rationale") {
    const words = texts().filter((text) => text !== "");
    if (words.length > 0 && words.every((text) => matchingRationaleOf(text) !== undefined)) return "matching-rationale";
  }
  return kind as ColumnKind | ResourceKind | undefined;
}
