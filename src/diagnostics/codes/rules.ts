import type { PlainEntries } from "./code-entry.js";

/** Rules in Rego. */
export const ruleCodes: PlainEntries = {
  "duplicate-package": {
    title: "Two packages with one last name",
    meaning: "The last part of a rule's package names it among all rules, and another rule has the same.",
    fix: "Give the last part of the package a name of its own.",
  },
  "duplicate-rule": {
    title: "A rule id that stands twice",
    meaning: "Two rules have one id; verdicts are filed under it.",
    fix: "Give each rule an id of its own.",
  },
  "entrypoint-error": {
    title: "A rule that cannot be called",
    meaning: "The compiler finds no set under the path by which aims calls the rule.",
    fix: "Check the package and the names of the sets by which the rule speaks.",
  },
  "no-profile": {
    title: "No profile",
    meaning:
      "No profile says which controls are in scope, so neither controls nor parameters can be checked or assessed.",
    fix: 'Add --profile, or "profile:" to aims.yaml.',
  },
  "no-rules-folder": {
    title: "A rules folder that is not there",
    meaning: "The file aims.yaml names a folder of rules that does not exist, so none of its rules would run.",
    fix: "Correct the path, or leave it out.",
  },
  "package-name": {
    title: "A package that cannot be named so",
    meaning: "The name of a rule's package is not made of plain names, or it ends in one that aims uses itself.",
    fix: "Use plain names; the last one must not be system or organization.",
  },
  "package-reserved": {
    title: "A package that belongs to aims",
    meaning: "The package would add to one that ships with aims, and so change what the shipped rules say.",
    fix: "Choose a package of your own.",
  },
  "rego-compile-error": {
    title: "Rego that does not compile",
    meaning: "The module is well-formed, but refers to something that does not exist or is not available to rules.",
    fix: "Check the spelling; rules have OPA's builtins that need no clock, network or chance.",
  },
  "rego-error": {
    title: "An error of the Rego compiler",
    meaning: "The compiler refuses the module for a reason that has no code of its own.",
    fix: "Do what the message says.",
  },
  "rego-parse-error": {
    title: "Not Rego",
    meaning: "The text breaks the grammar of Rego (version 1) at this place.",
    fix: "Correct the syntax at the place.",
  },
  "rego-recursion-error": {
    title: "A rule that needs itself",
    meaning: "The value of a rule depends on itself, directly or through others.",
    fix: "Break the circle.",
  },
  "rego-type-error": {
    title: "Rego of the wrong type",
    meaning:
      "An expression can never be of the type that it needs; often a path into the input that the schema does not have.",
    fix: "Name a field that the descriptor schema knows, or compare values of one type.",
  },
  "rego-unsafe-var-error": {
    title: "A variable without a value",
    meaning: "A variable is used that nothing gives a value, or it stands under not only.",
    fix: "Give it a value, or declare it with some.",
  },
  "rule-metadata": {
    title: "Wrong METADATA of a rule",
    meaning:
      "The METADATA of the package lacks something or says what aims does not know: id, title, severity, controls and more.",
    fix: "Complete it as the message says.",
  },
  "rule-parameters": {
    title: "Parameters that do not fit the rule",
    meaning: "The METADATA names a parameter that the rule does not read, or the rule reads one that it does not name.",
    fix: "Name exactly the parameters that the rule reads.",
  },
  "rule-without-sets": {
    title: "A rule that cannot speak",
    meaning: "The package declares none of the sets by which a rule speaks, so it could never find anything.",
    fix: "Declare the set violation, or one of the others that the documentation of rules names.",
  },
  "test-filter-error": {
    title: "A pattern that is none",
    meaning: "The pattern given with --run is not a regular expression.",
    fix: "Correct the pattern.",
  },
};
