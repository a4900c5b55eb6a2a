import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { PrintedDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { diagnosticsText } from "../../src/report/diagnostic-lines.js";
import { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReport } from "../../src/report/diagnostics.js";
import { issuesSchema } from "../support/code-quality.js";
import { readSarif } from "../support/sarif.js";

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
  finished: true,
  home: { file: "aims.yaml", folder: "." },
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
  it("are results with the codes as rules, errors first, each with a place", async () => {
    const { tool, results, invocations } = readSarif(await writtenAs("sarif"));
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    expect(tool.driver.rules?.map(({ id }) => id)).toEqual([
      ...["json-syntax", "no-workspace", "oscal-matches", "oscal-version-older"],
    ]);
    const at = (uri: string, startLine: number, startColumn: number): object => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } },
    });
    expect(results).toEqual([
      {
        ruleId: "oscal-matches",
        ruleIndex: 2,
        kind: "fail",
        level: "error",
        message: { text: 'A "100%" <wrong>\nvalue. Correct it.' },
        locations: [{ ...at("a%20b/c.json", 3, 7), logicalLocations: [{ fullyQualifiedName: "/catalog/uuid" }] }],
        partialFingerprints: { "placeAndCode/v1": "a b/c.json#/catalog/uuid oscal-x" },
        properties: { constraint: "oscal-x" },
      },
      {
        ruleId: "json-syntax",
        ruleIndex: 0,
        kind: "fail",
        level: "error",
        message: { text: "Not JSON." },
        locations: [at("d.json", 1, 1)],
        partialFingerprints: { "placeAndCode/v1": "d.json# json-syntax" },
      },
      {
        ruleId: "no-workspace",
        ruleIndex: 1,
        kind: "fail",
        level: "warning",
        message: { text: "Something." },
        locations: [at("aims.yaml", 1, 1)],
        partialFingerprints: { "placeAndCode/v1": "# no-workspace" },
      },
      {
        ruleId: "oscal-version-older",
        ruleIndex: 3,
        kind: "fail",
        level: "note",
        message: { text: "Older." },
        locations: [at("a%20b/c.json", 4, 1)],
        partialFingerprints: { "placeAndCode/v1": "a b/c.json# oscal-version-older" },
      },
    ]);
  });

  it("say that the command did not do its work where problems kept it from that", async () => {
    const of = { ...report, finished: false };
    expect(readSarif(await writtenAs("sarif", of)).invocations).toEqual([{ executionSuccessful: false }]);
  });

  it("stand at the home of their folder where they are about the folder as a whole", async () => {
    const found = { code: "no-systems", severity: "error", message: "No system.", file: "." } as const;
    const [result] = readSarif(await writtenAs("sarif", { ...report, diagnostics: [found] })).results;
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: "aims.yaml" });
  });
});

describe("diagnostics for GitLab", () => {
  const isReport = new Ajv({ strict: true, allErrors: true }).compile(issuesSchema);
  const issues = async (of: DiagnosticsReport = report): Promise<{ fingerprint: string }[]> => {
    const found = JSON.parse(await writtenAs("gitlab", of)) as { fingerprint: string }[];
    isReport(found);
    expect(isReport.errors).toBeNull();
    return found;
  };

  it("are issues of a Code Quality report, errors first", async () => {
    const fingerprint = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(await issues()).toEqual([
      {
        description: 'A "100%" <wrong>\nvalue. Correct it.',
        check_name: "oscal-matches",
        fingerprint,
        severity: "critical",
        location: { path: "a b/c.json", lines: { begin: 3 } },
      },
      {
        description: "Not JSON.",
        check_name: "json-syntax",
        fingerprint,
        severity: "critical",
        location: { path: "d.json", lines: { begin: 1 } },
      },
      {
        description: "Something.",
        check_name: "no-workspace",
        fingerprint,
        severity: "minor",
        location: { path: "aims.yaml", lines: { begin: 1 } },
      },
      {
        description: "Older.",
        check_name: "oscal-version-older",
        fingerprint,
        severity: "info",
        location: { path: "a b/c.json", lines: { begin: 4 } },
      },
    ]);
  });

  it("have fingerprints of their own, also where two are alike but for the line", async () => {
    const twice = [1, 2, 3].map(
      (line) => ({ code: "json-syntax", severity: "error", message: "m", file: "a", line }) as const,
    );
    const prints = (await issues({ ...report, diagnostics: twice })).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    const moved = twice.map((each) => ({ ...each, line: each.line + 10 }));
    expect((await issues({ ...report, diagnostics: moved })).map(({ fingerprint }) => fingerprint)).toEqual(prints);
  });
});

describe("diagnostics in Markdown", () => {
  it("are counted and listed, errors first, with links", async () => {
    expect(await writtenAs("markdown")).toBe(`## \`aims oscal validate\`: not valid

2 errors, 1 warning.

| Severity | Where | Code | What |
| --- | --- | --- | --- |
| error | [a b/c.json:3](a%20b/c.json#L3) | oscal-matches | A "100%" \\<wrong\\> value. Correct it. |
| error | [d.json:1](d.json#L1) | json-syntax | Not JSON. |
| warning |  | no-workspace | Something. |
| info | [a b/c.json:4](a%20b/c.json#L4) | oscal-version-older | Older. |
`);
  });

  it("say that everything is valid, and are not listed where there are none", async () => {
    expect(await writtenAs("markdown", { ...report, valid: true, diagnostics: [] })).toBe(
      "## `aims oscal validate`: valid\n\n0 errors, 0 warnings.\n",
    );
  });

  it("are a hundred at most, and the rest is counted", async () => {
    const many = Array.from({ length: 130 }, () => ({ code: "json-syntax", severity: "error", message: "m" }) as const);
    const counted = { ...report, counts: { errors: 12_000, warnings: 0 }, diagnostics: many, unlisted: 11_870 };
    expect(await writtenAs("markdown", counted)).toContain("\n12000 errors, 0 warnings.\n");
    const text = await writtenAs("markdown", { ...report, diagnostics: many });
    expect([text.match(/^\| error /gm)?.length, text.trimEnd().split("\n").at(-1)]).toEqual([100, "… and 30 more."]);
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
<testsuites name="aims" tests="4" failures="1" errors="1" skipped="0" time="0">
  <testsuite name="aims oscal validate" tests="4" failures="1" errors="1" skipped="0" time="0">
    <testcase classname="aims oscal validate" name="a b/c.json" file="a b/c.json" time="0">
      <failure type="oscal-matches" message="A &quot;100%&quot; &lt;wrong&gt; value.">a b/c.json:3:7: error oscal-matches: A "100%" &lt;wrong&gt;
value. Correct it.</failure>
      <system-out>a b/c.json:4:1: info oscal-version-older: Older.</system-out>
    </testcase>
    <testcase classname="aims oscal validate" name="d.json" file="d.json" time="0">
      <error type="json-syntax" message="Not JSON.">d.json:1:1: error json-syntax: Not JSON.</error>
    </testcase>
    <testcase classname="aims oscal validate" name="e.json" file="e.json" time="0"/>
    <testcase classname="aims oscal validate" name="(no file)" time="0">
      <system-out>warning no-workspace: Something.</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it("say that all is well where it is", async () => {
    const files = [{ name: "e.json", state: "valid" } as const];
    expect(await writtenAs("junit", { ...report, valid: true, files, diagnostics: [] })).toContain(
      '<testsuites name="aims" tests="1" failures="0" errors="0" skipped="0" time="0">',
    );
  });
});
