import { didYouMean } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import type { CodeEntries } from "./code-entry.js";

/** The facts for the diagnostics about profiles, their imports and selections. */
export interface ProfileTold {
  readonly "profile-exclude-unused": { readonly id: string };
  readonly "profile-import-cycle": { readonly circle: readonly SourceFile[] };
  readonly "profile-import-not-a-catalog": { readonly href: string; readonly model: string };
  readonly "profile-import-too-deep": { readonly levels: number };
  readonly "profile-import-unknown-resource": { readonly uuid: string; readonly guess: string | undefined };
  readonly "profile-import-unreachable": {
    readonly href: string;
    readonly failure: string;
    readonly fix: string | undefined;
  };
  readonly "profile-more-problems": { readonly count: number };
  readonly "profile-not-a-profile": { readonly model: string };
  readonly "profile-oscal-version": { readonly declared: string; readonly supported: string };
  readonly "profile-oscal-version-major": { readonly file: SourceFile; readonly version: string };
  readonly "profile-pattern-missing": undefined;
  readonly "profile-pattern-unmatched": {
    readonly pattern: string;
    readonly excluding: boolean;
    readonly from: ChoiceSource;
  };
  readonly "profile-selects-nothing": "selection" | { readonly from: ChoiceSource };
  readonly "profile-too-large": undefined;
  readonly "profile-unknown-control": {
    readonly id: string;
    readonly from: ChoiceSource;
    readonly guess: string | undefined;
    /** The controls of the group that has the id, where one does. */
    readonly group: GroupControls | undefined;
  };
  readonly "profile-unknown-parameter": {
    readonly id: string;
    readonly guess: string | undefined;
    /** The control that has the parameter and is not selected, with the import that has it. */
    readonly unselected: { readonly href: string; readonly control: string } | undefined;
  };
}

/** The controls in a group, and how a profile selects them all. */
export interface GroupControls {
  readonly ids: readonly string[];
  /** Pattern that fits them and no other control; undefined where none does. */
  readonly pattern: string | undefined;
}

/** The controls to choose from: those of an import, or all that are imported. */
export type ChoiceSource = { readonly href: string } | "imported";

/** Profiles, their imports and selections. */
export const profileCodes: CodeEntries<ProfileTold> = {
  "profile-exclude-unused": {
    title: "An exclusion without effect",
    meaning: "The profile excludes a control that it did not include.",
    fix: "Leave the exclusion out, or correct the id.",
    severity: "warning",
    says: ({ id }) => ({
      message: `The control "${id}" is excluded but was not included.`,
      fix: "Remove it here; what is not included need not be excluded.",
    }),
  },
  "profile-import-cycle": {
    title: "A profile that imports itself",
    meaning: "The imports lead back to the profile, so they would never end.",
    fix: "Remove one of the imports of the circle.",
    says: ({ circle }) => ({
      message: `The profile imports itself: ${circle.join(" > ")}.`,
      fix: "Remove one of these imports.",
      mentions: circle,
    }),
  },
  "profile-import-not-a-catalog": {
    title: "An import of another model",
    meaning: "A profile imports catalogs and profiles; this document is of another model.",
    fix: "Import a catalog or a profile.",
    says: ({ href, model }) => ({
      message: `"${href}" is an OSCAL ${model}, neither a catalog nor a profile.`,
      fix: "Import a catalog or a profile.",
    }),
  },
  "profile-import-too-deep": {
    title: "Imports over too many levels",
    meaning: "Profiles import one another over more levels than any real set has.",
    fix: "Import the catalog more directly.",
    says: ({ levels }) => ({
      message: `Profiles import one another over more than ${String(levels)} levels.`,
      fix: "Import the catalog more directly.",
    }),
  },
  "profile-import-unknown-resource": {
    title: "An import through an unknown resource",
    meaning: "The import names a resource by its uuid, and the back matter has none of that uuid.",
    fix: "Add the resource, or correct the uuid.",
    says: ({ uuid, guess }) => ({
      message: `The profile has no resource "${uuid}" in its back matter.`,
      fix: didYouMean(guess, "Add the resource with an rlink to the catalog or profile, or name the file itself."),
    }),
  },
  "profile-import-unreachable": {
    title: "An import that cannot be read",
    meaning: "The imported document cannot be read, so its controls are missing.",
    fix: "Correct the path, or put the file there. Of an address, give the local copy: --map, imports in aims.yaml, or aims oscal vendor.",
    says: ({ href, failure, fix }) => ({
      message: `The import "${href}" cannot be read: ${failure}`,
      fix: fix ?? "Correct the href, or put the document where it points; it starts from the profile's own place.",
    }),
  },
  "profile-more-problems": {
    title: "More warnings about a profile",
    meaning: "Only so many warnings about a profile are shown; this line counts the rest.",
    fix: "Correct those that are shown first.",
    severity: "info",
    says: ({ count }) => ({
      message: `${String(count)} more warnings about this profile are not shown.`,
      fix: "Correct those that are shown first.",
    }),
  },
  "profile-not-a-profile": {
    title: "Not a profile",
    meaning: "The document that was named as profile is of another OSCAL model.",
    fix: "Name a profile.",
    says: ({ model }) => ({
      message: `This is an OSCAL ${model}, not a profile.`,
      fix: "Name a profile: it says which controls of a catalog to take.",
    }),
  },
  "profile-oscal-version": {
    title: "Not a version of OSCAL",
    meaning:
      "A document declares a version that OSCAL does not have; it is skipped when the version of the result is chosen.",
    fix: "Declare the version that the document follows.",
    severity: "warning",
    says: ({ declared, supported }) => ({
      message: `"${declared}" is not a version of OSCAL; it is skipped.`,
      fix: `Write the version the document follows, such as ${supported}.`,
    }),
  },
  "profile-oscal-version-major": {
    title: "A document of another OSCAL",
    meaning: "A document follows another major version, which cannot be resolved together with OSCAL 1.",
    fix: "Import a document of OSCAL 1.",
    says: ({ file, version }) => ({
      message: `${file} follows OSCAL ${version}, which cannot be resolved together with OSCAL 1.`,
      fix: "Import a document of OSCAL 1.",
      mentions: [file],
    }),
  },
  "profile-pattern-missing": {
    title: "A selection without a pattern",
    meaning: "The profile selects controls by pattern and gives none, so nothing matches.",
    fix: "Write a pattern, such as ac-*.",
    severity: "warning",
    says: () => ({
      message: "There is no pattern here, so nothing matches.",
      fix: "Give a pattern such as ac-*, or remove it.",
    }),
  },
  "profile-pattern-unmatched": {
    title: "A pattern that matches no control",
    meaning: "The pattern fits no control of what is imported.",
    fix: "Correct the pattern, or leave it out.",
    severity: "warning",
    says: ({ pattern, excluding, from }) => ({
      message: excluding
        ? `The pattern "${pattern}" excludes none of the controls that are included from ${sourceWords(from)}.`
        : `The pattern "${pattern}" matches no control of ${sourceWords(from)}.`,
      fix: "Correct the pattern or remove it: * stands for any characters, ? for one, [a-z] for one of several.",
    }),
  },
  "profile-selects-nothing": {
    title: "A profile that selects nothing",
    meaning: "An import, or the whole profile, selects no control.",
    fix: "Add include-all, or include-controls with ids or patterns.",
    severity: "warning",
    says: (told) =>
      told === "selection"
        ? {
            message: "This selection names no control: it has neither with-ids nor matching.",
            fix: "Name controls by id or by pattern, or remove it.",
          }
        : {
            message: `Nothing is selected from ${sourceWords(told.from)}: there is neither include-all nor include-controls.`,
            fix: 'Add "include-all": {} or name the controls under include-controls.',
          },
  },
  "profile-too-large": {
    title: "A profile that takes too long",
    meaning:
      "Resolving the profile takes more steps than any real profile needs; imports that multiply one another can do that.",
    fix: "Have the profile import each catalog once.",
    says: () => ({
      message: "Resolving the profile takes more steps than any real profile needs.",
      fix: "Look for imports that multiply controls: the same catalog imported more than once, at several levels.",
    }),
  },
  "profile-unknown-control": {
    title: "A control that the import does not have",
    meaning: "The profile names a control that is not in what it imports.",
    fix: "Correct the id, or import the catalog that has it.",
    severity: "warning",
    says: ({ id, from, guess, group }) =>
      group === undefined
        ? {
            message: `There is no control "${id}" in ${sourceWords(from)}.`,
            fix: didYouMean(guess, "Name a control by its id, or remove it here."),
          }
        : {
            message: `"${id}" is a group in ${sourceWords(from)}, not a control: a profile selects controls by their own ids.`,
            fix: groupFix(group),
          },
  },
  "profile-unknown-parameter": {
    title: "A parameter that no control declares",
    meaning: "The profile sets a parameter that no selected control declares.",
    fix: "Correct the id, or select the control that declares it.",
    severity: "warning",
    says: ({ id, guess, unselected }) =>
      unselected === undefined
        ? {
            message: `No selected control declares the parameter "${id}".`,
            fix: didYouMean(guess, "Select the control that declares it, or remove the setting."),
          }
        : {
            message: `The parameter "${id}" is that of the control "${unselected.control}" of "${unselected.href}", which no import selects.`,
            fix: `Select "${unselected.control}" in the import, or remove the setting.`,
          },
  },
};

/** Most ids of a group that are listed. */
const mostIds = 5;

function groupFix({ ids, pattern }: GroupControls): string {
  if (ids.length === 0) return "Remove it: the group holds no control.";
  const list = `${ids.slice(0, mostIds).join(", ")}${ids.length > mostIds ? `, and ${String(ids.length - mostIds)} more` : ""}`;
  return pattern === undefined
    ? `List the ids of its controls under "with-ids": ${list}.`
    : `Select with "matching" and the pattern "${pattern}", or list the ids under "with-ids": ${list}.`;
}

function sourceWords(source: ChoiceSource): string {
  return source === "imported" ? "the controls that are imported" : `"${source.href}"`;
}
