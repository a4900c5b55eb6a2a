import { problem } from "../diagnostics/codes/crosswalks.js";
import type { Diagnostic, DiagnosticPlace, Reading } from "../diagnostics/diagnostic.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import type { CsvCell, CsvRow, CsvTable } from "../source/csv-table.js";
import type { Framework, Requirement } from "./framework.js";
import type { Standing } from "./standing.js";
import { plainHeader } from "./table-columns.js";

/** What a column of a statement of applicability can hold. */
type Column = "control" | "applicable" | "status" | "justification" | "evidence";

/** Usual names, as `plainHeader` makes them. */
const usual: Readonly<Record<Column, readonly string[]>> = {
  control: [
    ...["control", "controlid", "controls", "controlref", "controlreference", "controlno", "controlnumber", "id"],
    ...[
      "ref",
      "reference",
      "annexa",
      "annexacontrol",
      "annexareference",
      "annexaref",
      "clause",
      "isocontrol",
      "number",
    ],
  ],
  applicable: [
    "applicable",
    "applicability",
    "isapplicable",
    "included",
    "inclusion",
    "inscope",
    "selected",
    "applies",
  ],
  status: ["status", "implementationstatus", "implemented", "implementation", "implementationstate", "state"],
  justification: ["justification", "reason", "reasons", "rationale", "justificationforinclusionorexclusion", "remarks"],
  evidence: ["evidence", "evidencereference", "documents", "document", "proof"],
};

const required: readonly Column[] = ["control", "status"];

const yes = ["yes", "y", "true", "x", "1", "applicable", "included", "in scope"];
const no = ["no", "n", "false", "0", "not applicable", "excluded", "out of scope", "n/a", "na"];

/** Words for how far a control is implemented. A statement declares; what it declares is no evidence that it works. */
const states: Readonly<Partial<Record<Standing["state"], readonly string[]>>> = {
  satisfied: [
    ...["implemented", "fully implemented", "in place", "complete", "completed", "done", "operational", "effective"],
    ...["established", "compliant", "yes", "y", "true", "x", "1"],
  ],
  partial: [
    "partial",
    "partially implemented",
    "partly implemented",
    "partially",
    "in progress",
    "ongoing",
    "partially compliant",
  ],
  "not-satisfied": [
    ...["not implemented", "planned", "to do", "todo", "open", "not started", "missing", "non-compliant"],
    ...["not compliant", "no", "n", "false", "0"],
  ],
  "not-applicable": ["not applicable", "n/a", "na", "excluded"],
};

/** The rows of a statement of applicability, before it is known whose controls they are. */
export interface ApplicabilityTable {
  readonly table: CsvTable;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Finds the columns of a statement of applicability. */
export function applicabilityTable(table: CsvTable): Reading<ApplicabilityTable> {
  const columns = new Map<Column, number>();
  const problems: Diagnostic[] = [];
  for (const [index, cell] of table.header.entries()) {
    const holds = (Object.keys(usual) as Column[]).find((each) => usual[each].includes(plainHeader(cell.text)));
    if (holds === undefined) continue;
    const other = columns.get(holds);
    if (other === undefined) columns.set(holds, index);
    else if (required.includes(holds)) {
      const told = { holds, first: table.header[other]?.text ?? "", second: cell.text };
      problems.push(problem("soa-column", placeOf(table, cell), told));
    }
  }
  for (const holds of required) {
    if (!columns.has(holds))
      problems.push(problem("soa-column", placeOf(table, table.header[0]), { holds, names: names[holds] }));
  }
  return problems.length > 0 ? { problems } : { value: { table, columns }, problems };
}

const names: Readonly<Record<Column, readonly string[]>> = {
  control: ["Control", "Control ID", "Annex A control"],
  applicable: ["Applicable"],
  status: ["Status", "Implementation status", "Implemented"],
  justification: ["Justification"],
  evidence: ["Evidence"],
};

/** Number of the rows whose control a framework has: tells whose statement it is. */
export function rowsOf({ table, columns }: ApplicabilityTable, framework: Framework): number {
  const find = finder(framework, table, columns);
  return table.rows.filter((row) => find(cellOf(row, columns, "control").text) !== undefined).length;
}

/** The standings that a statement of applicability declares, each with the line of the file behind it. */
export function declaredStandings(
  { table, columns }: ApplicabilityTable,
  framework: Framework,
): Required<Reading<readonly Standing[]>> {
  const problems: Diagnostic[] = [];
  const standings = new Map<string, { readonly line: number; readonly standing: Standing }>();
  const find = finder(framework, table, columns);
  for (const row of table.rows) {
    const cell = cellOf(row, columns, "control");
    const place = placeOf(table, cell);
    const requirement = find(cell.text);
    if (requirement === undefined) {
      const labels = framework.leaves.map(({ reference }) => labelOf(reference));
      const guess = nearest(numberOf(cell.text), labels);
      problems.push(problem("soa-control", place, { name: cell.text, framework: framework.name, guess }));
      continue;
    }
    const other = standings.get(requirement.control);
    if (other !== undefined) {
      problems.push(problem("soa-control-twice", place, { name: cell.text, line: other.line }));
      continue;
    }
    const { control, reference, title } = requirement;
    const state = stateOf(row, { table, columns }, problems);
    const note = noteOf(row, columns);
    const assurance = state === "satisfied" ? ("declared" as const) : undefined;
    const standing = { control, reference, title, state, ...defined({ assurance, note }) };
    standings.set(control, { line: row.line, standing });
  }
  return { value: [...standings.values()].map(({ standing }) => standing), problems };
}

/** A control that does not apply shows nothing, whatever else the row says. */
function stateOf(row: CsvRow, { table, columns }: ApplicabilityTable, problems: Diagnostic[]): Standing["state"] {
  const applicable = cellOf(row, columns, "applicable");
  const status = cellOf(row, columns, "status");
  const applies = plain(applicable.text);
  if (no.includes(applies)) return "not-applicable";
  if (applies !== "" && !yes.includes(applies)) {
    const told = { column: headerOf(table, columns, "applicable"), word: applicable.text, known: ["yes", "no"] };
    problems.push(problem("soa-word", placeOf(table, applicable), told));
    return "not-assessed";
  }
  const word = plain(status.text);
  if (word === "") return "no-evidence";
  const found = (Object.keys(states) as Standing["state"][]).find((each) => states[each]?.includes(word));
  if (found !== undefined) return found;
  const known = ["implemented", "partially implemented", "planned", "not implemented", "not applicable"];
  const told = { column: headerOf(table, columns, "status"), word: status.text, known };
  problems.push(problem("soa-word", placeOf(table, status), told));
  return "not-assessed";
}

function noteOf(row: CsvRow, columns: ApplicabilityTable["columns"]): string | undefined {
  const said = (["justification", "evidence"] as const)
    .map((each) => [each, cellOf(row, columns, each).text] as const)
    .filter(([, text]) => text !== "")
    .map(([each, text]) => `${each}: ${text}`);
  return [`line ${String(row.line)}`, ...said].join("; ");
}

/**
 * Finds the control that a cell names. Statements often leave the "A." of Annex A out, whose numbers then look like those of clauses: where
 * none of a column's numbers has it, and some can only be controls, all are.
 */
function finder(
  framework: Framework,
  { rows }: CsvTable,
  columns: ApplicabilityTable["columns"],
): (name: string) => Requirement | undefined {
  const byLabel = new Map(framework.leaves.map((each) => [labelOf(each.reference).toLowerCase(), each]));
  const byId = (name: string): Requirement | undefined => framework.find({ type: "control", id: name });
  const labelled = (label: string): Requirement | undefined => byLabel.get(label.toLowerCase());
  const numbers = rows.map((row) => numberOf(cellOf(row, columns, "control").text));
  const withoutLetter =
    numbers.every((number) => /^\d/.test(number)) &&
    numbers.some((number) => labelled(number) === undefined && labelled(`A.${number}`) !== undefined);
  return (name) => {
    const number = numberOf(name);
    return (withoutLetter ? labelled(`A.${number}`) : undefined) ?? labelled(number) ?? byId(number);
  };
}

/** The number at the beginning of a cell such as "A.5.1 Policies for information security", without the framework before it. */
function numberOf(text: string): string {
  const plainText = text.replace(/^[a-z0-9-]+:/i, "").trim();
  const [, letter = "", number] = /^(a[. ]?\s*)?(\d+(?:\.\d+)+)\b/i.exec(plainText) ?? [];
  return number === undefined ? plainText : `${letter === "" ? "" : "A."}${number}`;
}

function labelOf(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}

function cellOf({ cells, line }: CsvRow, columns: ApplicabilityTable["columns"], holds: Column): CsvCell {
  return cells[columns.get(holds) ?? -1] ?? { text: "", line, column: 1 };
}

function headerOf({ header }: CsvTable, columns: ApplicabilityTable["columns"], holds: Column): string {
  return header[columns.get(holds) ?? -1]?.text ?? holds;
}

function placeOf({ file, frame }: CsvTable, cell: CsvCell | undefined): DiagnosticPlace {
  const { line, column } = cell ?? { line: 1, column: 1 };
  return { file, line, column, frame: frame({ line, column }) };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.!]+$/, "")
    .trim();
}
