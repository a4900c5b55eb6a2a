import { didYouMean } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about a workspace, aims.yaml and descriptors. */
export interface WorkspaceTold {
  /** The id, and where it is used first. */
  readonly "duplicate-id": {
    readonly id: string;
    readonly first: { readonly file: SourceFile; readonly line: number };
  };
  readonly "import-not-local": { readonly href: string; readonly why: string; readonly fix: string | undefined };
  readonly "kind-out-of-place": { readonly kind: string; readonly wanted: "organization" | "system" };
  /** A rule that is about the organization; without one, it is a warning. */
  readonly "no-organization": { readonly rule: string } | undefined;
  /** Profiles to choose from; where they are not told, it is a warning. */
  readonly "no-profile": { readonly shipped: readonly string[] } | undefined;
  /** The folder as aims.yaml names it. */
  readonly "no-rules-folder": string;
  /** Patterns that match nothing, or how many systems are all excluded. */
  readonly "no-systems": { readonly patterns: readonly string[] } | { readonly excluded: number };
  /** The folder as it was named. */
  readonly "no-workspace": string;
  readonly "pattern-without-match": string;
  readonly "unknown-kind": {
    readonly kind: unknown;
    readonly known: readonly string[];
    readonly guess: string | undefined;
    /** The property that holds what may be the descriptors. */
    readonly list: string | undefined;
  };
  readonly "unknown-profile": {
    readonly name: string;
    readonly shipped: readonly string[];
    readonly guess: string | undefined;
  };
}

/** A workspace: its folder, aims.yaml, profile and descriptors. */
export const workspaceCodes: CodeEntries<WorkspaceTold> = {
  "duplicate-id": {
    title: "A repeated id",
    meaning: "Two descriptors of the workspace have one id; results are filed under it.",
    fix: "Give each descriptor an id of its own.",
    says: ({ id, first }) => ({
      message: `The id "${id}" is used a second time; first in ${first.file}:${String(first.line)}.`,
      fix: "Give each descriptor of the workspace an id of its own.",
      mentions: [first.file],
    }),
  },
  "import-not-local": {
    title: "An import that is not a file beside the profile",
    meaning: "Assessing reads files of the workspace only; nothing is fetched from a network.",
    fix: "Import a file by its path relative to the profile.",
    says: ({ href, why, fix }) => ({
      message: `The import "${href}" cannot be read: ${why}`,
      ...(fix === undefined ? {} : { fix }),
    }),
  },
  "kind-out-of-place": {
    title: "A descriptor of another kind",
    meaning:
      "Here a descriptor of another kind is expected: organization.yaml describes the organization, systems/ the systems.",
    fix: "Move the file, or correct its kind.",
    says: ({ kind, wanted }) => ({
      message: `This descriptor is of the kind "${kind}"; here a "${wanted}" is expected.`,
      fix:
        wanted === "system"
          ? "Keep the organization's descriptor apart from systems/."
          : "Write one organization into this file, and systems into systems/.",
    }),
  },
  "no-organization": {
    title: "No descriptor of the organization",
    meaning: "Rules about the organization cannot be assessed, and the OSCAL documents will not name it.",
    fix: "Write organization.yaml.",
    example: "kind: organization\nid: example-bank\nname: Example Bank",
    says: (told) =>
      told === undefined
        ? {
            severity: "warning",
            message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
            fix: "Write organization.yaml with kind: organization, an id and a name.",
          }
        : {
            message: `The rule "${told.rule}" is about the organization, which no descriptor describes.`,
            fix: "Write organization.yaml with kind: organization, or name its descriptor under organization in aims.yaml.",
          },
  },
  "no-profile": {
    title: "No profile",
    meaning:
      "No profile says which controls are in scope, so neither controls nor parameters can be checked or assessed.",
    fix: 'Add --profile, or "profile:" to aims.yaml.',
    says: (told) =>
      told === undefined
        ? {
            severity: "warning",
            message: "No profile says which controls to assess, so controls and parameters were not checked.",
            fix: 'Add --profile, or "profile:" to aims.yaml.',
          }
        : {
            message: "No profile says which controls to assess.",
            fix: `Add --profile, or "profile:" to aims.yaml. Shipped: ${told.shipped.join(", ")}.`,
          },
  },
  "no-rules-folder": {
    title: "A rules folder that is not there",
    meaning: "The file aims.yaml names a folder of rules that does not exist, so none of its rules would run.",
    fix: "Correct the path, or leave it out.",
    says: (folder) => ({
      message: `There is no folder "${folder}", so none of its rules would run.`,
      fix: "Correct the path (it starts from the workspace's folder), or leave it out.",
    }),
  },
  "no-systems": {
    title: "No system to assess",
    meaning: "No file matches the patterns for descriptors of systems: nothing would be assessed, which is not a pass.",
    fix: "Correct the pattern, which starts from the workspace's folder, or write a descriptor into systems/.",
    says: (told) =>
      "patterns" in told
        ? {
            message: `No system descriptor matches ${told.patterns.map((pattern) => `"${pattern}"`).join(", ")}: nothing would be assessed, which is not a pass.`,
            fix: "Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.",
          }
        : {
            message: `${told.excluded === 1 ? "The only system is" : `All ${String(told.excluded)} systems are`} excluded by scope.status: nothing was assessed, which is not a pass.`,
            fix: "Put at least one system into scope, or match further descriptors.",
          },
  },
  "no-workspace": {
    title: "No such workspace",
    meaning: "The folder that is to hold organization.yaml and systems/ does not exist.",
    fix: "Correct the path.",
    says: (folder) => ({
      message: `There is no folder "${folder}".`,
      fix: "Name the folder that holds organization.yaml and systems/.",
    }),
  },
  "pattern-without-match": {
    title: "A pattern that matches nothing",
    meaning: "One of several --systems matches no file; going on would assess less than was asked for.",
    fix: "Correct the pattern, or leave it out.",
    says: (pattern) => ({
      message: `No system descriptor matches "${pattern}".`,
      fix: "Correct the pattern given with --systems (it starts from the workspace's folder), or leave it out.",
    }),
  },
  "unknown-kind": {
    title: "An unknown kind of descriptor",
    meaning: "The property kind says what a document describes: a system or the organization.",
    fix: "Write kind: system or kind: organization. A file may hold one descriptor, or a list of them.",
    says: ({ kind, known, guess, list }) => ({
      message:
        kind === undefined
          ? 'The document does not say what it describes: "kind" is missing.'
          : `${JSON.stringify(kind)} is not a kind of descriptor.`,
      fix:
        list === undefined
          ? didYouMean(guess, `Write kind: ${known.join(" or kind: ")}.`)
          : `If the descriptors stand under ${JSON.stringify(list)}, write that list alone. Otherwise, write kind: ${known.join(" or kind: ")}.`,
    }),
  },
  "unknown-profile": {
    title: "No such profile",
    meaning: "No profile of that name ships with aims.",
    fix: "Name one that ships with aims, or give a path.",
    says: ({ name, shipped, guess }) => ({
      message: `There is no shipped profile "${name}".`,
      fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${shipped.join(", ")}. For a file of your own, give its path.`,
    }),
  },
};

/** Makes the diagnostics about a workspace. */
export const problem: ProblemMaker<WorkspaceTold> = problemsOf(workspaceCodes);
