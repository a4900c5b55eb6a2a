/** The reports of rules, which compile Rego. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { readSarif } from "../support/sarif.js";

const rule = `# METADATA
# title: It has a name
# description: Every system has a name.
# custom:
#   id: has-name
#   subject: system
#   controls: [iso42001:A.6.2.7]
#   severity: low
#   remediation: Record the name.
package aims.rules.has_name

applicable := true

observed contains {"message": "It has a name.", "at": "/system/name"} if input.system.name
`;
const test = `package aims.rules.has_name_test

import data.aims.rules.has_name

test_named if count(has_name.observed) == 1 with input as {"system": {"name": "N"}}

test_wrong if {
	found := count(has_name.observed) with input as {"system": {"name": "N"}}
	found == 2
}
`;
const workspace = { "organization.yaml": "kind: organization\nid: b\nname: B\n" };

describe("reports of rules", () => {
  const folder = temporaryFolderForAll({
    ...Object.fromEntries(Object.entries(workspace).map(([name, text]) => [`ws/${name}`, text])),
    "ws/systems/a.yaml": "kind: system\nid: a\nname: A\n",
    "ws/rules/has-name.rego": rule,
    "ws/rules/has-name_test.rego": test,
    "bad/organization.yaml": workspace["organization.yaml"],
    "bad/systems/a.yaml": "kind: system\nid: a\nname: A\n",
    "bad/rules/has-name.rego": rule.replace("input.system.name", "input.sytem.name"),
    "bad/rules/has-name_test.rego": "package aims.rules.has_name_test\n\ntest_named if {\n",
  });
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");

  it("of tests go to files, beside the text on standard output", async () => {
    const args = ["rules", "test", "ws", "--run", "has_name", "--output", "junit=t.xml", "--output", "github=t.txt"];
    const run = await aimsHere([...args, "--output", "text"], folder);
    expect(run).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^rules\/has-name_test\.rego:7: test_wrong: fail\n[^]*\n1 passed, 1 failed: 2 tests of this workspace /,
      ) as string,
      stderr: "",
    });
    expect(read("t.txt")).toMatch(
      /^::error file=ws\/rules\/has-name_test\.rego,line=7,title=test_wrong::The test fails\.%0AIt stopped at ws\/rules\/has-name_test\.rego:9: [^\n]+\n$/,
    );
    expect(read("t.xml")).toContain(
      '<testcase classname="aims.rules.has_name_test" name="test_named" file="ws/rules/has-name_test.rego" line="5" time="0"/>',
    );
  });

  it("of a check are those of validate, and JSON names the rules", async () => {
    const sound = await aimsHere(["rules", "check", "ws", "--output", "json", "--output", "sarif=s.sarif"], folder);
    const { rules, diagnostics } = JSON.parse(sound.stdout) as { rules: string[]; diagnostics: unknown[] };
    expect([sound.code, rules.includes("has-name"), diagnostics]).toEqual([0, true, []]);
    expect(readSarif(read("s.sarif")).results).toEqual([]);

    const wanted = ["sarif=c.sarif", "gitlab=c.json", "junit=c.xml", "github"].flatMap((each) => ["--output", each]);
    const { code, stdout } = await aimsHere(["rules", "check", "bad", ...wanted], folder);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^::error file=bad\/rules\/has-name\.rego,line=14,/)]);
    const uri = { uri: "bad/rules/has-name.rego" };
    expect(readSarif(read("c.sarif")).results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(uri);
    expect(JSON.parse(read("c.json"))).toEqual([
      expect.objectContaining({ location: { path: uri.uri, lines: { begin: 14 } } }),
    ]);
    expect(read("c.xml")).toContain('<testsuite name="aims rules check" tests="1" failures="1"');
  });

  it("of tests whose sources are wrong say what is wrong", async () => {
    const args = ["rules", "test", "bad", "--output", "junit=b.xml", "--output", "json=b.json"];
    const { code, stdout, stderr } = await aimsHere(args, folder);
    expect([code, stdout, stderr]).toEqual([
      2,
      "",
      expect.stringMatching(/^bad\/rules\/has-name_test\.rego:[^]*"--output json=b\.json" was not written: /),
    ]);
    expect(read("b.xml")).toContain('<testsuite name="aims rules test" tests="1" failures="1"');
  });

  it("never replace a rule", async () => {
    const refusal = expect.stringContaining("would overwrite this file, which is read") as string;
    for (const [of, ...verb] of [
      ["ws", "check"],
      ["ws", "test", "--run", "has_name"],
      ["bad", "test"],
    ]) {
      const path = `${String(of)}/rules/has-name.rego`;
      const before = read(path);
      const { code, stderr } = await aimsHere(["rules", ...verb, String(of), "--output", `junit=${path}`], folder);
      expect([code, stderr, read(path)]).toEqual([2, refusal, before]);
    }
  });
});
