import { writeInline } from "./inline-writer.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import type { MarkupProblem } from "./markup-problem.js";
import { isBlank } from "./normal-inline.js";

/** A table as Markdown lines: the first row is the header; without a row of th the header is empty. */
export function writeTable(table: MarkupElement, problems: MarkupProblem[]): string[] {
  const report: Report = (message, node, harmless) => {
    problems.push({ message, node, ...(harmless === undefined ? {} : { harmless }) });
  };
  const rows = rowsOf(table, report);
  const [first] = rows;
  if (first === undefined) {
    const message = "A table without rows cannot be written in Markdown; it is left out.";
    problems.push({ message, node: table, harmless: true });
    return [];
  }
  const hasHeader =
    first.length > 0 && first.every((cell) => cell.name === "th") && (rows.length === 1 || first.some(hasContent));
  const width = hasHeader ? first.length : rows.reduce((widest, cells) => Math.max(widest, cells.length), 1);
  const aligns = Array.from({ length: width }, (_, column) => columnAlign(rows, column, report));
  const body = hasHeader ? rows.slice(1) : rows;
  for (const cell of body.flat()) {
    if (cell.name === "th")
      report("Markdown has header cells in a table's first row only; this th is written as td.", cell);
  }
  const write = (cells: readonly MarkupElement[]): string =>
    `| ${cells.map((cell) => writeCell(cell, problems)).join(" | ")} |`;
  const header = hasHeader ? write(first) : `|${"  |".repeat(width)}`;
  const delimiters = `| ${aligns.map(delimiterOf).join(" | ")} |`;
  return [header, delimiters, ...body.map(write)];
}

type Report = (message: string, node: MarkupNode, harmless?: true) => void;

function rowsOf(table: MarkupElement, report: Report): MarkupElement[][] {
  for (const name of Object.keys(table.attributes)) lostAttribute(name, table, report);
  const rows: MarkupElement[][] = [];
  for (const child of table.children) {
    if (typeof child === "string") {
      if (!isBlank(child)) report("Text beside a table's rows cannot be written in Markdown; it is left out.", child);
    } else if (child.name === "tr") rows.push(cellsOf(child, report));
    else if (child.name === "thead" || child.name === "tbody" || child.name === "tfoot")
      for (const row of rowsOf(child, report)) rows.push(row);
    else report(`Markdown has no element ${child.name} in a table; it is left out.`, child);
  }
  return rows.filter((cells) => cells.length > 0);
}

function cellsOf(row: MarkupElement, report: Report): MarkupElement[] {
  for (const name of Object.keys(row.attributes)) lostAttribute(name, row, report);
  const cells: MarkupElement[] = [];
  for (const child of row.children) {
    if (typeof child === "string") {
      if (!isBlank(child)) report("Text beside a row's cells cannot be written in Markdown; it is left out.", child);
    } else if (child.name === "td" || child.name === "th") {
      for (const name of Object.keys(child.attributes)) if (name !== "align") lostAttribute(name, child, report);
      cells.push(child);
    } else report(`Markdown has no element ${child.name} in a table's row; it is left out.`, child);
  }
  if (cells.length === 0) {
    report("A table's row without cells cannot be written in Markdown; it is left out.", row, true);
  }
  return cells;
}

function lostAttribute(name: string, node: MarkupElement, report: Report): void {
  report(`Markdown cannot hold the attribute ${name} of ${node.name}; it is left out.`, node);
}

/** The alignment of a column: Markdown has one for all its cells. */
function columnAlign(rows: readonly (readonly MarkupElement[])[], column: number, report: Report): string | undefined {
  const cells = rows.flatMap((cells) => cells[column] ?? []);
  const align = cells[0]?.attributes["align"];
  for (const cell of cells) {
    if (cell.attributes["align"] !== align) {
      report("Markdown aligns a table's column as a whole; the align of this cell is left out.", cell);
    }
  }
  return align;
}

function delimiterOf(align: string | undefined): string {
  if (align === undefined) return "---";
  return `${align === "right" ? "" : ":"}---${align === "left" ? "" : ":"}`;
}

function writeCell(cell: MarkupElement, problems: MarkupProblem[]): string {
  return writeInline(cell.children, { container: "cell", trim: true, problems });
}

function hasContent(cell: MarkupElement): boolean {
  return cell.children.some((child) => typeof child !== "string" || !isBlank(child));
}
