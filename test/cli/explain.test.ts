import { describe, expect, it } from "vitest";
import { catalog, profile, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

const system = (id: string, more = ""): string =>
  `kind: system\nid: ${id}\nname: The ${id}\nlifecycle: { stage: deployed }\n${more}`;

const shop = {
  "aims.yaml": "profile: iso-42001-starter\n",
  "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
  "systems/one.yaml": system("one"),
  "systems/stale.yaml": system("stale"),
  "systems/rule.yaml": system("log-retention"),
};

const day = ["--as-of", "2026-11-01"];

async function json(args: readonly string[], folder: string): Promise<unknown> {
  const { code, stdout, stderr } = await aimsHere(["explain", ...args, "--output", "json"], folder);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

describe("aims explain", () => {
  it.each([
    [
      "7.4 model evaluation",
      'iso42001:7.4 is "Communication". The title "Model evaluation" is widely seen for it, and wrong (',
    ],
    [
      "iso42001:A.9.2 Data transfer",
      'iso42001:A.9.2 is "Processes for responsible use of AI systems". The title "Data ',
    ],
    [
      "iso42001:A.11",
      "there is no iso42001:A.11. The last area of Annex A is A.10. The id is widely seen, and wrong (",
    ],
    [
      "22 controls",
      "Annex A of ISO/IEC 42001 has 38 controls, in the nine areas from A.2 to A.10. Widely said, and wrong: ",
    ],
    [
      "high-risk 2026-08-02",
      "Sections 1 to 3 of Chapter III of the AI Act apply from 2027-12-02 to systems of Annex III, ",
    ],
  ])("tells of %s what is so", async (topic, start) => {
    const { code, stdout, stderr } = await aimsHere(["explain", topic], temporaryFolder());
    expect([code, stdout, stderr.slice(0, start.length + 6)]).toEqual([2, "", `aims: ${start}`]);
  });

  it.each([
    ["stale", "stale: a state of a verdict\n"],
    ["open", "open: a state of a verdict\n"],
    ["documented", "documented: an assurance level\n"],
    ["critical", "critical: a severity\n"],
    ["assessment-results", "assessment-results: a model of OSCAL\n"],
    ["log-retention", "log-retention  Event logs are kept long enough\n"],
    ["aims.rules.log_retention", "log-retention  Event logs are kept long enough\n"],
    ["log-retention-days", "log-retention-days  shortest retention of event logs, in days\n"],
    ['data.params["log-retention-days"]', "log-retention-days  shortest retention of event logs, in days\n"],
    ["iso-42001-starter", "iso-42001-starter  ISO/IEC 42001 starter\n"],
    ["A.6.2.8", "iso42001:A.6.2.8  AI system recording of event logs\n"],
  ])("knows %s", async (topic, start) => {
    const { code, stdout, stderr } = await aimsHere(["explain", topic], temporaryFolder());
    expect([code, stderr, stdout.slice(0, start.length)]).toEqual([0, "", start]);
  });

  it("says which evidence is expected of a control, and nothing where its catalog does not", async () => {
    const folder = temporaryFolder({
      "catalog.json": JSON.stringify(catalog()),
      "profile.json": JSON.stringify(profile()),
    });
    expect(await json(["iso42001:A.6.2.5"], folder)).toMatchObject({
      control: "iso42001:A.6.2.5",
      expectedEvidence: [
        "Deployment plan",
        "Signed approval to go live, showing that the requirements were met",
        "Rollback plan",
      ],
      freshnessDays: 90,
      ownerRoles: ["Release manager"],
    });
    const { stdout } = await aimsHere(["explain", "iso42001:A.6.2.5"], folder);
    expect(stdout).toContain(
      "\nExpected evidence, renewed within 90 days:\n  Deployment plan\n  Signed approval to go live, showing that the requirements were met\n  Rollback plan\nOwner roles: Release manager\n\nRules:",
    );
    const own = await aimsHere(["explain", "a.5.2", "--profile", "profile.json"], folder);
    expect([own.code, own.stdout.startsWith("a.5.2"), own.stdout.includes("xpected")]).toEqual([0, true, false]);
  });

  it("says the value of a parameter under the profile, who set it and which rules read it", async () => {
    const folder = temporaryFolder();
    const args = ["minimum-assurance", "--profile", "iso-42001-full"];
    expect(await json(args, folder)).toMatchObject({
      kind: "parameter",
      parameter: "minimum-assurance",
      control: "iso42001:9.1",
      profile: "iso-42001-full",
      selected: true,
      values: ["declared"],
      types: ["one of declared, documented, tested"],
      rules: [],
      origins: [{ id: "minimum-assurance", steps: [{ action: "defined" }, { action: "imported" }, { action: "set" }] }],
    });
    const days = await json(["log-retention-days", "--profile", "iso-42001-phase-1-governance"], folder);
    expect(days).toMatchObject({
      selected: false,
      rules: [{ id: "log-retention" }, { id: "logs-kept-after-retirement" }],
    });
  });

  it("says of a rule whether it runs under the profile, and with which limits", async () => {
    const folder = temporaryFolder();
    const args = ["explain", "log-retention", "--profile"];
    const full = await aimsHere([...args, "iso-42001-full"], folder);
    expect(full.stdout).toContain("Under iso-42001-full: it runs for iso42001:A.6.2.8.\n  log-retention-days = 184\n");
    const first = await aimsHere([...args, "iso-42001-phase-1-governance"], folder);
    expect(first.stdout).toContain(
      "Under iso-42001-phase-1-governance: it does not run, since none of its controls is selected.\n  log-retention-days = (not set)\n",
    );
  });

  it("shows what a profile of one's own selects, and why one cannot be used", async () => {
    const text = (value: unknown): string => JSON.stringify(value, undefined, 2);
    const folder = temporaryFolder({
      "mine/profile.json": text(withValue(profile(), "/profile/imports/0/href", "catalog.json")),
      "mine/catalog.json": text(catalog()),
      "mine/bad.json": text(withValue(profile(), "/profile/imports/0/href", "gone.json")),
    });
    expect(await json(["mine/profile.json"], folder)).toMatchObject({
      kind: "profile",
      profile: "mine/profile.json",
      shipped: false,
      imports: ["catalog.json"],
      controls: [{ control: expect.any(String) as string }],
    });
    const bad = await aimsHere(["explain", "mine/bad.json"], folder);
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    expect(bad.stderr).toMatch(/^mine\/bad\.json:\d+:\d+: error profile-import-unreachable/);
    const gone = await aimsHere(["explain", "mine/gone.json"], folder);
    expect(gone.stderr).toMatch(/^mine\/gone\.json: error unreadable-file/);
  });

  it("says how well a satisfied verdict is supported, and why a record counts as declared only", async () => {
    const folder = temporaryFolder({
      "aims.yaml": "profile: iso-42001-starter\n",
      "ia.md": "Done.",
      "systems/bot.yaml": `kind: system
id: bot
name: Bot
roles: {owner: {person: Ada, since: 2026-01, evidence: [memo, ia]}}
evidence:
  - {id: memo, title: Memo, state: approved, uri: "https://records.example/memo"}
  - {id: ia, title: Report, path: ../ia.md, state: approved}
`,
    });
    const { stdout, stderr } = await aimsHere(["explain", "bot", ...day], folder);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^ {2}satisfied \(documented\) +owner-assigned /m);
    expect(stdout.slice(stdout.indexOf("Evidence:"))).toBe(`Evidence:
  memo  Memo  (documented)  systems/bot.yaml:6
  ia  Report  (declared only: no sha256 is recorded)  systems/bot.yaml:7
`);
  });

  it("says how a system is judged, and where its record says so", async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Object.entries(shop).map(([name, text]) => [`shop/${name}`, text])),
    );
    const { code, stdout } = await aimsHere(["explain", "one", "shop", ...day], folder);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "one  The one",
      "",
      "Descriptor:  shop/systems/one.yaml:1",
      "Life cycle:  deployed",
      "",
      expect.stringMatching(/^Under iso-42001-starter on 2026-11-01: \d+ rules$/),
    ]);
    expect(stdout).toMatch(
      /^ {2}no-evidence +owner-assigned +An owner is assigned to every system\n {6}shop\/systems\/one\.yaml:\d+:\d+: /m,
    );
    expect(lines.at(-2)).toBe("Evidence: none recorded.");
    const organization = await aimsHere(["explain", "shop", "shop", ...day], folder);
    expect(organization.stdout).toMatch(/^shop {2}Shop\n\nDescriptor: {2}shop\/organization\.yaml:1\n/);
  });

  it("explains a name of several things as each of them", async () => {
    const folder = temporaryFolder(shop);
    expect(await json(["stale", ...day], folder)).toMatchObject([
      { kind: "state", word: "stale" },
      { kind: "system", system: "stale" },
    ]);
    const { stdout } = await aimsHere(["explain", "log-retention", ...day], folder);
    expect(stdout).toMatch(
      /^As a rule:\n\nlog-retention {2}Event logs[^]*\n\nAs a system:\n\nlog-retention {2}The log-retention\n/,
    );
  });

  it("asks what was meant, over all kinds, and names them where nothing is near", async () => {
    const folder = temporaryFolder(shop);
    const said = async (topic: string): Promise<string> => (await aimsHere(["explain", topic], folder)).stderr;
    for (const [slip, meant] of [
      ["log-retenton", "log-retention"],
      ["log-retention-dys", "log-retention-days"],
      ["iso-42001-ful", "iso-42001-full"],
      ["stael", "stale"],
      ["shpo", "shop"],
      ["no-sytems", "no-systems"],
    ] as const) {
      expect(await said(slip)).toContain(`Did you mean "${meant}"?`);
    }
    expect(await said("xyzzy-plugh")).toBe(
      'aims: nothing is called "xyzzy-plugh" under the profile iso-42001-starter. There are controls, parameters, rules, profiles, systems, states, assurance, severities, models, codes, constraints: "aims help explain" shows a name of each.\n',
    );
  });

  it("explains a state also where the workspace cannot be read", async () => {
    const folder = temporaryFolder({ ...shop, "aims.yaml": "profil: x\n" });
    expect(await json(["stale"], folder)).toMatchObject({ kind: "state" });
    expect((await aimsHere(["explain", "one"], folder)).stderr).toContain("aims.yaml:1:1: error unknown-property");
  });
});
