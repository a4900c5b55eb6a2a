import { Command, InvalidArgumentError, Option } from "commander";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { OscalModel } from "../../../oscal/model.js";
import {
  differenceFormats,
  differs,
  type DifferenceFormat,
  type DifferenceReport,
} from "../../../report/difference.js";
import { exitCode, type ExitCode, type Terminal } from "../../terminal.js";

interface DiffOptions {
  readonly output: DifferenceFormat;
  readonly ignoreMetadata?: boolean;
  readonly limit?: number;
}

export function oscalDiffCommand(terminal: Terminal): Command {
  return new Command("diff")
    .description("Compare two OSCAL documents of one model by ids and uuids, not by lines; their formats may differ.")
    .argument("<a>", 'the earlier document: JSON, YAML or XML; "-" for standard input')
    .argument("<b>", "the later document")
    .addOption(
      new Option("--output <format>", "text, json (with pointers and lines of both sides) or markdown")
        .choices(Object.keys(differenceFormats))
        .default("text"),
    )
    .option(
      "--ignore-metadata",
      "do not count what every new edition changes: uuid, last-modified, version and oscal-version",
    )
    .option("--limit <count>", "show at most so many changes; all are counted", parseCount)
    .addHelpText(
      "after",
      `
Signs: + added, - removed, ~ changed, > moved. Longer texts are compared word by word: [-was-] {+is+}.

Example:
  aims oscal diff old/catalog.json catalog.xml --ignore-metadata

Exit codes: 0 the same; 1 different; 2 a document cannot be read, or they are of different models.`,
    )
    .action(async (a: string, b: string, options: DiffOptions) => {
      terminal.exit(await diff(a, b, options, terminal));
    });
}

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Write a whole number.");
  return Number(value);
}

async function diff(a: string, b: string, options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const { printDiagnostics } = await import("../../print/diagnostics.js");
  const { namedFile, readOscalFile, standardInput } = await import("../../../workspace/oscal-file.js");
  if (a === standardInput && b === standardInput) {
    printDiagnostics([standardInputTwice], terminal);
    return exitCode.input;
  }
  const before = await readOscalFile(namedFile(a, terminal));
  const after = await readOscalFile(namedFile(b, terminal));
  if (!before.document || !after.document) {
    const problems = [before, after].flatMap(({ document, diagnostics }) => (document ? [] : diagnostics));
    printDiagnostics(problems, terminal);
    return exitCode.input;
  }
  const { diffDocuments } = await import("../../../oscal/diff.js");
  const difference = diffDocuments(before.document.value, after.document.value);
  if ("models" in difference) {
    printDiagnostics([differentModels(difference.models, after.document.file)], terminal);
    return exitCode.input;
  }
  const report: DifferenceReport = {
    a: before.document,
    b: after.document,
    difference,
    ignoreMetadata: options.ignoreMetadata === true,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  };
  const write = await differenceFormats[options.output].load();
  for (const piece of write(report, { color: terminal.color }).pieces) terminal.out(piece);
  return differs(report) ? exitCode.findings : exitCode.done;
}

const standardInputTwice: Diagnostic = {
  code: "standard-input-twice",
  severity: "error",
  message: 'Standard input ("-") can be only one of the two documents.',
  fix: "Name a file for the other one.",
};

function differentModels([a, b]: readonly [OscalModel | undefined, OscalModel | undefined], file: string): Diagnostic {
  return {
    code: "oscal-different-models",
    severity: "error",
    message: `A ${a ?? "document without a model"} and a ${b ?? "document without a model"} cannot be compared.`,
    file,
    fix: "Name two documents of the same model.",
  };
}
