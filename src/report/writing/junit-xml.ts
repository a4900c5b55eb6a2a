import { fragment } from "xmlbuilder2";

/** An element under construction. */
export type XmlNode = ReturnType<typeof fragment>;

export interface JunitCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

export interface Suite {
  readonly name: string;
  readonly counts: JunitCounts;
  readonly timestamp?: string;
}

/** A case of a suite, as readers tell it from others: by its class and name. */
export interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

/** Readers take a number of seconds for given. Nothing is measured: the same input gives the same file. */
const time = "0";

/** A JUnit file in pieces: suites are built and written one by one, since there may be many thousands of cases. */
export function* junitText(counts: JunitCounts, suites: () => Iterable<string>): Generator<string> {
  const attributes = Object.entries(counts).map(([name, count]) => ` ${name}="${String(count)}"`);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="aims"${attributes.join("")} time="${time}">\n`;
  yield* suites();
  yield "</testsuites>\n";
}

/** One suite as text. @param fill adds its cases */
export function testSuite({ name, counts, timestamp }: Suite, fill: (suite: XmlNode) => void): string {
  const root = fragment();
  const { tests, failures, errors, skipped } = counts;
  const attributes = { name: xmlText(name), tests, failures, errors, skipped, time };
  fill(root.ele("testsuite", { ...attributes, ...(timestamp === undefined ? {} : { timestamp }) }));
  return `${root.toString({ prettyPrint: true, wellFormed: true, indent: "  ", offset: 1 }).trimEnd()}\n`;
}

/** Adds a case to a suite. */
export function addTestCase(suite: XmlNode, { classname, name, file, line }: TestCase): XmlNode {
  return suite.ele("testcase", {
    classname: xmlText(classname),
    name: xmlText(name),
    ...(file === undefined ? {} : { file: xmlText(file) }),
    ...(line === undefined ? {} : { line }),
    time,
  });
}

/** Text for an attribute: on one line, since a parser would turn line breaks into blanks anyway. */
export function oneLine(text: string): string {
  return xmlText(text).replace(/\s+/g, " ");
}

/**
 * Text as the builder writes it into XML 1.0 unchanged: characters that no escape can carry are replaced by U+FFFD, and an ampersand that
 * the builder would take for the begin of an entity is escaped before.
 */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 cannot hold in any form
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
      .replace(/&(?=(?:lt|gt|amp|apos|quot);)/g, "&amp;")
  );
}
