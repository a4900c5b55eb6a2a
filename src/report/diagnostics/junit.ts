import type { PrintedDiagnostic } from "../../diagnostics/diagnostic.js";
import { placeText } from "../diagnostic-lines.js";
import { addTo } from "../../foundation/multimap.js";
import { textOutput, type TextOutput } from "../output.js";
import { fullMessage, type CheckedFile, type DiagnosticsReport } from "./report.js";
import { addTestCase, junitText, oneLine, testSuite, xmlText, type XmlNode } from "../writing/junit-xml.js";

/** Diagnostics about no file stand under this name. */
const noFile = "(no file)";

/**
 * JUnit XML: one suite, a case for each file. An invalid file is a failure, an unreadable one an error; warnings and notices stand in the
 * output of its case.
 */
export function diagnosticsJunit(report: DiagnosticsReport): TextOutput {
  const byFile = new Map<string, PrintedDiagnostic[]>();
  for (const diagnostic of report.diagnostics) addTo(byFile, diagnostic.file ?? noFile, diagnostic);
  const known = new Set(report.files.map(({ name }) => name));
  const others = [...byFile].flatMap(([name, diagnostics]): CheckedFile[] =>
    known.has(name) ? [] : [{ name, state: diagnostics.some(isError) ? "invalid" : "valid" }],
  );
  const files = [...report.files, ...others];
  const count = (state: CheckedFile["state"]): number => files.filter((file) => file.state === state).length;
  const counts = { tests: files.length, failures: count("invalid"), errors: count("unreadable"), skipped: 0 };
  const name = `aims ${report.command}`;
  const suites = (): string[] => [
    testSuite({ name, counts }, (suite) => {
      for (const file of files) addCase(suite, name, file, byFile.get(file.name) ?? []);
    }),
  ];
  return textOutput(junitText(counts, suites));
}

function addCase(
  suite: XmlNode,
  classname: string,
  { name, state }: CheckedFile,
  diagnostics: readonly PrintedDiagnostic[],
): void {
  const testCase = addTestCase(suite, { classname, name, ...(name === noFile ? {} : { file: name }) });
  const errors = diagnostics.filter(isError);
  const [first] = errors;
  if (state !== "valid") {
    const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : "";
    testCase
      .ele(state === "unreadable" ? "error" : "failure", {
        type: first?.code ?? state,
        message: oneLine(`${first?.message ?? `The file is ${state}.`}${more}`),
      })
      .txt(xmlText(lines(errors)));
  }
  const others = diagnostics.filter((each) => !isError(each));
  if (others.length > 0) testCase.ele("system-out").txt(xmlText(lines(others)));
}

function isError({ severity }: PrintedDiagnostic): boolean {
  return severity === "error";
}

function lines(diagnostics: readonly PrintedDiagnostic[]): string {
  return diagnostics.map((each) => `${placeText(each)}${each.severity} ${each.code}: ${fullMessage(each)}`).join("\n");
}
