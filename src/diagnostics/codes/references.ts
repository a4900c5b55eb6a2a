import type { SourceFile } from "../source-file.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about references. */
export interface ReferenceTold {
  readonly "duplicate-uuid": { readonly uuid: string; readonly first: string | undefined };
  readonly "mapping-reference": TargetFault;
  readonly "reference-activity": TargetFault;
  readonly "reference-actor": TargetFault;
  readonly "reference-component": TargetFault;
  readonly "reference-control": TargetFault;
  /** The link into the document that was probably meant. */
  readonly "reference-file": { readonly path: SourceFile; readonly guess: string | undefined };
  readonly "reference-finding": TargetFault;
  readonly "reference-import": ImportFault;
  readonly "reference-link": { readonly id: string; readonly scope: SearchScope };
  readonly "reference-location": TargetFault;
  readonly "reference-not-read":
    { readonly path: SourceFile } | { readonly href: string; readonly fix: string | undefined };
  readonly "reference-observation": TargetFault;
  readonly "reference-parameter": TargetFault;
  readonly "reference-part": TargetFault;
  readonly "reference-party": TargetFault;
  readonly "reference-resource": { readonly id: string };
  readonly "reference-responsibility": TargetFault;
  readonly "reference-risk": TargetFault;
  readonly "reference-role": TargetFault;
  readonly "reference-statement": TargetFault;
  readonly "reference-subject": TargetFault;
  readonly "reference-task": TargetFault;
}

/** Where something was looked for. */
export type SearchScope = "document" | "imports";

/** A reference to something that is not there, or is of another kind. Kinds are JSON keys under which things are declared. */
export type TargetFault =
  | {
      readonly how: "wrong-kind";
      readonly id: string;
      readonly actual: readonly string[];
      readonly kinds: readonly string[];
    }
  | {
      readonly how: "dangling";
      readonly id: string;
      /** Undefined where any declaration will do. */
      readonly kinds: readonly string[] | undefined;
      readonly scope: SearchScope;
      readonly guess: string | undefined;
    };

/** An import whose file is not there, is not among the documents, or is not what is meant. */
export type ImportFault =
  | { readonly how: "missing" | "not-among"; readonly path: SourceFile }
  | { readonly how: "unlocated"; readonly href: string; readonly failure: string; readonly fix: string }
  | { readonly how: "unreadable"; readonly path: SourceFile; readonly models: readonly string[] }
  | {
      readonly how: "wrong-model";
      readonly path: SourceFile;
      /** Empty where the file is of no model. */
      readonly model: string;
      readonly models: readonly string[];
    };

const nowhere = (what: string): string =>
  `A reference names ${what} that neither the document nor what it imports declares. Where an import is not at hand, nothing is reported.`;

/** Reference rules of aims; each can be switched off by its id. */
export const referenceCodes: CodeEntries<ReferenceTold> = {
  "duplicate-uuid": {
    title: "A uuid that is declared twice",
    meaning:
      "Two objects of a document have one uuid, so that references to it are ambiguous. Usually one was copied from the other.",
    fix: "Give one of the two a uuid of its own.",
    says: ({ uuid, first }) => ({
      message: `The uuid "${uuid}" is declared a second time; first at ${first ?? "another place"}.`,
      fix: "Give one of the two a uuid of its own, and correct the references to it.",
    }),
  },
  "mapping-reference": {
    title: "A mapping of what is not there",
    meaning:
      "An entry of a map names a control or statement that the catalog or profile on its side of the mapping does not have.",
    fix: "Correct the id-ref, or name the right resource.",
    says: targetWords,
  },
  "reference-activity": {
    title: "A reference to an activity that is not there",
    meaning: nowhere("an activity"),
    fix: "Correct the activity-uuid, or add the activity to the local definitions of the plan.",
    says: targetWords,
  },
  "reference-actor": {
    title: "A reference to an actor that is not there",
    meaning: nowhere("an actor (a tool, an assessment platform or a party)"),
    fix: "Correct the actor-uuid or its type, or add what it names.",
    says: targetWords,
  },
  "reference-component": {
    title: "A reference to a component that is not there",
    meaning: nowhere("a component"),
    fix: "Correct the component-uuid, or add the component.",
    says: targetWords,
  },
  "reference-control": {
    title: "A reference to a control that is not there",
    meaning: nowhere("a control"),
    fix: "Correct the control's id.",
    says: targetWords,
  },
  "reference-file": {
    title: "A path to a file that is not there",
    meaning: "A relative href leads to no file. Absolute addresses are not followed.",
    fix: "Correct the path, which is relative to the document, or add the file.",
    severity: "warning",
    says: ({ path, guess }) => ({
      message: `There is no file "${path}".`,
      fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Correct the path, which is relative to this document, or add the file.`,
      ...(guess === undefined ? {} : { suggestion: guess }),
      ...mentionOf(path),
    }),
  },
  "reference-finding": {
    title: "A reference to a finding that is not there",
    meaning: nowhere("a finding"),
    fix: "Correct the finding-uuid, or add the finding.",
    says: targetWords,
  },
  "reference-import": {
    title: "An import that leads nowhere",
    meaning: "Following imports, the named file is not among the documents, or holds another model than is meant.",
    fix: "Correct the path, or add the file.",
    says: importWords,
  },
  "reference-link": {
    title: "A link to an id that is not there",
    meaning: "A link points at something inside the document (#id) that nothing has as its id.",
    fix: "Correct the link, or add what it points at.",
    severity: "warning",
    says: ({ id, scope }) => ({
      message: `Nothing ${scopeWords[scope]} is called "${id}".`,
      fix: "Correct the link, or add what it points at.",
    }),
  },
  "reference-location": {
    title: "A reference to a location that is not there",
    meaning: "A location-uuid names no location of the document's own metadata.",
    fix: "Correct the uuid, or add the location to the metadata.",
    says: targetWords,
  },
  "reference-not-read": {
    title: "An import that was not read",
    meaning:
      "Following imports, a file lies outside the folders that may be read (a warning), or an import has an address of which no local copy is known (only said). Nothing is known to be wrong, but what the import declares was not looked up.",
    fix: "Start aims in a folder that holds both, or name the file or its folder too. Of an address, give the local copy: docs/imports.md.",
    severity: "warning",
    says: (told) =>
      "path" in told
        ? {
            message: `"${told.path}" lies outside the folders that may be read.`,
            fix: "Start aims in the folder above, or name that file or its folder too.",
            ...mentionOf(told.path),
          }
        : {
            // An absolute address is not a mistake: the message only says that nobody has looked there.
            severity: "info",
            message: `"${told.href}" leads to no file that is known here and is not read; what it declares was not looked up.`,
            fix: told.fix ?? "To have it looked up, import a copy of it by a relative path.",
          },
  },
  "reference-observation": {
    title: "A reference to an observation that is not there",
    meaning: nowhere("an observation"),
    fix: "Correct the observation-uuid, or add the observation.",
    says: targetWords,
  },
  "reference-parameter": {
    title: "A reference to a parameter that is not there",
    meaning: nowhere("a parameter"),
    fix: "Correct the param-id.",
    says: targetWords,
  },
  "reference-part": {
    title: "An alteration of what is not there",
    meaning: nowhere("a part, parameter, control or group (by-id)"),
    fix: "Correct the by-id.",
    says: targetWords,
  },
  "reference-party": {
    title: "A reference to a party that is not there",
    meaning: "A party-uuid names no party of the document's own metadata.",
    fix: "Correct the uuid, or add the party to the metadata.",
    says: targetWords,
  },
  "reference-resource": {
    title: "A reference to a resource that is not there",
    meaning: "A link or import names a resource of the back matter (#uuid), and the back matter has none of that uuid.",
    fix: "Correct the uuid, or add the resource.",
    says: ({ id }) => ({
      message: `The back matter has no resource "${id}".`,
      fix: "Correct the uuid, or add the resource to the back matter.",
    }),
  },
  "reference-responsibility": {
    title: "A responsibility for what is not provided",
    meaning: "A responsibility names a provided-uuid that the document's own exports do not have.",
    fix: "Correct the provided-uuid.",
    says: targetWords,
  },
  "reference-risk": {
    title: "A reference to a risk or response that is not there",
    meaning: nowhere("a risk, or a response to one,"),
    fix: "Correct the uuid, or add the risk.",
    says: targetWords,
  },
  "reference-role": {
    title: "A reference to a role that is not there",
    meaning: "A role-id names no role of the document's own metadata.",
    fix: "Correct the id, or add the role to the metadata.",
    says: targetWords,
  },
  "reference-statement": {
    title: "A reference to a statement or objective that is not there",
    meaning: nowhere("a statement, an objective or its implementation"),
    fix: "Correct the id; a statement's id is that of a part of the control.",
    example: '"statement-id": "ac-2_smt.a"',
    says: targetWords,
  },
  "reference-subject": {
    title: "A reference to a subject that is not there",
    meaning: nowhere("a subject (a component, inventory item, user, party, location or resource)"),
    fix: "Correct the subject-uuid or its type, or add what it names.",
    says: targetWords,
  },
  "reference-task": {
    title: "A reference to a task that is not there",
    meaning: nowhere("a task"),
    fix: "Correct the task-uuid, or add the task.",
    says: targetWords,
  },
};

/** Makes the diagnostics about references. */
export const problem: ProblemMaker<ReferenceTold> = problemsOf(referenceCodes);

const scopeWords: Readonly<Record<SearchScope, string>> = {
  document: "in this document",
  imports: "in this document and what it imports",
};

function targetWords(fault: TargetFault): CaseWords {
  if (fault.how === "wrong-kind") {
    const kinds = choiceOf(fault.kinds);
    return {
      message: `"${fault.id}" stands under ${choiceOf(fault.actual)}, but ${kinds} is meant.`,
      fix: `Name something that stands under ${kinds}.`,
    };
  }
  const { id, kinds, scope, guess } = fault;
  const correct = "Correct the reference, or add what it refers to.";
  return {
    message: `${kinds === undefined ? "Nothing" : `Nothing under ${choiceOf(kinds)}`} ${scopeWords[scope]} is called "${id}".`,
    fix: guess === undefined ? correct : `Did you mean "${guess}"? ${correct}`,
    ...(guess === undefined ? {} : { suggestion: guess }),
  };
}

function importWords(fault: ImportFault): CaseWords {
  if (fault.how === "unlocated") return { message: `"${fault.href}": ${fault.failure}`, fix: fault.fix };
  const { path } = fault;
  switch (fault.how) {
    case "missing":
      return { message: `There is no file "${path}".`, fix: "Correct the path, or add the file.", ...mentionOf(path) };
    case "not-among":
      return {
        message: `None of the documents is "${path}".`,
        fix: "Correct the path, or add the file.",
        ...mentionOf(path),
      };
    case "unreadable":
      return {
        // The path of the folder from which all paths start is empty.
        message: `"${path === "" ? "." : path}" is not an OSCAL document that can be read.`,
        fix: `Name a file that holds ${choiceOf(fault.models)}.`,
        ...mentionOf(path),
      };
    case "wrong-model":
      return {
        message: `"${path}" holds ${fault.model === "" ? "no OSCAL model" : `"${fault.model}"`}, but ${choiceOf(fault.models)} is meant.`,
        fix: `Name a file that holds ${choiceOf(fault.models)}.`,
        ...mentionOf(path),
      };
  }
}

function choiceOf(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" or ");
}

function mentionOf(path: SourceFile): Pick<CaseWords, "mentions"> {
  return path === "" ? {} : { mentions: [path] };
}
