import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import {
  assess,
  isOpen,
  memoryHost,
  newOscal,
  nodeHost,
  validateOscal,
  verdictStates,
  type AssessRequest,
} from "../../src/index.js";
import { temporaryFolder } from "../support/folder.js";
import { aims } from "../support/program.js";
import { projectPath, projectRoot } from "../support/project.js";

const asOf = "2026-11-01";
const example: AssessRequest = {
  workspace: "examples/meridian-bank",
  asOf,
  out: "out",
  outputs: [
    { format: "sarif", path: "aims.sarif" },
    { format: "junit", path: "aims.xml" },
  ],
};

/** The content of the files below a folder, by path inside it. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** The files that a host in memory was given to write, by path inside its folder. */
function filesWritten({ folder, written }: ReturnType<typeof memoryHost>): Map<string, string> {
  const files = [...written].map(([path, bytes]) => [relative(folder, path), Buffer.from(bytes).toString()] as const);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("the record of an assessment", () => {
  it("gives its verdicts and evidence records as text, too, and the digests of the descriptors as they were read", async () => {
    const run = await assess({ ...example, out: "out", outputs: [] }, memoryHost({ folder: projectRoot }));
    const { texts, verdicts, evidence, files } = run.assessment ?? {};
    const parsed = (lines: Iterable<string> = []): unknown[] =>
      Array.from(lines, (line) => JSON.parse(line) as unknown);
    expect(parsed(texts?.verdicts())).toEqual([...(verdicts?.() ?? [])]);
    expect(parsed(texts?.evidence())).toEqual([...(evidence?.() ?? [])]);
    const bytes = (name: string): Buffer => readFileSync(join(projectRoot, example.workspace, name));
    expect(files?.length).toBeGreaterThan(10);
    expect(files).toEqual(
      files?.map(({ name }) => ({ name, sha256: createHash("sha256").update(bytes(name)).digest("hex") })),
    );
    run.close();
  });
});

describe("what an assessment says about its inputs", () => {
  it("warns of a date in the future once: where a rule finds fault with it, the rule alone does", async () => {
    const folder = temporaryFolder({
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/a.yaml": `kind: system
id: bot
name: Bot
roles: {owner: {person: Ada, since: 2027-01-01}, dataOwner: {person: Bob, since: 2027-01-01}}
inventory: {reviewedOn: 2027-01-02}
evidence: [{id: e, controls: [iso42001:A.66], collectedOn: 2027-01-01}]
`,
    });
    const run = await assess({ workspace: ".", profile: "iso-42001-starter", asOf }, nodeHost(folder, {}));
    const verdicts = [...(run.assessment?.verdicts() ?? [])];
    run.close();
    expect(run.problems.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
      ["unknown-control", "warning", "/evidence/0/controls/0"],
      ["date-in-future", "warning", "/evidence/0/collectedOn"],
    ]);
    const findings = verdicts.flatMap((each) => each.findings);
    const at = (place: string) => findings.filter(({ pointer }) => pointer === place);
    expect(at("/inventory/reviewedOn")).toMatchObject([{ kind: "violation", line: 5, column: 25 }]);
    expect(at("/roles/dataOwner/since")).toMatchObject([{ kind: "pending", line: 4, column: 82 }]);
  });
});

const organizationRule = `# METADATA
# title: Decisions and systems
# description: What a rule about the organization sees.
# custom:
#   id: sees
#   subject: organization
#   controls: [iso42001:A.2.2]
#   severity: low
#   remediation: None.
package aims.rules.sees

observed contains {"message": json.marshal(input.evidence), "at": "/evidence/0/id"} if true

observed contains {"message": json.marshal([input.systems, input.excluded, input.decisions]), "at": "/decisions/0"} if true

observed contains {"message": at, "at": at} if {
	some at in [
		"/excluded", "/excluded/0", "/excluded/0/decidedOn", "/excluded/0/name", "/excluded/1",
		"/systems/-", "/systems/0/owner", "/systems/0/scope/status", "/systems/0/tier",
	]
}
`;

describe("rules about the organization", () => {
  const files = {
    "aims.yaml": "profile: iso-42001-full\n",
    "rules/sees.rego": organizationRule,
    "systems/a.yaml": "kind: system\nid: bot\nname: Bot\nroles: {owner: {person: Ada}}\nscope: {status: in}\n",
    "systems/b.yaml": "kind: system\nid: old\nname: Old\nscope: {status: excluded, reason: Off., decidedOn: 2026-01}\n",
    "records/a.yaml": "kind: evidence\nrecords:\n  - {id: one, state: draft, path: a.yaml}\n  - {id: two}\n",
    "records/soa.yaml": "kind: decisions\ndecisions: [{control: iso42001:A.2.2, applicable: yes}]\n",
  };

  it("see records with the states of their files, decisions, and excluded systems apart from the others, and point at them", async () => {
    const organization = "kind: organization\nid: bank\nname: Bank\n";
    const folder = temporaryFolder({ ...files, "organization.yaml": organization });
    const run = await assess({ workspace: ".", asOf }, nodeHost(folder, {}));
    const verdict = [...(run.assessment?.verdicts() ?? [])].find((each) => each.rule === "sees");
    const read = run.assessment?.files.map(({ name }) => name);
    run.close();
    const [decided, recorded, ...summarized] = verdict?.findings ?? [];
    expect(JSON.parse(recorded?.message ?? "")).toEqual([
      { id: "one", state: "draft", path: "a.yaml", fileState: "unhashed" },
      { id: "two" },
    ]);
    expect(JSON.parse(decided?.message ?? "")).toEqual([
      [{ id: "bot", name: "Bot", owner: "Ada", scope: { status: "in" } }],
      [{ id: "old", name: "Old", reason: "Off.", decidedOn: "2026-01" }],
      [{ control: "iso42001:A.2.2", applicable: "yes" }],
    ]);
    expect([recorded?.file, recorded?.line, decided?.file, decided?.line]).toEqual([
      ...["records/a.yaml", 3, "records/soa.yaml", 2],
    ]);
    expect(
      summarized.map(({ message, file, line, column, pointer }) => [
        message,
        `${file}:${String(line)}:${String(column)}`,
        pointer,
      ]),
    ).toEqual([
      ["/excluded", "organization.yaml:1:1", ""],
      ["/excluded/0", "systems/b.yaml:4:8", "/scope"],
      ["/excluded/0/decidedOn", "systems/b.yaml:4:52", "/scope/decidedOn"],
      ["/excluded/0/name", "systems/b.yaml:4:8", "/scope"],
      ["/excluded/1", "organization.yaml:1:1", ""],
      ["/systems/-", "organization.yaml:1:1", ""],
      ["/systems/0/owner", "systems/a.yaml:4:25", "/roles/owner/person"],
      ["/systems/0/scope/status", "systems/a.yaml:1:1", ""],
      ["/systems/0/tier", "systems/a.yaml:1:1", ""],
    ]);
    expect(read).toEqual([
      "organization.yaml",
      "systems/a.yaml",
      "systems/b.yaml",
      "records/a.yaml",
      "records/soa.yaml",
    ]);
  });

  it("say of a day on which a system was excluded that it lies in the future, and no warning says it again", async () => {
    const folder = temporaryFolder({
      "aims.yaml": "profile: iso-42001-full\n",
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/b.yaml":
        "kind: system\nid: old\nname: Old\nscope: {status: excluded, reason: Off., approvedBy: Ada, decidedOn: 2027-01}\n",
      "systems/c.yaml": "kind: system\nid: new\nname: New\n",
    });
    const run = await assess({ workspace: ".", asOf }, nodeHost(folder, {}));
    const verdict = [...(run.assessment?.verdicts() ?? [])].find((each) => each.rule === "exclusions-approved");
    run.close();
    expect(verdict?.findings[0]).toMatchObject({
      ...{ kind: "violation", file: "systems/b.yaml", line: 4, column: 69, pointer: "/scope/decidedOn" },
    });
    expect(run.problems.map(({ code }) => code)).toEqual([]);
  });

  it("that nobody can ask are counted in a warning, which the record keeps", async () => {
    const run = await assess({ workspace: ".", asOf }, nodeHost(temporaryFolder(files), {}));
    const { assessment, problems } = run;
    run.close();
    const unasked = problems.filter(({ code, message }) => code === "no-organization" && message.includes("asked"));
    expect(unasked.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(unasked[0]?.message).toMatch(
      /^\d+ rules? about the organization could not be asked, since no descriptor describes it\./,
    );
    expect(assessment?.notices?.map(({ code, file }) => [code, file])).toEqual([
      ["no-organization", "organization.yaml"],
    ]);
    expect(assessment?.tally.controlByReference.get("iso42001:A.2.2")).toMatchObject({
      ...{ state: "no-evidence", reason: "not-assessed" },
    });
  });
});

describe("assess, called by a program", () => {
  it("gives a host in memory the bytes that the command writes to a disk", async () => {
    const host = memoryHost({ folder: projectRoot });
    const run = await assess(example, host);
    run.close();

    const folder = temporaryFolder();
    const workspace = projectPath("examples/meridian-bank");
    const outputs = ["--output", "sarif=aims.sarif", "--output", "junit=aims.xml"];
    const { code } = aims(["assess", workspace, "--as-of", asOf, "--out", "out", ...outputs], { cwd: folder });
    expect(code).toBe(0);
    const written = filesWritten(host);
    expect([...written.keys()]).toContain("out/results.json");
    // The reports for CI name files from where their reader stands, which is another folder here.
    for (const name of ["aims.sarif", "aims.xml"]) expect(written.delete(name)).toBe(true);
    const onDisk = filesBelow(folder);
    for (const name of ["aims.sarif", "aims.xml"]) expect(onDisk.delete(name)).toBe(true);
    expect(written).toEqual(onDisk);
  });

  it("writes the same wherever the workspace lies, and no path of the machine", async () => {
    const content = filesBelow(projectPath("examples/meridian-bank"));
    const at = async (root: string): Promise<Map<string, string>> => {
      const files = new Map([...content].map(([name, text]) => [join(root, "bank", name), text]));
      const host = memoryHost({ folder: root, files });
      const run = await assess({ ...example, workspace: "bank" }, host);
      expect(run.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      run.close();
      return filesWritten(host);
    };
    const [one, other] = [await at("/srv/one"), await at("/mnt/elsewhere")];
    expect(one.size).toBeGreaterThan(5);
    expect(one).toEqual(other);
    for (const [name, text] of one) expect({ name, holds: /\/srv\/|\/mnt\//.exec(text)?.[0] }).toEqual({ name });
  });

  it("gives the verdicts one by one, as they were counted", async () => {
    const { assessment, close } = await assess(
      { workspace: example.workspace, asOf },
      memoryHost({ folder: projectRoot }),
    );
    const counts = assessment?.tally.counts;
    const open = [...(assessment?.verdicts() ?? [])].filter(({ state }) => isOpen(state));
    const counted = verdictStates.filter(isOpen).map((state) => counts?.[state] ?? 0);
    expect(open.length).toBe(counted.reduce((sum, each) => sum + each, 0));
    expect(open.length).toBeGreaterThan(0);
    close();
  });

  it("reports what is wrong with a workspace, and writes nothing", async () => {
    const files = new Map([["/w/organization.yaml", "kind: organization\n"]]);
    const host = memoryHost({ folder: "/w", files });
    const { assessment, problems } = await assess({ workspace: ".", profile: "iso42001-full", asOf, out: "out" }, host);
    expect(assessment).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain("missing-property");
    expect(host.written.size).toBe(0);
  });

  it.each([
    ["a day", { asOf: "yesterday" }, 'asOf is "yesterday", but has to be a day that exists, as YYYY-MM-DD.'],
    ["a format", { outputs: [{ format: "excel", path: "x" }] }, '"excel" is not a format of an assessment.'],
  ])("refuses %s that does not exist, before it reads anything", async (_what, wrong, message) => {
    const request = { workspace: "nowhere", ...wrong } as AssessRequest;
    await expect(assess(request, memoryHost({ folder: "/w", files: new Map() }))).rejects.toThrow(
      new RangeError(message),
    );
  });

  it("takes verdicts back when it is closed, once and for all", async () => {
    for (const host of [memoryHost({ folder: projectRoot }), nodeHost(projectRoot)]) {
      const { assessment, close } = await assess({ workspace: example.workspace, asOf }, host);
      expect([...(assessment?.verdicts() ?? [])]).toEqual([...(assessment?.verdicts() ?? [])]);
      close();
      close();
      expect(() => [...(assessment?.verdicts() ?? [])]).toThrow("closed");
    }
  });

  it("asks the host for the day where the request names none", async () => {
    const host = memoryHost({ folder: projectRoot, now: new Date("2026-11-01T23:30:00Z") });
    const { assessment, close } = await assess({ workspace: example.workspace }, host);
    expect(assessment?.asOf).toBe("2026-11-01");
    close();
  });
});

describe("a host in memory", () => {
  it("reads what it has written, and keeps it apart from what was there", async () => {
    const host = memoryHost({ folder: "/w", files: new Map([["notes.txt", "n"]]) });
    await newOscal({ model: "catalog", title: "Own", asOf: "2026-11-01T00:00:00Z", out: "catalog.json" }, host);
    const { value, problems } = await validateOscal({ files: ["catalog.json", "."] }, host);
    expect({ states: value?.files.map(({ file, state }) => [file, state]), problems }).toEqual({
      states: [["/w/catalog.json", "valid"]],
      problems: [],
    });
    expect([...host.written.keys()]).toEqual(["/w/catalog.json"]);
  });

  it("tells the problems of an invalid document with the check", async () => {
    const host = memoryHost({ folder: "/w", files: new Map([["catalog.json", '{"catalog":{"uuid":"x"}}']]) });
    const { value, problems } = await validateOscal({ files: ["catalog.json"] }, host);
    expect(value?.valid).toBe(false);
    expect(problems.map(({ code }) => code)).toContain("oscal-missing-property");
    expect(problems).toEqual(value?.problems);
  });
});
