import { addTo } from "../../foundation/multimap.js";
import type { RuleTest } from "../../policy/test.js";
import { textOutput, type TextOutput } from "../output.js";
import {
  addTestCase,
  junitText,
  oneLine,
  testSuite,
  xmlText,
  type JunitCounts,
  type XmlNode,
} from "../writing/junit-xml.js";
import { passes, reasonOf, stopOf, type RuleTestReport } from "./report.js";

/**
 * JUnit XML: a suite for each file, a case for each test. A test that fails, or on which the two evaluators differ, is a failure; one that
 * ends in an error is an error.
 */
export function ruleTestJunit(report: RuleTestReport): TextOutput {
  const { tests } = report.result;
  const byFile = new Map<string, RuleTest[]>();
  for (const test of tests) addTo(byFile, test.file, test);
  return textOutput(
    junitText(countsOf(tests), function* () {
      for (const [file, ofFile] of byFile) {
        yield testSuite({ name: report.nameOf(file), counts: countsOf(ofFile) }, (suite) => {
          for (const test of ofFile) addCase(suite, test, report);
        });
      }
    }),
  );
}

type Outcome = "passed" | "failure" | "error" | "skipped";

function outcomeOf(test: RuleTest): Outcome {
  if (passes(test)) return test.state === "skipped" ? "skipped" : "passed";
  return test.state === "error" ? "error" : "failure";
}

function countsOf(tests: readonly RuleTest[]): JunitCounts {
  const count = (outcome: Outcome): number => tests.filter((test) => outcomeOf(test) === outcome).length;
  return { tests: tests.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

function addCase(suite: XmlNode, test: RuleTest, report: RuleTestReport): void {
  const { name, file, row, trace, output } = test;
  const testCase = addTestCase(suite, { classname: test.package, name, file: report.nameOf(file), line: row });
  const outcome = outcomeOf(test);
  if (outcome === "skipped") testCase.ele("skipped");
  if (outcome === "failure" || outcome === "error") {
    const reason = reasonOf(test);
    const text = [reason, stopOf(test, report), trace?.trimEnd()].filter((each) => each !== undefined).join("\n");
    const type = test.difference === undefined ? test.state : "difference";
    testCase.ele(outcome, { type, message: oneLine(reason) }).txt(xmlText(text));
  }
  if (output !== undefined && output !== "") testCase.ele("system-out").txt(xmlText(output.trimEnd()));
}
