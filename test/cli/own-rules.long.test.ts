import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedPolicy } from "../../src/workspace/policy.js";
import { temporaryFolder, type Files } from "../support/folder.js";
import { aimsHere, type Run } from "../support/program.js";

interface Results {
  readonly policy: { readonly sources: string };
  readonly notices?: readonly unknown[];
  readonly verdicts: readonly {
    readonly subject: string;
    readonly rule: string;
    readonly state: string;
    readonly assurance?: string;
    readonly findings: readonly { readonly kind: string; readonly message: string; readonly pointer: string }[];
  }[];
}

function metadata(id: string, ...custom: readonly string[]): string {
  const keys = [`id: ${id}`, "subject: system", "severity: high", "remediation: Do it.", ...custom];
  return `# METADATA\n# title: A rule\n# description: Something is so.\n# custom:\n${keys.map((key) => `#   ${key}\n`).join("")}`;
}

const base: Files = {
  "aims.yaml": "profile: iso-42001-starter\n",
  "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
  "systems/one.yaml": "kind: system\nid: one\nname: One\nversion: us\nunit: Sales\n",
  "systems/two.yaml": "kind: system\nid: two\nname: Two\nunit: Stock\n",
};

const units = `${metadata("unit-open", "controls: [iso42001:A.4.2]")}package aims.rules.unit_open

violation contains {"message": sprintf("%s is closed.", [input.system.unit]), "at": "/system/unit"} if {
	data.units.closed[input.system.unit]
}

observed contains {"message": "It is open.", "at": "/system/unit"} if not data.units.closed[input.system.unit]
`;

const unitsTest = `package aims.rules.unit_open_test

import data.aims.rules.unit_open

test_closed if {
	unit_open.violation == {{"message": "Stock is closed.", "at": "/system/unit"}} with input.system.unit as "Stock"
}

test_mocked if {
	count(unit_open.violation) == 1 with input.system.unit as "Any" with data.units.closed as {"Any": "today"}
}
`;

async function assessed(folder: string): Promise<{ readonly run: Run; readonly results: Results }> {
  const run = await aimsHere(["assess", "--as-of", "2026-11-01", "--out", "out"], folder);
  const errors = run.stderr.match(/ error [a-z-]+:/g) ?? [];
  expect(errors.filter((each) => each !== " error rule-in-error:")).toEqual([]);
  return { run, results: JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as Results };
}

function verdict({ verdicts }: Results, rule: string, subject: string): unknown {
  const found = verdicts.find((each) => each.rule === rule && each.subject === subject);
  return (
    found && {
      state: found.state,
      ...(found.assurance === undefined ? {} : { assurance: found.assurance }),
      findings: found.findings.map(({ kind, message, pointer }) => [kind, message, pointer]),
    }
  );
}

describe("data files beside rules", () => {
  it("decide verdicts, and belong to the policy's digest", async () => {
    const data = "closed:\n  Stock: since March\n";
    const folder = temporaryFolder({ ...base, "rules/u.rego": units, "rules/units/data.yaml": data });
    const before = await assessed(folder);
    expect(before.run.code).toBe(0);
    expect(["one", "two"].map((subject) => verdict(before.results, "unit-open", subject))).toEqual([
      { state: "satisfied", assurance: "declared", findings: [["observed", "It is open.", "/unit"]] },
      { state: "not-satisfied", findings: [["violation", "Stock is closed.", "/unit"]] },
    ]);
    expect(before.results.notices).toBeUndefined();
    writeFileSync(join(folder, "rules/units/data.yaml"), data.replace("Stock", "Sales"));
    const after = await assessed(folder);
    expect(verdict(after.results, "unit-open", "one")).toMatchObject({ state: "not-satisfied" });
    expect(after.results.policy.sources).not.toBe(before.results.policy.sources);
  });

  it("are there for the tests on both evaluators; the workspace is the folder, without naming it", async () => {
    const folder = temporaryFolder({
      ...base,
      "rules/u.rego": units,
      "rules/u_test.rego": unitsTest,
      "rules/units/data.json": '{"closed": {"Stock": "since March"}}',
    });
    expect(await aimsHere(["rules", "test"], folder)).toEqual({
      code: 0,
      stdout: "2 passed, 0 failed: 2 tests of this workspace (each on OPA's evaluator and as WASM)\n",
      stderr: "",
    });
    writeFileSync(join(folder, "rules/units/data.json"), '{"closed": {"Sales": "since March"}}');
    const failed = await aimsHere(["rules", "test"], folder);
    expect([failed.code, failed.stdout.split("\n")[0]]).toEqual([1, "rules/u_test.rego:5: test_closed: fail"]);
    const all = await aimsHere(["rules", "test", "--shipped", "--run", "unit_open|lib.dates"], folder);
    expect([all.code, all.stdout.trimEnd().split("\n").at(-1)]).toEqual([
      1,
      expect.stringMatching(/^\d+ passed, 1 failed: 2 tests of this workspace, \d+ shipped \(each on/),
    ]);
    expect((await aimsHere(["rules", "check"], folder)).stdout).toBe(
      `${String(shippedPolicy().policy.rules.length + 1)} rules, nothing wrong.\n`,
    );
  });

  it("keep tests from running where a package declares the same", async () => {
    const folder = temporaryFolder({
      "rules/lib.rego": "package team.lib\n\nlimit := 3\n",
      "rules/lib_test.rego": "package team.lib_test\n\nimport data.team.lib\n\ntest_limit if lib.limit == 3\n",
      "rules/team/data.json": '{"lib": {"limit": 4}}',
    });
    const words = 'rules/team/data.json:1:10: error data-conflict: "data.team.lib.limit" is declared by the package';
    const { code, stderr } = await aimsHere(["rules", "test"], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  it("keep a run from going on where a rule misspells them", async () => {
    const folder = temporaryFolder({
      ...base,
      "rules/u.rego": units.replaceAll("data.units", "data.unit"),
      "rules/units/data.yaml": "closed: {}\n",
    });
    const words = "error undefined-reference: The reference data.unit leads nowhere: no package, no data file";
    for (const command of [["rules", "check"], ["validate"], ["assess", "--out", "out"]]) {
      const { code, stderr } = await aimsHere(command, folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`rules/u.rego:13:2: ${words}`)]);
      expect(stderr).toContain("did you mean data.units?");
    }
    expect((await aimsHere(["rules", "test"], folder)).code).toBe(2);
  });
});

describe("a rule in the style of Conftest", () => {
  it("denies, warns, or passes because nothing is said", async () => {
    const policy = `${metadata("regions", "style: conftest", "controls: [iso42001:A.4.2]")}package main

deny contains msg if {
	input.system.version == "us"
	msg := sprintf("%s is not allowed.", [input.system.version])
}

violation_unit contains {"msg": "Sales is not allowed.", "at": "/system/unit", "details": {}} if input.system.unit == "Sales"

warn_unit contains {"msg": "Check the stock."} if input.system.unit == "Stock"
`;
    const folder = temporaryFolder({
      ...base,
      "systems/three.yaml": "kind: system\nid: three\nname: Three\n",
      "systems/four.yaml": "kind: system\nid: four\nname: Four\nunit: Odd\n",
      "rules/a.rego": policy,
      "rules/b.rego": 'package main\n\ndeny_odd contains 3 if input.system.unit == "Odd"\n',
    });
    const { run, results } = await assessed(folder);
    expect(run.code).toBe(3);
    expect(["one", "two", "three", "four"].map((subject) => verdict(results, "regions", subject))).toEqual([
      {
        state: "not-satisfied",
        findings: [
          ["violation", "us is not allowed.", ""],
          ["violation", "Sales is not allowed.", "/unit"],
        ],
      },
      { state: "partial", findings: [["pending", "Check the stock.", ""]] },
      {
        state: "satisfied",
        assurance: "declared",
        findings: [["observed", 'No denial by the rule "regions".', ""]],
      },
      {
        state: "error",
        findings: [["error", 'violation holds 3; an item is {"message": text, "at": JSON pointer}', ""]],
      },
    ]);
  });
});

describe("rules and files that are not heard", () => {
  it("are named by check, validate and assess, also from the cache, and in results.json", async () => {
    const outside = `${metadata("models", "controls: [iso42001:A.6.2.7]")}package aims.rules.models

observed contains {"message": "So.", "at": "/system", "code": 3}
`;
    const folder = temporaryFolder({
      ...base,
      "rules/main.rego": 'package main\n\nwarn contains "no unit" if not input.system.unit\n',
      "rules/models.rego": outside,
      "rules/old.REGO": "package old\n",
    });
    const notices = [
      ["rule-file-unread", "rules/old.REGO", undefined],
      ["package-unheard", "rules/main.rego", 3],
      ["rule-item-key", "rules/models.rego", 12],
      ["rule-outside-profile", "rules/models.rego", 1],
    ];
    for (const command of [["rules", "check"], ["validate"], ["assess", "--as-of", "2026-11-01", "--out", "out"]]) {
      const { code, stderr } = await aimsHere(command, folder);
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^0 errors, 4 warnings\.$/mu)]);
      for (const [name, file, line] of notices) {
        expect(stderr).toMatch(
          new RegExp(
            `^${String(file)}:${line === undefined ? "" : `${String(line)}:\\d+:`} warning ${String(name)}: `,
            "m",
          ),
        );
      }
    }
    const { results } = await assessed(folder);
    expect(results.notices).toEqual(
      notices.map(([code, file, line]) => ({
        code,
        message: expect.any(String) as string,
        fix: expect.any(String) as string,
        file,
        ...(line === undefined ? {} : { line, column: expect.any(Number) as number }),
      })),
    );
  });

  it("include controls that no catalog has, also without a profile", async () => {
    const folder = temporaryFolder({
      "rules/r.rego": units.replace("A.4.2", "A.4.22").replaceAll("data.units.closed", "input.organization"),
    });
    const { code, stderr } = await aimsHere(["rules", "check"], folder);
    expect([code, stderr]).toEqual([
      2,
      `rules/r.rego:1:1: error unknown-control: The rule "unit-open" speaks for iso42001:A.4.22, which the catalog does not have.
    fix: Did you mean "iso42001:A.4.2"?
1 error, 0 warnings.
`,
    ]);
  });
});

describe("a rule that reads a parameter which the profile does not have", () => {
  it("is an error of check as of validate, where the profile selects its controls", async () => {
    const document = (rest: string): string => `  uuid: 5f0b6d1c-7f3a-4f53-9a53-0d7f0b2f1d11
  metadata: {title: Own, last-modified: "2026-01-01T00:00:00Z", version: "1", oscal-version: 1.2.2}\n${rest}`;
    const control = (id: string): string =>
      `  - {id: ${id}, title: T, parts: [{id: ${id}_smt, name: statement}], props: [{name: framework, ns: "https://aims-as-code.org/ns/oscal", value: own}, {name: label, value: ${id}}], params: [{id: ${id}-limit, values: ["3"]}]}
`;
    const folder = temporaryFolder({
      ...base,
      "aims.yaml": "profile: own.yaml\n",
      "catalog.yaml": `catalog:\n${document(`  controls:\n${control("a")}${control("b")}`)}`,
      "own.yaml": `profile:\n${document("  imports:\n  - href: catalog.yaml\n    include-controls:\n    - with-ids: [a]\n")}`,
      "rules/r.rego": `${metadata("limited", "controls: [own:a]", "parameters: [b-limit]")}package team.limited

observed contains {"message": "So.", "at": "/system"} if data.params["b-limit"] != ""
`,
    });
    const error = `own.yaml:7:7: error parameter-not-declared: The rule "limited" reads the parameter "b-limit", which no selected control declares.
    6 |     include-controls:
    7 |     - with-ids: [a]
      |       ^
    fix: Select the control b too, which declares it.
1 error, 0 warnings.
`;
    for (const command of [["rules", "check"], ["validate"]]) {
      const { code, stderr } = await aimsHere(command, folder);
      expect({ command, code, stderr }).toEqual({ command, code: 2, stderr: error });
    }
  });
});

describe("a rule that takes too long", () => {
  it("is stopped at the time limit: it alone is in error, and the exit code is 3", async () => {
    const rule = (id: string, condition: string): string => `# METADATA
# title: Rule ${id}
# description: A rule of the workspace.
# custom: {id: ${id}, subject: system, controls: ["iso42001:A.4.2"], severity: low, remediation: Mend it.}
package aims.rules.${id}

observed contains {"message": "It ended.", "at": "/system"} if ${condition}
`;
    const folder = temporaryFolder({
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/a.yaml": "kind: system\nid: sound\nname: Sound\n",
      "rules/brief.rego": rule("brief", "input.system.name"),
      "rules/lengthy.rego": rule(
        "lengthy",
        `{
	some i in numbers.range(1, 3000)
	some j in numbers.range(1, 3000)
	i * j == -1
	input.system.name
}`,
      ),
    });
    const { code, stdout, stderr } = await aimsHere(
      ["assess", "--profile", "iso-42001-starter", "--as-of", "2026-11-01", "--out", "out", "--rule-timeout", "1"],
      folder,
    );
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `Written to out: results.json and the OSCAL documents.
rules/lengthy.rego:1:1: error rule-in-error: The rule "lengthy" is in error on "sound": did not finish within 1000 ms.
    1 | # METADATA
      | ^
    fix: Correct the rule, and add a test with what the descriptor of "sound" records.
1 error, 0 warnings.
Not gated: 54 verdicts open, 0 controls without verdict. Exit code 3, because rules are in error (lengthy); --allow-rule-errors accepts that.
`,
    });
    expect(stdout).toContain("[low] Rule lengthy: 1 subject (1 error)");
    const { verdicts } = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as {
      verdicts: { rule: string; state: string; findings: { message: string }[] }[];
    };
    expect(verdicts.filter(({ state }) => state === "error").map(({ rule: id }) => id)).toEqual(["lengthy"]);
    const [lengthy] = verdicts.filter(({ rule: id }) => id === "lengthy");
    expect(lengthy?.findings.map(({ message }) => message)).toEqual([
      expect.stringContaining("did not finish within 1000 ms"),
    ]);
    expect(verdicts.find(({ rule: id }) => id === "brief")?.state).toBe("satisfied");
  });
});
