import { plural } from "../../foundation/words.js";
import { textOutput, type TextOutput } from "../output.js";
import { passes, type RuleTestReport } from "./report.js";

/** For people: the tests that do not pass and where they stopped, the lines that no test reaches, the count. */
export function ruleTestText(report: RuleTestReport): TextOutput {
  return textOutput(lines(report));
}

function* lines({ result: { tests, coverage }, own }: RuleTestReport): Generator<string> {
  for (const each of tests) {
    if (passes(each)) continue;
    const { name, file, row, state, difference, failedAt, message, trace } = each;
    yield `${file}:${String(row)}: ${name}: ${difference ?? state}\n`;
    if (message !== undefined) yield `    ${message}\n`;
    if (failedAt) yield `    stopped at ${failedAt.file}:${String(failedAt.row)}: ${failedAt.text}\n`;
    if (trace !== undefined) for (const line of trace.trimEnd().split("\n")) yield `    ${line}\n`;
  }
  for (const { file, notCovered, percent } of coverage) {
    if (file.endsWith("_test.rego")) continue;
    const gaps = notCovered.map(([first, last]) =>
      first === last ? String(first) : `${String(first)}-${String(last)}`,
    );
    yield `${file}: ${percent.toFixed(2)} % covered${gaps.length > 0 ? `, not rows ${gaps.join(", ")}` : ""}\n`;
  }
  const skipped = tests.filter(({ state }) => state === "skipped").length;
  const passed = tests.filter(passes).length - skipped;
  const failed = tests.length - passed - skipped;
  const counts = `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ""}`;
  yield `${counts}: ${which(tests.length, own)} (each on OPA's evaluator and as WASM)\n`;
}

/** What was tested, in words. */
function which(all: number, own: number | undefined): string {
  if (own === undefined) return `${plural(all, "test")} of the shipped rules`;
  return `${plural(own, "test")} of this workspace${all > own ? `, ${String(all - own)} shipped` : ""}`;
}
