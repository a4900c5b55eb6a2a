import { didYouMean } from "../../../foundation/words.js";
import type { CaseWords } from "../code-entry.js";

/** The faults of the METADATA of a rule's package. Keys are below `custom` unless they say otherwise. */
export type WrongMetadata =
  | { readonly how: "unknown-key"; readonly key: string; readonly guess: string }
  /** No METADATA at all, or none of what a rule has under custom. */
  | { readonly how: "no-block" | "no-custom"; readonly package: string }
  | { readonly how: "no-id" }
  | { readonly how: "no-controls" }
  | { readonly how: "no-framework"; readonly value: string }
  /** A single value, or a list with something other than texts; the texts that it seems to mean. */
  | { readonly how: "no-list"; readonly key: string; readonly example: readonly string[] | undefined }
  /** The full key: `title`, `description` or `custom.remediation`. */
  | { readonly how: "no-text"; readonly key: string }
  /** A value of a closed list that is missing, or is not in the list. */
  | {
      readonly how: "no-choice";
      readonly key: string;
      readonly value: string | undefined;
      readonly allowed: readonly string[];
      readonly guess: string | undefined;
    };

/** Says what is wrong with the METADATA of a rule's package. */
export function metadataWords(wrong: WrongMetadata): CaseWords {
  switch (wrong.how) {
    case "unknown-key":
      return {
        message: `The METADATA has "${wrong.key}" under custom, which aims does not know.`,
        fix: didYouMean(wrong.guess, ""),
      };
    case "no-block":
      return {
        message: `The package "${wrong.package}" is a rule by its name, and has no METADATA block.`,
        fix: 'Write "# METADATA" right above the package, with title, description and, under custom, id, subject, controls, severity and remediation; name the package otherwise if it is a library.',
      };
    case "no-custom":
      return {
        message: `The METADATA of the package "${wrong.package}" has no custom, which says what makes it a rule.`,
        fix: "Write id, subject, controls, severity and remediation under custom; name the package otherwise if it is a library.",
      };
    case "no-id":
      return {
        message: "The METADATA has no id of lower-case letters, digits and hyphens under custom.",
        fix: "Write custom: {id: my-rule, ...} above the package.",
      };
    case "no-controls":
      return {
        message: "The METADATA names no controls with their framework.",
        fix: "Write custom.controls, for instance [iso42001:A.6.2.4].",
      };
    case "no-framework":
      return {
        message: `"${wrong.value}" under custom.controls is not a control with its framework.`,
        fix: "Write the framework, a colon and the control, for instance iso42001:A.6.2.4.",
      };
    case "no-list":
      return {
        message: `custom.${wrong.key} is not a list of texts.`,
        fix: `Write a list: ${wrong.key}: [${(wrong.example ?? ["..."]).join(", ")}].`,
      };
    case "no-text":
      return {
        message: `The METADATA of the package has no ${wrong.key}.`,
        fix: `Write ${wrong.key} into the METADATA block above the package.`,
      };
    case "no-choice":
      return {
        message:
          wrong.value === undefined
            ? `The METADATA has no ${wrong.key} under custom.`
            : `"${wrong.value}" is not allowed for custom.${wrong.key}.`,
        fix: didYouMean(wrong.guess, `Write one of ${wrong.allowed.join(", ")}.`),
      };
  }
}
