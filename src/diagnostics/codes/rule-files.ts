import type { SourceFile } from "../source-file.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about folders of rules: data files, files that are not read, names of packages. */
export interface RuleFileTold {
  readonly "conftest-exception": undefined;
  readonly "data-conflict": DataConflict;
  readonly "data-not-object": undefined;
  /** Two packages that end in the same name; the first one is that of `file`. */
  readonly "duplicate-package": {
    readonly first: string;
    readonly other: string;
    readonly file: SourceFile;
    readonly shipped: boolean;
  };
  readonly "package-name": string;
  /** A package of one's own, and the one of aims that it would add to. */
  readonly "package-reserved": {
    readonly own: string;
    readonly reserved: string;
    /** The pack that has it, where it is not one of aims. */
    readonly pack?: string;
  };
  /** A package and the names by which it means to say something. */
  readonly "package-unheard": {
    readonly package: string;
    readonly declares: readonly string[];
    readonly style: "aims" | "conftest";
  };
  readonly "rule-file-unread": UnreadRuleFile;
  /** The beginning of the path. */
  readonly "rule-path-reserved": string;
  /** A package, and the one that the id of its rule asks for. */
  readonly "rule-package": { readonly package: string; readonly id: string; readonly wanted: string };
}

/** What keeps a value of a data file from its place. Paths begin with `data`. */
export type DataConflict = { readonly path: string } & (
  | {
      readonly how: "twice";
      readonly earlier: { readonly file: SourceFile; readonly line: number };
    }
  | { readonly how: "reserved" }
  /** The package that declares what stands there. */
  | { readonly how: "package"; readonly package: string }
);

/** Why a file among the rules is not read. */
export type UnreadRuleFile =
  /** It looks like Rego, but for its ending. */
  | { readonly what: "rego"; readonly name: string; readonly wanted: string }
  | { readonly what: "data"; readonly name: string }
  | { readonly what: "linked folder"; readonly name: string }
  /** It lies in another folder, "" for that of the workspace; there may be a folder "rules" beside it. */
  | { readonly what: "elsewhere"; readonly name: string; readonly folder: string; readonly beside: boolean }
  /** It is a test by its name, and declares a rule. */
  | { readonly what: "test"; readonly name: string };

/** Folders of rules. */
export const ruleFileCodes: CodeEntries<RuleFileTold> = {
  "conftest-exception": {
    title: "An exception that is not asked for",
    meaning:
      "Conftest takes back denials that the set exception names. aims does not ask for it: what it exempts is denied all the same.",
    fix: "Write the condition into the rule that denies.",
    severity: "warning",
    says: () => ({
      message: "aims does not ask for exceptions of Conftest: what they exempt is denied all the same.",
      fix: "Write the condition into the rule that denies, and remove the exception.",
    }),
  },
  "data-conflict": {
    title: "Data at a place that is taken",
    meaning:
      "A data file among the rules gives a value that another file gives, that aims gives itself (data.aims, data.params, data.reference), or that a package declares. As in OPA, nothing may stand at one path twice.",
    fix: "Give the value another name, or put the file into another folder.",
    says: conflictWords,
  },
  "data-not-object": {
    title: "Data without a name",
    meaning:
      "The data file at the top of a folder of rules is the document data itself, so that it has to be an object. Below a folder, a file can hold any value.",
    fix: "Write an object, or put the file into a folder that gives its value a name.",
    says: () => ({
      message: "The data at the top of a folder of rules is not an object.",
      fix: 'Write an object, such as {"limits": ...}, or put the file into a folder: rules/limits/data.json is data.limits.',
    }),
  },
  "duplicate-package": {
    title: "Two packages with one last name",
    meaning: "The last part of a rule's package names it among all rules, and another rule has the same.",
    fix: "Give the last part of the package a name of its own.",
    says: ({ first, other, file, shipped }) => ({
      message: `The package "${other}" ends in the same name as "${first}"${shipped ? ", which ships with aims" : ` (${file})`}.`,
      fix: "Give the last part of the package a name of its own.",
      ...(shipped ? {} : { mentions: [file] }),
    }),
  },
  "package-name": {
    title: "A package with a name that cannot be used",
    meaning: "The name of a rule's package is not made of plain names, or it ends in one that aims uses itself.",
    fix: "Use plain names; the last one must not be system or organization.",
    says: (name) => ({
      message: `A rule's package cannot be named "${name}".`,
      fix: "Use plain names; the last one must not be system or organization.",
    }),
  },
  "package-reserved": {
    title: "A package that belongs to aims or to a pack",
    meaning:
      "The package would add to one that ships with aims or comes with a pack, and so change what the rules of others say.",
    fix: "Choose a package of your own.",
    says: ({ own, reserved, pack }) => ({
      message: `The package "${own}" would add to "${reserved}", which belongs to ${pack === undefined ? "aims" : `the pack "${pack}"`}.`,
      fix: "Name a package of your own: aims.rules.my_rule for a rule, my.library for a library.",
    }),
  },
  "package-unheard": {
    title: "A package that nobody asks",
    meaning:
      "A package among the rules denies, warns or says something as a rule does, but it has no METADATA that makes it a rule, and no rule reads it: whatever it says changes nothing.",
    fix: "Give its package METADATA with custom.id and custom.controls; for a Conftest policy also custom.style: conftest.",
    severity: "warning",
    example:
      "# METADATA\n# title: Owners are named\n# description: Every system has an owner.\n# custom:\n#   id: owner-named\n#   style: conftest\n#   controls: [iso42001:A.3.2]\n#   severity: high\n#   remediation: Name the owner under roles.\npackage main\n",
    says: ({ package: name, declares, style }) => ({
      message: `The package "${name}" declares ${listed(declares)}, but is not a rule: nothing asks it.`,
      fix:
        style === "conftest"
          ? "To make it a rule, write METADATA above the package: title, description and custom with id, controls, severity, remediation and style: conftest."
          : "To make it a rule, write METADATA above the package: title, description and custom with id, controls, severity and remediation.",
    }),
  },
  "rule-package": {
    title: "A package that is not named after its rule",
    meaning:
      "A package below aims is that of a rule, and ends in the id of its rule, with underscores in place of hyphens: tests and messages name the package, verdicts the id.",
    fix: "Name the package after the id, or choose one that does not begin with aims.",
    example: "package aims.rules.owner_named is that of the rule owner-named.",
    severity: "warning",
    says: ({ package: name, id, wanted }) => ({
      message: `The package of the rule "${id}" is "${name}", not "${wanted}".`,
      fix: `Write package ${wanted}, or correct custom.id.`,
    }),
  },
  "rule-path-reserved": {
    title: "A rule in a folder with a name that aims uses",
    meaning:
      "Rules that ship with aims, the modules by which it asks rules, and the rules of packs are known by paths that begin with aims-as-code/, aims/entry/ and pack:. A file of the workspace with such a path would be taken for one of them.",
    fix: "Give the folder another name.",
    says: (beginning) => ({
      message: `Rules cannot lie in "${beginning}": aims uses this name for rules that are not the workspace's.`,
      fix: "Give the folder another name, and correct rules in aims.yaml.",
    }),
  },
  "rule-file-unread": {
    title: "A file among the rules that is not read",
    meaning:
      "Of a folder of rules, files that end in .rego are read, and data.json, data.yaml and data.yml. This one looks as if it were meant to be read, too, or lies in a folder that other tools read rules from.",
    fix: "Rename it, put it where it is read, or move it out of the folder.",
    severity: "warning",
    says: unreadWords,
  },
};

/** Makes the diagnostics about folders of rules. */
export const problem: ProblemMaker<RuleFileTold> = problemsOf(ruleFileCodes);

function conflictWords({ path, ...told }: DataConflict): CaseWords {
  switch (told.how) {
    case "twice":
      return {
        message: `"${path}" has a value already, from ${told.earlier.file}:${String(told.earlier.line)}.`,
        fix: "Keep one of the two, or put one of the files into another folder.",
        mentions: [told.earlier.file],
      };
    case "reserved":
      return {
        message: path.startsWith("data.packs.")
          ? `"${path}" belongs to a pack: no data file of the workspace can add to it.`
          : `"${path}" belongs to aims: no data file can add to it.`,
        fix: "Give the value another name.",
      };
    case "package":
      return {
        message: `"${path}" is declared by the package "${told.package}": a data file cannot give it, too.`,
        fix: "Give the value another name, or put the file into another folder.",
      };
  }
}

function unreadWords(told: UnreadRuleFile): CaseWords {
  switch (told.what) {
    case "elsewhere":
      return {
        message: `"${told.name}" is not read: the rules of a workspace stand in rules/, or where aims.yaml says.`,
        fix:
          told.folder === ""
            ? "Move it into rules/."
            : `Name its folder in aims.yaml, "rules: [${told.beside ? "rules, " : ""}${told.folder}]", or move its files into rules/.`,
      };
    case "rego":
      return {
        message: `"${told.name}" is not read: only the ending .rego is, in small letters and at the end.`,
        fix: `Rename it to ${told.wanted}, or move it out of the folder of rules.`,
      };
    case "data":
      return {
        message: `"${told.name}" is not read: data beside rules is what data.json, data.yaml and data.yml hold.`,
        fix: "Put it into a folder with the name that it is to have below data, as data.json or data.yaml, or move it out of the folder of rules.",
      };
    case "test":
      return {
        message: `"${told.name}" declares a rule, but by its name it is a test: nothing asks the rule.`,
        fix: "Give the file a name that does not end in _test.rego.",
      };
    case "linked folder":
      return {
        message: `"${told.name}" is a link to a folder: no rules and no data are read from there.`,
        fix: "Copy the folder, or name it under rules in aims.yaml.",
      };
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
