import { textOutput, type TextOutput } from "../output.js";
import { githubCommands, mostAnnotations, type Annotation } from "../writing/github-command.js";
import { passes, reasonOf, stopOf, type RuleTestReport } from "./report.js";

/** Workflow commands of GitHub Actions: an annotation at each test that does not pass. */
export function ruleTestGithub(report: RuleTestReport): TextOutput {
  const failing = report.result.tests.filter((test) => !passes(test));
  const annotations = failing.map((test): Annotation => ({
    kind: "error",
    file: report.nameOf(test.file),
    line: test.row,
    title: test.name,
    message: [reasonOf(test), stopOf(test, report)].filter((each) => each !== undefined).join("\n"),
  }));
  const more = (left: number): string =>
    `${String(left)} more tests fail; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`;
  return textOutput(githubCommands(annotations, more));
}
