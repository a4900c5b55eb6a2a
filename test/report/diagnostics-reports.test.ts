import { describe, expect, it } from "vitest";
import type { PrintedDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { diagnosticsText } from "../../src/report/diagnostic-lines.js";
import { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReport } from "../../src/report/diagnostics.js";

const diagnostics: readonly PrintedDiagnostic[] = [
  {
    code: "oscal-matches",
    severity: "error",
    message: 'A "100%" <wrong>\nvalue.',
    fix: "Correct it.",
    file: "a b/c.json",
    line: 3,
    column: 7,
    pointer: "/catalog/uuid",
    origin: { kind: "constraint", type: "matches", id: "oscal-x" },
    frame: '2 | {\n3 |   "uuid"\n  |       ^',
  },
  { code: "oscal-version-older", severity: "info", message: "Older.", file: "a b/c.json", line: 4, column: 1 },
  { code: "no-workspace", severity: "warning", message: "Something." },
  { code: "json-syntax", severity: "error", message: "Not JSON.", file: "d.json", line: 1, column: 1 },
];
const report: DiagnosticsReport = {
  tool: { name: "aims", version: "1.2.3" },
  command: "oscal validate",
  valid: false,
  counts: { otherFiles: 2 },
  files: [
    { name: "a b/c.json", state: "invalid" },
    { name: "d.json", state: "unreadable" },
    { name: "e.json", state: "valid" },
  ],
  diagnostics,
};

async function writtenAs(format: DiagnosticsFormat, of: DiagnosticsReport = report): Promise<string> {
  const write = await diagnosticsFormats[format].load();
  return [...write(of, { color: false }).pieces].join("");
}

describe("diagnostics as text", () => {
  it("have place, code, frame, constraint and fix", async () => {
    expect(await writtenAs("text")).toBe(`a b/c.json:3:7: error oscal-matches: A "100%" <wrong>\uFFFDvalue.
    2 | {
    3 |   "uuid"
      |       ^
    constraint: oscal-x
    fix: Correct it.
a b/c.json:4:1: info oscal-version-older: Older.
warning no-workspace: Something.
d.json:1:1: error json-syntax: Not JSON.
`);
  });

  it("have colours only where they are wanted", () => {
    expect([...diagnosticsText(diagnostics, true)].join("")).toContain("\u001b[31merror");
    expect([...diagnosticsText(diagnostics, false)].join("")).not.toContain("\u001b");
  });
});

describe("diagnostics as JSON", () => {
  it("are whole, beside what was counted", async () => {
    expect(JSON.parse(await writtenAs("json"))).toEqual({
      valid: false,
      otherFiles: 2,
      files: report.files,
      diagnostics: JSON.parse(JSON.stringify(diagnostics)) as unknown,
    });
  });
});

describe("diagnostics as JSON that mention other files", () => {
  it("leave the mentions to those who print names", async () => {
    const found = {
      code: "file-exists",
      severity: "error",
      message: 'As in "/ws/b.json".',
      file: "/ws/a.json",
    } as const;
    const printed = new Viewpoint("/ws").printed({ ...found, mentions: ["/ws/b.json"] });
    const { diagnostics: written } = JSON.parse(await writtenAs("json", { ...report, diagnostics: [printed] })) as {
      diagnostics: unknown;
    };
    expect(written).toEqual([{ ...found, message: 'As in "b.json".', file: "a.json" }]);
  });
});

describe("diagnostics as SARIF", () => {
  it("are results with the codes as rules", async () => {
    const log = JSON.parse(await writtenAs("sarif")) as {
      runs: [{ results: unknown[]; tool: { driver: { rules: { id: string }[] } } }];
    };
    expect(log.runs[0].tool.driver.rules.map(({ id }) => id)).toEqual([
      ...["json-syntax", "no-workspace", "oscal-matches", "oscal-version-older"],
    ]);
    expect(log.runs[0].results.slice(0, 3)).toEqual([
      {
        ruleId: "oscal-matches",
        ruleIndex: 2,
        level: "error",
        message: { text: 'A "100%" <wrong>\nvalue. Correct it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "a%20b/c.json" },
              region: { startLine: 3, startColumn: 7 },
            },
            logicalLocations: [{ fullyQualifiedName: "/catalog/uuid" }],
          },
        ],
        partialFingerprints: { "placeAndCode/v1": "a b/c.json#/catalog/uuid oscal-x" },
        properties: { constraint: "oscal-x" },
      },
      {
        ruleId: "oscal-version-older",
        ruleIndex: 3,
        level: "note",
        message: { text: "Older." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "a%20b/c.json" },
              region: { startLine: 4, startColumn: 1 },
            },
          },
        ],
        partialFingerprints: { "placeAndCode/v1": "a b/c.json# oscal-version-older" },
      },
      {
        ruleId: "no-workspace",
        ruleIndex: 1,
        level: "warning",
        message: { text: "Something." },
        partialFingerprints: { "placeAndCode/v1": "# no-workspace" },
      },
    ]);
  });
});

describe("diagnostics for GitHub", () => {
  it("are annotations, errors first", async () => {
    expect(await writtenAs("github")).toBe(
      [
        '::error file=a b/c.json,line=3,col=7,title=oscal-matches::A "100%25" <wrong>%0Avalue. Correct it.',
        "::error file=d.json,line=1,col=1,title=json-syntax::Not JSON.",
        "::warning title=no-workspace::Something.",
        "::notice file=a b/c.json,line=4,col=1,title=oscal-version-older::Older.",
        "",
      ].join("\n"),
    );
  });

  it("are no more than are shown, and the rest is counted", async () => {
    const many = Array.from(
      { length: 13 },
      () => ({ code: "oscal-matches", severity: "error", message: "m" }) as const,
    );
    const lines = (await writtenAs("github", { ...report, diagnostics: many })).trimEnd().split("\n");
    expect([lines.length, lines.at(-1)]).toEqual([
      11,
      "::notice title=aims::3 more problems; GitHub shows 10 annotations of a kind a step.",
    ]);
  });
});

describe("diagnostics as JUnit", () => {
  it("are a case for each file: invalid fails, unreadable is an error", async () => {
    expect(await writtenAs("junit")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="aims" tests="4" failures="1" errors="1" skipped="0">
  <testsuite name="aims oscal validate" tests="4" failures="1" errors="1" skipped="0">
    <testcase classname="aims oscal validate" name="a b/c.json" file="a b/c.json">
      <failure type="oscal-matches" message="A &quot;100%&quot; &lt;wrong&gt; value.">a b/c.json:3:7: error oscal-matches: A "100%" &lt;wrong&gt;
value. Correct it.</failure>
      <system-out>a b/c.json:4:1: info oscal-version-older: Older.</system-out>
    </testcase>
    <testcase classname="aims oscal validate" name="d.json" file="d.json">
      <error type="json-syntax" message="Not JSON.">d.json:1:1: error json-syntax: Not JSON.</error>
    </testcase>
    <testcase classname="aims oscal validate" name="e.json" file="e.json"/>
    <testcase classname="aims oscal validate" name="(no file)">
      <system-out>warning no-workspace: Something.</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it("say that all is well where it is", async () => {
    const files = [{ name: "e.json", state: "valid" } as const];
    expect(await writtenAs("junit", { ...report, valid: true, files, diagnostics: [] })).toContain(
      '<testsuites name="aims" tests="1" failures="0" errors="0" skipped="0">',
    );
  });
});
