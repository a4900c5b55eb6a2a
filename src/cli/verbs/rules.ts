import type { Command } from "commander";
import { hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { plural } from "../../foundation/words.js";
import type { RuleTest } from "../../policy/test.js";
import type { RuleTests } from "../../runs/rules.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineGroup, defineVerb, type Verb, type OptionKinds } from "../verb.js";

interface OutputOption {
  readonly output: "text" | "json";
}

interface TestOptions extends OutputOption {
  readonly run?: string;
  readonly coverage?: boolean;
  readonly shipped?: boolean;
}

type Workspace = [folder: string | undefined];

const ofWorkspace = (command: Command, { formatOption }: OptionKinds): Command =>
  command
    .argument(
      "[workspace]",
      "folder with a rules/ folder of its own (default: this folder, if it is a workspace, or else the shipped rules alone)",
    )
    .addOption(formatOption(["text", "json"], "text", "text or json"));

const list: Verb = defineVerb({
  summary: "list the rules with the controls that they speak for",
  description: "List the rules with the controls that they speak for.",
  parameters: ofWorkspace,
  examples: ["rules list"],
  exits: {},
  run: async ([folder]: Workspace, { output }: OutputOption, terminal) => {
    const { listRules } = await import("../../runs/rules.js");
    const { rules, problems } = await listRules(folder, terminal.host);
    if (output === "json") terminal.out(`${JSON.stringify(rules, null, 2)}\n`);
    else {
      const { textTable } = await import("../../report/table.js");
      const columns = ["RULE", "SEVERITY", "SUBJECT", "CONTROLS", "TITLE"].map((title) => ({ title }));
      const rows = rules.map(({ id, severity, subject, controls, title }) => [
        id,
        severity,
        subject,
        controls.join(" "),
        title,
      ]);
      for (const line of textTable(columns, rows)) terminal.out(`${line}\n`);
    }
    return printed(problems, terminal);
  },
});

const check: Verb = defineVerb({
  summary: "check syntax, METADATA, builtins and every path into the input and data",
  description:
    "Check syntax, METADATA, items, builtins and every path into the input and data; name rules and files that are not heard.",
  parameters: ofWorkspace,
  examples: ["rules check my-workspace"],
  exits: { 0: "nothing wrong, or warnings alone", 2: "something has to be corrected" },
  run: async ([folder]: Workspace, { output }: OutputOption, terminal) => {
    const { checkRules } = await import("../../runs/rules.js");
    const { rules, problems } = await checkRules(folder, terminal.host);
    if (output === "json") {
      const { printJson, viewpointOf } = await import("../print/diagnostics.js");
      const diagnostics = problems.map(viewpointOf(terminal).printed);
      printJson({ rules: rules.map((rule) => rule.id), diagnostics }, terminal);
      return hasErrors(problems) ? exitCode.input : exitCode.done;
    }
    if (problems.length === 0) terminal.out(`${String(rules.length)} rules, nothing wrong.\n`);
    return printed(problems, terminal);
  },
});

const test: Verb = defineVerb({
  summary: "run the tests of the rules on OPA's evaluator and as WASM",
  description:
    "Run the tests of the rules on OPA's own evaluator and as WASM; a difference is a failure. Of a workspace its own tests run.",
  parameters: (command, kinds) =>
    ofWorkspace(command, kinds)
      .option("--run <regex>", "run only tests whose full name (data.<package>.<test>) matches")
      .option("--coverage", "show which lines no test reaches")
      .option("--shipped", "run the tests of the shipped rules, too"),
  examples: ["rules test my-workspace", "rules test --shipped --run log_retention --coverage"],
  exits: {
    0: "all pass",
    1: "a test fails or the two evaluators differ",
    2: "the sources are wrong or there is no test",
  },
  run: async ([folder]: Workspace, { output, ...options }: TestOptions, terminal) => {
    const { testRules } = await import("../../runs/rules.js");
    const { value: result, problems } = await testRules(folder, options, terminal.host);
    const code = await printed(problems, terminal);
    if (result === undefined) return code;
    const { tests, coverage, errors, workspace } = result;
    if (tests.length === 0) {
      const which = options.run === undefined ? "" : ` whose name matches "${options.run}"`;
      const where = workspace === undefined ? "" : " in the folders of rules of this workspace";
      terminal.err(`aims: there is no test${which}${where}: nothing tested is not a pass.\n`);
      return exitCode.input;
    }
    if (output === "json") terminal.out(`${JSON.stringify({ tests, coverage, errors }, null, 2)}\n`);
    else for (const line of await testLines(result)) terminal.out(`${line}\n`);
    return tests.every(passes) ? exitCode.done : exitCode.findings;
  },
});

export const rulesVerb: Verb = defineGroup({
  summary: "list, check and test the rules, shipped and your own",
  description: "List, check and test the rules: those that ship with aims and those of a workspace.",
  examples: ["rules list", "rules test my-workspace --coverage"],
  verbs: {
    check: () => Promise.resolve(check),
    list: () => Promise.resolve(list),
    test: () => Promise.resolve(test),
  },
});

async function printed(problems: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  if (problems.length === 0) return exitCode.done;
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  printDiagnostics(problems, viewpointOf(terminal), terminal);
  return hasErrors(problems) ? exitCode.input : exitCode.done;
}

function passes({ state, difference }: RuleTest): boolean {
  return (state === "pass" || state === "skipped") && difference === undefined;
}

async function testLines(result: RuleTests): Promise<string[]> {
  const { isShipped } = await import("../../runs/rules.js");
  return [...failureLines(result), countLine(result, result.tests.filter(isShipped).length)];
}

/** @param shipped how many of the tests of a workspace's run ship with aims */
function countLine({ tests, workspace }: RuleTests, shipped: number): string {
  const passed = tests.filter(passes).length;
  const own = plural(tests.length - shipped, "test");
  const which =
    workspace === undefined
      ? `${plural(tests.length, "test")} of the shipped rules`
      : `${own} of this workspace${shipped > 0 ? `, ${String(shipped)} shipped` : ""}`;
  return `${String(passed)} passed, ${String(tests.length - passed)} failed: ${which} (each on OPA's evaluator and as WASM)`;
}

function* failureLines({ tests, coverage }: RuleTests): Generator<string> {
  for (const each of tests) {
    if (passes(each)) continue;
    const { name, file, row, state, difference, failedAt, message, trace } = each;
    yield `${file}:${String(row)}: ${name}: ${difference ?? state}`;
    if (message !== undefined) yield `    ${message}`;
    if (failedAt) yield `    stopped at ${failedAt.file}:${String(failedAt.row)}: ${failedAt.text}`;
    if (trace !== undefined) for (const line of trace.trimEnd().split("\n")) yield `    ${line}`;
  }
  for (const { file, notCovered, percent } of coverage) {
    if (file.endsWith("_test.rego")) continue;
    const gaps = notCovered.map(([first, last]) =>
      first === last ? String(first) : `${String(first)}-${String(last)}`,
    );
    yield `${file}: ${percent.toFixed(2)} % covered${gaps.length > 0 ? `, not rows ${gaps.join(", ")}` : ""}`;
  }
}
