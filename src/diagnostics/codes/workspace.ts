import { didYouMean } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about a workspace, aims.yaml and descriptors. */
export interface WorkspaceTold {
  /** The id, and where it is used first. */
  readonly "duplicate-id": {
    readonly id: string;
    readonly first: { readonly file: SourceFile; readonly line: number };
  };
  readonly "import-not-local": { readonly href: string; readonly why: string; readonly fix: string | undefined };
  readonly "kind-out-of-place": { readonly kind: string; readonly wanted: "organization" | "system" | "records" };
  /** Name of the link in the workspace; whether it leads out of it. */
  readonly "linked-folder": { readonly name: string; readonly outside: boolean };
  /** How many rules are about the organization, and cannot be asked; or the file that was probably meant. */
  readonly "no-organization": { readonly unasked: number } | { readonly instead?: string };
  /** Profiles to choose from; where they are not told, it is a warning. */
  readonly "no-profile": { readonly shipped: readonly string[] } | undefined;
  /** The folder as aims.yaml names it. */
  readonly "no-rules-folder": string;
  /** Patterns that match nothing, or how many systems are all excluded. */
  readonly "no-systems":
    | {
        readonly patterns: readonly string[];
        /** A file beside them that describes a system. */
        readonly elsewhere: string | undefined;
        /** A folder above that has aims.yaml or organization.yaml, where this one has neither. */
        readonly above?: { readonly folder: string; readonly mark: string };
        /** Whether the patterns are those of aims.yaml. */
        readonly ofSettings: boolean;
        /** Whether the folder has nothing of a workspace at all. */
        readonly nothing: boolean;
        /** Whether warnings say of files beside them why they are not read. */
        readonly warned: boolean;
      }
    | { readonly excluded: number };
  /** The folder as it was named; whether it is a file. */
  readonly "no-workspace": { readonly called: string; readonly isFile: boolean };
  readonly "pattern-without-match": {
    readonly pattern: string;
    readonly from: "--systems" | "aims.yaml";
    /** What it is to match; descriptors of systems unless given. */
    readonly of?: "records" | "crosswalks";
  };
  readonly "unknown-kind": {
    readonly kind: unknown;
    readonly known: readonly string[];
    readonly guess: string | undefined;
    /** The property that holds what may be the descriptors. */
    readonly list: string | undefined;
  };
  /** Whether the ending of its name is the reason; whether it lies in the workspace's folder itself. */
  readonly "unread-descriptor": { readonly ending: boolean; readonly top: boolean };
  /** Name of the file; whether there is an aims.yaml too. */
  readonly "unread-settings": { readonly name: string; readonly beside: boolean };
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
    title: "An import without a local copy",
    meaning: "Assessing reads files only; nothing is fetched from a network.",
    fix: 'Import a file by its path relative to the profile, or give the local copy of an address: --map, "imports" in aims.yaml, or aims oscal vendor.',
    says: ({ href, why, fix }) => ({
      message: `The import "${href}" cannot be read: ${why}`,
      ...(fix === undefined ? {} : { fix }),
    }),
  },
  "kind-out-of-place": {
    title: "A descriptor of another kind",
    meaning:
      "Here a document of another kind is expected: organization.yaml describes the organization, systems/ the systems, and records/ holds evidence records and decisions.",
    fix: "Move the file, or correct its kind.",
    says: misplacedWords,
  },
  "linked-folder": {
    title: "A linked folder among the descriptors",
    meaning:
      "A wildcard leads through no linked folder, so that descriptors behind it would not be assessed, and nobody would notice.",
    fix: "Match the folder by its name under systems in aims.yaml, exclude it there, or replace the link by the files.",
    severity: "warning",
    says: ({ name, outside }) => ({
      message: outside
        ? "This link leads to a folder outside of the workspace: no descriptor behind it is read."
        : "This link leads to a folder, and wildcards lead through no link: no descriptor behind it is read.",
      fix: outside
        ? "Copy the descriptors into the workspace, and remove the link."
        : `Match "${name}/**/*.yaml" under systems in aims.yaml, or replace the link by the files.`,
    }),
  },
  "no-organization": {
    title: "No descriptor of the organization",
    meaning:
      "Nobody can ask the rules about the organization, so that controls for which no other rule speaks are not assessed, and the OSCAL documents will not name it.",
    fix: "Write organization.yaml.",
    severity: "warning",
    example: "kind: organization\nid: example-bank\nname: Example Bank",
    says: (told) => {
      const write = "Write organization.yaml with kind: organization, an id and a name.";
      if ("unasked" in told) {
        const { unasked } = told;
        return {
          message: `${unasked === 1 ? "1 rule" : `${String(unasked)} rules`} about the organization could not be asked, since no descriptor describes it. Controls for which no other rule speaks are not assessed.`,
          fix: write,
        };
      }
      return {
        message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
        fix:
          told.instead === undefined
            ? write
            : `Did you mean "${told.instead}"? Rename it to organization.yaml, or name it under organization in aims.yaml.`,
      };
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
            message: told.nothing
              ? "There is neither organization.yaml nor a descriptor in systems/ here: nothing would be assessed, which is not a pass."
              : `No system descriptor matches ${told.patterns.map((pattern) => `"${pattern}"`).join(", ")}: nothing would be assessed, which is not a pass.`,
            fix: noSystemsFix(told),
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
    says: ({ called, isFile }) => ({
      message: isFile ? `"${called}" is a file, not the folder of a workspace.` : `There is no folder "${called}".`,
      fix: "Name the folder that holds organization.yaml and systems/.",
    }),
  },
  "pattern-without-match": {
    title: "A pattern that matches nothing",
    meaning:
      "One of several patterns for descriptors, or one for records or mapping collections, matches no file. Of --systems it is an error, since going on would assess less than was asked for; in aims.yaml, where a pattern may stand for files to come, a warning.",
    fix: "Correct the pattern, or leave it out.",
    says: ({ pattern, from, of }) => ({
      severity: from === "aims.yaml" ? "warning" : "error",
      message: `No ${of === undefined ? "system descriptor" : of === "records" ? "file of records" : "mapping collection"} matches "${pattern}".`,
      fix: `Correct the pattern ${from === "aims.yaml" ? "" : "given with --systems "}(it starts from the workspace's folder), or leave it out.`,
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
  "unread-descriptor": {
    title: "A descriptor that is not read",
    meaning:
      "A file beside the descriptors says kind: system, but no pattern matches it: what it describes would not be assessed, and nobody would notice. The patterns tell large letters from small ones, on every system.",
    fix: "Rename the file, match it under systems in aims.yaml, or exclude it there with a pattern that begins with !.",
    severity: "warning",
    says: ({ ending, top }) =>
      ending
        ? {
            message:
              "This file describes a system, but is not read: its name does not end in .yaml, .yml, .json, .ndjson or .jsonl.",
            fix: "Rename it so that it does, in small letters, or move it out of the folder.",
          }
        : {
            message: "This file describes a system, but no pattern matches it: it is not read.",
            fix: `${top ? "Move it into systems/, match" : "Match"} it under systems in aims.yaml, or exclude it there with a pattern that begins with "!".`,
          },
  },
  "unread-settings": {
    title: "Settings that are not read",
    meaning: "The settings of a workspace stand in aims.yaml; a file of another name is not read.",
    fix: "Rename it to aims.yaml.",
    severity: "warning",
    says: ({ name, beside }) => ({
      message: `"${name}" is not read: the settings of a workspace stand in aims.yaml.`,
      fix: beside ? "Move what it says into aims.yaml, and remove it." : "Rename it to aims.yaml.",
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

function misplacedWords({ kind, wanted }: WorkspaceTold["kind-out-of-place"]): CaseWords {
  if (wanted === "records") {
    return {
      message: `This document is of the kind "${kind}"; one of the kind "evidence" or "decisions" is expected here.`,
      fix: "Keep descriptors apart from the files of records.",
    };
  }
  const message = `This descriptor is of the kind "${kind}"; one of the kind "${wanted}" is expected here.`;
  if (kind === "evidence" || kind === "decisions") {
    return { message, fix: "Move the file into records/, or match it under records in aims.yaml." };
  }
  const fix =
    wanted === "system"
      ? "Keep the organization's descriptor apart from systems/."
      : "Write one organization into this file, and systems into systems/.";
  return { message, fix };
}

function noSystemsFix({
  above,
  elsewhere,
  ofSettings,
  nothing,
  warned,
}: Extract<WorkspaceTold["no-systems"], { patterns: unknown }>): string {
  if (above !== undefined) return `Name the folder "${above.folder}" above this one, which holds ${above.mark}.`;
  if (elsewhere !== undefined) {
    return ofSettings
      ? `Match "${elsewhere}", which describes a system, under systems in aims.yaml.`
      : `Move "${elsewhere}", which describes a system, into systems/, or match it under systems in aims.yaml.`;
  }
  if (warned) return "Correct what the warnings say of the files that are not read.";
  return nothing
    ? "Name the folder of the workspace, or begin one: organization.yaml with kind: organization, an id and a name, and for each system a file in systems/ with kind: system, an id and a name."
    : "Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.";
}

/** Makes the diagnostics about a workspace. */
export const problem: ProblemMaker<WorkspaceTold> = problemsOf(workspaceCodes);
