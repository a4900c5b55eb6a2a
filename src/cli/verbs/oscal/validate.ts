import { Command, InvalidArgumentError } from "commander";
import { nearest } from "../../../foundation/nearest.js";
import { referenceRules } from "../../../oscal/reference-rules.js";
import { diagnosticsFormats } from "../../../report/diagnostics.js";
import { parseDay } from "../../day.js";
import type { ValidateOptions } from "../../../runs/validate-oscal.js";
import { parseOutput, type OutputTarget } from "../../output-target.js";
import type { Terminal } from "../../terminal.js";

const formats = Object.keys(diagnosticsFormats).sort();

export function oscalValidateCommand(terminal: Terminal): Command {
  return new Command("validate")
    .description(
      "Check OSCAL documents against the schema of their model, the constraints of the metaschema, and their references.",
    )
    .argument("<file...>", 'documents in JSON, YAML or XML, or folders of them; "-" for standard input')
    .option("--follow", "also read and check what the documents import, and look references up across all of them")
    .option("--disable <rule>", "a reference rule that is not asked; repeatable", collectRule, [])
    .option("--no-constraints", "do not check the constraints of the metaschema")
    .option("--strict", "warnings make a document invalid too")
    .option("--suppressions <file>", "problems that are accepted (default: aims-suppressions.yaml, where there is one)")
    .option("--as-of <date>", "day by which suppressions expire, YYYY-MM-DD (default: today)", parseDay)
    .option(
      "--output <format[=path]>",
      `a report, repeatable: ${formats.join(", ")}; without a path to standard output, text to standard error`,
      (value: string, previous: readonly OutputTarget[]) => [...previous, parseOutput(value, formats)],
      [],
    )
    .addHelpText(
      "after",
      `
Example:
  aims oscal validate oscal/ --follow --output sarif=oscal.sarif

Files are read in the folder in which the command is started, in the folders that are named, and in those of the
files that are named. An import that leads elsewhere or to an absolute address is not read; --follow says which.

aims explain CODE says what a code, a constraint or a reference rule means.

Exit codes: 0 all valid; 1 a document is invalid; 2 a file cannot be read or is not OSCAL, whatever else is wrong.`,
    )
    .action(async (files: readonly string[], options: ValidateOptions) => {
      const { validateFiles } = await import("../../../runs/validate-oscal.js");
      terminal.exit(await validateFiles(files, options, terminal));
    });
}

function collectRule(value: string, previous: readonly string[]): readonly string[] {
  if (Object.hasOwn(referenceRules, value)) return [...previous, value];
  const rules = Object.keys(referenceRules);
  const guess = nearest(value, rules);
  throw new InvalidArgumentError(
    `There is no reference rule "${value}". ${guess === undefined ? `Rules: ${rules.join(", ")}.` : `Did you mean "${guess}"?`}`,
  );
}
