import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { placeText } from "../diagnostic-lines.js";
import type { CheckedFile, DiagnosticsReport } from "./report.js";
import { junitText, oneLine, testSuite, xmlText, type XmlNode } from "../writing/junit-xml.js";

/** What is not about a file stands under this name. */
const noFile = "(no file)";

/**
 * JUnit XML: one suite, a case for each file. An invalid file is a failure, an unreadable one an error; warnings and notices stand in the
 * output of its case.
 */
export function diagnosticsJunit(report: DiagnosticsReport): Iterable<string> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of report.diagnostics) {
    const name = diagnostic.file ?? noFile;
    const found = byFile.get(name);
    if (found === undefined) byFile.set(name, [diagnostic]);
    else found.push(diagnostic);
  }
  const known = new Set(report.files.map(({ name }) => name));
  const others = [...byFile].flatMap(([name, found]): CheckedFile[] =>
    known.has(name) ? [] : [{ name, state: found.some(isError) ? "invalid" : "valid" }],
  );
  const files = [...report.files, ...others];
  const count = (state: CheckedFile["state"]): number => files.filter((file) => file.state === state).length;
  const counts = { tests: files.length, failures: count("invalid"), errors: count("unreadable"), skipped: 0 };
  const name = `aims ${report.command}`;
  return junitText(counts, () => [
    testSuite({ name, counts }, (suite) => {
      for (const file of files) addCase(suite, name, file, byFile.get(file.name) ?? []);
    }),
  ]);
}

function addCase(suite: XmlNode, classname: string, { name, state }: CheckedFile, found: readonly Diagnostic[]): void {
  const testCase = suite.ele("testcase", {
    classname,
    name: xmlText(name),
    ...(name === noFile ? {} : { file: xmlText(name) }),
  });
  const errors = found.filter(isError);
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
  const others = found.filter((each) => !isError(each));
  if (others.length > 0) testCase.ele("system-out").txt(xmlText(lines(others)));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function lines(found: readonly Diagnostic[]): string {
  return found
    .map(
      (each) =>
        `${placeText(each)}${each.severity} ${each.code}: ${each.message}${each.fix === undefined ? "" : ` ${each.fix}`}`,
    )
    .join("\n");
}
