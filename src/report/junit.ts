import { fragment } from "xmlbuilder2";
import { isOpen, openCount, type Verdict } from "../assessment/verdict.js";
import { pathOf, type AssessmentReport, type ReportOptions } from "./assessment-report.js";

type XmlNode = ReturnType<typeof fragment>;

/**
 * JUnit XML: a suite for each subject, a case for each rule. Open verdicts are failures, rules that could not be evaluated are errors,
 * rules that do not apply are skipped. Suites are built and written one by one, since an inventory has many thousands of cases.
 */
export function* junitReport(report: AssessmentReport, options: ReportOptions): Generator<string> {
  const { counts } = report.tally;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="aims" tests="${String(total(counts))}" failures="${String(openCount(counts) - counts.error)}" errors="${String(counts.error)}" skipped="${String(counts["not-applicable"])}">\n`;
  const verdicts = report.verdicts()[Symbol.iterator]();
  for (const { id, counts: ofSubject } of report.tally.subjects) {
    const root = fragment();
    const suite = root.ele("testsuite", {
      name: xmlText(id),
      tests: total(ofSubject),
      failures: openCount(ofSubject) - ofSubject.error,
      errors: ofSubject.error,
      skipped: ofSubject["not-applicable"],
      timestamp: `${report.asOf}T00:00:00`,
    });
    for (let left = total(ofSubject); left > 0; left -= 1) {
      const next = verdicts.next();
      if (!next.done) addCase(suite, next.value, options);
    }
    yield `${root.toString({ prettyPrint: true, wellFormed: true, indent: "  ", offset: 1 }).trimEnd()}\n`;
  }
  yield "</testsuites>\n";
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function addCase(suite: XmlNode, { subject, rule, state, findings }: Verdict, options: ReportOptions): void {
  const [first] = findings;
  const testCase = suite.ele("testcase", {
    classname: xmlText(subject),
    name: xmlText(rule),
    ...(first ? { file: xmlText(pathOf(first.file, options)), line: first.line } : {}),
  });
  if (state === "not-applicable") testCase.ele("skipped", { message: "not-applicable" });
  if (!isOpen(state)) return;
  const deciding = findings.filter((finding) => finding.kind !== "observed");
  const details = deciding.map(
    ({ file, line, column, message }) => `${pathOf(file, options)}:${String(line)}:${String(column)} ${message}`,
  );
  testCase
    .ele(state === "error" ? "error" : "failure", {
      type: state,
      // One line: a parser would turn line breaks in an attribute into blanks anyway.
      message: xmlText(deciding.map((finding) => finding.message).join(" ")).replace(/\s+/g, " "),
    })
    .txt(xmlText(details.join("\n")));
}

/**
 * Text as the builder writes it into XML 1.0 unchanged: characters that no escape can carry are replaced by U+FFFD, and an ampersand that
 * the builder would take for the begin of an entity is escaped before.
 */
function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 cannot hold in any form
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
      .replace(/&(?=(?:lt|gt|amp|apos|quot);)/g, "&amp;")
  );
}
