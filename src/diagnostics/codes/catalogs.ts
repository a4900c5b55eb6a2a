import { didYouMean } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about catalogs and overlays. */
export interface CatalogTold {
  /** The model of the document that was named. */
  readonly "not-a-catalog": { readonly model: string };
  /** The control as the overlay names it, the one it was named as before, and the two keys. */
  readonly "overlay-control-twice": { readonly control: string; readonly key: string; readonly first: string };
  readonly "overlay-unknown-control": {
    readonly key: string;
    readonly framework: string;
    readonly guess: string | undefined;
  };
  /** Whether aims.yaml names the overlay, which may then be for a catalog of the user that is not read this time. */
  readonly "overlay-unknown-framework": {
    readonly framework: string;
    readonly known: readonly string[];
    readonly guess: string | undefined;
    readonly ofSettings: boolean;
  };
  readonly "unknown-catalog": {
    readonly name: string;
    readonly shipped: readonly string[];
    readonly guess: string | undefined;
  };
}

/** Catalogs that are looked into, and texts that are laid over their controls. */
export const catalogCodes: CodeEntries<CatalogTold> = {
  "not-a-catalog": {
    title: "Not a catalog",
    meaning: "The document that was named as catalog is of another OSCAL model.",
    fix: "Name a catalog. A profile becomes one by aims oscal resolve.",
    says: ({ model }) => ({
      message: `This is an OSCAL ${model}, not a catalog.`,
      fix:
        model === "profile"
          ? "Resolve it first: aims oscal resolve PROFILE -o CATALOG."
          : "Name a catalog, or one that ships with aims.",
    }),
  },
  "overlay-control-twice": {
    title: "A control with two texts in one overlay",
    meaning: "Two keys of an overlay name one control, so that it cannot be said which text counts.",
    fix: "Write both texts below one key.",
    example: "texts:\n  A.5.2: { statement: ..., guidance: ... }",
    says: ({ control, key, first }) => ({
      message: `"${key}" is the control ${control}, which "${first}" names above.`,
      fix: "Write its texts below one key.",
    }),
  },
  "overlay-unknown-control": {
    title: "A text for an unknown control",
    meaning:
      "An overlay has a text for a control that the catalog of its framework does not have. The text is never shown.",
    fix: "Name the control by its label, as the standard prints it, or by its id in the catalog.",
    says: ({ key, framework, guess }) => ({
      message: `No control of "${framework}" is called "${key}".`,
      fix: didYouMean(guess, `"aims catalog list --catalog ${framework}" lists its controls.`),
    }),
  },
  "overlay-unknown-framework": {
    title: "An overlay for an unknown framework",
    meaning:
      "The framework of an overlay is neither that of a shipped catalog nor that of the catalog that is shown. Its texts are not shown. An overlay that aims.yaml names may be for a catalog of your own, which is only read when it is named: there it is a warning, unless the name looks like a slip.",
    fix: "Name the framework as references do, such as iso42001, or the catalog, such as iso-42001.",
    says: ({ framework, known, guess, ofSettings }) => ({
      message: `No catalog that is read is called "${framework}", and none has this framework: the texts are not shown.`,
      fix: didYouMean(guess, `Known: ${known.join(", ")}. For a catalog of your own, name it with --catalog.`),
      ...(ofSettings && guess === undefined ? { severity: "warning" as const } : {}),
    }),
  },
  "unknown-catalog": {
    title: "No such catalog",
    meaning: "No catalog of that name or framework ships with aims.",
    fix: "Name one that ships with aims, or give a path.",
    says: ({ name, shipped, guess }) => ({
      message: `There is no shipped catalog "${name}".`,
      fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${shipped.join(", ")}. For a file of your own, give its path.`,
    }),
  },
};

/** Makes the diagnostics about catalogs and overlays. */
export const problem: ProblemMaker<CatalogTold> = problemsOf(catalogCodes);
