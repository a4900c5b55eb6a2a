import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

describe("a file in the place of a workspace", () => {
  const text = "profile: iso-42001-starter\n";

  it.each([
    ...[["validate"], ["assess"], ["rules", "check"], ["rules", "test"], ["rules", "list"], ["profiles"]],
    ["export", "component-definition"],
  ])("is refused by %j", async (...verb) => {
    const folder = temporaryFolder({ "aims.yaml": text });
    const { code, stderr } = await aimsHere([...verb, "aims.yaml"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(
        'error no-workspace: "aims.yaml" is a file, not the folder of a workspace.\n    fix: Name the folder that holds organization.yaml and systems/.\n',
      ),
    ]);
  });

  it("is where a report places that", async () => {
    const folder = temporaryFolder({ "aims.yaml": text });
    const { code, stdout } = await aimsHere(["validate", "aims.yaml", "--output", "sarif"], folder);
    expect([code, JSON.parse(stdout)]).toMatchObject([
      2,
      { runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: "aims.yaml" } } }] }] }] },
    ]);
  });
});
