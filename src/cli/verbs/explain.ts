import { Command, Option } from "commander";
import { codeAreas, codeEntry, codes } from "../../diagnostics/codes.js";
import { nearest } from "../../foundation/nearest.js";
import { codesText, codeText, constraintText } from "../../report/explanation.js";
import { exitCode, type ExitCode, type Terminal } from "../terminal.js";

interface ExplainOptions {
  readonly output: "text" | "json";
  readonly profile?: string;
}

export function explainCommand(terminal: Terminal): Command {
  return new Command("explain")
    .description(
      "Say what a control asks for under a profile, or what a code of a diagnostic, a constraint of OSCAL or a reference rule means.",
    )
    .argument(
      "[subject]",
      "a control by its id or label, such as iso42001:A.6.2.8, a code, a constraint id or the id of a reference rule; without one, all codes are listed",
    )
    .argument(
      "[workspace]",
      "for a control: folder whose aims.yaml names the profile and whose own rules are listed too (default: the one where you are, if it has an aims.yaml or organization.yaml)",
    )
    .option(
      "--profile <name|path>",
      "for a control: the profile (default: the one in the workspace's aims.yaml, else iso-42001-full)",
    )
    .addOption(new Option("--output <format>", "text or json").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      "\nExamples:\n  aims explain iso42001:A.6.2.8 --profile eu-deployer\n  aims explain A.6.2.8 my-workspace\n  aims explain oscal-missing-property\n  aims explain oscal-index-metadata-party-uuid\n\nExit codes: 0 explained; 2 nothing is known under the name, or the workspace is not all readable.",
    )
    .action(async (code: string | undefined, folder: string | undefined, options: ExplainOptions) => {
      terminal.exit(code === undefined ? listCodes(options, terminal) : await explain(code, folder, options, terminal));
    });
}

async function explain(
  code: string,
  folder: string | undefined,
  { output, profile }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { constraintRegister } = await import("../../oscal/constraint-register.js");
  const entry = codeEntry(code);
  if (folder !== undefined && (entry !== undefined || Object.hasOwn(constraintRegister, code))) {
    terminal.err(
      `aims: "${code}" means the same everywhere; a folder, as "${folder}", is for controls. Leave it out.\n`,
    );
    return exitCode.input;
  }
  if (entry !== undefined) {
    const { referenceRules } = await import("../../oscal/reference-rules.js");
    const severity = Object.hasOwn(referenceRules, code) ? referenceRules[code] : undefined;
    if (output === "json") printJson({ code, ...(severity === undefined ? {} : { severity }), ...entry }, terminal);
    else terminal.out(codeText(code, entry, severity));
    return exitCode.done;
  }
  const declarations = Object.hasOwn(constraintRegister, code) ? constraintRegister[code] : undefined;
  if (declarations !== undefined) {
    if (output === "json") printJson({ constraint: code, declarations }, terminal);
    else terminal.out(constraintText(code, declarations));
    return exitCode.done;
  }
  const { explainControl } = await import("../../runs/explain.js");
  const guess = nearest(code, [...codes, ...Object.keys(constraintRegister)]);
  return explainControl(code, { profile, folder, output, guess }, terminal);
}

function listCodes({ output }: ExplainOptions, terminal: Terminal): ExitCode {
  if (output === "json") {
    const all = codeAreas.flatMap((area) =>
      Object.entries(area.codes).map(([code, entry]) => ({ code, area: area.title, ...entry })),
    );
    printJson(all, terminal);
    return exitCode.done;
  }
  terminal.out(codesText(codeAreas));
  return exitCode.done;
}

function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}
