import { Command, InvalidArgumentError, Option } from "commander";
import { severities, type Severity } from "../../assessment/verdict.js";
import { assessmentFormats } from "../../report/assessment.js";
import type { Terminal } from "../terminal.js";
import { parseDay } from "../day.js";
import { parseOutput, type OutputTarget } from "../output-target.js";

interface AssessOptions {
  readonly asOf?: string;
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly out: string;
  readonly output: readonly OutputTarget[];
  readonly failOn?: Severity;
  readonly allowRuleErrors?: boolean;
  readonly ruleTimeout: number;
}

export function assessCommand(terminal: Terminal): Command {
  const formats = Object.keys(assessmentFormats).sort();
  return new Command("assess")
    .description("Assess the AI systems of a workspace against a profile.")
    .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
    .option("--as-of <date>", "day for which the assessment holds, YYYY-MM-DD (default: today)", parseDay)
    .option(
      "--profile <name|path>",
      "shipped profile by name, or an OSCAL profile by path (default: the one in aims.yaml)",
    )
    .option("--systems <glob>", "descriptors to assess, from the workspace's folder; repeatable", collect)
    .option("--out <folder>", "where the OSCAL documents and results.json go", "aims-out")
    .option(
      "--output <format=path>",
      `a further report, repeatable: ${formats.join(", ")}; without a path, or with "-", it goes to standard output`,
      (value: string, previous: readonly OutputTarget[]) => [...previous, parseOutput(value, formats)],
      [],
    )
    .addOption(
      new Option(
        "--fail-on <severity>",
        "exit with 1 when a rule of this severity or above has an open verdict",
      ).choices(severities),
    )
    .option("--allow-rule-errors", "do not exit with 3 when a rule could not be evaluated")
    .option(
      "--rule-timeout <seconds>",
      "time that rules of your own may take for one batch of systems",
      parseSeconds,
      10,
    )
    .addHelpText(
      "after",
      `
Example:
  aims assess examples/meridian-bank --as-of 2026-11-01 --out out --output sarif=out/aims.sarif --fail-on high

Exit codes: 0 assessed, and nothing open at or above --fail-on; 1 something open there; 2 unusable input; 3 a rule in error.`,
    )
    .action(async (workspace: string, options: AssessOptions) => {
      const { runAssessment } = await import("../../runs/assess.js");
      const { code } = await runAssessment(workspace, options, terminal);
      terminal.exit(code);
    });
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600))
    throw new InvalidArgumentError("Write a number of seconds above 0 and at most 3600.");
  return seconds;
}
