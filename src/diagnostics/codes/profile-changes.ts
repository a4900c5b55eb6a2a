import { didYouMean } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import type { CodeEntries } from "./code-entry.js";

/** The facts for the diagnostics about merging and modifying controls. */
export interface ProfileChangeTold {
  readonly "profile-add-by-id-control": { readonly id: string };
  readonly "profile-add-duplicate-id": { readonly id: string };
  readonly "profile-add-misplaced": { readonly kind: string; readonly key: string };
  readonly "profile-add-nothing": undefined;
  readonly "profile-add-unmatched": {
    readonly id: string;
    readonly control: string;
    readonly guess: string | undefined;
  };
  readonly "profile-alter-unknown-control": {
    readonly id: string;
    readonly guess: string | undefined;
    /** The import that has the control and does not select it. */
    readonly from: string | undefined;
  };
  readonly "profile-as-is-false": undefined;
  readonly "profile-combine-merge": undefined;
  readonly "profile-control-altered-twice": Again;
  readonly "profile-control-inserted-twice": { readonly id: string };
  readonly "profile-duplicate-control": { readonly id: string; readonly first: ImportLine | undefined };
  readonly "profile-group-clash": { readonly id: string; readonly outcome: "both" | "first" };
  readonly "profile-group-title": { readonly id: string; readonly title: string };
  readonly "profile-loose-parameter-clash": { readonly id: string; readonly used: "the first" | "the one in a group" };
  readonly "profile-parameter-alternative": { readonly id: string; readonly given: string; readonly dropped: string };
  readonly "profile-parameter-clash": ParameterClash;
  readonly "profile-parameter-set-twice": Again;
  readonly "profile-remove-everything": undefined;
  readonly "profile-remove-in-child-control": { readonly id: string };
  readonly "profile-remove-unmatched": {
    readonly id: string;
    readonly criteria: readonly (readonly [key: string, value: string])[];
  };
  readonly "profile-resource-clash": { readonly uuid: string };
  readonly "profile-structure-ambiguous": { readonly directives: readonly string[] };
}

/** An instruction of which there is one for the same id already; its line is looked up only for problems that are shown. */
interface Again {
  readonly id: string;
  readonly line: () => number;
}

/** A line of an importing or imported profile, looked up only for problems that are shown. */
interface ImportLine {
  readonly file: SourceFile;
  readonly line: () => number;
}

/** Two imports that set a parameter differently, or only one of them does. */
interface ParameterClash {
  readonly id: string;
  /** The line of the setting, or the import that leaves the parameter alone. */
  readonly sides: readonly (ImportLine | { readonly href: string })[];
  readonly kept: "first" | "both";
}

/** How a profile merges and modifies controls. */
export const profileChangeCodes: CodeEntries<ProfileChangeTold> = {
  "profile-add-by-id-control": {
    title: "An addition to the control by its own id",
    meaning: "The by-id of an add means something inside the control, and names the control itself; nothing is added.",
    fix: "Leave by-id out to add to the control.",
    severity: "warning",
    says: ({ id }) => ({
      message: `"${id}" is the control itself, while by-id means something inside it; nothing is added.`,
      fix: "Leave out by-id to add to the control.",
    }),
  },
  "profile-add-duplicate-id": {
    title: "An addition with an id that is taken",
    meaning: "The control already holds something with this id, so that the id would mean two things.",
    fix: "Remove the other one in the same alter, or give this one an id of its own.",
    severity: "warning",
    says: ({ id }) => ({
      message: `The id "${id}" is already used here, so it would mean two things.`,
      fix: "Remove the other one in the same alter, or give this one an id of its own.",
    }),
  },
  "profile-add-misplaced": {
    title: "An addition where it cannot stand",
    meaning: "The place cannot hold additions of this kind.",
    fix: "Add it to the control itself, or to something that can hold it.",
    severity: "warning",
    says: ({ kind, key }) => ({
      message: `A ${kind} cannot hold ${key}; they are not added.`,
      fix: "Add them to the control, without by-id, or to something that can hold them.",
    }),
  },
  "profile-add-nothing": {
    title: "An addition of nothing",
    meaning: "The add has no title, params, props, links or parts.",
    fix: "Give it something to add, or remove it.",
    severity: "warning",
    says: () => ({
      message: "The add is empty.",
      fix: "Give it a title, params, props, links or parts, or remove it.",
    }),
  },
  "profile-add-unmatched": {
    title: "An addition to an unknown id",
    meaning: "Nothing in the control has the id that by-id names; nothing is added.",
    fix: "Correct the by-id.",
    severity: "warning",
    says: ({ id, control, guess }) => ({
      message: `There is nothing with the id "${id}" in the control "${control}"; nothing is added.`,
      fix: didYouMean(guess, "Name a param, part or inner control by its id, or leave out by-id."),
    }),
  },
  "profile-alter-unknown-control": {
    title: "An alteration of a control that is not selected",
    meaning: "The profile alters a control that none of its imports selects.",
    fix: "Select the control, or remove the alteration.",
    severity: "warning",
    says: ({ id, guess, from }) =>
      from === undefined
        ? {
            message: `There is no control "${id}" among those that are selected.`,
            fix: didYouMean(guess, "Select the control, or remove the alteration."),
          }
        : {
            message: `The control "${id}" is in "${from}", but no import selects it.`,
            fix: "Select it in the import, or remove the alteration.",
          },
  },
  "profile-as-is-false": {
    title: "A merge that is not defined",
    meaning: "OSCAL does not say what as-is with the value false means; the controls are listed flat.",
    fix: 'Write "flat" for a flat list, or "as-is": true to keep the groups.',
    severity: "warning",
    says: () => ({
      message: '"as-is": false has no defined meaning; the controls are listed flat.',
      fix: 'Write "flat": {} for a flat list, or "as-is": true to keep the groups.',
    }),
  },
  "profile-combine-merge": {
    title: "A deprecated method of combining",
    meaning: "OSCAL has deprecated the method merge and does not define it; controls with one id are all kept.",
    fix: 'Write "use-first" to have each control once, or "keep".',
    severity: "warning",
    says: () => ({
      message: 'The method "merge" is deprecated and OSCAL does not define it; controls with the same id are all kept.',
      fix: 'Write "use-first" to have each control once, or "keep".',
    }),
  },
  "profile-control-altered-twice": {
    title: "A control that is altered twice",
    meaning: "Two alters of the profile are about one control; the later one comes on top of the earlier.",
    fix: "Put both into one alter.",
    severity: "warning",
    says: ({ id, line }) => ({
      message: `The control "${id}" is altered already, in line ${String(line())}; this alteration comes after that one.`,
      fix: "Put both into one alter.",
    }),
  },
  "profile-control-inserted-twice": {
    title: "A control that is inserted twice",
    meaning: "The custom structure inserts a control in two places, so that its id means several controls.",
    fix: "Leave it out of one of the two with exclude-controls.",
    severity: "warning",
    says: ({ id }) => ({
      message: `The control "${id}" is inserted here a second time, so that its id means several controls.`,
      fix: "Leave it out of one of the two with exclude-controls.",
    }),
  },
  "profile-duplicate-control": {
    title: "A control that is selected twice",
    meaning: "Two imports select one control, and both are kept, so that its id means several controls.",
    fix: 'Select it once, or combine with "use-first".',
    severity: "warning",
    says: ({ id, first }) => ({
      message: `The control "${id}" is selected more than once${first === undefined ? "" : ` (first through ${lineWords(first)})`}, and each is kept, so that its id means several controls.`,
      fix: 'Select it once, or write "combine": {"method": "use-first"} under merge.',
      ...(first === undefined ? {} : { mentions: [first.file] }),
    }),
  },
  "profile-group-clash": {
    title: "Two groups with one id",
    meaning: "Two imports bring different groups with the same id.",
    fix: "Import from one of them only, or arrange the controls with custom.",
    severity: "warning",
    says: ({ id, outcome }) => ({
      message: `Two imports bring different groups with the id "${id}"; ${
        outcome === "both"
          ? "one holds groups, the other controls, so that both are kept"
          : "its title and text are those of the first"
      }.`,
      fix: 'Import from one of them only, or arrange the controls with "custom".',
    }),
  },
  "profile-group-title": {
    title: "A group with two titles",
    meaning: "The custom structure gives a group another title than the imported group of that id has.",
    fix: "Give the same title, or the group another id.",
    severity: "info",
    says: ({ id, title }) => ({
      message: `The imported group "${id}" is titled "${title}"; the title given here is used.`,
      fix: "Give the same title, or the group another id.",
    }),
  },
  "profile-loose-parameter-clash": {
    title: "Two parameters with one id",
    meaning: "Two imports declare different parameters with one id that belong to no control; the first is used.",
    fix: "Set the parameter in the profile, or import from one of them only.",
    severity: "warning",
    says: ({ id, used }) => ({
      message: `Two imports declare different parameters "${id}" that belong to no control; ${used} is used.`,
      fix: "Set the parameter in this profile, or import from one of them only.",
    }),
  },
  "profile-parameter-alternative": {
    title: "A parameter that loses its alternative",
    meaning: "A parameter has values or a selection, never both; setting one takes the other away.",
    fix: "Set a value, unless the parameter is to stay open.",
    severity: "info",
    says: ({ id, given, dropped }) => ({
      message: `The parameter "${id}" is given ${given} and loses its ${dropped}: OSCAL has one or the other.`,
      fix: "Nothing needs to be done, unless the parameter is to stay open.",
    }),
  },
  "profile-parameter-clash": {
    title: "A parameter that two controls set differently",
    meaning: "Two imports of one control bring different settings of a parameter.",
    fix: "Set the parameter in the profile, or import the control from one of them only.",
    severity: "warning",
    says: ({ id, sides, kept }) => ({
      message: `The imports disagree about the parameter "${id}": ${sides.map(sideWords).join(", ")}. ${
        kept === "first" ? "The control that comes first brings its own." : "Both are kept."
      }`,
      fix: "Set the parameter in this profile, or import the control from one of the two only.",
      mentions: sides.flatMap((side) => ("href" in side ? [] : [side.file])),
    }),
  },
  "profile-parameter-set-twice": {
    title: "A parameter that is set twice",
    meaning: "Two set-parameters are about one parameter; where both give a value, the later one holds.",
    fix: "Put both into one.",
    severity: "warning",
    says: ({ id, line }) => ({
      message: `The parameter "${id}" is set already, in line ${String(line())}; where both give a value, this one is used.`,
      fix: "Put both settings into one.",
    }),
  },
  "profile-remove-everything": {
    title: "A removal without a criterion",
    meaning: "The remove does not say what to remove, so it would empty the control; nothing is removed.",
    fix: "Say what to remove with by-name, by-class, by-id, by-item-name or by-ns.",
    severity: "warning",
    says: () => ({
      message: "The remove has no criterion, so it would empty the control; nothing is removed.",
      fix: "Say what to remove with by-name, by-class, by-id, by-item-name or by-ns.",
    }),
  },
  "profile-remove-in-child-control": {
    title: "A removal from an inner control",
    meaning: "The criteria also fit something in a control that stands inside the altered one.",
    fix: "Name what is meant with by-id.",
    severity: "warning",
    says: ({ id }) => ({
      message: `This also removes from the control "${id}", which stands inside.`,
      fix: "Name what is meant with by-id where the inner controls are to stay as they are.",
    }),
  },
  "profile-remove-unmatched": {
    title: "A removal without effect",
    meaning: "Nothing in the control meets all criteria of the remove.",
    fix: "Correct the criteria, or take the remove out.",
    severity: "warning",
    says: ({ id, criteria }) => ({
      message: `Nothing in the control "${id}" meets ${criteria.map(([key, value]) => `${key} "${value}"`).join(" and ")}.`,
      fix: "Correct the criteria, all of which have to be met by one param, prop, link or part; or remove this.",
    }),
  },
  "profile-resource-clash": {
    title: "Two resources with one uuid",
    meaning:
      "Two documents bring resources with one uuid and different content; the later takes the place of the earlier.",
    fix: "Give one of them another uuid, or mark the one that is to stay with a prop keep=always.",
    severity: "warning",
    says: ({ uuid }) => ({
      message: `The resource "${uuid}" is there already with other content; this one takes its place.`,
      fix: "Give one of the two another uuid, or mark the one that is to stay with a prop keep=always.",
    }),
  },
  "profile-structure-ambiguous": {
    title: "More than one structure",
    meaning: "The merge asks for flat, as-is and custom at once, or two of them.",
    fix: "Keep one of them.",
    says: ({ directives }) => ({
      message: `The merge asks for more than one structure: ${directives.join(" and ")}.`,
      fix: "Keep one of them.",
    }),
  },
};

function lineWords({ file, line }: ImportLine): string {
  return `${file}:${String(line())}`;
}

function sideWords(side: ParameterClash["sides"][number]): string {
  return "href" in side ? `"${side.href}" leaves it alone` : `${lineWords(side)} sets it`;
}
