import { didYouMean, quote } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for what is wrong with a mapping in a CSV file. */
export interface MappingTableTold {
  readonly "mapping-table-catalogs": undefined;
  readonly "mapping-table-column":
    /** A column that is needed, by what it holds, with the names under which it is looked for. */
    | { readonly how: "missing"; readonly holds: string; readonly names: readonly string[] }
    /** Two columns that hold the same. */
    | { readonly how: "twice"; readonly holds: string; readonly first: string; readonly second: string }
    /** A name given by option that the header does not have. */
    | {
        readonly how: "not-there";
        readonly holds: string;
        readonly name: string;
        readonly guess: string | undefined;
        readonly header: readonly string[];
      };
  readonly "mapping-table-control": {
    readonly name: string;
    readonly framework: string;
    readonly guess: string | undefined;
  };
  readonly "mapping-table-pair-twice": { readonly source: string; readonly target: string; readonly line: number };
  readonly "mapping-table-relationship": { readonly word: string; readonly meant: string | undefined };
  readonly "mapping-table-resources": { readonly column: string; readonly first: string; readonly second: string };
  readonly "mapping-table-side": { readonly side: "source" | "target" };
  readonly "mapping-table-value": { readonly column: string; readonly value: string; readonly expected: string };
  readonly "mapping-table-without-pairs": undefined;
}

/** Mappings in CSV files, as aims crosswalk convert reads them. */
export const mappingTableCodes: CodeEntries<MappingTableTold> = {
  "mapping-table-catalogs": {
    title: "A CSV file without its catalogs",
    meaning:
      "A CSV file with a mapping does not say of which catalogs its controls are. Before it is checked, it is converted, which needs both.",
    fix: "Name the catalogs with --source and --target.",
    example: "aims crosswalk lint pairs.csv --source iso-42001 --target nist-ai-rmf",
    says: () => ({
      message: "Nothing says of which catalogs the controls of this CSV file are.",
      fix: "Name the catalogs with --source and --target.",
    }),
  },
  "mapping-table-column": {
    title: "A column of a mapping that cannot be told",
    meaning:
      "A CSV file with a mapping needs a column for the source, one for the target and one for the relationship, each once. They are known by usual names, or by those that --columns gives.",
    fix: "Correct the header, or name the columns with --columns.",
    example:
      'aims crosswalk convert pairs.csv --columns "source=Our control,target=Their control,relationship=How" ...',
    says: (told) => {
      if (told.how === "missing")
        return {
          message: `No column of the header holds the ${told.holds}.`,
          fix: `Call one ${told.names.map(quote).join(", ")}, or name it with --columns ${told.holds}=NAME.`,
        };
      if (told.how === "twice")
        return {
          message: `The columns "${told.first}" and "${told.second}" both hold the ${told.holds}.`,
          fix: `Say which one counts with --columns ${told.holds}=NAME, or rename the other.`,
        };
      return {
        message: `The header has no column "${told.name}", which --columns names for the ${told.holds}.`,
        fix: didYouMean(told.guess, `Columns: ${told.header.map(quote).join(", ")}.`),
      };
    },
  },
  "mapping-table-control": {
    title: "A control of a CSV file that its catalog does not have",
    meaning:
      "A cell names a control that the catalog on its side has under no id, label or reference. Several controls in one cell, taken together, are separated by semicolons.",
    fix: "Correct the name, or name the catalog that has the control.",
    says: ({ name, framework, guess }) => ({
      message: `The catalog of "${framework}" has no control or statement "${name}".`,
      fix: didYouMean(
        guess,
        `Write an id or a label of the catalog, several with ";" between them. "aims catalog list --catalog ${framework}" lists them.`,
      ),
      value: name,
      ...(guess === undefined ? {} : { suggestion: guess }),
    }),
  },
  "mapping-table-pair-twice": {
    title: "A pair that two rows of a CSV file have",
    meaning:
      "Two rows relate the same sources to the same targets. A mapping says one thing of a pair, and the identity of a pair is made of its sources and targets.",
    fix: "Keep one row, with the relationship that holds.",
    says: ({ source, target, line }) => ({
      message: `The pair of ${source} and ${target} stands in line ${String(line)} already.`,
      fix: "Keep one of the two rows.",
    }),
  },
  "mapping-table-relationship": {
    title: "A relationship of a CSV file that is not known",
    meaning:
      "The cell for the relationship is blank or holds a word that is none of OSCAL's six relationships and none of the usual words for them.",
    fix: "Write one of the six relationships.",
    says: ({ word, meant }) => ({
      message: word === "" ? "The row has no relationship." : `"${word}" is not a relationship.`,
      fix: `${meant === undefined ? "" : `Did you mean "${meant}"? `}Relationships: equal-to, equivalent-to, superset-of, subset-of, intersects-with, no-relationship.`,
      ...(meant === undefined ? {} : { suggestion: meant }),
    }),
  },
  "mapping-table-resources": {
    title: "A CSV file with several mappings",
    meaning:
      "A column of the file names the catalog of each row, and the rows name different ones. Each run converts one mapping, from the catalog of --source to that of --target.",
    fix: "Put the rows of each pair of catalogs into a file of their own.",
    says: ({ column, first, second }) => ({
      message: `The column "${column}" names "${second}" here and "${first}" before: these are several mappings.`,
      fix: "Put the rows of each pair of catalogs into a file of their own, and convert each.",
    }),
  },
  "mapping-table-side": {
    title: "A row of a mapping without a side",
    meaning: "A row has a source and no target, or a target and no source, and yet a relationship.",
    fix: "Add what is missing; for a control without counterpart, leave the relationship blank, or write no row and ask for --gaps.",
    says: ({ side }) => ({
      message: `The row has no ${side}, but a relationship.`,
      fix: `Add the ${side}; for a control without counterpart, leave the relationship blank too.`,
    }),
  },
  "mapping-table-value": {
    title: "A cell of a mapping that cannot be used",
    meaning:
      "A cell for the strength, coverage, confidence or matching rationale holds something else than these have.",
    fix: "Correct the cell, or leave it blank.",
    says: ({ column, value, expected }) => ({
      message: `"${value}" is not allowed in the column "${column}".`,
      fix: `Write ${expected}, or leave the cell blank.`,
      value,
    }),
  },
  "mapping-table-without-pairs": {
    title: "A CSV file without a pair",
    meaning: "No row relates a source to a target, and a mapping of OSCAL has at least one pair.",
    fix: "Add a row with a source, a target and a relationship.",
    says: () => ({
      message: "No row relates a source to a target.",
      fix: "Add a row with a source, a target and a relationship.",
    }),
  },
};

/** A problem with a mapping in a CSV file. */
export const problem: ProblemMaker<MappingTableTold> = problemsOf(mappingTableCodes);
