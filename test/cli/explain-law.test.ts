/** How a law concerns a system, on the command line. */
import { describe, expect, it } from "vitest";
import { byCodeUnit } from "../../src/foundation/order.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath } from "../support/project.js";

const shop = {
  "aims.yaml": "profile: no-such-profile\n",
  "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
  "systems/one.yaml":
    'kind: system\nid: one\nname: One\nregulatory: { omb: { highImpact: "no" } }\nmodels: [{ technique: Trees }]\n',
  // A system may be called like a rule.
  "systems/rule.yaml": "kind: system\nid: log-retention\nname: Two\n",
};

const undated = "kind: system\nid: undated\nname: Two\nregulatory: { euAiAct: { role: provider } }\n";

const meridian = [
  ...["aml-alert-triage", "atm-cash-forecast", "churn-model", "collections-prioritisation", "credit-scoring"],
  ...["customer-chatbot", "cv-screening", "document-extraction", "fraud-detection", "marketing-propensity"],
  ...["savings-table", "voice-biometrics"],
];

describe("aims explain --law", () => {
  it("derives as JSON, whatever profile the workspace has", async () => {
    const args = ["explain", "one", "--law", "us-federal", "--as-of", "2026-12-02", "--output", "json"];
    const { code, stdout } = await aimsHere(args, temporaryFolder(shop));
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        kind: "law",
        system: "one",
        name: "One",
        file: "systems/one.yaml",
        line: 1,
        law: "us-federal",
        acts: ["OMB M-25-21 of 2025-04-03", "OMB M-26-04 of 2025-12-11"],
        asOf: "2026-12-02",
        sources: ["catalog/reference/memoranda.json"],
        notice: "No legal advice: it follows from what the descriptor records, which nobody has checked here.",
        steps: [
          {
            id: "high-impact",
            title: "High-impact use",
            outcome: "no",
            answer: "The use is determined not to be high-impact.",
            articles: ["OMB M-25-21"],
            facts: [{ field: "regulatory.omb.highImpact", value: "no", file: "systems/one.yaml", line: 4, column: 34 }],
            missing: [],
            contradictions: [],
            notes: [
              "The memoranda bind federal agencies; the descriptor of a system does not say whether the organization is one.",
            ],
          },
          {
            id: "language-model",
            title: "Purchased language model",
            outcome: "none",
            answer: "No technique of a model names a language model.",
            articles: ["OMB M-26-04"],
            facts: [{ field: "models[0].technique", value: "Trees", file: "systems/one.yaml", line: 5, column: 23 }],
            missing: [],
            contradictions: [],
            notes: [],
          },
        ],
        duties: [],
        dutyNotes: [
          "The stage of the life cycle is not recorded; the practices are asked of a use before and while it is deployed.",
        ],
      },
    ]);
  });

  it.each(meridian)("says once of %s that it is no legal advice, and the same whenever it is asked", async (system) => {
    for (const law of ["eu-ai-act", "us-federal"]) {
      for (const format of ["text", "json"]) {
        const args = ["explain", system, "--law", law, "--as-of", "2026-12-02", "--output", format];
        const { code, stdout, stderr } = await aimsHere(args, projectPath("examples/meridian-bank"));
        expect([code, stderr, stdout.split(/legal advice/i).length - 1]).toEqual([0, "", 1]);
        const again = await aimsHere(args, projectPath("examples/meridian-bank"));
        expect(again.stdout).toBe(stdout);
      }
    }
  });

  it.each([
    ["credit-scoring", "2026-12-02"],
    ["customer-chatbot", "2028-12-02"],
    ["undated", "2028-12-02"],
  ])("lists the duties of %s in the order of their days, on %s", async (topic, asOf) => {
    const folder =
      topic === "undated"
        ? temporaryFolder({ ...shop, "systems/two.yaml": undated })
        : projectPath("examples/meridian-bank");
    const { stdout } = await aimsHere(["explain", topic, "--law", "eu-ai-act", "--as-of", asOf], folder);
    for (const part of stdout.split(/^  (?=\S)/m)) {
      const heads = [...part.matchAll(/^ {4}(?:Since|From|Would apply from) (\S+)/gm)].map(([, day = ""]) => day);
      const lists = [...part.matchAll(/, Art\. \S+ \(from ([^)]+)\)$/gm)].map(([, days = ""]) => days);
      expect([heads, lists]).toEqual([heads.toSorted(byCodeUnit), lists.toSorted(byCodeUnit)]);
    }
    expect(stdout).toMatch(topic === "undated" ? /, Art\. 56 \(from 2025-08-02\)/ : /Since 2025-02-02/);
  });

  it("says of a ban that applies that nobody can tell whether it is kept", async () => {
    const args = ["explain", "fraud-detection", "--law", "eu-ai-act", "--as-of", "2026-12-02"];
    const { stdout } = await aimsHere(args, projectPath("examples/meridian-bank"));
    expect(stdout).toContain(
      "      Art. 5  Prohibited AI practices: nobody recorded a screening\n              Not enough facts: regulatory.euAiAct.prohibitedPractices.pointsScreened (a, b, ",
    );
  });

  it("means the system where a rule has the same name", async () => {
    const { code, stdout } = await aimsHere(["explain", "log-retention", "--law", "eu-ai-act"], temporaryFolder(shop));
    expect([code, stdout.split("\n", 1)]).toEqual([0, ["log-retention  Two"]]);
  });

  it.each([
    [
      ["shop"],
      'aims: a law is derived for one system at a time, and "shop" is the organization. Name one of its systems.\n',
    ],
    [
      ["drift-decided"],
      'aims: a law is derived for a system, and "drift-decided" is not one (it is a rule). Name a system, or leave --law out.\n',
    ],
    [
      ["no-systems"],
      'aims: a law is derived for a system, and "no-systems" is not one (it is a code). Name a system, or leave --law out.\n',
    ],
    [
      ["stale"],
      'aims: a law is derived for a system, and "stale" is not one (it is a word of aims). Name a system, or leave --law out.\n',
    ],
    [[], "aims: --law needs a system: name its id.\n"],
  ])("refuses what is no system: %j", async (topic, words) => {
    const { code, stdout, stderr } = await aimsHere(["explain", ...topic, "--law", "eu-ai-act"], temporaryFolder(shop));
    expect([code, stdout, stderr]).toEqual([2, "", words]);
  });

  it.each([
    ["eu", 'Did you mean "eu-ai-act"?'],
    ["federal", 'Did you mean "us-federal"?'],
    ["us-fedral", 'Did you mean "us-federal"?'],
    ["-", "known: eu-ai-act, us-federal."],
  ])("answers the name %s of a law, which aims does not know, with the one that is meant", async (name, words) => {
    const { code, stderr } = await aimsHere(["explain", "one", `--law=${name}`], temporaryFolder(shop));
    expect([code, stderr.trimEnd().endsWith(words)]).toEqual([2, true]);
  });

  it.each([
    ["a descriptor", { "systems/other.yaml": "kind: system\nid: [\n" }],
    ["aims.yaml", { "aims.yaml": "profil: iso-42001-starter\n" }],
    ["a pattern", { "aims.yaml": "systems: [systems/*.yaml, ../*.yaml]\n" }],
  ])(
    "finds a system whose descriptor is valid where %s is not, and else says that the search was not whole",
    async (_, files) => {
      const folder = temporaryFolder({ ...shop, ...files });
      const found = await aimsHere(["explain", "one", "--law", "us-federal"], folder);
      expect([found.code, found.stderr, found.stdout.split("\n", 1)]).toEqual([0, "", ["one  One"]]);
      for (const workspace of [[], ["."]]) {
        const { code, stderr } = await aimsHere(["explain", "oen", ...workspace, "--law", "us-federal"], folder);
        expect([code, stderr]).toEqual([2, expect.stringMatching(/^\S+:\d+:\d+: error /)]);
        expect(stderr).toMatch(
          /^aims: whether a system is called "oen" cannot be told, since not all of the workspace can be read\. Did you mean "one"\?$/m,
        );
        expect(stderr).not.toContain("nothing is called");
      }
    },
  );

  it("says that nothing has the name where everything was read", async () => {
    const folder = temporaryFolder({ ...shop, "aims.yaml": "profile: iso-42001-starter\n" });
    const { code, stderr } = await aimsHere(["explain", "er-triage", "--law", "us-federal"], folder);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^aims: nothing is called "er-triage"/)]);
  });

  it("answers a name that is slipped with the one that was meant", async () => {
    const folder = temporaryFolder({ ...shop, "aims.yaml": "profile: iso-42001-starter\n" });
    const { code, stderr } = await aimsHere(["explain", "log-retentoin", "--law", "eu-ai-act"], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "log-retention"?')]);
  });
});
