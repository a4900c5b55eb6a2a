import { isOpen, openCount, type StateCounts, type Verdict } from "../../assessment/verdict.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { decidingFindings } from "./open-verdicts.js";
import {
  addTestCase,
  junitText,
  oneLine,
  testSuite,
  xmlText,
  type JunitCounts,
  type XmlNode,
} from "../writing/junit-xml.js";

/**
 * JUnit XML: a suite for each subject, a case for each rule. Open verdicts are failures, rules that could not be evaluated are errors,
 * rules that do not apply are skipped. Suites are built and written one by one, since an inventory has many thousands of cases.
 */
export function junitReport(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(junitText(junitCounts(assessment.tally.counts), () => suites(assessment, options)));
}

function* suites(assessment: Assessment, options: ReportOptions): Generator<string> {
  const verdicts = assessment.verdicts()[Symbol.iterator]();
  for (const { id, counts } of assessment.tally.subjects) {
    const suite = { name: id, counts: junitCounts(counts), timestamp: `${assessment.asOf}T00:00:00` };
    yield testSuite(suite, (node) => {
      for (let left = total(counts); left > 0; left -= 1) {
        const next = verdicts.next();
        if (!next.done) addCase(node, next.value, options);
      }
    });
  }
}

function junitCounts(counts: StateCounts): JunitCounts {
  const { error: errors, "not-applicable": skipped } = counts;
  return { tests: total(counts), failures: openCount(counts) - errors, errors, skipped };
}

function total(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function addCase(suite: XmlNode, verdict: Verdict, options: ReportOptions): void {
  const { subject, rule, state, findings } = verdict;
  const deciding = decidingFindings(verdict);
  const first = deciding[0] ?? findings[0];
  const testCase = addTestCase(suite, {
    classname: subject,
    name: rule,
    ...(first ? { file: pathOf(first.file, options), line: first.line } : {}),
  });
  if (state === "not-applicable") {
    // The rule says why it does not apply, where it says anything.
    const why = findings.map(({ message }) => message).join(" ");
    testCase.ele("skipped", { message: why === "" ? "not-applicable" : oneLine(why) });
  }
  if (!isOpen(state)) return;
  const details = deciding.map(
    ({ file, line, column, message }) => `${pathOf(file, options)}:${String(line)}:${String(column)} ${message}`,
  );
  testCase
    .ele(state === "error" ? "error" : "failure", {
      type: state,
      message: oneLine(deciding.map((finding) => finding.message).join(" ")),
    })
    .txt(xmlText(details.join("\n")));
}
