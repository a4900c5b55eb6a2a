import type { Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { RuleTest, RuleTestResult } from "../../policy/test.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineGroup, defineVerb, type Verb, type OptionKinds } from "../verb.js";

interface OutputOption {
  readonly output: "text" | "json";
}

interface TestOptions extends OutputOption {
  readonly run?: string;
  readonly coverage?: boolean;
  readonly timeout: number;
}

type Workspace = [folder: string | undefined];

const ofWorkspace = (command: Command, { formatOption }: OptionKinds): Command =>
  command
    .argument("[workspace]", "folder with a rules/ folder of its own; without one, the shipped rules alone")
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
  summary: "check syntax, METADATA, builtins and every path into the input",
  description: "Check syntax, METADATA, builtins and every path into the input.",
  parameters: ofWorkspace,
  examples: ["rules check my-workspace"],
  exits: {},
  run: async ([folder]: Workspace, { output }: OutputOption, terminal) => {
    const { checkRules } = await import("../../runs/rules.js");
    const { rules, problems } = await checkRules(folder, terminal.host);
    if (output === "json") {
      const { printJson, viewpointOf } = await import("../print/diagnostics.js");
      const diagnostics = problems.map(viewpointOf(terminal).printed);
      printJson({ rules: rules.map((rule) => rule.id), diagnostics }, terminal);
      return problems.length > 0 ? exitCode.input : exitCode.done;
    }
    if (problems.length === 0) terminal.out(`${String(rules.length)} rules, nothing wrong.\n`);
    return printed(problems, terminal);
  },
});

const test: Verb = defineVerb({
  summary: "run the tests of the rules on OPA's evaluator and as WASM",
  description: "Run the tests of the rules on OPA's own evaluator and as WASM; a difference is a failure.",
  parameters: (command, kinds) =>
    ofWorkspace(command, kinds)
      .option("--run <regex>", "run only tests whose full name (data.<package>.<test>) matches")
      .option("--coverage", "show which lines no test reaches")
      .option("--timeout <seconds>", "time that one test may take on one evaluator", kinds.parseSeconds, 10),
  examples: ["rules test --run log_retention --coverage"],
  exits: {
    0: "all pass",
    1: "a test fails or the two evaluators differ",
    2: "the sources are wrong or there is no test",
  },
  run: async ([folder]: Workspace, { output, ...options }: TestOptions, terminal) => {
    const { testRules } = await import("../../runs/rules.js");
    const { value: result, problems } = await testRules(folder, options, terminal.host);
    if (result === undefined) return printed(problems, terminal);
    if (result.tests.length === 0) {
      const which = options.run === undefined ? "" : ` whose name matches "${options.run}"`;
      terminal.err(`aims: there is no test${which}: nothing tested is not a pass.\n`);
      return exitCode.input;
    }
    if (output === "json") terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    else for (const line of testLines(result)) terminal.out(`${line}\n`);
    return result.tests.every(passes) ? exitCode.done : exitCode.findings;
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
  return exitCode.input;
}

function passes({ state, difference }: RuleTest): boolean {
  return (state === "pass" || state === "skipped") && difference === undefined;
}

function* testLines({ tests, coverage }: RuleTestResult): Generator<string> {
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
  const passed = tests.filter(passes).length;
  yield `${String(passed)} passed, ${String(tests.length - passed)} failed (each on OPA's evaluator and as WASM)`;
}
