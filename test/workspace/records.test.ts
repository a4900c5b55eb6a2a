/** Evidence records and decisions in files of their own. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import type { OrganizationSubject, Subject, SystemSubject } from "../../src/inventory/descriptors.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.js";
import { temporaryFolder, type Files } from "../support/folder.js";
import { fileStates } from "../support/subjects.js";

const bank = "kind: organization\nid: bank\nname: Bank\n";
const bot = "kind: system\nid: bot\nname: Bot\n";
const score = "kind: system\nid: score\nname: Score\n";

interface Told {
  readonly workspace: Workspace;
  readonly organization: OrganizationSubject | undefined;
  readonly systems: readonly SystemSubject[];
  readonly problems: readonly Diagnostic[];
  /** Code, severity, file and line of each problem. */
  readonly brief: readonly string[];
  readonly reader: DescriptorReader;
}

async function read(files: Files, systems?: readonly string[], asOf?: string): Promise<Told> {
  const root = temporaryFolder(files);
  const { value: workspace, problems: opened } = await openWorkspace(root, nodeReader, systems);
  if (!workspace) throw new Error("There is no workspace.");
  const reader = new DescriptorReader(workspace, nodeReader, {
    ...(asOf === undefined ? {} : { asOf }),
    controls: (control) => (control === "iso42001:A.99" ? { guess: "iso42001:A.9.2" } : undefined),
  });
  const organization = await reader.organization();
  const found: SystemSubject[] = [];
  for await (const system of reader.systems()) found.push(system);
  const problems = [...opened, ...reader.diagnostics, ...reader.futureDates];
  const brief = problems.map(
    ({ code, severity, file, line }) =>
      `${severity} ${code} ${file?.slice(root.length + 1) ?? ""}:${String(line ?? "")}`,
  );
  return { workspace, organization, systems: found, problems, brief, reader };
}

function places(subject: Subject | undefined, root: string): string[] {
  return (subject?.evidence ?? []).map(({ record, document, pointer }) => {
    const { line } = document.locate(pointer);
    return `${record.id} ${document.file.slice(root.length + 1)}:${String(line)} ${pointer}`;
  });
}

describe("files of records", () => {
  it("add to the records of their subjects, behind those of the descriptor and in the order of the files", async () => {
    const { workspace, organization, systems, brief } = await read({
      "organization.yaml": `${bank}evidence: [{id: own}]\n`,
      "systems/bot.yaml": `${bot}practices: {testing: {evidence: [test, own]}}\nevidence:\n  - {id: own, supersedes: plan}\n`,
      "systems/score.yaml": score,
      "records/a.yaml": "kind: evidence\nrecords:\n  - {id: test, subject: bot}\n  - {id: minutes}\n",
      "records/deep/b.json": JSON.stringify({
        kind: "evidence",
        records: [
          { id: "audit", subject: "bank" },
          { id: "plan", subject: "bot", supersedes: "test" },
        ],
      }),
      "records/deep/c.ndjson": `${JSON.stringify({ kind: "evidence", records: [{ id: "later" }] })}\n`,
    });
    expect(brief).toEqual([]);
    expect(workspace.records.map(({ name }) => name)).toEqual([
      "records/a.yaml",
      "records/deep/b.json",
      "records/deep/c.ndjson",
    ]);
    expect(places(organization, workspace.root)).toEqual([
      "own organization.yaml:4 /evidence/0",
      "minutes records/a.yaml:4 /records/1",
      "audit records/deep/b.json:1 /records/0",
      "later records/deep/c.ndjson:1 /records/0",
    ]);
    expect(systems.map((system) => places(system, workspace.root))).toEqual([
      [
        "own systems/bot.yaml:6 /evidence/0",
        "test records/a.yaml:3 /records/0",
        "plan records/deep/b.json:1 /records/1",
      ],
      [],
    ]);
  });

  it("name their files from their own folder, which are looked at as those of descriptors", async () => {
    const sha256 = createHash("sha256").update("as it was").digest("hex");
    const { systems, brief, workspace, reader } = await read({
      "organization.yaml": bank,
      "systems/bot.yaml": bot,
      "records/bot/files/same.txt": "as it was",
      "records/bot/files/other.txt": "changed",
      "records/bot/all.yaml": `kind: evidence
records:
  - {id: same, subject: bot, path: files/same.txt, sha256: ${sha256}}
  - {id: other, subject: bot, path: files/other.txt, sha256: ${sha256}}
  - {id: bare, subject: bot, path: files/same.txt}
  - {id: gone, subject: bot, path: files/none.txt}
  - {id: out, subject: bot, path: ../../../none.txt}
`,
    });
    expect(systems.map(fileStates)).toEqual([
      { same: "matches", other: "differs", bare: "unhashed", gone: "missing", out: "missing" },
    ]);
    expect(brief).toEqual([
      "warning evidence-changed records/bot/all.yaml:4",
      "warning evidence-unhashed records/bot/all.yaml:5",
      "warning evidence-missing records/bot/all.yaml:6",
      "error path-outside-workspace records/bot/all.yaml:7",
    ]);
    expect([...reader.evidence]).toContain(join(workspace.root, "records/bot/files/same.txt"));
  });

  it("are wrong where ids repeat, or lead nowhere", async () => {
    const { problems, brief } = await read({
      "organization.yaml": bank,
      "systems/bot.yaml": `${bot}evidence: [{id: one, subject: score}]\n`,
      "systems/score.yaml": score,
      "records/a.yaml": `kind: evidence
records:
  - {id: one, subject: bot, controls: [iso42001:A.99]}
  - {id: two, subject: bot, supersedes: tow}
  - {id: two, subject: score}
  - {id: three, subject: scores}
`,
    });
    expect(brief).toEqual([
      "error evidence-out-of-place systems/bot.yaml:4",
      "error duplicate-evidence records/a.yaml:3",
      "warning unknown-control records/a.yaml:3",
      "error unknown-evidence records/a.yaml:4",
      "error unknown-subject records/a.yaml:6",
    ]);
    const messages = problems.map(({ message, fix }) => `${message} ${fix ?? ""}`);
    expect(messages[1]).toMatch(/^The evidence id "one" is used a second time for "bot"; first in .*bot\.yaml:4\. /);
    expect(messages[3]).toBe('There is no evidence record "tow" about "bot". Did you mean "two"?');
    expect(messages[4]).toBe(
      'The evidence record "three" is about "scores", which no descriptor describes. Did you mean "score"?',
    );
  });

  it("are read where they belong, and say so where they do not", async () => {
    const { brief } = await read({
      "organization.yaml": bank,
      "systems/bot.yaml": bot,
      "systems/notes.yaml": "kind: evidence\nrecords: [{id: one}]\n",
      "records/a.yaml": "kind: decision\nrecords: []\n",
      "records/b.yaml": "records: [{id: one}]\n",
      "records/c.yaml": "kind: decisions\ndecisions: [{control: A.6.2.4}]\n",
      "aims.yaml": "records: [records/*.yaml, more/*.yaml, more.yaml, ../out.yaml]\n",
      "more.yaml": score,
    });
    expect(brief).toEqual([
      "error path-outside-workspace aims.yaml:1",
      "warning pattern-without-match aims.yaml:1",
      "warning unread-descriptor more.yaml:",
      "error kind-out-of-place more.yaml:1",
      "error unknown-kind records/a.yaml:1",
      "error unknown-kind records/b.yaml:1",
      "error wrong-form records/c.yaml:2",
      "error kind-out-of-place systems/notes.yaml:1",
    ]);
  });

  it("lie in records/ beside evidence that is none of them, unless aims.yaml names others", async () => {
    const files = {
      "organization.yaml": bank,
      "systems/bot.yaml": bot,
      "records/log.json": '{"entries": [{"kind": "evidence of nothing"}], "name": "x"}',
      "records/plan.yaml": "title: A plan\nsteps: [first]\n",
      "records/soa.yaml": "# ours\ndecisions:\n  - control: iso42001:A.2.2\nkind: decisions\n",
      "more/a.yaml": "kind: evidence\nrecords: [{id: one}]\n",
    };
    const usual = await read(files);
    expect(usual.workspace.records.map(({ name }) => name)).toEqual(["records/soa.yaml"]);
    expect(usual.organization?.decisions.map(({ decision }) => decision.control)).toEqual(["iso42001:A.2.2"]);
    const named = await read({ ...files, "aims.yaml": "records: [more/*.yaml]\n" });
    expect(named.workspace.records.map(({ name }) => name)).toEqual(["more/a.yaml"]);
    expect(named.brief).toEqual([]);
  });

  it("may be about systems that a command leaves out, or that cannot be read", async () => {
    const records = { "records/a.yaml": "kind: evidence\nrecords: [{id: one, subject: score}, {id: two}]\n" };
    const chosen = await read(
      { "organization.yaml": bank, "systems/bot.yaml": bot, "systems/score.yaml": score, ...records },
      ["systems/bot.yaml"],
    );
    expect(chosen.brief).toEqual([]);
    const broken = await read({
      "organization.yaml": bank,
      "systems/score.yaml": "kind: system\nid: score\n",
      ...records,
    });
    expect(broken.brief).toEqual(["error missing-property systems/score.yaml:1"]);
  });

  it("about an organization that nobody describes are named in a warning", async () => {
    const { brief } = await read({
      "systems/bot.yaml": bot,
      "records/a.yaml": "kind: evidence\nrecords: [{id: one}]\n",
      "records/b.yaml": "kind: decisions\ndecisions: [{control: iso42001:A.2.2}, {control: iso42001:A.2.3}]\n",
    });
    expect(brief).toEqual([
      "warning no-organization organization.yaml:",
      "warning unknown-subject records/a.yaml:2",
      "warning unknown-subject records/b.yaml:2",
    ]);
  });

  it("hold dates that are checked", async () => {
    const { problems, brief } = await read(
      {
        "organization.yaml": bank,
        "systems/bot.yaml": bot,
        "records/a.yaml": `kind: evidence
records:
  - {id: one, effectiveFrom: 2026-05, validUntil: 2026-04, approvedOn: 2026-03}
  - {id: two, kind: attestation, attestation: {by: Ada, on: 2026-12-02, outcome: conforms}}
`,
        "records/b.yaml": "kind: decisions\ndecisions: [{control: iso42001:A.2.2, testedOn: 2027}]\n".replace(
          "2027",
          '"2027"',
        ),
      },
      undefined,
      "2026-11-01",
    );
    expect(brief).toEqual([
      "warning dates-out-of-order records/a.yaml:3",
      "warning date-in-future records/a.yaml:4",
      "warning date-in-future records/b.yaml:2",
    ]);
    expect(problems[1]?.message).toContain("nobody has attested it yet");
  });
});

describe("decisions on controls", () => {
  it("belong to the organization, one for each control", async () => {
    const { organization, brief, problems, workspace } = await read({
      "organization.yaml": bank,
      "systems/bot.yaml": bot,
      "records/a.yaml": "kind: evidence\nrecords: [{id: minutes}]\n",
      "records/soa.yaml": `kind: decisions
decisions:
  - {control: iso42001:A.2.2, applicable: yes, state: implemented, evidence: [minutes, minute]}
  - {control: iso42001:A.99, applicable: no}
---
kind: decisions
decisions:
  - {control: iso42001:A.2.2, applicable: no}
`,
    });
    expect(
      organization?.decisions.map(({ decision, document, pointer }) => [
        decision.control,
        decision.applicable,
        document.file.slice(workspace.root.length + 1),
        document.locate(pointer).line,
      ]),
    ).toEqual([
      ["iso42001:A.2.2", "yes", "records/soa.yaml", 3],
      ["iso42001:A.99", "no", "records/soa.yaml", 4],
      ["iso42001:A.2.2", "no", "records/soa.yaml", 8],
    ]);
    expect(brief).toEqual([
      "error unknown-evidence records/soa.yaml:3",
      "warning unknown-control records/soa.yaml:4",
      "error duplicate-decision records/soa.yaml:8",
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no evidence record "minute" about the organization.',
      "This decision is on iso42001:A.99, which no catalog has.",
      expect.stringMatching(/^iso42001:A\.2\.2 is decided on a second time; first in .*soa\.yaml:3\.$/),
    ]);
  });
});
