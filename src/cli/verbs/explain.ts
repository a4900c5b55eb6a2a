import { Command, Option } from "commander";
import { codeAreas, codeEntry, codes, type CodeDoc } from "../../diagnostics/codes.js";
import { nearest } from "../../foundation/nearest.js";
import type { ConstraintDeclaration } from "../../oscal/constraint-register.js";
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
    else terminal.out([code, ...declarations.map(constraintText)].join("\n\n") + "\n");
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
  const width = Math.max(...codes.map((code) => code.length));
  for (const [index, area] of codeAreas.entries()) {
    terminal.out(`${index === 0 ? "" : "\n"}${area.title}\n`);
    for (const [code, { title }] of Object.entries(area.codes)) terminal.out(`  ${code.padEnd(width)}  ${title}\n`);
  }
  return exitCode.done;
}

function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

function codeText(code: string, { title, meaning, fix, example }: CodeDoc, severity: string | undefined): string {
  const lines = [`${code}: ${title}`, "", meaning, "", `Fix: ${fix}`];
  if (example !== undefined) lines.push("", "Example:", ...example.split("\n").map((line) => `    ${line}`));
  if (severity !== undefined) {
    lines.push("", `A reference rule (${severity}); aims oscal validate --disable ${code} does not ask it.`);
  }
  return `${lines.join("\n")}\n`;
}

/** What each kind of constraint asks for. */
const kinds: Readonly<Record<ConstraintDeclaration["kind"], string>> = {
  "allowed-values": "the value is one of a list",
  expect: "a condition is true",
  "has-cardinality": "there are as many as it says",
  index: "the key is there once only",
  "index-has-key": "the key is in the index",
  "is-unique": "no two have the same key",
  matches: "the value has a form",
};

function constraintText(declaration: ConstraintDeclaration): string {
  const { kind, level, on, target, values, deprecated, allowOther, test, index, key, regex, datatype, min, max } =
    declaration;
  const rows: [name: string, value: string | number | undefined][] = [
    ["Kind", `${kind}: ${kinds[kind]}`],
    ["Level", level],
    ["Declared on", on],
    ["Target", target],
    ["Condition", test],
    ["Index", index],
    [
      "Key",
      key
        ?.map((each) => (each.pattern === undefined ? each.target : `${each.target} matching ${each.pattern}`))
        .join(", "),
    ],
    ["Pattern", regex],
    ["Datatype", datatype],
    ["At least", min],
    ["At most", max],
    ["Allowed", values && `${values.join(", ")}${allowOther === true ? " (and others)" : ""}`],
    ["Deprecated", deprecated?.join(", ")],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 1;
  return rows
    .flatMap(([name, value]) => (value === undefined ? [] : [`${`${name}:`.padEnd(width)} ${String(value)}`]))
    .join("\n");
}
