import { problem } from "../diagnostics/codes/crosswalks.js";
import type { Diagnostic, DiagnosticPlace, Reading } from "../diagnostics/diagnostic.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import type { CsvCell, CsvRow, CsvTable } from "../source/csv-table.js";
import { applicabilityColumns, type ApplicabilityColumn } from "./applicability-columns.js";
import type { Framework, Requirement } from "./framework.js";
import type { Standing } from "./standing.js";
import { plainHeader } from "./table-columns.js";

type Column = ApplicabilityColumn;

/** Usual names in English and German, as `plainHeader` makes them. */
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
    ...["nr", "nummer", "kennung", "referenz"],
  ],
  applicable: [
    ...["applicable", "applicability", "isapplicable", "included", "inclusion", "inscope", "selected", "applies"],
    ...["anwendbar", "anwendbarkeit"],
  ],
  status: [
    ...["status", "implementationstatus", "implemented", "implementation", "implementationstate", "state"],
    ...["umsetzungsstatus", "umgesetzt", "umsetzung", "umsetzungsgrad"],
  ],
  justification: [
    ...["justification", "reason", "reasons", "rationale", "justificationforinclusionorexclusion", "remarks"],
    "begrndung",
  ],
  evidence: ["evidence", "evidencereference", "documents", "document", "proof", "nachweis", "nachweise"],
};

const required: readonly Column[] = ["control", "status"];

const yes = ["yes", "y", "true", "x", "1", "applicable", "included", "in scope", "ja", "anwendbar"];
const no = [
  ...["no", "n", "false", "0", "not applicable", "excluded", "out of scope", "n/a", "na"],
  ...["nein", "nicht anwendbar", "entfällt"],
];

/** Words for how far a control is implemented. A statement declares; what it declares is no evidence that it works. */
const states: Readonly<Partial<Record<Standing["state"], readonly string[]>>> = {
  satisfied: [
    ...["implemented", "fully implemented", "in place", "complete", "completed", "done", "operational", "effective"],
    ...["established", "compliant", "yes", "y", "true", "x", "1", "100%", "100 %"],
    ...["umgesetzt", "vollständig umgesetzt", "erfüllt", "erledigt", "ja"],
  ],
  partial: [
    "partial",
    "partially implemented",
    "partly implemented",
    "partially",
    "in progress",
    "ongoing",
    "partially compliant",
    "teilweise",
    "teilweise umgesetzt",
    "in umsetzung",
  ],
  "not-satisfied": [
    ...["not implemented", "planned", "to do", "todo", "open", "not started", "missing", "non-compliant"],
    ...["not compliant", "no", "n", "false", "0", "0%", "nicht umgesetzt", "geplant", "offen", "nein"],
  ],
  "not-applicable": ["not applicable", "n/a", "na", "excluded", "nicht anwendbar", "entfällt"],
};

/** The rows of a statement of applicability, before it is known whose controls they are. */
export interface ApplicabilityTable {
  readonly table: CsvTable;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Finds the columns of a statement of applicability. @param named names of columns by what they hold, where they are not usual ones */
export function applicabilityTable(
  table: CsvTable,
  named: Readonly<Partial<Record<Column, string>>> = {},
): Reading<ApplicabilityTable> {
  const columns = new Map<Column, number>();
  const problems: Diagnostic[] = [];
  for (const [index, cell] of table.header.entries()) {
    const plainName = plainHeader(cell.text);
    const holds = applicabilityColumns.find((each) => {
      const name = named[each];
      return name === undefined ? usual[each].includes(plainName) : plainHeader(name) === plainName;
    });
    if (holds === undefined) continue;
    const other = columns.get(holds);
    if (other === undefined) columns.set(holds, index);
    else if (required.includes(holds)) {
      const told = { holds, first: table.header[other]?.text ?? "", second: cell.text };
      problems.push(problem("soa-column", placeOf(table, cell), told));
    }
  }
  for (const holds of applicabilityColumns) {
    if (columns.has(holds) || (named[holds] === undefined && !required.includes(holds))) continue;
    const told = { holds, names: named[holds] === undefined ? names[holds] : [named[holds]] };
    problems.push(problem("soa-column", placeOf(table, table.header[0]), told));
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
  return table.rows.filter((row) => typeof find(cellOf(row, columns, "control").text) === "object").length;
}

/** Number of the rows that say something of a control: others are headings. */
export function controlRows({ table, columns }: ApplicabilityTable): number {
  return table.rows.filter((row) => !isHeading(row, columns)).length;
}

function isHeading(row: CsvRow, columns: ApplicabilityTable["columns"]): boolean {
  return (["applicable", "status"] as const).every((each) => cellOf(row, columns, each).text === "");
}

/** The standings that a statement of applicability declares, each with the line of the file behind it. */
export function declaredStandings(
  { table, columns }: ApplicabilityTable,
  framework: Framework,
): Required<Reading<readonly Standing[]>> {
  const problems: Diagnostic[] = [];
  const words = new WordsNotUnderstood({ table, columns });
  const standings = new Map<string, { readonly line: number; readonly standing: Standing }>();
  const find = finder(framework, table, columns);
  for (const row of table.rows) {
    const cell = cellOf(row, columns, "control");
    const place = placeOf(table, cell);
    const requirement = find(cell.text);
    if (typeof requirement !== "object") {
      if (isHeading(row, columns)) continue;
      const labels = framework.leaves.map(({ reference }) => labelOf(reference));
      const guess = requirement === "ambiguous" ? undefined : nearest(numberOf(cell.text), labels);
      const told = { name: cell.text, framework: framework.name, guess, isAmbiguous: requirement === "ambiguous" };
      problems.push(problem("soa-control", place, told));
      continue;
    }
    const other = standings.get(requirement.control);
    if (other !== undefined) {
      problems.push(problem("soa-control-twice", place, { name: cell.text, line: other.line }));
      continue;
    }
    const { control, reference, title } = requirement;
    const state = stateOf(row, columns, words);
    const note = noteOf(row, columns);
    const assurance = state === "satisfied" ? ("declared" as const) : undefined;
    const standing = { control, reference, title, state, ...defined({ assurance, note }) };
    standings.set(control, { line: row.line, standing });
  }
  const value = [...standings.values()].map(({ standing }) => standing);
  const isNothing = value.length > 0 && value.every(({ state }) => state === "not-assessed");
  return { value, problems: [...problems, ...words.problems(isNothing)] };
}

/** Collects the words that are not understood, each once: a column in another language has one in every row. */
class WordsNotUnderstood {
  readonly #statement: ApplicabilityTable;
  readonly #words = new Map<string, { readonly cell: CsvCell; readonly column: Column; count: number }>();

  constructor(statement: ApplicabilityTable) {
    this.#statement = statement;
  }

  add(cell: CsvCell, column: Column): void {
    const key = `${column} ${plain(cell.text)}`;
    const known = this.#words.get(key);
    if (known === undefined) this.#words.set(key, { cell, column, count: 1 });
    else known.count += 1;
  }

  /** @param isNothing whether no row was understood */
  problems(isNothing: boolean): Diagnostic[] {
    const { table, columns } = this.#statement;
    return [...this.#words.values()].map(({ cell, column, count }) => {
      const told = {
        column: headerOf(table, columns, column),
        word: cell.text,
        known: knownWords[column] ?? [],
        count,
      };
      const found = problem("soa-word", placeOf(table, cell), told);
      return isNothing ? { ...found, severity: "error" } : found;
    });
  }
}

const knownWords: Readonly<Partial<Record<Column, readonly string[]>>> = {
  applicable: ["yes", "no"],
  status: ["implemented", "partially implemented", "planned", "not implemented", "not applicable"],
};

/** A control that does not apply shows nothing, whatever else the row says. */
function stateOf(row: CsvRow, columns: ApplicabilityTable["columns"], words: WordsNotUnderstood): Standing["state"] {
  const applicable = cellOf(row, columns, "applicable");
  const status = cellOf(row, columns, "status");
  const applies = plain(applicable.text);
  if (no.includes(applies)) return "not-applicable";
  if (applies !== "" && !yes.includes(applies)) {
    words.add(applicable, "applicable");
    return "not-assessed";
  }
  const word = plain(status.text);
  if (word === "") return "no-evidence";
  const found = (Object.keys(states) as Standing["state"][]).find((each) => states[each]?.includes(word));
  if (found === undefined) words.add(status, "status");
  return found ?? "not-assessed";
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
 * the column has numbers that only controls have, and none that only clauses have, all are controls; where it has both, a number that may be
 * either is ambiguous.
 */
function finder(
  framework: Framework,
  { rows }: CsvTable,
  columns: ApplicabilityTable["columns"],
): (name: string) => Requirement | "ambiguous" | undefined {
  const byLabel = new Map(framework.leaves.map((each) => [labelOf(each.reference).toLowerCase(), each]));
  const labelled = (label: string): Requirement | undefined => byLabel.get(label.toLowerCase());
  const numbers = rows.map((row) => numberOf(cellOf(row, columns, "control").text));
  const bare = numbers.filter((number) => /^\d/.test(number));
  const hasLetter = numbers.some((number) => labelled(number) !== undefined && number.startsWith("A."));
  const ofControl = bare.some((number) => labelled(number) === undefined && labelled(`A.${number}`) !== undefined);
  const ofClause = bare.some((number) => labelled(number) !== undefined && labelled(`A.${number}`) === undefined);
  return (name) => {
    const number = numberOf(name);
    const [clause, control] = [labelled(number), /^\d/.test(number) ? labelled(`A.${number}`) : undefined];
    if (clause === undefined || control === undefined) {
      return clause ?? control ?? framework.find({ type: "control", id: number });
    }
    if (hasLetter || !ofControl) return clause;
    return ofClause ? "ambiguous" : control;
  };
}

/** The number at the beginning of a cell such as "A.5.1 Policies for information security", without the framework before it. */
function numberOf(text: string): string {
  const plainText = text.replace(/^[a-z0-9-]+:/i, "").trim();
  const [, letter = "", number] = /^(a[. ]?\s*)?(\d+(?:[.,]\d+)+)\b/i.exec(plainText) ?? [];
  return number === undefined ? plainText : `${letter === "" ? "" : "A."}${number.replaceAll(",", ".")}`;
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
