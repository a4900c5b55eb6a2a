import { didYouMean, plural, quote } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about mapping collections and what is projected along them. */
export interface CrosswalkTold {
  readonly "framework-name-twice": { readonly name: string; readonly other: string };
  /** Why no catalog is at hand for one side of a mapping. */
  readonly "mapping-catalog-unread": {
    readonly side: "source" | "target";
    readonly href: string;
    readonly why: string;
    readonly fix: string;
  };
  /** The item of a pair that its catalog does not have. */
  readonly "mapping-unknown-item": { readonly id: string; readonly framework: string; readonly pair: string };
  /** The model of the document that was named. */
  readonly "not-a-mapping-collection": { readonly model: string };
  readonly "no-crosswalk": {
    readonly from: readonly string[];
    readonly to: string;
    /** What can be reached from there. */
    readonly reached: readonly string[];
    /** Two frameworks that --via names one after the other, between which no mapping leads. */
    readonly gap: readonly [string, string] | undefined;
    /** Collections that lead there and that their authors have replaced. */
    readonly replaced: readonly string[];
  };
  readonly "not-results": { readonly why: string };
  readonly "results-as-they-are": { readonly options: readonly string[] };
  readonly "results-framework": { readonly known: readonly string[] };
  readonly "results-of-systems": { readonly system: string };
  /** The first of the targets, and how many there are. */
  readonly "results-unknown-target": {
    readonly count: number;
    readonly ids: readonly string[];
    readonly framework: string;
  };
  /** A column that is needed, by what it holds, with names that it may have; or two that hold the same. */
  readonly "soa-column":
    | { readonly holds: string; readonly names: readonly string[] }
    | { readonly holds: string; readonly first: string; readonly second: string };
  /** Whether the number may be that of a clause and that of a control. */
  readonly "soa-control": {
    readonly name: string;
    readonly framework: string;
    readonly guess: string | undefined;
    readonly isAmbiguous: boolean;
  };
  readonly "soa-control-twice": { readonly name: string; readonly line: number };
  readonly "soa-framework": { readonly known: readonly string[] };
  /** Number of the rows with the word. */
  readonly "soa-word": {
    readonly column: string;
    readonly word: string;
    readonly known: readonly string[];
    readonly count: number;
  };
  readonly "source-of-target": { readonly what: string; readonly framework: string };
  readonly "not-assessed-framework": { readonly names: readonly string[]; readonly assessed: readonly string[] };
  readonly "unknown-framework": {
    readonly name: string;
    readonly known: readonly string[];
    readonly guess: string | undefined;
    /** Whether a catalog is called so, of which no mapping speaks. */
    readonly isCatalog: boolean;
  };
  readonly "unknown-mapping": {
    readonly name: string;
    readonly known: readonly string[];
    readonly guess: string | undefined;
  };
  readonly "unknown-system": {
    readonly id: string;
    readonly guess: string | undefined;
  };
  readonly "unknown-target": {
    readonly name: string;
    readonly framework: string;
    readonly guess: string | undefined;
  };
}

/** Mapping collections, and what is read along them. */
export const crosswalkCodes: CodeEntries<CrosswalkTold> = {
  "framework-name-twice": {
    title: "Two frameworks of one name",
    meaning:
      "Two catalogs do not say of which framework they are, and go by the name of their files, which is the same. Mappings would lead from the one to the other.",
    fix: "Give each catalog a prop framework in the namespace of aims.",
    example:
      '"metadata": { ..., "props": [{ "name": "framework", "ns": "https://aims-as-code.org/ns/oscal", "value": "acme" }] }',
    says: ({ name, other }) => ({
      message: `Both this catalog and "${other}" go by the name "${name}", since neither says of which framework it is.`,
      fix: 'Give each a prop "framework" in the namespace https://aims-as-code.org/ns/oscal.',
    }),
  },
  "mapping-catalog-unread": {
    title: "A catalog of a mapping is not at hand",
    severity: "warning",
    meaning:
      "A mapping names the catalog of its source or target at a place where none can be read. Its pairs are used all the same; titles, order, and the controls that no pair mentions stay unknown.",
    fix: "Put the catalog where the href says, map its address to a local copy, or correct the href.",
    says: ({ side, href, why, fix }) => ({
      message: `The catalog of the ${side}, "${href}", cannot be looked into: ${why}`,
      fix,
    }),
  },
  "mapping-unknown-item": {
    title: "A pair names a control that its catalog does not have",
    severity: "warning",
    meaning:
      "A pair of a mapping names a control or statement that the catalog on that side does not have. The pair is left out: nobody knows what it asks.",
    fix: "Correct the id, or map to the edition of the catalog that has it.",
    says: ({ id, framework, pair }) => ({
      message: `The catalog of "${framework}" has no control or statement "${id}", which the pair ${pair} names: the pair is left out.`,
      fix: `"aims catalog list --catalog ${framework}" lists its controls.`,
    }),
  },
  "not-a-mapping-collection": {
    title: "Not a mapping collection",
    meaning: "The document that was named as mapping collection is of another OSCAL model.",
    fix: "Name an OSCAL mapping collection. A spreadsheet becomes one by aims crosswalk convert.",
    says: ({ model }) => ({
      message: `This is an OSCAL ${model}, not a mapping-collection.`,
      fix: "Name a mapping collection. A CSV file becomes one by: aims crosswalk convert FILE.csv --source CATALOG --target CATALOG.",
    }),
  },
  "no-crosswalk": {
    title: "No mapping leads there",
    meaning:
      "No mapping, and no chain of mappings, leads from the frameworks that were assessed to the one that was asked for.",
    fix: "Name a mapping collection with --mapping, or under crosswalks in aims.yaml.",
    says: ({ from, to, reached, replaced, gap }) => ({
      message:
        gap !== undefined
          ? `No mapping leads from ${quote(gap[0])} to ${quote(gap[1])}, as --via asks.`
          : `No mapping leads from ${from.length === 0 ? "a framework that was assessed" : from.map(quote).join(", ")} to ${quote(to)}.`,
      fix:
        gap !== undefined
          ? "Leave --via out, or name frameworks between which mappings lead: aims crosswalk list."
          : replaced.length > 0
            ? `${replaced.join(", ")} does, but its status says that it is superseded or deprecated: it counts only where --mapping names it.`
            : reached.length === 0
              ? "Name a mapping collection with --mapping, or under crosswalks in aims.yaml."
              : `From there, mappings lead to ${reached.join(", ")}. Name another collection with --mapping, or under crosswalks in aims.yaml.`,
    }),
  },
  "not-results": {
    title: "Not the results of an assessment",
    meaning: "The file that was named is not a results.json as aims assess writes it.",
    fix: "Name the results.json of an assessment, the folder that holds it, or a workspace, which is assessed then.",
    says: ({ why }) => ({
      message: `This is not a results.json of aims: ${why}`,
      fix: "Name the results.json that aims assess has written, the folder that holds it, or a workspace.",
    }),
  },
  "results-as-they-are": {
    title: "Options that results do not heed",
    severity: "warning",
    meaning:
      "Results are projected as they are: for the day and under the profile of their assessment. Another day and another profile are for a workspace, which is assessed.",
    fix: "Leave the options out, or name the workspace.",
    says: ({ options }) => ({
      message: `${options.join(" and ")} ${options.length === 1 ? "has" : "have"} no effect on results, which are projected as they are.`,
      fix: "Name the workspace to have it assessed so.",
    }),
  },
  "results-framework": {
    title: "Assessment results of an unknown framework",
    meaning: "No finding of OSCAL assessment results is about a control of a framework that mappings speak of.",
    fix: "Name the framework with --from, or a mapping that begins with it.",
    says: ({ known }) => ({
      message: "No finding is about a control or statement of a framework that mappings speak of.",
      fix: `Name the framework with --from; known: ${known.join(", ")}.`,
    }),
  },
  "results-of-systems": {
    title: "One system of OSCAL assessment results",
    meaning: "A finding of OSCAL assessment results is about a control, and not about one system.",
    fix: "Name the results.json, or the workspace.",
    says: ({ system }) => ({
      message: `OSCAL assessment results do not say of "${system}" alone what they found of a control.`,
      fix: "Name the results.json that aims assess has written beside them, or the workspace.",
    }),
  },
  "results-unknown-target": {
    title: "Findings on controls that the catalog does not have",
    severity: "warning",
    meaning:
      "Findings of OSCAL assessment results are about controls, statements or objectives that the catalog of the framework does not have. They are left out.",
    fix: "Name the framework of the results with --from, or a mapping of the edition that they are about.",
    says: ({ count, ids, framework }) => ({
      message: `${plural(count, "finding")} ${count === 1 ? "is" : "are"} about what the catalog of "${framework}" does not have, such as ${ids.map(quote).join(", ")}: left out.`,
      fix: "Where they are about another framework, name it with --from.",
    }),
  },
  "soa-column": {
    title: "A column of a statement of applicability that cannot be told",
    meaning:
      "A statement of applicability needs a column with the controls, and one that says how far each is implemented. They are known by usual names.",
    fix: "Rename the column.",
    example: "Control,Applicable,Status,Justification\nA.5.1,yes,implemented,\nA.7.4,no,,No premises",
    says: (told) =>
      "names" in told
        ? {
            message: `No column of the header holds the ${told.holds}.`,
            fix: `Call one ${told.names.map(quote).join(", ")}.`,
          }
        : {
            message: `The columns "${told.first}" and "${told.second}" both hold the ${told.holds}.`,
            fix: "Rename the one that does not count.",
          },
  },
  "soa-control": {
    title: "A control of a statement of applicability that is not known",
    severity: "warning",
    meaning:
      "A row of a statement of applicability names a control that the catalog does not have: one of another edition, or one that was added. The row is left out.",
    fix: "Write the label of the catalog, such as A.5.1. The controls of the edition of 2013 have other numbers.",
    says: ({ name, framework, guess, isAmbiguous }) => ({
      message: isAmbiguous
        ? `"${name}" may be a clause or a control of Annex A, and the column has both: the row is left out.`
        : `The catalog of "${framework}" has no control "${name}": the row is left out.`,
      fix: isAmbiguous
        ? `Write A.${name} for the control.`
        : didYouMean(guess, `"aims catalog list --catalog ${framework}" lists its controls.`),
    }),
  },
  "soa-control-twice": {
    title: "A control with two rows in a statement of applicability",
    meaning: "Two rows of a statement of applicability name one control, so that it cannot be said which counts.",
    fix: "Keep one row.",
    says: ({ name, line }) => ({
      message: `"${name}" has a row in line ${String(line)} already.`,
      fix: "Keep one row. Spreadsheets make 5.10 a number and so 5.1: format the column as text, or write A.5.10.",
    }),
  },
  "soa-framework": {
    title: "A statement of applicability of an unknown framework",
    meaning: "The controls of a statement of applicability fit none of the frameworks that mappings speak of.",
    fix: "Name the framework with --from.",
    says: ({ known }) => ({
      message: "The controls of this statement of applicability are those of no framework that mappings speak of.",
      fix: `Name the framework with --from; known: ${known.join(", ")}.`,
    }),
  },
  "soa-word": {
    title: "A word of a statement of applicability that is not understood",
    severity: "warning",
    meaning:
      "A cell that says whether a control applies, or how far it is implemented, holds a word that aims does not know. The control counts as not assessed.",
    fix: "Write one of the known words.",
    says: ({ column, word, known, count }) => ({
      message: `"${word}" in the column "${column}" (${plural(count, "row")}) is not understood: ${count === 1 ? "the control counts" : "the controls count"} as not assessed.`,
      fix: `Write one of ${known.join(", ")}.`,
    }),
  },
  "source-of-target": {
    title: "A source that speaks of the target itself",
    meaning: "What is to be projected speaks of the controls of the framework onto which it is to be projected.",
    fix: "Name another framework with --to.",
    says: ({ what, framework }) => ({
      message: `The controls of this ${what} are those of "${framework}" itself, onto which it is to be projected.`,
      fix: "Name the framework that you want to know something about with --to, such as iso42001.",
    }),
  },
  "not-assessed-framework": {
    title: "A framework of which nothing was assessed",
    meaning: "A projection begins with the frameworks whose controls were assessed; --from names another one.",
    fix: "Leave --from out, or assess against a profile of that framework.",
    says: ({ names, assessed }) => ({
      message: `Nothing of ${names.map(quote).join(", ")} was assessed.`,
      fix: `Assessed: ${assessed.join(", ")}. Leave --from out, or assess against a profile with controls of that framework.`,
    }),
  },
  "unknown-framework": {
    title: "No such framework",
    meaning: "No catalog that ships with aims, and none that a mapping speaks of, is called so.",
    fix: "Name the framework as references do, such as iso27001, or its catalog, such as iso-27001.",
    says: ({ name, known, guess, isCatalog }) => ({
      message: isCatalog ? `None of the mappings speaks of "${name}".` : `No framework is called "${name}".`,
      fix: didYouMean(guess, `Known: ${known.join(", ")}.`),
    }),
  },
  "unknown-mapping": {
    title: "No such mapping collection",
    meaning: "No mapping collection that ships with aims has the name.",
    fix: "Name one that ships with aims, or the path of a file.",
    says: ({ name, known, guess }) => ({
      message: `There is no mapping collection "${name}".`,
      fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${known.join(", ")}. For a file of your own, give its path.`,
    }),
  },
  "unknown-system": {
    title: "No such system in the results",
    meaning: "The results have no verdict on a system of that id.",
    fix: "Name a system by the id of its descriptor.",
    says: ({ id, guess }) => ({
      message: `The results have no system "${id}".`,
      fix: didYouMean(guess, "Name it by the id of its descriptor; results.json lists them under subjects."),
    }),
  },
  "unknown-target": {
    title: "No such control in the target",
    meaning: "The framework onto which results are projected has no control of that name.",
    fix: "Name the control by its label, its id, or either with the framework before it.",
    says: ({ name, framework, guess }) => ({
      message: `No control of "${framework}" is called "${name}".`,
      fix: didYouMean(guess, `"aims catalog list --catalog ${framework}" lists its controls.`),
    }),
  },
};

/** A problem with a mapping collection, or with what is to be projected. */
export const problem: ProblemMaker<CrosswalkTold> = problemsOf(crosswalkCodes);
