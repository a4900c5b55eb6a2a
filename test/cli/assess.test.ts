import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import resultsSchema from "../../schemas/results.schema.json" with { type: "json" };
import { isOpen, type VerdictState } from "../../src/index.js";
import { danglingReferences } from "../../src/oscal/references.js";
import { validateOscal } from "../../src/oscal/validate.js";
import { temporaryFolder, temporaryFolderForAll } from "../support/folder.js";
import { aims, aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";

const example = join(projectRoot, "examples", "meridian-bank");
const isResults = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(resultsSchema);

/** Content of every file of a folder by name. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

describe("aims assess on the example", async () => {
  const firstOut = temporaryFolderForAll();
  const first = {
    run: await aimsHere(["assess", example, "--as-of", "2026-11-01", "--out", firstOut], projectRoot),
    files: contents(firstOut),
  };

  it("ends with 0 and writes the chain and the results, and nothing else", () => {
    expect(first.run.code).toBe(0);
    expect(Object.keys(first.files)).toEqual([
      "assessment-plan.json",
      "assessment-results.json",
      "iso-42001-starter.json",
      "iso-42001.json",
      "results.json",
      "system-security-plan.json",
    ]);
  });

  it("counts what the example's own README says", () => {
    const results = JSON.parse(first.files["results.json"] ?? "") as { summary: unknown };
    expect(results.summary).toEqual({
      subjects: 14,
      verdicts: {
        error: 0,
        "not-satisfied": 17,
        stale: 19,
        "no-evidence": 329,
        partial: 39,
        satisfied: 147,
        "not-applicable": 254,
      },
    });
  });

  it("writes results that fit their schema", () => {
    isResults(JSON.parse(first.files["results.json"] ?? ""));
    expect(isResults.errors).toBeNull();
  });

  const documents = Object.entries(first.files)
    .filter(([name]) => name !== "results.json")
    .map(([name, text]) => ({ name, document: JSON.parse(text) as Record<string, unknown> }));

  it.each(documents)("writes valid OSCAL: $name", async ({ document }) => {
    expect(await validateOscal(document)).toEqual([]);
  });

  it("writes a chain in which every reference leads somewhere", () => {
    expect(danglingReferences(documents)).toEqual([]);
    // The check itself must be able to fail: without the plan, what the results name is gone.
    expect(
      danglingReferences(documents.filter(({ name }) => name !== "system-security-plan.json")).length,
    ).toBeGreaterThan(0);
  });

  it("gives the same bytes from another folder, in another time zone and locale, over a copy of the workspace", () => {
    const folder = temporaryFolder();
    const copy = join(folder, "elsewhere", "bank");
    cpSync(example, copy, { recursive: true });
    const out = join(folder, "out");
    mkdirSync(out);
    const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    expect(aims(["assess", ".", "--as-of", "2026-11-01", "--out", out], { cwd: copy, env }).code).toBe(0);
    expect(contents(out)).toEqual(first.files);
  });

  it("fails the gate only when something is open at or above the severity", async () => {
    const out = temporaryFolder();
    const args = ["assess", example, "--as-of", "2026-11-01", "--out", out];
    expect((await aimsHere([...args, "--fail-on", "critical"], projectRoot)).code).toBe(1);
    const good = [...args, "--systems", "systems/credit-scoring.*", "--fail-on"];
    expect((await aimsHere([...good, "high"], projectRoot)).code).toBe(1);
    expect((await aimsHere([...good, "critical"], projectRoot)).code).toBe(0);
  });

  it("writes further reports where they are asked for, and nothing to standard output but what was asked", async () => {
    const out = temporaryFolder();
    const sarif = join(out, "deep", "aims.sarif");
    const run = await aimsHere(
      ["assess", example, "--as-of", "2026-11-01", "--out", out, "--output", `sarif=${sarif}`, "--output", "github"],
      projectRoot,
    );
    expect(run.stdout.split("\n").every((line) => line === "" || line.startsWith("::"))).toBe(true);
    const { verdicts } = JSON.parse(first.files["results.json"] ?? "") as { verdicts: { state: VerdictState }[] };
    const open = verdicts.filter(({ state }) => isOpen(state)).length;
    expect(open).toBeGreaterThan(0);
    expect(
      (JSON.parse(readFileSync(sarif, "utf8")) as { runs: { results: unknown[] }[] }).runs[0]?.results,
    ).toHaveLength(open);
  });
});

describe("aims assess on a system that the management system does not cover", () => {
  it("gives the reason of its exclusion on each verdict", async () => {
    const folder = temporaryFolder({
      "systems/a.yaml": "kind: system\nid: a\nname: A\n",
      "systems/b.yaml": "kind: system\nid: b\nname: B\nscope: { status: excluded, reason: Sold in May. }\n",
      "systems/c.yaml": "kind: system\nid: c\nname: C\nscope: { status: excluded }\n",
    });
    const args = ["assess", "--as-of", "2026-11-01", "--profile", "iso-42001-starter", "--out", "out"];
    expect((await aimsHere(args, folder)).code).toBe(0);
    const { verdicts } = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as {
      verdicts: { subject: string; state: string; findings: object[] }[];
    };
    const of = (id: string): unknown[] =>
      [
        ...new Set(
          verdicts
            .filter(({ subject }) => subject === id)
            .map(({ state, findings }) => JSON.stringify([state, ...findings])),
        ),
      ].map((text) => JSON.parse(text) as unknown);
    const message = "The management system does not cover the system";
    expect([of("b"), of("c")]).toEqual([
      [
        [
          "not-applicable",
          {
            kind: "inapplicable",
            message: `${message}: Sold in May.`,
            pointer: "/scope/reason",
            file: "systems/b.yaml",
            line: 4,
            column: 36,
          },
        ],
      ],
      [
        [
          "not-applicable",
          {
            kind: "inapplicable",
            message: `${message}; no reason is recorded.`,
            pointer: "/scope/status",
            file: "systems/c.yaml",
            line: 4,
            column: 18,
          },
        ],
      ],
    ]);
  });
});

describe("aims assess on a selection of the systems", () => {
  it("says of no system that it is not there, or has no owner, which was only not selected", async () => {
    const folder = temporaryFolder({
      "organization.yaml": `kind: organization
id: one
name: One
risks:
  - { id: r1, title: Wrong refusals, system: b, harm: People get no loan., owner: Mara Quist, level: medium }
  - { id: r2, title: Wrong alarms, system: nowhere, harm: People wait., owner: Mara Quist, level: low }
audits: [{ title: Spring, on: 2026-04, auditors: [Jonas Brandt], systems: [b] }]
`,
      "systems/a.yaml": "kind: system\nid: a\nname: A\n",
      "systems/b.yaml": "kind: system\nid: b\nname: B\nroles: { owner: { person: Rosa Imani } }\n",
    });
    const told = async (...selection: readonly string[]): Promise<unknown[]> => {
      const args = ["assess", "--as-of", "2026-11-01", "--profile", "iso-42001-full", "--out", "out", ...selection];
      expect((await aimsHere(args, folder)).code).toBe(0);
      const { verdicts } = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as {
        verdicts: { rule: string; state: string; findings: { kind: string; message: string }[] }[];
      };
      return verdicts
        .filter(({ rule }) => ["organization-risks-complete", "auditors-independent"].includes(rule))
        .map(({ state, findings }) => [state, ...findings.filter(({ kind }) => kind !== "observed").map(textOf)]);
    };
    expect(await told()).toEqual([
      ["satisfied"],
      ["not-satisfied", 'The risk "Wrong alarms" names the system "nowhere", which is not there.'],
    ]);
    expect(await told("--systems", "systems/a.yaml")).toEqual([
      [
        "no-evidence",
        'The internal audit "Spring": nobody recorded whose work it looked at.',
        'The internal audit "Spring": the system b is not among those selected, and nobody can tell who owns it.',
      ],
      ["satisfied"],
    ]);
  });
});

function textOf({ message }: { readonly message: string }): string {
  return message;
}

/** A rule of one's own. */
function ownRule(id: string, subject: string, control: string, body: string): string {
  return `# METADATA
# title: The rule ${id}
# description: The rule ${id}.
# custom: {id: ${id}, subject: ${subject}, controls: ["${control}"], severity: high, remediation: Mend it.}
package aims.rules.${id.replaceAll("-", "_")}

${body}`;
}

describe("aims assess with rules of one's own", () => {
  interface Verdict {
    readonly rule: string;
    readonly state: string;
    readonly findings: readonly { readonly message: string }[];
  }

  it("runs them beside the shipped ones, ends with 3 where one is in error, saying which, and judges the organization where it is described", () => {
    const folder = temporaryFolder({
      "systems/a.yaml": "kind: system\nid: a\nname: A\n",
      "rules/named.rego": ownRule(
        "named",
        "system",
        "iso42001:A.4.2",
        'observed contains {"message": sprintf("It is called %q.", [input.system.name]), "at": "/system/name"}\n',
      ),
      "rules/broken.rego": ownRule(
        "broken",
        "system",
        "iso42001:A.4.2",
        `two := 1 if input.asOf

two := 2 if input.asOf

observed contains {"message": "never", "at": "/system"} if two
`,
      ),
      "rules/policy.rego": ownRule(
        "ai-policy",
        "organization",
        "iso42001:A.2.2",
        `missing contains {"message": sprintf("No policy for %d system.", [count(input.systems)]), "at": "/organization/policy"} if {
	not input.organization.policy
}
`,
      ),
    });
    // One cache: the rules are compiled once for all runs.
    const env = { XDG_CACHE_HOME: join(folder, "cache") };
    const args = ["assess", ".", "--as-of", "2026-11-01", "--profile", "iso-42001-full", "--out", "out"];
    const verdicts = (rule: string): Verdict[] =>
      (
        JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as { verdicts: Verdict[] }
      ).verdicts.filter((each) => each.rule === rule);
    const told = (rule: string): unknown => verdicts(rule).map(({ state, findings }) => [state, findings[0]?.message]);

    const undescribed = aims(args, { cwd: folder, env });
    expect([undescribed.code, undescribed.stderr]).toEqual([
      3,
      expect.stringMatching(
        /^organization\.yaml: warning no-organization: \d+ rules about the organization could not/m,
      ),
    ]);
    expect(verdicts("ai-policy")).toEqual([]);
    expect(told("named")).toEqual([["satisfied", 'It is called "A".']]);
    expect(told("broken")).toEqual([["error", expect.stringMatching(/^rules\/broken\.rego:\d+:\d+: .*conflict/)]]);
    expect(told("owner-assigned")).toEqual([["no-evidence", "Nobody recorded who owns the system."]]);

    writeFileSync(join(folder, "organization.yaml"), "kind: organization\nid: one\nname: One\n");
    expect(aims([...args, "--allow-rule-errors"], { cwd: folder, env }).code).toBe(0);
    expect(verdicts("ai-policy")).toEqual([
      {
        subject: "one",
        rule: "ai-policy",
        controls: ["iso42001:A.2.2"],
        severity: "high",
        state: "no-evidence",
        findings: [
          {
            kind: "missing",
            message: "No policy for 1 system.",
            pointer: "/policy",
            file: "organization.yaml",
            line: 1,
            column: 1,
          },
        ],
      },
    ]);
    const chain = Object.entries(contents(join(folder, "out")))
      .filter(([name]) => name !== "results.json")
      .map(([name, text]) => ({ name, document: JSON.parse(text) as Record<string, unknown> }));
    expect(danglingReferences(chain)).toEqual([]);
  });
});
