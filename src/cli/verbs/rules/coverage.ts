import { printable } from "../../../foundation/printable.js";
import { didYouMean } from "../../../foundation/words.js";
import type { RuleCoverageFormat } from "../../../report/rule-coverage.js";
import type { OutputTarget } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";

interface CoverageOptions {
  readonly rule?: readonly string[];
  readonly shipped?: boolean;
  readonly changedSince?: string;
  readonly fields?: boolean;
  readonly minScore?: number;
  readonly timeout: number;
  readonly budget?: number;
  readonly output: readonly OutputTarget<RuleCoverageFormat>[];
}

export const coverageVerb: Verb = defineVerb({
  summary: "show which changes of the rules no test notices, and which controls have no rule",
  description:
    "Change each rule in one place at a time and run its tests: what no test notices is shown, with the lines that no test reaches and the controls that no rule speaks for.",
  parameters: async (command, { outputOption, parsePercent, parseSeconds, repeatable }) => {
    const { ruleCoverageFormats } = await import("../../../report/rule-coverage.js");
    return command
      .argument(
        "[workspace]",
        "folder with a rules/ folder of its own (default: this folder, if it is a workspace, or else the shipped rules alone)",
      )
      .addOption(repeatable("--rule <id>", "a rule that is changed alone; repeatable"))
      .option("--shipped", "change the shipped rules, too")
      .option("--changed-since <commit>", "only rules that are not as they were in a commit, or whose tests are not")
      .option("--fields", "change the fields of what the tests ask, too, and show which rules notice")
      .option("--min-score <percent>", "exit with 1 where fewer of the changes are noticed", parsePercent)
      .option("--timeout <seconds>", "time that one test may take", parseSeconds, 10)
      .option("--budget <seconds>", "time after which no further rule is changed", parseSeconds)
      .addOption(outputOption(ruleCoverageFormats));
  },
  notes: `A change that makes no difference is named in equivalent-mutants.yaml in a folder of rules, with the reason, and counts for nothing.
A change that keeps a test from ending within its time is noticed.`,
  examples: ["rules coverage --shipped --rule log-retention", "rules coverage my-workspace --min-score 90"],
  exits: {
    0: "shown, and the score is high enough",
    1: "a test does not pass, the score is too low, or not all rules that it is asked of could be judged",
    2: "the sources are wrong, a rule or commit is unknown, or there is nothing to change",
  },
  run: cover,
});

async function cover(
  [folder]: [folder: string | undefined],
  { output, minScore, rule, ...options }: CoverageOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { defined } = await import("../../../foundation/defined.js");
  const { coverRules } = await import("../../../runs/rule-coverage.js");
  const { ruleCoverageFormats, scoreOf } = await import("../../../report/rule-coverage.js");
  const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
  const { requireDistinctReports, requireReportsUnread } = await import("../../print/reports.js");
  const { writeFormats } = await import("../../print/result.js");
  requireDistinctReports(output, [], terminal);
  await requireReportsUnread(output, folder, terminal);
  const request = defined({ ...options, rules: rule });
  const { value, problems, files, unknownRules, unknownCommit } = await coverRules(folder, request, terminal.host);
  const viewpoint = viewpointOf(terminal);
  printDiagnostics(problems, viewpoint, terminal);
  for (const { id, guess } of unknownRules) {
    const hint = didYouMean(guess, '"aims rules list" shows all.');
    terminal.err(`aims: no rule has the id "${printable(id)}". ${hint}\n`);
  }
  if (unknownCommit !== undefined) {
    terminal.err(`aims: git finds no commit "${printable(unknownCommit)}" here.\n`);
  }
  if (value === undefined) return exitCode.input;
  const report = { result: value, nameOf: (file: string) => viewpoint.nameOf(files.get(file) ?? file) };
  await writeFormats(ruleCoverageFormats, report, output, [...files.values()], terminal);
  if (value.failing.length > 0) return exitCode.findings;
  if (value.modules.length === 0 && value.whole && value.left === 0) {
    terminal.err("aims: there is no rule to change: nothing changed is not a pass.\n");
    return exitCode.input;
  }
  const unjudged = value.modules.filter(({ unusable }) => unusable !== undefined);
  if (minScore !== undefined && unjudged.length > 0) {
    terminal.err(`aims: not all rules could be judged: ${unjudged.map(({ id }) => printable(id)).join(", ")}.\n`);
    return exitCode.findings;
  }
  const score = scoreOf(value.modules);
  if (minScore === undefined || score === undefined || score >= minScore) return exitCode.done;
  terminal.err(`aims: the score is ${score.toFixed(2)} %, below --min-score ${String(minScore)}.\n`);
  return exitCode.findings;
}
