import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about CSV files; columns count from 1. */
export interface CsvTold {
  readonly "duplicate-column": { readonly name: string; readonly first: number; readonly second: number };
  /** A column of the header that may be meant. */
  readonly "missing-column":
    | { readonly name: string; readonly guess: string | undefined }
    /** Several at once; how many the format has. */
    | { readonly names: readonly string[]; readonly of: number };
  readonly "no-records": undefined;
  /** The layout as it follows "looks like", and what to do, in a sentence. */
  readonly "other-layout": { readonly layout: string; readonly fix: string };
  /** Most characters of a record; whether a quote is open. */
  readonly "record-too-large": { readonly maximum: number; readonly open: boolean };
  readonly "stray-carriage-return": undefined;
  /** Behind a closing quote, or inside a cell without quotes. */
  readonly "stray-quote": "behind" | "inside";
  /** The first column without a cell. */
  readonly "too-few-fields": { readonly fields: number; readonly columns: number; readonly next: string };
  readonly "too-many-columns": { readonly columns: number; readonly maximum: number };
  readonly "too-many-fields": { readonly fields: number; readonly columns: number };
  readonly "unclosed-quote": undefined;
  readonly "unexpected-column": string;
  readonly "wrong-separator": string;
}

/** CSV files and their records. */
export const csvCodes: CodeEntries<CsvTold> = {
  "duplicate-column": {
    title: "A repeated column",
    meaning: "Two columns of the header have one name, so it is unclear which one holds the value.",
    fix: "Remove or rename one of them.",
    says: ({ name, first, second }) => ({
      message: `The column "${name}" stands twice in the header, as number ${String(first)} and ${String(second)}.`,
      fix: "Remove or rename one of them.",
    }),
  },
  "missing-column": {
    title: "A column that is missing",
    meaning: "The header lacks a column that the format has, so the file is another format or an older edition.",
    fix: "Correct the header, or name the right format.",
    says: (told) => {
      if ("names" in told) {
        const { names, of } = told;
        const list = names.map((name) => `"${name}"`).join(", ");
        return names.length * 2 > of
          ? {
              message: `The header is not that of the inventory: it has ${of === names.length ? "none" : String(of - names.length)} of the ${String(of)} columns. There is no ${list}.`,
              fix: "Check that the file is the inventory that the importer reads, with its header in the first line.",
            }
          : {
              message: `The header lacks ${String(names.length)} of the ${String(of)} columns: ${list}.`,
              fix: "Add the columns to the header.",
            };
      }
      const { name, guess } = told;
      return {
        message: `The header has no column "${name}".`,
        fix:
          guess === undefined
            ? "Add the column to the header."
            : `Did you mean "${name}" where the header says "${guess}"?`,
      };
    },
  },
  "no-records": {
    title: "A header without records",
    meaning: "The file has a header and nothing below it.",
    fix: "Export the inventory again.",
    says: () => ({
      message: "The file has a header and no record below it.",
      fix: "Export the inventory again.",
    }),
  },
  "other-layout": {
    title: "An inventory of another layout",
    meaning:
      "The header is that of another inventory, for instance of another year. Its columns mean other things, so the file is not read.",
    fix: "Name the file that the importer is for.",
    says: ({ layout, fix }) => ({ message: `The header is not that of the inventory: it looks like ${layout}.`, fix }),
  },
  "record-too-large": {
    title: "A record that is too large",
    meaning: "A record is longer than any real one: usually a quote was opened and not closed.",
    fix: "Close the quote.",
    says: ({ maximum, open }) => ({
      message: `A record has more than ${String(maximum)} characters${open ? "; the quote that opens here is probably not closed" : ""}.`,
      fix: open ? "Close the quote." : "Check that the file is an inventory with one record a line.",
    }),
  },
  "stray-carriage-return": {
    title: "A carriage return on its own",
    meaning: "A carriage return stands without a line feed behind it, so it is unclear where the record ends.",
    fix: "Save the file with the line ends of Unix or Windows.",
    says: () => ({
      message: "A carriage return stands alone, without a line feed behind it.",
      fix: "Save the file with the line ends of Unix or Windows.",
    }),
  },
  "stray-quote": {
    title: "Text behind a closing quote",
    meaning: "A cell goes on after its closing quote, or a quote stands inside a cell without quotes.",
    fix: "Put the whole cell in quotes, and double the quotes inside it.",
    example: '5" screen  ->  "5"" screen"',
    says: (where) =>
      where === "behind"
        ? {
            message: "A quoted cell goes on after its closing quote.",
            fix: 'Double a quote that belongs to the text (""), and put a comma after the closing one.',
          }
        : {
            message: "A quote stands inside a cell that is not quoted.",
            fix: 'Put the whole cell in quotes and double the quotes that belong to its text ("").',
          },
  },
  "too-few-fields": {
    title: "A record with too few cells",
    meaning: "The record has fewer cells than the header: a quote is not closed, or the file is cut off.",
    fix: "Add the missing cells, close the quote, or get the file again.",
    says: ({ fields, columns, next }) => ({
      message: `The record has ${String(fields)} fields; the header has ${String(columns)}.`,
      fix: `Add the missing cells from "${next}" on, or close a quote above; if the file is cut off, get it again.`,
    }),
  },
  "too-many-columns": {
    title: "A header with too many columns",
    meaning: "The first line has more cells than any inventory has columns.",
    fix: "Check that the header is the first line.",
    says: ({ columns, maximum }) => ({
      message: `The header has ${String(columns)} columns; at most ${String(maximum)} are read.`,
      fix: "Check that the file is an inventory with its header in the first line.",
    }),
  },
  "too-many-fields": {
    title: "A record with too many cells",
    meaning: "The record has more cells than the header: usually a cell holds a comma and is not in quotes.",
    fix: "Put the cell in quotes.",
    says: ({ fields, columns }) => ({
      message: `The record has ${String(fields)} fields; the header has ${String(columns)}.`,
      fix: "Put a cell that holds commas in quotes.",
    }),
  },
  "unclosed-quote": {
    title: "A quote that is not closed",
    meaning: "The file ends inside a cell in quotes.",
    fix: "Close the quote, or get the file again if it is cut off.",
    says: () => ({
      message:
        "The quote that opens here is not closed before the end of the file: the file is cut off, or a quote is missing.",
      fix: "Get the whole file again, or close the quote.",
    }),
  },
  "unexpected-column": {
    title: "An unknown column",
    meaning: "The format does not have the column; it is not read.",
    fix: "Ignore this unless the column matters.",
    severity: "warning",
    says: (name) => ({
      message:
        name === ""
          ? "A column of the header has no name; it is not read."
          : `The column "${name}" is not known; it is not read.`,
      fix: "Ignore this unless the column matters.",
    }),
  },
  "wrong-separator": {
    title: "Cells without commas",
    meaning: "The cells of the header seem to be separated by something else than a comma.",
    fix: "Save the file with commas between the cells.",
    says: (separator) => ({
      message: `The header has no comma; the cells seem to be separated by ${separator === "\t" ? "tabs" : `"${separator}"`}.`,
      fix: "Save the file with commas between the cells.",
    }),
  },
};

/** Makes the diagnostics about CSV files. */
export const problem: ProblemMaker<CsvTold> = problemsOf(csvCodes);
